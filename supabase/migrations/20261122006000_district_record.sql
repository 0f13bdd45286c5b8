-- A district is a record like the others: it has an id that history and imports know it by, says where it is from and
-- how old that is, is saved with a version, and remembers what it said. Its code stays what everything refers to.

alter table public.district
  add column id uuid not null default gen_random_uuid() unique,
  -- Itself: whoever may read a district may read its history.
  add column district_code text collate "C" generated always as (code) stored,
  -- Where name and boundary are from; null = nobody recorded it.
  add column source text check (muster.is_text(source)),
  add column observed_at timestamptz check (observed_at <= now() + interval '1 day');

-- The path of a district follows from where it hangs, and its own district is computed: nobody recorded either.
create or replace function muster.facts(row_as_json jsonb) returns jsonb
language sql immutable parallel safe set search_path = ''
as $$
  select row_as_json - array['changed_xid', 'lng', 'lat', 'position_lng', 'position_lat']
    - case when row_as_json ? 'path' then array['path', 'district_code'] else '{}' end
$$;

-- Path from the parent's path; a child is of a lower level than its parent; no cycles; nothing hangs below what is
-- retired; nobody moves his own home.
create or replace function muster.place_district() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
  levels constant text[] := array['root', 'province', 'prefecture', 'county', 'township', 'village'];
  parent public.district;
begin
  if tg_op = 'UPDATE' then
    new.id := old.id;
    if new.level <> old.level and exists (
      select from public.district d
      where d.parent_code = new.code and d.archived_at is null
        and array_position(levels, d.level) <= array_position(levels, new.level)
    ) then
      raise exception 'a % has districts of its own level or above below it', new.level
        using errcode = '23514', constraint = 'district_level_order';
    end if;
    if new.parent_code is distinct from old.parent_code and new.code = muster.my_home() then
      raise exception 'a person cannot move the district he belongs to' using errcode = '42501';
    end if;
  end if;
  if new.parent_code is null then
    new.path := '/' || new.code || '/';
    return new;
  end if;
  select * into parent from public.district d where d.code = new.parent_code;
  if not found then
    raise exception 'district % does not exist', new.parent_code using errcode = '23503';
  end if;
  if position('/' || new.code || '/' in parent.path) > 0 then
    raise exception 'district % cannot lie below itself', new.code
      using errcode = '23514', constraint = 'district_below_itself';
  end if;
  if array_position(levels, new.level) <= array_position(levels, parent.level) then
    raise exception 'a % cannot lie below a %', new.level, parent.level
      using errcode = '23514', constraint = 'district_level_order';
  end if;
  if parent.archived_at is not null and new.archived_at is null then
    raise exception 'district % is retired', parent.code
      using errcode = '23514', constraint = 'district_retired';
  end if;
  new.path := parent.path || new.code || '/';
  return new;
end
$$;

-- A moved district takes everything below it along, one generation at a time; nobody edited those, so that their
-- versions stay. What a person could see before and what he can see now differ: every console starts over.
create or replace function muster.carry_districts() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  update public.district set path = '', changed_xid = '0' where parent_code = new.code;
  if new.parent_code is distinct from old.parent_code then
    perform muster.renew_epoch();
  end if;
  return null;
end
$$;

create or replace function muster.remembered_kinds() returns text[]
language sql immutable parallel safe set search_path = ''
as $$
  select array['settlement', 'hazard', 'shelter', 'depot', 'stock_lot', 'team', 'evacuation_route', 'contact',
    'incident', 'closure', 'district_setting', 'district']
$$;

-- As before, without the path of a district.
create or replace function muster.recorded(p_kind text, p_alias text) returns text
language sql stable set search_path = ''
as $$
  select format('(select to_jsonb(x) from (select %s) x)', string_agg(
    case when a.atttypid = 'extensions.geometry'::regtype
      then format('extensions.st_asgeojson(%1$I.%2$I, 15, 0)::jsonb as %2$I', p_alias, a.attname)
      else format('%I.%I', p_alias, a.attname) end, ', ' order by a.attnum))
  from pg_catalog.pg_attribute a
  where a.attrelid = format('public.%I', p_kind)::regclass and a.attnum > 0 and not a.attisdropped
    and a.attgenerated = '' and a.attname <> all (
      array['id', 'version', 'created_at', 'updated_at', 'updated_by', 'changed_xid']
      || case when p_kind = 'district' then array['path'] else '{}' end)
$$;

create trigger e_remember_creation after insert on public.district
  referencing new table as created for each statement execute function muster.remember_creation();
create trigger e_remember_change after update on public.district
  referencing old table as former new table as changed
  for each statement execute function muster.remember_change();
create trigger e_forget after delete on public.district
  referencing old table as deleted for each statement execute function muster.forget_deleted();

-- As before; a district's path follows from its parent, and whether it is a demonstration is no console's to say.
create or replace function muster.writable_columns(p_kind text) returns text[]
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

-- One record as a console wants it (see records_page), archived or not; null when the caller does not see it.
create or replace function public.record_row(p_kind text, p_id uuid) returns json
language plpgsql stable set search_path = ''
as $$
declare
  answer json;
begin
  if p_kind is null or p_kind <> all (muster.record_kinds()) then
    raise exception 'no such kind of record' using errcode = '22023';
  end if;
  execute format('select row_to_json(r) from (select %s from public.%I t%s where t.id = $1) r',
    muster.record_columns(p_kind), p_kind,
    case p_kind
      when 'shelter' then ' left join lateral muster.shelter_occupancy(t.id) b on true'
      when 'stock_lot' then ' left join lateral muster.stock_balance(t.id) b on true'
      else '' end) into answer using p_id;
  return answer;
end
$$;

-- As before, for districts too. (Policies decide: only admins write them, below their own.)
create or replace function public.save_record(p_kind text, p_id uuid, p_version int, p_change jsonb) returns json
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

-- As before, for districts too.
create or replace function public.archived_page(
  p_kind text, p_before timestamptz default null, p_before_id uuid default null, p_limit int default 1000
) returns json
language plpgsql stable set search_path = ''
as $$
declare
  page json;
begin
  if p_kind is null or p_kind = 'district_setting' or p_kind <> all (muster.record_kinds()) then
    raise exception 'no such kind of record' using errcode = '22023';
  end if;
  execute format(
    'select json_build_object(
       ''total'', (select count(*) from public.%2$I t where t.archived_at is not null),
       ''rows'', (select coalesce(json_agg(row_to_json(r)), ''[]'')
         from (select %1$s from public.%2$I t%3$s
               where t.archived_at is not null and ($1 is null or (t.archived_at, t.id) < ($1, $2))
               order by t.archived_at desc, t.id desc limit $3) r))',
    muster.record_columns(p_kind),
    p_kind,
    case p_kind
      when 'shelter' then ' left join lateral muster.shelter_occupancy(t.id) b on true'
      when 'stock_lot' then ' left join lateral muster.stock_balance(t.id) b on true'
      else '' end
  ) into page using p_before, p_before_id, least(greatest(coalesce(p_limit, 1000), 1), 10000);
  return page;
end
$$;
