-- The server's nearest: on the spheroid, by index, and only what the caller may see.
begin;
set local search_path = public, extensions;
select plan(10);
select muster_test.settle_in();

insert into public.depot (id, district_code, name, source, geom)
select muster_test.id('nearest', name), code, name, '试验', place::extensions.geometry from (values
  ('east', 'za', 'SRID=4326;POINT(11 60)'), ('north', 'za', 'SRID=4326;POINT(10 60.6)'), ('hidden', 'zb', 'SRID=4326;POINT(10 60)'),
  ('gone', 'za', 'SRID=4326;POINT(10 60.01)'), ('nowhere', 'za', null), ('twin', 'za1', 'SRID=4326;POINT(11 60)')) d (name, code, place);
update public.depot set archived_at = now() where name = 'gone';
update public.depot set geom = null where source = '试验' and name = '某库';

create function pg_temp.near(who text, lng float8, lat float8, k int) returns text language sql as $$
  select muster_test.seen_by(who, format($q$ select string_agg(d.name || ' ' || round(n.distance_m), ', ' order by n.distance_m, n.id)
    from public.nearest_by_geography('depot', %s, %s, %s) n join public.depot d using (id) $q$, lng, lat, k)) $$;

select is(pg_temp.near('viewer', 10, 60, 10),
  (select string_agg(name || ' 55799', ', ' order by muster_test.id('nearest', name)) from unnest(array['east', 'twin']) name) || ', north 66850',
  'by metres, not degrees; ties by id; without what is archived, has no place or is not theirs to see');
select alike(pg_temp.near('viewer', 10, 60, 1), '% 55799', 'k is respected');
select is(pg_temp.near('no_profile', 10, 60, 10), null, 'nothing without a profile');
select is(muster_test.attempt('anon', $$ select public.nearest_by_geography('depot', 10, 60) $$), 'denied', 'nothing for anon');
update public.depot set geom = 'SRID=4326;POINT(179.99 0)' where name = 'east';
select alike(pg_temp.near('viewer', -179.99, 0, 1), 'east 222%', 'across the antimeridian');
update public.hazard set geom = 'SRID=4326;POLYGON((20 20,21 20,21 21,20 21,20 20))' where id = muster_test.id('hazard', 'o');
select is((select distance_m from public.nearest_by_geography('hazard', 20.5, 20.5, 1)), 0::float8, 'inside an area the distance is 0');
select cmp_ok((select distance_m from public.nearest_by_geography('hazard', 21.1, 20.5, 1)), '<', 10500::float8, 'outside it is the distance to the edge');
select throws_ok($$ select public.nearest_by_geography('contact', 1, 1) $$, '22023', null, 'only what has a place');
select throws_ok($$ select public.nearest_by_geography('depot', 29, 113) $$, '22023', null, 'only places on earth');
select throws_ok($$ select public.nearest_by_geography('depot', null, 1) $$, '22023', null, 'and known ones');

select * from finish();
rollback;
