-- What other programs read: only what the caller may see; unknown places and times are not excluded.
begin;
set local search_path = public, extensions;
select plan(14);
select muster_test.settle_in();

insert into public.depot (id, district_code, name, source, geom, observed_at)
select muster_test.id('features', name), code, name, '要素', place::extensions.geometry, at::timestamptz from (values
  ('west', 'za', 'SRID=4326;POINT(-179.5 10)', '2026-01-01T00:00Z'), ('east', 'za', 'SRID=4326;POINT(179.5 10)', '2026-02-01T00:00Z'),
  ('area', 'za', 'SRID=4326;POLYGON((20 20,30 20,30 30,20 30,20 20))', null), ('nowhere', 'za', null, '2026-03-01T00:00Z'),
  ('hidden', 'zb', 'SRID=4326;POINT(25 25)', null), ('gone', 'za', 'SRID=4326;POINT(25 25)', null)) d (name, code, place, at);
update public.depot set archived_at = now() where name = 'gone';

create function pg_temp.page(who text, args text) returns text language sql as $$
  select muster_test.seen_by(who, format($q$ select string_agg(f -> 'properties' ->> 'name', ' ' order by f -> 'properties' ->> 'name')
    from json_array_elements(public.feature_page('depot', %s) -> 'features') f where f -> 'properties' ->> 'source' = '要素' $q$, args)) $$;

select is(pg_temp.page('viewer', 'p_limit => 1000'), 'area east nowhere west', 'what is archived or not theirs to see is not there');
select is(pg_temp.page('no_profile', 'p_limit => 1000'), null, 'nothing without a profile');
select is(muster_test.attempt('anon', $$ select public.feature_page('depot') $$), 'denied', 'nothing for anon');
select is(muster_test.attempt('anon', $$ select public.feature_collections() $$), 'denied', 'nor what there is');
select is(pg_temp.page('viewer', $$ p_bbox => '{24,24,26,26}', p_limit => 1000 $$), 'area nowhere', 'a box inside an area touches it; no place matches every box');
select is(pg_temp.page('viewer', $$ p_bbox => '{179,0,-179,20}', p_limit => 1000 $$), 'east nowhere west', 'a box across the antimeridian');
select is(pg_temp.page('viewer', $$ p_bbox => '{30,30,31,31}', p_limit => 1000 $$), 'area nowhere', 'touching is intersecting');
select is(pg_temp.page('viewer', $$ p_from => '2026-01-15', p_to => '2026-02-15', p_limit => 1000 $$), 'area east', 'no time matches every time');
select is(pg_temp.page('viewer', $$ p_to => '2026-01-01T00:00Z', p_limit => 1000 $$), 'area west', 'an open beginning');
select is(pg_temp.page('viewer', $$ p_from => '2026-03-01T00:00Z', p_limit => 1000 $$), 'area nowhere', 'an open end');
select is(pg_temp.page('viewer', format('p_id => %L', muster_test.id('features', 'east'))), 'east', 'one by its id');
select is(pg_temp.page('viewer', format('p_id => %L', muster_test.id('features', 'hidden'))), null, 'but not what is not theirs to see');
select is((select (public.feature_page('depot', p_limit => 1) -> 'features' -> 0 -> 'properties')::jsonb ?| array['geom', 'changed_xid', 'published', 'lng']), false, 'no raw columns');
select throws_ok($$ select public.feature_page('contact') $$, '22023', null, 'contacts are no features');

select * from finish();
rollback;
