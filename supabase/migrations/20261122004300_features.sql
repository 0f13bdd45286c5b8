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
  filter := format('t.archived_at is null and ($1 = ''{}'' or t.geom is null
      or exists (select 1 from unnest($1) box where extensions.st_intersects(t.geom, box)))
    and (($2 is null and $3 is null) or coalesce(%s && tstzrange($2, $3, ''[]''), true))
    and ($4 is null or t.%I::text = $4)', muster.feature_time(p_kind), key);
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

revoke execute on function public.feature_page(text, float8[], timestamptz, timestamptz, text, int, text),
  public.feature_collections() from public, anon;
grant execute on function public.feature_page(text, float8[], timestamptz, timestamptz, text, int, text),
  public.feature_collections() to authenticated, service_role;
revoke execute on function muster.feature_kinds(), muster.feature_time(text) from public;
grant execute on function muster.feature_kinds(), muster.feature_time(text) to authenticated, service_role;
