-- road_edge: the stretches of a network with their lines, for drawing them, for clicking them and for closing them. They
-- live and die with their network; `edge` is the number the graph keeps as the edge's origin.

create table public.road_edge (
  network_id uuid not null references public.road_network (id) on delete cascade,
  edge int not null check (edge >= 0),
  -- What the file calls it: a way's id, a row's number.
  origin text not null check (muster.is_text(origin)),
  class text not null check (muster.is_text(class, 60)),
  name text check (muster.is_text(name)),
  -- Who may pass along the line and against it: 1 car, 2 truck, 4 on foot, added up.
  forward smallint not null check (forward between 0 and 7),
  backward smallint not null check (backward between 0 and 7),
  -- null is unknown, and unknown never closes a road.
  speed_kmh real check (speed_kmh > 0),
  width_m real check (width_m > 0),
  max_weight_t real check (max_weight_t > 0),
  max_height_m real check (max_height_m > 0),
  bridge boolean not null default false,
  tunnel boolean not null default false,
  layer smallint not null default 0,
  ferry boolean not null default false,
  -- A barrier is a stretch without length: its line has one place twice, which is no valid line but a place.
  geom extensions.geometry (LineString, 4326) not null check (
    not extensions.st_isempty(geom) and extensions.st_xmin(geom) >= -180 and extensions.st_xmax(geom) <= 180
    and extensions.st_ymin(geom) >= -90 and extensions.st_ymax(geom) <= 90),
  primary key (network_id, edge),
  -- A road between two junctions.
  constraint too_many_corners check (extensions.st_npoints(geom) <= muster.most_corners())
);
create index road_edge_geom on public.road_edge using gist (geom);

-- The inner question of a policy runs as the caller: edges are seen with their network.
revoke all on public.road_edge from public, anon, authenticated;
grant select, insert on public.road_edge to authenticated;
grant all on public.road_edge to service_role;
alter table public.road_edge enable row level security;

create policy road_edge_select on public.road_edge for select to authenticated using (
  network_id in (select n.id from public.road_network n where n.sending is null and n.archived_at is null)
);
create policy road_edge_insert on public.road_edge for insert to authenticated with check (
  network_id in (select n.id from public.road_network n
    where n.sending is not null and n.archived_at is null
      and n.district_code in (select muster.my_districts('admin')))
);

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

revoke execute on function public.road_lines from public, anon;
grant execute on function public.road_lines to authenticated, service_role;
