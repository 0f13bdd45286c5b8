-- nearest_by_geography: the server's answer to "what is nearest?", on the spheroid and by index.
-- Always `geography <->`: the same operator on geometry in degrees returns wrong sets.

-- The p_k records of a kind that lie nearest to (p_lng, p_lat) and that the caller may see: id and metres to the edge
-- of its geometry (0 inside). Ties break by id. Records without a place are not in the answer.
create function public.nearest_by_geography(
  p_kind text, p_lng double precision, p_lat double precision, p_k int default 10
) returns table (id uuid, distance_m double precision)
language plpgsql stable set search_path = ''
as $$
begin
  if p_kind is null or p_kind not in ('settlement', 'hazard', 'shelter', 'depot', 'team', 'evacuation_route',
    'incident', 'closure') then
    raise exception 'no such kind of record' using errcode = '22023';
  end if;
  if (p_lng between -180 and 180 and p_lat between -90 and 90) is not true then
    raise exception 'a place has a longitude within ±180 and a latitude within ±90' using errcode = '22023';
  end if;
  return query execute format(
    'select t.id, extensions.st_distance(t.geom::extensions.geography, $1)
     from public.%I t
     where t.archived_at is null and t.geom is not null
     order by t.geom::extensions.geography operator(extensions.<->) $1, t.id
     limit $2', p_kind)
  using extensions.st_setsrid(extensions.st_makepoint(p_lng, p_lat), 4326)::extensions.geography,
    least(greatest(coalesce(p_k, 10), 1), 10000);
end
$$;

revoke execute on function public.nearest_by_geography from public, anon;
grant execute on function public.nearest_by_geography to authenticated, service_role;
