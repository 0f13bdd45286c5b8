-- archived_page: the archived records of a kind, the last archived first, in the form of records_page (with lines and
-- areas as they are). The next page begins after the last record of this one: p_before its archived_at, p_before_id its id.
-- @returns {total: all the caller may see, rows}
create function public.archived_page(
  p_kind text, p_before timestamptz default null, p_before_id uuid default null, p_limit int default 1000
) returns json
language plpgsql stable set search_path = ''
as $$
declare
  page json;
begin
  if p_kind is null or p_kind in ('district', 'district_setting') or p_kind <> all (muster.record_kinds()) then
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

revoke execute on function public.archived_page(text, timestamptz, uuid, int) from public, anon;
grant execute on function public.archived_page(text, timestamptz, uuid, int) to authenticated, service_role;
