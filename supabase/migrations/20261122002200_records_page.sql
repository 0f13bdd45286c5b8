-- records_page: one page of one kind, in key order, as the console's record types want it.

-- Columns that a console has no use for.
create function muster.kept_back(p_kind text) returns text[]
language sql immutable parallel safe set search_path = ''
as $$
  select array['geom', 'position', 'changed_xid', 'published'] || case
    when p_kind = 'base_feature' then array['external_id', 'source', 'version', 'created_at', 'updated_at', 'updated_by']
    when p_kind in ('stock_lot', 'incident', 'closure') then array['external_id']
    else '{}' end
$$;

-- The select list of a kind: its columns without the raw geometry, the change number and the publication rules; then
-- `geometry` (GeoJSON with 7 decimals, about 1 cm) where the geometry is not a point; then the sums of movements.
create function muster.record_columns(p_kind text) returns text
language sql stable set search_path = ''
as $$
  select string_agg(format('t.%I', a.attname), ', ' order by a.attnum)
      filter (where a.attname <> all (muster.kept_back(p_kind)))
    || coalesce(max(', case when extensions.geometrytype(t.geom) <> ''POINT'' '
      'then extensions.st_asgeojson(t.geom, 7)::json end as geometry') filter (where a.attname = 'geom'), '')
    || case p_kind
      when 'shelter' then ', b.occupancy, b.occupancy_at'
      when 'stock_lot' then ', b.quantity, b.quantity_at'
      else '' end
  from pg_catalog.pg_attribute a
  where a.attrelid = format('public.%I', p_kind)::regclass and a.attnum > 0 and not a.attisdropped
$$;

-- Rows whose key comes after p_after, in key order. Without p_since all that are not archived; with it every row
-- changed since, archived ones too, so that they can leave the screen. Keys: district code, otherwise id. (json, not
-- jsonb: building 10,000 rows takes a third of the time.)
create function public.records_page(
  p_kind text, p_since text default null, p_after text default null, p_limit int default 1000
) returns json
language plpgsql stable set search_path = ''
as $$
declare
  key constant text := case p_kind when 'district' then 'code' else 'id' end;
  key_type constant text := case p_kind when 'district' then 'text' else 'uuid' end;
  page json;
begin
  if p_kind is null or p_kind <> all (muster.record_kinds()) then
    raise exception 'no such kind of record' using errcode = '22023';
  end if;
  execute format(
    'select coalesce(json_agg(row_to_json(r)), ''[]'')
     from (select %s from public.%I t%s where %s and %s order by t.%I limit $3) r',
    muster.record_columns(p_kind),
    p_kind,
    case p_kind
      when 'shelter' then ' left join lateral muster.shelter_occupancy(t.id) b on true'
      when 'stock_lot' then ' left join lateral muster.stock_balance(t.id) b on true'
      else '' end,
    case when p_since is null then 't.archived_at is null' else 't.changed_xid >= $1::xid8' end,
    case when p_after is null then 'true' else format('t.%I > $2::%s', key, key_type) end,
    key
  ) into page using p_since, p_after, least(greatest(coalesce(p_limit, 1000), 1), 10000);
  return page;
end
$$;

revoke execute on function public.records_page(text, text, text, int) from public, anon;
grant execute on function public.records_page(text, text, text, int) to authenticated, service_role;
revoke execute on function muster.record_columns(text), muster.kept_back(text) from public;
grant execute on function muster.record_columns(text), muster.kept_back(text) to authenticated, service_role;
