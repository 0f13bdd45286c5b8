-- Features: the register as other programs of the office read it (OGC API - Features). Read only, as the caller, so that
-- the policies decide; nothing here shows what a console would not show.

-- Kinds with a place.
create function muster.feature_kinds() returns text[]
language sql immutable parallel safe set search_path = ''
as $$
  select array['district', 'settlement', 'hazard', 'shelter', 'depot', 'team', 'evacuation_route', 'incident', 'closure',
    'base_feature']
$$;

-- The time a record speaks about, as an SQL expression; null where it tells none.
create function muster.feature_time(p_kind text) returns text
language sql immutable parallel safe set search_path = ''
as $$
  select case p_kind
    when 'incident' then 'tstzrange(t.occurred_at, t.closed_at, ''[]'')'
    when 'closure' then 'tstzrange(t.from_at, coalesce(t.lifted_at, t.until_at), ''[]'')'
    when 'district' then 'null::tstzrange'
    when 'base_feature' then 'null::tstzrange'
    else 'case when t.observed_at is not null then tstzrange(t.observed_at, t.observed_at, ''[]'') end' end
$$;

-- A box asks the index. Under row level security PostgreSQL puts no condition into an index whose function it does not hold for
-- leakproof, and none of PostGIS is: 100,000 records were looked at one by one, twice, for a box with ten of them.
-- Ids of what touches a box, or has no place (which never excludes); which of them the caller sees is for whoever asks. Tells
-- nothing but ids. @param p_kind one of muster.feature_kinds()
create function muster.ids_in_boxes(p_kind text, p_boxes extensions.geometry[]) returns setof uuid
language plpgsql stable security definer rows 50 set search_path = ''
as $$
begin
  if p_kind = any (muster.feature_kinds()) then
    return query execute format('
      select t.id from unnest($1) box join public.%1$I t
        on t.geom operator(extensions.&&) box and extensions.st_intersects(t.geom, box)
      union all select t.id from public.%1$I t where t.geom is null', p_kind) using p_boxes;
  end if;
end
$$;

-- {matched, features}: GeoJSON features in key order after p_after. Unknown never excludes: a record without a place
-- matches every box, one without a time matches every time. p_bbox = west, south, east, north; west > east crosses the
-- antimeridian. p_id asks for one record.
create function public.feature_page(
  p_kind text, p_bbox float8[] default null, p_from timestamptz default null, p_to timestamptz default null,
  p_after text default null, p_limit int default 100, p_id text default null
) returns json
language plpgsql stable set search_path = ''
as $$
declare
  key constant text := case p_kind when 'district' then 'code' else 'id' end;
  boxes extensions.geometry[] := '{}';
  filter text;
  matched bigint;
  features json;
begin
  if p_kind is null or p_kind <> all (muster.feature_kinds()) then
    raise exception 'no such kind of feature' using errcode = '22023';
  end if;
  if array_length(p_bbox, 1) = 4 then
    boxes := case when p_bbox[1] <= p_bbox[3]
      then array[extensions.st_makeenvelope(p_bbox[1], p_bbox[2], p_bbox[3], p_bbox[4], 4326)]
      else array[extensions.st_makeenvelope(p_bbox[1], p_bbox[2], 180, p_bbox[4], 4326),
        extensions.st_makeenvelope(-180, p_bbox[2], p_bbox[3], p_bbox[4], 4326)] end;
  end if;
  filter := format('t.archived_at is null '
    || case when boxes = '{}' then '' else 'and t.id in (select muster.ids_in_boxes(%3$L, $1)) ' end || '
    and (($2 is null and $3 is null) or coalesce(%1$s && tstzrange($2, $3, ''[]''), true))
    and ($4 is null or t.%2$I::text = $4)', muster.feature_time(p_kind), key, p_kind);
  execute format('select count(*) from public.%I t where %s', p_kind, filter)
    into matched using boxes, p_from, p_to, p_id;
  execute format(
    'select coalesce(json_agg(f.feature), ''[]'') from (
       select json_build_object(
         ''type'', ''Feature'', ''id'', t.%2$I, ''geometry'', extensions.st_asgeojson(t.geom, 9)::json,
         ''properties'', to_jsonb(t) - muster.kept_back(%3$L) - array[''lng'', ''lat''] %4$s) as feature
       from public.%1$I t %5$s
       where %6$s and ($5 is null or t.%2$I::text collate "C" > $5)
       order by t.%2$I::text collate "C" limit $6) f',
    p_kind, key, p_kind,
    case p_kind when 'shelter'
      then '|| jsonb_build_object(''occupancy'', b.occupancy, ''occupancy_at'', b.occupancy_at)' else '' end,
    case p_kind when 'shelter' then 'left join lateral muster.shelter_occupancy(t.id) b on true' else '' end,
    filter
  ) into features using boxes, p_from, p_to, p_id, p_after, least(greatest(coalesce(p_limit, 100), 1), 10001);
  return json_build_object('matched', matched, 'features', features);
end
$$;

-- [{kind, rows, bbox}]: what there is to read and where it lies. bbox is null where nothing has a place.
create function public.feature_collections() returns json
language plpgsql stable set search_path = ''
as $$
declare
  kind text;
  one json;
  found json[] := '{}';
begin
  foreach kind in array muster.feature_kinds() loop
    execute format(
      'select json_build_object(''kind'', %L, ''rows'', count(*), ''bbox'', case when count(t.geom) > 0 then
         json_build_array(min(extensions.st_xmin(t.geom)), min(extensions.st_ymin(t.geom)),
           max(extensions.st_xmax(t.geom)), max(extensions.st_ymax(t.geom))) end)
       from public.%I t where t.archived_at is null', kind, kind) into one;
    found := found || one;
  end loop;
  return array_to_json(found);
end
$$;

revoke execute on function muster.feature_kinds, muster.feature_time, muster.ids_in_boxes from public;
grant execute on function muster.feature_kinds, muster.feature_time, muster.ids_in_boxes
  to authenticated, service_role;
revoke execute on function public.feature_page, public.feature_collections from public, anon;
grant execute on function public.feature_page, public.feature_collections to authenticated, service_role;
