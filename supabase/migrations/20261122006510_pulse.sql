-- Whether anything changed, asked once for all consoles. A gateway that knows the pulse answers "nothing new" to any number
-- of consoles by itself, and asks as a person only when there is something to fetch.

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
revoke execute on function muster.pulse(text) from public;

-- Tells the gateways that it is worth asking, also when somebody else wrote: a tool, another gateway, a person at psql.
create function muster.tell_change() returns trigger
language plpgsql set search_path = ''
as $$
begin
  perform pg_notify('muster_change', '');
  return null;
end
$$;
revoke execute on function muster.tell_change() from public;

do $$
declare
  told text;
begin
  foreach told in array (select array_agg('public.' || kind) from unnest(muster.record_kinds()) kind)
    || array['public.profile', 'muster.ended_session', 'muster.database_epoch'] loop
    execute format('create trigger z_tell_change after insert or update or delete on %s
      for each statement execute function muster.tell_change()', told);
  end loop;
end
$$;

-- As before, and `account`: it changes when the caller's own rights do, so that a console need not ask for them besides.
create or replace function public.sync_state(p_since text default null) returns jsonb
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
