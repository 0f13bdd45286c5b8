-- Synchronisation: what a console asks for every few seconds, as the caller, so that policies apply; and what a gateway asks for
-- all of them at once.
--
-- `since` is the lowest transaction that was still running when the last answer was made. Every row changed by a
-- transaction that was not yet visible then carries that number or a higher one, so nothing is ever missed; a row may
-- come twice.

-- Restoring a backup or removing the demonstration makes every cursor meaningless: a new epoch says so.
create table muster.database_epoch (
  only_row boolean primary key default true check (only_row),
  epoch uuid not null default gen_random_uuid()
);
insert into muster.database_epoch default values;
create trigger z_tell_change after insert or update or delete on muster.database_epoch
  for each statement execute function muster.tell_change();
grant select on muster.database_epoch to authenticated, service_role;

-- For tools: every console starts over. With a condition, although there is one row: hosted Supabase refuses an UPDATE or DELETE
-- without one to everybody who signs in through its API (pg-safeupdate), also inside of functions, so that nobody could move a
-- district there.
create function muster.renew_epoch() returns uuid
language sql set search_path = ''
as $$ update muster.database_epoch set epoch = gen_random_uuid() where only_row returning epoch $$;

-- The kinds a console keeps, as in src/core/model/kinds.ts (a test compares).
create function muster.record_kinds() returns text[]
language sql immutable parallel safe set search_path = ''
as $$
  select array['district', 'district_setting', 'base_feature', 'settlement', 'hazard', 'shelter', 'depot', 'team',
    'evacuation_route', 'stock_lot', 'contact', 'incident', 'closure']
$$;

-- {epoch, cursor, now, account, counts: {kind: rows changed since p_since, or all that are not archived},
--  gone: {kind: [ids that left the caller's districts since p_since]}}
-- `account` changes when the caller's own rights do, so that a console need not ask for them besides.
create function public.sync_state(p_since text default null) returns jsonb
language plpgsql stable set search_path = ''
as $$
declare
  kind text;
  rows_of_kind bigint;
  counts jsonb := '{}';
begin
  foreach kind in array muster.record_kinds() loop
    if p_since is null then
      execute format('select count(*) from public.%I where archived_at is null', kind) into rows_of_kind;
    else
      execute format('select count(*) from public.%I where changed_xid >= $1', kind)
        into rows_of_kind using p_since::xid8;
    end if;
    counts := counts || jsonb_build_object(kind, rows_of_kind);
  end loop;
  return jsonb_build_object(
    'epoch', (select e.epoch from muster.database_epoch e),
    'cursor', pg_snapshot_xmin(pg_current_snapshot())::text,
    'now', now(),
    'account', (select p.changed_xid::text from public.profile p where p.user_id = (select auth.uid())),
    'counts', counts,
    'gone', case when p_since is null then '{}' else muster.moved_away(p_since::xid8) end
  );
end
$$;

-- The pulse: whether anything changed, asked once for all consoles. A gateway that knows it answers "nothing new" to any number of
-- consoles by itself, and asks as a person only when there is something to fetch (supabase/local/sharing).
--
-- {epoch, cursor, now, changed: {kind: number of the last change}, moved, people, ended}: for the owner alone, since it says
-- that something changed whoever may see it. `changed` and `moved` are "0" where nothing ever did; `people` is
-- {user: {role, district, account}} of all who may do anything, null when no profile changed since p_since; `ended` are the
-- sessions of which a token may still be around (a token lives an hour at most).
create function muster.pulse(p_since text default null) returns jsonb
language plpgsql stable set search_path = ''
as $$
declare
  kind text;
  last xid8;
  changed jsonb := '{}';
begin
  foreach kind in array muster.record_kinds() loop
    -- The index from its end: one row, however many there are.
    execute format('select t.changed_xid from public.%I t order by t.changed_xid desc limit 1', kind) into last;
    changed := changed || jsonb_build_object(kind, coalesce(last::text, '0'));
  end loop;
  return jsonb_build_object(
    'epoch', (select e.epoch from muster.database_epoch e),
    'cursor', pg_snapshot_xmin(pg_current_snapshot())::text,
    'now', now(),
    'changed', changed,
    'moved', coalesce((select m.changed_xid::text from muster.moved_record m order by m.changed_xid desc limit 1), '0'),
    'people', case when p_since is null
        or exists (select from public.profile p where p.changed_xid >= p_since::xid8) then (
      select coalesce(jsonb_object_agg(p.user_id, jsonb_build_object('role', p.role, 'district', p.district_code,
        'account', p.changed_xid::text)), '{}')
      from public.profile p where p.disabled_at is null) end,
    'ended', (select coalesce(jsonb_agg(e.id), '[]') from muster.ended_session e
      where e.ended_at > now() - interval '2 hours')
  );
end
$$;

revoke execute on function muster.renew_epoch, muster.record_kinds, muster.pulse from public;
grant execute on function muster.record_kinds to authenticated, service_role;
revoke execute on function public.sync_state from public, anon;
grant execute on function public.sync_state to authenticated, service_role;
