-- How a road network comes: opened with what it will be, its graph in pieces, its edges in lists, put together, finished.
-- Every step may be repeated after a lost answer. The commands and the console send it the same way; who may is decided
-- by the policies of road_network and road_edge, and by muster.take_roads where a step acts as its owner.

create table public.road_graph_piece (
  network_id uuid not null references public.road_network (id) on delete cascade,
  part int not null check (part >= 0),
  bytes bytea not null check (length(bytes) between 1 and 8000000),
  primary key (network_id, part)
);
alter table public.road_graph_piece alter column bytes set storage external;

-- Pieces are sent and never read: putting them together is the owner's work.
revoke all on public.road_graph_piece from public, anon, authenticated;
grant insert on public.road_graph_piece to authenticated;
grant all on public.road_graph_piece to service_role;
alter table public.road_graph_piece enable row level security;

create policy road_graph_piece_insert on public.road_graph_piece for insert to authenticated with check (
  network_id in (select n.id from public.road_network n
    where n.sending is not null and n.archived_at is null
      and n.district_code in (select muster.my_districts('admin')))
);

-- Holds a network for this transaction; null when the caller is no admin of its district.
create function muster.take_roads(p_network uuid) returns public.road_network
language plpgsql security definer set search_path = ''
as $$
declare
  network public.road_network;
begin
  select n.id, n.district_code, n.edition, n.source, n.archived_at, n.sending
  into network.id, network.district_code, network.edition, network.source, network.archived_at, network.sending
  from public.road_network n
  where n.id = p_network and (auth.uid() is null or n.district_code in (select muster.my_districts('admin')))
  for update;
  return network;
end
$$;

-- Announces a network: {district, source, data_time, west, south, east, north, length_m, report, checksum, bytes, edges}
create function public.road_upload_open(p_network uuid, p_facts jsonb) returns void
language sql set search_path = ''
as $$
  insert into public.road_network (id, district_code, edition, source, data_time, west, south, east, north, length_m, report,
    checksum, sending)
  select p_network, f.district, 1 + coalesce((select max(n.edition) from public.road_network n
      where n.district_code = f.district), 0),
    f.source, f.data_time, f.west, f.south, f.east, f.north, f.length_m, f.report, f.checksum,
    jsonb_build_object('bytes', f.bytes, 'edges', f.edges)
  from jsonb_to_record(p_facts) as f(district text, source text, data_time timestamptz, west float8, south float8,
    east float8, north float8, length_m float8, report jsonb, checksum text, bytes int, edges int)
  on conflict (id) do nothing
$$;

create function public.road_upload_graph(p_network uuid, p_part int, p_bytes text) returns void
language sql set search_path = ''
as $$
  insert into public.road_graph_piece (network_id, part, bytes) values (p_network, p_part, decode(p_bytes, 'base64'))
  on conflict do nothing
$$;

-- Rows as src/core/roads/stored.ts shapes them, at most 5,000.
create function public.road_upload_edges(p_network uuid, p_edges jsonb) returns void
language plpgsql set search_path = ''
as $$
begin
  if jsonb_typeof(p_edges) is distinct from 'array' or jsonb_array_length(p_edges) > 5000 then
    raise exception 'edges come as a list of at most 5,000' using errcode = '22023';
  end if;
  insert into public.road_edge (network_id, edge, origin, class, name, forward, backward, speed_kmh, width_m,
    max_weight_t, max_height_m, bridge, tunnel, layer, ferry, geom)
  select p_network, x.e, x.o, x.c, x.n, x.f, x.b, x.s, x.w, x.t, x.h, x.br, x.tu, x.l, x.fe,
    extensions.st_geomfromtext(x.g, 4326)
  from jsonb_to_recordset(p_edges) as x(e int, o text, c text, n text, f int2, b int2, s real, w real, t real,
    h real, br boolean, tu boolean, l int2, fe boolean, g text)
  on conflict do nothing;
end
$$;

create function muster.assemble_roads(p_network uuid) returns void
language plpgsql security definer set search_path = ''
as $$
declare
  network constant public.road_network := muster.take_roads(p_network);
begin
  if network.id is null or network.archived_at is not null then
    raise exception 'there is no such network on its way' using errcode = '42501';
  elsif network.sending is null then
    return;
  end if;
  update public.road_network n
  set graph = (select string_agg(p.bytes, ''::bytea order by p.part) from public.road_graph_piece p
    where p.network_id = p_network)
  where n.id = p_network and n.graph is null;
  delete from public.road_graph_piece where network_id = p_network;
end
$$;

-- Makes one graph of the pieces. @throws 22023 when it is not the one that was announced
create function public.road_upload_assemble(p_network uuid) returns void
language sql set search_path = '' set statement_timeout = '15min'
as $$ select muster.assemble_roads(p_network) $$;

-- Puts it in the place of the district's network. @returns {edition}; null when there is no such network for the caller
create function public.road_upload_finish(p_network uuid) returns json
language plpgsql set search_path = ''
as $$
declare
  network constant public.road_network := muster.take_roads(p_network);
begin
  if network.id is null or network.archived_at is not null then
    return null;
  end if;
  if network.sending is not null then
    perform set_config('muster.replacing_roads', 'yes', true);
    update public.road_network set archived_at = now()
      where district_code = network.district_code and id <> p_network and sending is null and archived_at is null;
    perform set_config('muster.replacing_roads', '', true);
    update public.road_network set sending = null, imported_at = now(),
        edition = greatest(edition, 1 + coalesce((select max(o.edition) from public.road_network o
          where o.district_code = network.district_code and o.id <> p_network), 0))
      where id = p_network;
  end if;
  return (select json_build_object('edition', n.edition) from public.road_network n where n.id = p_network);
end
$$;

-- Takes a network out of use, or gives up one on its way.
create function public.road_network_remove(p_network uuid) returns void
language sql set search_path = ''
as $$ update public.road_network set archived_at = now() where id = p_network and archived_at is null $$;

create function muster.clear_roads(p_network uuid, p_ms int) returns boolean
language plpgsql security definer set search_path = ''
as $$
declare
  network constant public.road_network := muster.take_roads(p_network);
  begun constant timestamptz := clock_timestamp();
  first int;
  last int;
begin
  if network.id is null then
    return true;
  elsif network.archived_at is null then
    raise exception 'a network in use is not cleared' using errcode = '22023';
  end if;
  select min(e.edge), max(e.edge) into first, last from public.road_edge e where e.network_id = p_network;
  while first <= last loop
    delete from public.road_edge where network_id = p_network and edge between first and first + 2499;
    first := first + 2500;
    if first <= last and clock_timestamp() - begun > p_ms * interval '1 millisecond' then
      return false;
    end if;
  end loop;
  if network.sending is null then
    update public.road_network set graph = null where id = p_network and graph is not null;
  else
    -- It never was anybody's network.
    delete from public.road_network where id = p_network;
  end if;
  return true;
end
$$;

-- Frees the room of a network that is archived, for about p_ms milliseconds. @returns whether that is all
create function public.road_network_clear(p_network uuid, p_ms int default 400) returns boolean
language sql set search_path = ''
as $$ select muster.clear_roads(p_network, p_ms) $$;

revoke execute on function muster.take_roads, muster.assemble_roads, muster.clear_roads from public;
grant execute on function muster.take_roads, muster.assemble_roads, muster.clear_roads to authenticated, service_role;
revoke execute on function public.road_upload_open, public.road_upload_graph, public.road_upload_edges,
  public.road_upload_assemble, public.road_upload_finish, public.road_network_remove, public.road_network_clear
  from public, anon;
grant execute on function public.road_upload_open, public.road_upload_graph, public.road_upload_edges,
  public.road_upload_assemble, public.road_upload_finish, public.road_network_remove, public.road_network_clear
  to authenticated, service_role;
