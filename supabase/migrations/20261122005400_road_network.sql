-- road_network: the roads of a district as one graph, in bytes that the console takes as they are (src/core/roads,
-- layout.ts). The newest of a district counts; a new import takes its place. Closures are kept by location in their own table
-- and outlive every network. Read by everybody of the subtree and below it, like the thresholds: a county drives on the
-- roads that its city imported.

create table public.road_network (
  id uuid primary key default gen_random_uuid(),
  district_code text collate "C" not null references public.district (code),
  -- Counts the networks a district has had.
  edition int not null default 1 check (edition >= 1),
  source text not null check (muster.is_text(source)),
  -- When the file's data were true, where it says so.
  data_time timestamptz,
  imported_at timestamptz not null default now(),
  west double precision not null check (west between -180 and 180),
  south double precision not null check (south between -90 and 90),
  east double precision not null check (east between west and 180),
  north double precision not null check (north between south and 90),
  length_m double precision not null check (length_m >= 0),
  -- src/core/roads/report.ts
  report jsonb not null check (jsonb_typeof(report) = 'object'),
  checksum text not null,
  graph bytea not null check (length(graph) > 0),
  like muster.stored including all,
  check (checksum = encode(sha256(graph), 'hex')),
  unique (district_code, edition)
);
-- Bytes that do not pack any further.
alter table public.road_network alter column graph set storage external;

create trigger a_key before update on public.road_network for each row execute function muster.keep_key('id');
create trigger c_stamp before insert or update on public.road_network for each row execute function muster.stamp();

revoke all on public.road_network from public, anon, authenticated;
grant select, insert, update on public.road_network to authenticated;
grant all on public.road_network to service_role;
alter table public.road_network enable row level security;

create policy road_network_select on public.road_network for select to authenticated using (
  district_code in (select muster.my_districts('admin', 'commander', 'planner', 'field', 'viewer'))
  or district_code in (select muster.my_lineage())
);
create policy road_network_insert on public.road_network for insert to authenticated
  with check (district_code in (select muster.my_districts('admin')));
create policy road_network_update on public.road_network for update to authenticated
  using (district_code in (select muster.my_districts('admin')))
  with check (district_code in (select muster.my_districts('admin')));

-- The newest network of each district the caller may see, without its graph.
create function public.road_networks() returns json
language sql stable set search_path = ''
as $$
  select coalesce(json_agg(row_to_json(n)), '[]') from (
    select distinct on (t.district_code) t.id, t.district_code, t.edition as version, t.checksum, t.source, t.imported_at,
      t.west, t.south, t.east, t.north, t.length_m
    from public.road_network t where t.archived_at is null
    order by t.district_code, t.edition desc
  ) n
$$;

-- One graph; null for one that is not there or that the caller may not see.
create function public.road_graph(p_network uuid) returns bytea
language sql stable set search_path = ''
as $$ select t.graph from public.road_network t where t.id = p_network and t.archived_at is null $$;

-- The same as text, for a gateway that speaks JSON alone.
create function public.road_graph_base64(p_network uuid) returns text
language sql stable set search_path = ''
as $$ select encode(public.road_graph(p_network), 'base64') $$;

revoke execute on function public.road_networks(), public.road_graph(uuid), public.road_graph_base64(uuid)
  from public, anon;
grant execute on function public.road_networks(), public.road_graph(uuid), public.road_graph_base64(uuid)
  to authenticated, service_role;
