-- Road networks: the newest of a district, seen from it, from below and from above, and its bytes only by those who see it.
begin;
set local search_path = public, extensions;
select plan(13);
select muster_test.settle_in();

create function pg_temp.as(who text, question text) returns text language plpgsql as $$
declare answer text;
begin
  perform muster_test.become(who);
  execute question into answer;
  perform muster_test.back_to_owner();
  return answer;
end $$;
create function pg_temp.districts(who text) returns text language sql as $$
  select pg_temp.as(who, $q$select string_agg(n ->> 'district_code' || ' ' || (n ->> 'version'), ', ' order by n ->> 'district_code')
    from json_array_elements(public.road_networks()) n$q$) $$;
create function pg_temp.graph(who text, place text) returns text language sql as $$
  select pg_temp.as(who, format('select encode(public.road_graph(%L), ''hex'')', muster_test.id('road_network', place))) $$;

select is(pg_temp.districts('viewer'), 'za 1, za1 1, zp 1', 'own district, below and above; not the neighbour');
select is(pg_temp.districts('disabled'), null, 'nothing for a disabled account');
select is(pg_temp.graph('field', 'o'), '01', 'bytes of the own network');
select is(pg_temp.graph('field', 'p'), '01', 'bytes of the network above');
select throws_ok($$select pg_temp.graph('field', 's')$$, 'PT404', null, 'no bytes of a neighbour');
select is(muster_test.attempt('anon', 'select public.road_networks()'), 'denied', 'residents do not list networks');
select is(muster_test.attempt('anon', 'select public.road_graph(gen_random_uuid())'), 'denied', 'residents read no graph');

insert into public.road_network (district_code, edition, source, west, south, east, north, length_m, report, checksum, graph)
  values ('za', 7, '新路网', 113, 29, 114, 30, 1000, '{}', encode(sha256('\x02'), 'hex'), '\x02');
select is(pg_temp.districts('viewer'), 'za 7, za1 1, zp 1', 'the newest counts');
update public.road_network set archived_at = now() where edition = 7;
select is(pg_temp.districts('viewer'), 'za 1, za1 1, zp 1', 'an archived one does not');

select throws_ok($$insert into public.road_network (district_code, edition, source, west, south, east, north, length_m, report, checksum, graph)
  values ('za', 8, '坏', 113, 29, 114, 30, 1000, '{}', 'abc', '\x02')$$, '22023', null, 'bytes that are not the checksum''s are refused');
select throws_ok($$insert into public.road_edge (network_id, edge, origin, class, forward, backward, geom)
  select id, 9, 'way 9', 'primary', 8, 7, 'SRID=4326;LINESTRING(113 29,113.1 29.1)' from public.road_network limit 1$$,
  '23514', null, 'nobody but car, truck and foot');
select lives_ok($$insert into public.road_edge (network_id, edge, origin, class, forward, backward, geom)
  select id, 9, 'way 9', 'primary', 4, 4, 'SRID=4326;LINESTRING(113 29,113 29)' from public.road_network limit 1$$,
  'a barrier is a stretch without length');

-- A network goes with its edges; the closures stay.
select results_eq($$with gone as (delete from public.road_network where district_code = 'za' returning id)
  select (select count(*) > 0 from gone), (select count(*) > 0 from public.closure where district_code = 'za')$$,
  $$values (true, true)$$, 'a network may go, closures stay');

select * from finish();
rollback;
