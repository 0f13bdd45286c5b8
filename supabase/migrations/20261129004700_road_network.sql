-- road_network: the roads of a district as one graph, in bytes that the console takes as they are (src/core/roads,
-- layout.ts). The newest of a district counts; a new import takes its place. Closures are kept by location in their own table
-- and outlive every network. Read by everybody of the subtree and below it, like the thresholds: a county drives on the
-- roads that its city imported.
--
-- A large network is many requests long, so it comes in portions, each a transaction of its own (road_upload). Until its last
-- portion is there and its bytes are what they should be, it is nobody's network, and no reader sees it. What was replaced,
-- removed or given up is archived at once and its bytes and edges are cleared in portions; the row of a network that was in use
-- stays, as the memory of which editions there were.

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
  -- The bytes are held to it when they come (check_road_graph), not at every change of the row: that would read them anew.
  checksum text not null,
  graph bytea check (length(graph) > 0),
  like muster.stored including all,
  -- What is still expected ({bytes, edges}) of a network on its way; null: whole.
  sending jsonb check (jsonb_typeof(sending -> 'bytes') = 'number' and jsonb_typeof(sending -> 'edges') = 'number'),
  -- Who imported it; null for a tool.
  by_name text,
  unique (district_code, edition),
  constraint road_network_whole check (graph is not null or sending is not null or archived_at is not null),
  constraint road_network_data_time_year_check check (muster.is_near_our_time(data_time)),
  constraint road_network_imported_at_year_check check (muster.is_near_our_time(imported_at)),
  constraint road_network_created_at_year_check check (muster.is_near_our_time(created_at)),
  constraint road_network_updated_at_year_check check (muster.is_near_our_time(updated_at)),
  constraint road_network_archived_at_year_check check (muster.is_near_our_time(archived_at))
);
-- Bytes that do not pack any further. (PostgreSQL 15 takes no `storage` where the column is made.)
alter table public.road_network alter column graph set storage external;

-- Refusals are values that are not acceptable (22023): the gateway of the embedded and the server tier takes a raised 23514
-- for a fault of its own, and a console that for a line that is dead.

create function muster.check_road_graph() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  if tg_op = 'UPDATE' and old.sending is null and not (new.graph is null and new.archived_at is not null) then
    raise exception 'the graph of a network in use does not change' using errcode = '22023';
  end if;
  if new.graph is not null and new.checksum is distinct from encode(sha256(new.graph), 'hex') then
    raise exception 'the graph is not what its checksum says' using errcode = '22023';
  end if;
  return new;
end
$$;

-- Its owner counts: the policies hide the edges of a network on its way from everybody.
create function muster.check_road_network() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  if tg_op = 'INSERT' then
    if auth.uid() is not null then
      if new.sending is null then
        raise exception 'a network comes in portions' using errcode = '22023';
      end if;
      new.graph := null;
      new.imported_at := now();
      new.by_name := muster.my_name();
    end if;
    return new;
  end if;
  if old.archived_at is not null and new.archived_at is null then
    raise exception 'a network that was removed does not come back' using errcode = '22023';
  end if;
  if new.sending is not distinct from old.sending then
    if old.sending is null and (new.source, new.checksum, new.edition, new.report, new.by_name)
      is distinct from (old.source, old.checksum, old.edition, old.report, old.by_name) then
      raise exception 'a network in use does not change' using errcode = '22023';
    end if;
  elsif new.sending is not null or old.archived_at is not null then
    raise exception 'a network is sent once' using errcode = '22023';
  elsif length(new.graph) is distinct from (old.sending ->> 'bytes')::int
    or (select count(*) from public.road_edge e where e.network_id = new.id) <> (old.sending ->> 'edges')::int then
    raise exception 'the network is not whole' using errcode = '22023';
  end if;
  return new;
end
$$;

-- A network that comes into use or is taken out of it. Replacing says so by the new one alone.
create function muster.note_road_network() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
  action constant text := case
    when new.sending is not null then null
    when new.archived_at is null and (tg_op = 'INSERT' or old.sending is not null) then 'import'
    when tg_op = 'UPDATE' and new.archived_at is not null and old.archived_at is null
      and coalesce(current_setting('muster.replacing_roads', true), '') = '' then 'import_undo' end;
begin
  if action is not null and (auth.uid() is not null
    or not (select d.is_demo from public.district d where d.code = new.district_code)) then
    perform muster.note_event(action, auth.uid(), new.district_code, new.source, jsonb_build_object(
      'kind', 'road_network', 'network', new.id, 'edition', new.edition,
      'kilometres', round(new.length_m::numeric / 1000, 1)));
  end if;
  return null;
end
$$;

create trigger a_key before update on public.road_network for each row execute function muster.keep_key('id');
create trigger b_graph before insert or update of graph on public.road_network
  for each row execute function muster.check_road_graph();
create trigger b_whole before insert or update on public.road_network
  for each row execute function muster.check_road_network();
create trigger c_stamp before insert or update on public.road_network for each row execute function muster.stamp();
create trigger e_note after insert or update of sending, archived_at on public.road_network
  for each row execute function muster.note_road_network();
create trigger f_retired after insert on public.road_network referencing new table as created
  for each statement execute function muster.refuse_retired();
create trigger w_retired after update on public.road_network for each row
  when (new.archived_at is null and (old.archived_at is not null or new.district_code <> old.district_code))
  execute function muster.refuse_retired_move();

revoke all on public.road_network from public, anon, authenticated;
grant select, insert, update on public.road_network to authenticated;
grant all on public.road_network to service_role;
alter table public.road_network enable row level security;

create policy road_network_select on public.road_network for select to authenticated using (
  sending is null and archived_at is null and (
    district_code in (select muster.my_districts('admin', 'commander', 'planner', 'field', 'viewer'))
    or district_code in (select muster.my_lineage()))
  or district_code in (select muster.my_districts('admin'))
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
    from public.road_network t where t.archived_at is null and t.sending is null
    order by t.district_code, t.edition desc
  ) n
$$;

-- A graph as bytes over PostgREST 12 and later, which sends a media type only where a function answers a domain of its name
-- (docs.postgrest.org, "Media Type Handlers"); an answer of bytea was "not acceptable" (406, PGRST107).
create domain public."application/octet-stream" as bytea;

-- One graph. One that is not there or that the caller may not see is "not found": PostgREST makes a status of PTxxx, and
-- would send an empty file for null.
create function public.road_graph(p_network uuid) returns public."application/octet-stream"
language plpgsql stable set search_path = ''
as $$
declare
  bytes constant bytea := (
    select t.graph from public.road_network t
    where t.id = p_network and t.archived_at is null and t.sending is null);
begin
  if bytes is null then
    raise exception 'no such road network' using errcode = 'PT404';
  end if;
  return bytes;
end
$$;

-- Some bytes of a graph as text with what the whole is, for a gateway that speaks JSON alone; null for one that is not there.
create function public.road_graph_part(p_network uuid, p_from int, p_bytes int) returns json
language sql stable set search_path = ''
as $$
  select json_build_object('checksum', t.checksum, 'bytes', length(t.graph),
    'part', encode(substring(t.graph from p_from + 1 for least(greatest(p_bytes, 0), 8000000)), 'base64'))
  from public.road_network t
  where t.id = p_network and t.archived_at is null and t.sending is null and p_from >= 0
$$;

-- What the admin of a district looks after: networks in use, on their way, and archived ones that still take room.
create function public.road_network_list() returns json
language sql stable set search_path = ''
as $$
  select coalesce(json_agg(row_to_json(n)), '[]') from (
    select t.id, t.district_code, t.edition, t.source, t.data_time, t.imported_at, t.by_name, t.length_m,
      coalesce(length(t.graph), (t.sending ->> 'bytes')::int, 0) as bytes,
      case when t.archived_at is not null then 'archived' when t.sending is not null then 'sending' else 'used' end
        as state
    from public.road_network t
    where t.district_code in (select muster.my_districts('admin'))
      and (t.archived_at is null or t.graph is not null or t.sending is not null)
    order by t.district_code, t.edition desc
  ) n
$$;

-- What its import said about it (src/core/roads/report.ts).
create function public.road_report(p_network uuid) returns jsonb
language sql stable set search_path = ''
as $$ select t.report from public.road_network t where t.id = p_network $$;

revoke execute on function muster.check_road_graph, muster.check_road_network, muster.note_road_network from public;
revoke execute on function public.road_networks, public.road_graph, public.road_graph_part, public.road_network_list,
  public.road_report from public, anon;
grant execute on function public.road_networks, public.road_graph, public.road_graph_part, public.road_network_list,
  public.road_report to authenticated, service_role;
