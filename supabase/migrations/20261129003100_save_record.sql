-- Writing any record by one call: create, edit, archive, restore, go back to a version. Runs as the caller, so every
-- policy and every trigger of the table decides; an edit states the version it was based on.

-- Columns that a caller may state: neither key, nor computed, nor bookkeeping. A district's path follows from its parent, and
-- whether it is a demonstration is no console's to say.
create function muster.writable_columns(p_kind text) returns text[]
language sql stable set search_path = ''
as $$
  select array_agg(a.attname::text order by a.attnum)
  from pg_catalog.pg_attribute a
  where a.attrelid = format('public.%I', p_kind)::regclass and a.attnum > 0 and not a.attisdropped
    and a.attgenerated = '' and a.attidentity = ''
    and a.attname <> all (array['id', 'version', 'created_at', 'updated_at', 'updated_by', 'changed_xid',
      'verified_by', 'disputed_at', 'disputed_by']
      || case when p_kind = 'district' then array['path', 'is_demo'] else '{}' end)
$$;

-- p_version null creates the record p_id (made by the console, so that a repeated call makes no second one); otherwise
-- changes the stated columns if the record still has that version. Geometry: EWKT text or GeoJSON.
-- @returns {outcome: saved | conflict | gone, record}; conflict brings the record as it is now
create function public.save_record(p_kind text, p_id uuid, p_version int, p_change jsonb) returns json
language plpgsql set search_path = ''
as $$
declare
  known text[];
  columns text;
  wrong text;
  written int;
  there json;
begin
  if p_kind is null or p_kind <> all (muster.record_kinds()) then
    raise exception 'no such kind of record' using errcode = '22023';
  end if;
  if jsonb_typeof(p_change) is distinct from 'object' or p_id is null then
    raise exception 'a change is an object of columns' using errcode = '22023';
  end if;
  known := muster.writable_columns(p_kind);
  select string_agg(format('%I', key), ', '), min(key) filter (where key <> all (known))
    into columns, wrong from jsonb_object_keys(p_change) key;
  if wrong is not null then
    raise exception 'a % has no column % to write', p_kind, wrong using errcode = '42703';
  end if;
  -- Asked first: an error inside GEOS would end the statement without a word on PGlite.
  if p_change ->> 'geom' is not null
    and muster.is_on_earth((p_change ->> 'geom')::extensions.geometry) is not true then
    raise exception 'the geometry is empty, crosses itself or leaves the earth'
      using errcode = '23514', constraint = p_kind || '_geom_check';
  end if;
  if p_version is null and p_kind = 'district' then
    -- `on conflict` would ask whether the caller sees the district, which he does only once it is there.
    execute format('insert into public.district (id%1$s) select $1%1$s
      from jsonb_populate_record(null::public.district, $2)
      where not exists (select from public.district d where d.id = $1)', ', ' || columns) using p_id, p_change;
  elsif p_version is null then
    execute format('insert into public.%1$I (id%2$s) select $1%2$s from jsonb_populate_record(null::public.%1$I, $2)
      on conflict (id) do nothing', p_kind, ', ' || columns) using p_id, p_change;
  elsif columns is not null then
    execute format('update public.%1$I t set (%2$s) = (select %2$s from jsonb_populate_record(null::public.%1$I, $3))
      where t.id = $1 and t.version = $2', p_kind, columns) using p_id, p_version, p_change;
  end if;
  get diagnostics written = row_count;
  there := public.record_row(p_kind, p_id);
  return json_build_object(
    'outcome', case when written = 1 then 'saved' when there is null then 'gone' else 'conflict' end,
    'record', there);
end
$$;

-- Back to what a record said at version p_to: every field changed since gets its former value; nobody's verification
-- or dispute comes back, an archived record stays archived, and no rectification moves: that is what steps are for.
create function public.restore_version(p_kind text, p_id uuid, p_to int, p_version int) returns json
language plpgsql set search_path = ''
as $$
declare
  change record;
  former jsonb := '{}';
begin
  for change in
    select c.before from public.record_change c
    where c.kind = p_kind and c.record_id = p_id and c.version > p_to and c.before is not null order by c.seq desc
  loop
    former := former || change.before;
  end loop;
  former := former - array['archived_at', 'verified_at', 'verified_by', 'disputed_at', 'disputed_by',
    'dispute_reason', 'rectification_state'];
  if former = '{}' then
    return json_build_object('outcome', 'saved', 'record', public.record_row(p_kind, p_id));
  end if;
  return public.save_record(p_kind, p_id, p_version, former);
end
$$;

revoke execute on function muster.writable_columns from public;
grant execute on function muster.writable_columns to authenticated, service_role;
revoke execute on function public.save_record, public.restore_version from public, anon;
grant execute on function public.save_record, public.restore_version to authenticated, service_role;
