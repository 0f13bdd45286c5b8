-- The same refusals as values that are not acceptable (22023): the gateway of the embedded and the server tier takes a raised
-- 23514 for a fault of its own, and a console that for a line that is dead.

create or replace function muster.check_road_graph() returns trigger
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

create or replace function muster.check_road_network() returns trigger
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
