-- Reading records as the console's record types want them: a page of a kind, one record, the archived ones.

-- Columns that a console has no use for. What an import knows a lot by travels: without it a list that comes again would make its
-- lots anew.
create function muster.kept_back(p_kind text) returns text[]
language sql immutable parallel safe set search_path = ''
as $$
  select array['geom', 'position', 'changed_xid', 'published'] || case
    when p_kind = 'base_feature' then array['external_id', 'source', 'version', 'created_at', 'updated_at', 'updated_by']
    when p_kind in ('incident', 'closure') then array['external_id']
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

-- One page of one kind: rows whose key comes after p_after, in key order. Without p_since all that are not archived; with it every
-- row changed since, archived ones too, so that they can leave the screen. Keys: district code, otherwise id. (json, not
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

-- One record as a console wants it (see records_page), archived or not; null when the caller does not see it.
create function public.record_row(p_kind text, p_id uuid) returns json
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

-- The archived records of a kind, the last archived first, in the form of records_page (with lines and areas as they are). The
-- next page begins after the last record of this one: p_before its archived_at, p_before_id its id.
-- @returns {total: all the caller may see, rows}
create function public.archived_page(
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

revoke execute on function muster.kept_back, muster.record_columns from public;
grant execute on function muster.kept_back, muster.record_columns to authenticated, service_role;
revoke execute on function public.records_page, public.record_row, public.archived_page from public, anon;
grant execute on function public.records_page, public.record_row, public.archived_page to authenticated, service_role;
