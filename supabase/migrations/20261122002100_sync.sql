-- Synchronisation: what a console asks for every few seconds. All functions run as the caller, so policies apply.
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
grant select on muster.database_epoch to authenticated, service_role;

-- For tools: every console starts over.
create function muster.renew_epoch() returns uuid
language sql set search_path = ''
as $$ update muster.database_epoch set epoch = gen_random_uuid() returning epoch $$;
revoke execute on function muster.renew_epoch() from public;

-- The kinds a console keeps, as in src/core/model/kinds.ts (a test compares).
create function muster.record_kinds() returns text[]
language sql immutable parallel safe set search_path = ''
as $$
  select array['district', 'district_setting', 'base_feature', 'settlement', 'hazard', 'shelter', 'depot', 'team',
    'evacuation_route', 'stock_lot', 'contact', 'incident', 'closure']
$$;

-- {epoch, cursor, now, counts: {kind: rows changed since p_since, or all that are not archived}}
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
    'counts', counts
  );
end
$$;

revoke execute on function public.sync_state(text) from public, anon;
grant execute on function public.sync_state(text) to authenticated, service_role;
grant execute on function muster.record_kinds() to authenticated, service_role;
revoke execute on function muster.record_kinds() from public;
