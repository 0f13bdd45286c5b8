-- audit_event (审计): who signed in, imported, exported, gave or took rights, and changed districts. Append-only evidence:
-- written by the database alone, read by admins of the district it happened in, changed and deleted by nobody.

create table public.audit_event (
  id uuid primary key default gen_random_uuid(),
  seq bigint generated always as identity unique,
  -- The district of the person or account it is about; the root where none is known.
  district_code text collate "C" not null,
  at timestamptz not null default now(),
  action text not null check (action in ('sign_in', 'sign_in_failed', 'sign_out', 'import', 'import_undo', 'export',
    'permission', 'account', 'district')),
  by_user uuid,
  -- The name at that time: it outlives the account.
  by_name text,
  about text check (length(about) <= 1000),
  detail jsonb not null default '{}' check (jsonb_typeof(detail) = 'object'),
  constraint audit_event_at_year_check check (muster.is_near_our_time(at))
);
create index audit_event_district on public.audit_event (district_code, seq);
-- How much one account, or one address, filled it with in the last hour.
create index audit_event_account on public.audit_event (by_user, action, at);
create index audit_event_failed on public.audit_event (about, at) where action = 'sign_in_failed';

create trigger a_keep before update on public.audit_event for each row execute function muster.keep_evidence();

revoke all on public.audit_event from public, anon, authenticated, service_role;
grant select on public.audit_event to authenticated, service_role;
alter table public.audit_event enable row level security;

create policy audit_event_select on public.audit_event for select to authenticated
  using (district_code in (select muster.my_districts('admin')));

-- What one account may fill the database with is limited: far above what an office does, far below what a script can do in a
-- night. Names what was passed, for the console's words (src/backend/guarded.ts reads the name out of the message, on every tier).
create function muster.refuse_too_many(p_what text, p_most int) returns void
language plpgsql immutable set search_path = ''
as $$
begin
  raise exception 'at most % here: constraint "%"', p_most, p_what using errcode = '23514', constraint = p_what;
end
$$;

-- Writes an event. Not for callers: only functions of ours call it.
-- Lines of one account and one action within an hour are limited. Beyond it, what is done only to be noted (taking data out, an
-- import, an account) is refused, because nothing happens here unnoted; sign-ins go on, and six hundred lines have said it.
create function muster.note_event(
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

-- Newest first. p_before continues a list.
create function public.audit_events(
  p_before bigint default null, p_actions text[] default null, p_limit int default 200
) returns json
language sql stable set search_path = ''
as $$
  select coalesce(json_agg(row_to_json(e)), '[]') from (
    select t.* from public.audit_event t
    where (p_before is null or t.seq < p_before) and (p_actions is null or t.action = any (p_actions))
    order by t.seq desc limit least(greatest(coalesce(p_limit, 200), 1), 2000)
  ) e
$$;

-- A person takes data out. What the console does not tell cannot be known: reading is every role's right.
create function muster.note_export(p_kind text, p_format text, p_rows int, p_filter text) returns void
language plpgsql security definer set search_path = ''
as $$
begin
  if muster.my_role() is null then
    raise exception 'nobody is signed in' using errcode = '42501';
  end if;
  perform muster.note_event('export', auth.uid(), null, left(p_kind, 100), jsonb_build_object(
    'format', left(p_format, 40), 'rows', p_rows, 'filter', left(p_filter, 500)));
end
$$;

create function public.audit_export(p_kind text, p_format text, p_rows int, p_filter text default null) returns void
language sql set search_path = ''
as $$ select muster.note_export(p_kind, p_format, p_rows, p_filter) $$;

revoke execute on function muster.refuse_too_many, muster.note_event, muster.note_export from public;
grant execute on function muster.note_export to authenticated, service_role;
revoke execute on function public.audit_events, public.audit_export from public, anon;
grant execute on function public.audit_events, public.audit_export to authenticated, service_role;
