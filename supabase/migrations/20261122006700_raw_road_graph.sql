-- A graph as bytes over PostgREST 12 and later, which sends a media type only where a function answers a domain of its name
-- (docs.postgrest.org, "Media Type Handlers"); an answer of bytea was "not acceptable" (406, PGRST107).
create domain public."application/octet-stream" as bytea;

drop function public.road_graph(uuid);
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
revoke execute on function public.road_graph(uuid) from public, anon;
grant execute on function public.road_graph(uuid) to authenticated, service_role;
-- Nothing asks for it any more (see road_graph_part).
drop function public.road_graph_base64(uuid);
