-- Lines of a network that touch a box, as [[lng, lat], …] each, for looking at a place of it; the first 400. As far as the
-- caller may see them (road_edge_select): those of networks in use.
create function public.road_lines(p_network uuid, p_west float8, p_south float8, p_east float8, p_north float8) returns json
language sql stable set search_path = ''
as $$
  select coalesce(json_agg(x.line), '[]') from (
    select extensions.st_asgeojson(e.geom, 7, 0)::json -> 'coordinates' as line
    from public.road_edge e
    where e.network_id = p_network
      and e.geom operator(extensions.&&) extensions.st_makeenvelope(p_west, p_south, p_east, p_north, 4326)
    order by e.edge limit 400
  ) x
$$;
revoke execute on function public.road_lines(uuid, float8, float8, float8, float8) from public, anon;
grant execute on function public.road_lines(uuid, float8, float8, float8, float8) to authenticated, service_role;
