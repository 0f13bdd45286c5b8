-- What one account may fill the database with: views it keeps, ways of reading files, and lines of the audit. Far above what an office
-- does, far below what a script can do in a night.

-- Names what was passed, for the console's words (src/backend/guarded.ts reads the name out of the message, on every tier).
create function muster.refuse_too_many(p_what text, p_most int) returns void
language plpgsql immutable set search_path = ''
as $$
begin
  raise exception 'at most % here: constraint "%"', p_most, p_what using errcode = '23514', constraint = p_what;
end
$$;

-- Rows of a table with the same owner, each a kind and a name; what was dropped makes room first. Arguments: the owner's column, how many, the rule's name.
create function muster.limit_kept() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
  owner constant text := to_jsonb(new) ->> tg_argv[0];
  most constant int := tg_argv[1];
  kept int;
  known boolean;
begin
  if auth.uid() is null then
    return new;
  end if;
  -- One at a time for an owner, so that many at once get no further than many in a row.
  perform pg_advisory_xact_lock(hashtext(tg_table_name || ' ' || owner));
  execute format('select count(*), coalesce(bool_or(t.kind = $2 and t.name = $3), false) from public.%I t where t.%I::text = $1',
    tg_table_name, tg_argv[0]) into kept, known using owner, new.kind, new.name;
  -- A name that is there takes the new content (`on conflict`): nothing is added.
  if kept >= most and not known then
    execute format('delete from public.%1$I t where t.id in (select o.id from public.%1$I o where o.%2$I::text = $1
      and o.archived_at is not null order by o.archived_at limit $2)', tg_table_name, tg_argv[0]) using owner, kept - most + 1;
    get diagnostics kept = row_count;
    if kept = 0 then
      perform muster.refuse_too_many(tg_argv[2], most);
    end if;
  end if;
  return new;
end
$$;
create trigger b_limit before insert on public.saved_view
  for each row execute function muster.limit_kept('user_id', '200', 'too_many_views');
create trigger b_limit before insert on public.import_mapping
  for each row execute function muster.limit_kept('district_code', '500', 'too_many_mappings');

create index audit_event_account on public.audit_event (by_user, action, at);
create index audit_event_failed on public.audit_event (about, at) where action = 'sign_in_failed';

-- Lines of one account and one action within an hour. Beyond it, what is done only to be noted (taking data out, an import, an account)
-- is refused, because nothing happens here unnoted; sign-ins go on, and six hundred lines have said it.
create or replace function muster.note_event(
  p_action text, p_by uuid, p_district text, p_about text default null, p_detail jsonb default '{}'
) returns void
language plpgsql security definer set search_path = ''
as $$
declare
  most constant int := 600;
begin
  if p_action in ('export', 'import', 'import_undo', 'account', 'sign_in') and p_by is not null
    and (select count(*) from public.audit_event e
      where e.by_user = p_by and e.action = p_action and e.at > now() - interval '1 hour') >= most then
    if p_action = 'sign_in' then
      return;
    end if;
    perform muster.refuse_too_many('too_many_events', most);
  elsif p_action = 'sign_in_failed'
    and (select count(*) from public.audit_event e
      where e.action = 'sign_in_failed' and e.about is not distinct from left(p_about, 1000)
        and e.at > now() - interval '1 hour') >= most then
    return;
  end if;
  insert into public.audit_event (district_code, action, by_user, by_name, about, detail)
  values (
    coalesce(p_district, (select p.district_code from public.profile p where p.user_id = p_by),
      (select d.code from public.district d where d.parent_code is null), '0'),
    p_action, p_by, (select p.display_name from public.profile p where p.user_id = p_by), left(p_about, 1000), p_detail);
end
$$;

revoke execute on function muster.refuse_too_many(text, int), muster.limit_kept() from public;
