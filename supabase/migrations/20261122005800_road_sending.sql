-- A road network on its way: a large one is many requests long, so it comes in portions, each a transaction of its own.
-- Until its last portion is there and its bytes are what they should be, it is nobody's network: `sending` says what is
-- still expected ({bytes, edges}), and no reader sees it. Finishing is one short step that puts it in the place of the old
-- one. What was replaced, removed or given up is archived at once and its bytes and edges are cleared in portions; the
-- row of a network that was in use stays, as the memory of which editions there were.

alter table public.road_network
  alter column graph drop not null,
  -- null: whole.
  add column sending jsonb check (jsonb_typeof(sending -> 'bytes') = 'number' and jsonb_typeof(sending -> 'edges') = 'number'),
  -- Who imported it; null for a tool.
  add column by_name text,
  add constraint road_network_whole check (graph is not null or sending is not null or archived_at is not null);

-- Refusals are values that are not acceptable (22023): the gateway of the embedded and the server tier takes a raised 23514
-- for a fault of its own, and a console that for a line that is dead.

-- The bytes are held to their checksum when they come, not at every change of the row: that would read them anew.
do $$
declare
  name text;
begin
  for name in select c.conname from pg_catalog.pg_constraint c
    where c.conrelid = 'public.road_network'::regclass and c.contype = 'c'
      and pg_catalog.pg_get_constraintdef(c.oid) like '%sha256%'
  loop
    execute format('alter table public.road_network drop constraint %I', name);
  end loop;
end
$$;

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
create trigger b_graph before insert or update of graph on public.road_network
  for each row execute function muster.check_road_graph();

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
create trigger b_whole before insert or update on public.road_network
  for each row execute function muster.check_road_network();

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
create trigger e_note after insert or update of sending, archived_at on public.road_network
  for each row execute function muster.note_road_network();

revoke execute on function muster.check_road_graph(), muster.check_road_network(), muster.note_road_network() from public;

-- Only its admins know of a network that is on its way or was removed.
drop policy road_network_select on public.road_network;
create policy road_network_select on public.road_network for select to authenticated using (
  sending is null and archived_at is null and (
    district_code in (select muster.my_districts('admin', 'commander', 'planner', 'field', 'viewer'))
    or district_code in (select muster.my_lineage()))
  or district_code in (select muster.my_districts('admin'))
);
drop policy road_edge_select on public.road_edge;
create policy road_edge_select on public.road_edge for select to authenticated using (
  network_id in (select n.id from public.road_network n where n.sending is null and n.archived_at is null)
);
drop policy road_edge_insert on public.road_edge;
create policy road_edge_insert on public.road_edge for insert to authenticated with check (
  network_id in (select n.id from public.road_network n
    where n.sending is not null and n.archived_at is null
      and n.district_code in (select muster.my_districts('admin')))
);

-- The newest network of each district the caller may see, without its graph.
create or replace function public.road_networks() returns json
language sql stable set search_path = ''
as $$
  select coalesce(json_agg(row_to_json(n)), '[]') from (
    select distinct on (t.district_code) t.id, t.district_code, t.edition as version, t.checksum, t.source, t.imported_at,
      t.west, t.south, t.east, t.north, t.length_m
    from public.road_network t where t.archived_at is null and t.sending is null
    order by t.district_code, t.edition desc
  ) n
$$;

create or replace function public.road_graph(p_network uuid) returns bytea
language sql stable set search_path = ''
as $$
  select t.graph from public.road_network t
  where t.id = p_network and t.archived_at is null and t.sending is null
$$;

-- Some bytes of a graph as text with what the whole is, for a gateway that speaks JSON alone; null as above.
create function public.road_graph_part(p_network uuid, p_from int, p_bytes int) returns json
language sql stable set search_path = ''
as $$
  select json_build_object('checksum', t.checksum, 'bytes', length(t.graph),
    'part', encode(substring(t.graph from p_from + 1 for least(greatest(p_bytes, 0), 8000000)), 'base64'))
  from public.road_network t
  where t.id = p_network and t.archived_at is null and t.sending is null and p_from >= 0
$$;
revoke execute on function public.road_graph_part(uuid, int, int) from public, anon;
grant execute on function public.road_graph_part(uuid, int, int) to authenticated, service_role;
