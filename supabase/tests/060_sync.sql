-- What a console receives: every kind, only what its user may see, in pages; later only what changed.
-- (That nothing committed later is missed needs two connections: tests/database/sync.test.ts.)
begin;
set local search_path = public, extensions;
select plan(40);
select muster_test.settle_in();

create function pg_temp.page(who text, kind text, since text default null, after text default null, size int default 1000)
returns jsonb language sql as $$
  select muster_test.seen_by(who, format('select public.records_page(%L, %L, %L, %L)', kind, since, after, size))::jsonb $$;
create function pg_temp.keys(page jsonb) returns text[] language sql as $$
  select coalesce(array_agg(coalesce(r ->> 'code', r ->> 'id') order by n), '{}') from jsonb_array_elements(page) with ordinality e (r, n) $$;

-- Which rows
select is(pg_temp.keys(pg_temp.page('viewer', kind)),
  (select array_agg(i::text order by i) from unnest(array[muster_test.id(kind, 'o'), muster_test.id(kind, 'c')]) i),
  kind || ': their district and below, in key order')
from unnest(array['settlement', 'hazard', 'shelter', 'depot', 'team', 'evacuation_route', 'stock_lot', 'incident', 'closure']) kind;
select is(pg_temp.keys(pg_temp.page('viewer', 'district')), array['0', 'za', 'za1', 'zp'], 'district: by code, with those above');
select is(jsonb_array_length(pg_temp.page('viewer', 'base_feature')), 4, 'base_feature: the whole map');
select is(jsonb_array_length(pg_temp.page('viewer', 'district_setting')), (select count(*)::int from public.district_setting where district_code = '0') + 3, 'district_setting: their own, those below, and what is inherited');
select is(pg_temp.page('viewer', 'contact'), '[]', 'contact: nothing for a viewer');
select is(jsonb_array_length(pg_temp.page('field', 'contact')), 2, 'contact: for a team in the field');
select is(pg_temp.page(who, 'shelter'), '[]', who || ' receives nothing')
from unnest(array['disabled', 'no_profile']) who;
select is(muster_test.attempt('anon', $$ select public.records_page('shelter') $$), 'denied', 'anon may not even ask for records');
select is(muster_test.attempt('anon', 'select public.sync_state()'), 'denied', 'nor for the state');

-- Which form
update public.hazard set geom = 'SRID=4326;POLYGON((113 29,113.2 29,113.2 29.2,113 29.2,113 29))', kind = 'landslide'
  where id = muster_test.id('hazard', 'o');
select is(
  (select array[r -> 'lng', r -> 'lat', r -> 'geometry' -> 'type', r -> 'geometry' -> 'coordinates' -> 0 -> 1]
   from jsonb_array_elements(pg_temp.page('viewer', 'hazard')) r where r ->> 'id' = muster_test.id('hazard', 'o')::text),
  array['113.1', '29.1', '"Polygon"', '[113.2, 29]']::jsonb[], 'an area comes with a point inside and its GeoJSON');
select is(
  (select array[r -> 'lng', r -> 'lat', r -> 'geometry', r -> 'occupancy'] from jsonb_array_elements(pg_temp.page('viewer', 'shelter')) r
   where r ->> 'id' = muster_test.id('shelter', 'o')::text),
  array['113', '29', 'null', '10']::jsonb[], 'a point comes as lng and lat; a shelter with the sum of its movements');
select is(
  (select r -> 'quantity' from jsonb_array_elements(pg_temp.page('viewer', 'stock_lot')) r where r ->> 'id' = muster_test.id('stock_lot', 'o')::text),
  '10'::jsonb, 'a lot with the sum of its movements');
select is_empty($$
  select kind, key from unnest(muster.record_kinds()) kind, jsonb_array_elements(pg_temp.page('admin', kind)) r, jsonb_object_keys(r) key
  where key in ('geom', 'position', 'changed_xid', 'published') $$, 'no raw geometry, change number or publication rule leaves the house');

-- Pages
select is(
  pg_temp.keys(pg_temp.page('viewer', 'team', null, null, 1)) || pg_temp.keys(pg_temp.page('viewer', 'team', null, pg_temp.page('viewer', 'team', null, null, 1) -> 0 ->> 'id', 1)),
  pg_temp.keys(pg_temp.page('viewer', 'team')), 'two pages of one are one page of two');
select is(pg_temp.keys(pg_temp.page('viewer', 'district', null, 'za')), array['za1', 'zp'], 'districts page by code');

-- What changed
do $$
declare t text;
begin
  foreach t in array muster.record_kinds() loop
    execute format('alter table public.%I disable trigger user', t);
    execute format('update public.%I set changed_xid = ''3''', t);
    execute format('alter table public.%I enable trigger user', t);
  end loop;
end $$;
select is((muster_test.seen_by('viewer', 'select public.sync_state()')::jsonb) -> 'counts' -> 'shelter', '2', 'counts of all');
select is(muster_test.seen_by('viewer', $$ select count(*) from jsonb_each(public.sync_state('4') -> 'counts') where value <> '0' $$), '0', 'nothing changed since');
update public.shelter set archived_at = now() where id = muster_test.id('shelter', 'c');
insert into public.stock_movement (lot_id, movement, quantity) values (muster_test.id('stock_lot', 'o'), 'in', 1);
select is(muster_test.seen_by('viewer', $$ select jsonb_object_agg(key, value) from jsonb_each(public.sync_state('4') -> 'counts') where value <> '0' $$)::jsonb,
  '{"shelter": 1, "stock_lot": 1}', 'an archived shelter and a lot with a new sum have changed');
select isnt(pg_temp.page('viewer', 'shelter', '4') -> 0 -> 'archived_at', 'null', 'what is archived comes once more, so that it can leave');
select is(pg_temp.keys(pg_temp.page('viewer', 'shelter')), array[muster_test.id('shelter', 'o')::text], 'and is not in a full load');
select is(pg_temp.page('viewer', 'stock_lot', '4') -> 0 -> 'quantity', '11', 'the lot comes with its new sum');

-- What moved to another district
select is(muster_test.seen_by('viewer', $$ select public.sync_state('4') -> 'gone' $$), '{}', 'nothing has left');
update public.team set district_code = 'zb' where id = muster_test.id('team', 'o');
update public.depot set district_code = 'za' where id = muster_test.id('depot', 'c');
select is(muster_test.seen_by(who, $$ select public.sync_state('4') -> 'gone' -> 'team' $$)::jsonb,
  jsonb_build_array(muster_test.id('team', 'o')), who || ' is told that the team has left their district')
from unnest(array['viewer', 'planner']) who;
select is(muster_test.seen_by('viewer', $$ select public.sync_state('4') -> 'gone' -> 'depot' $$), null, 'what moved within their district has not left');
select is(muster_test.seen_by('disabled', $$ select public.sync_state('4') -> 'gone' $$), '{}', 'who sees nothing is told nothing');
select is(muster_test.seen_by('viewer', $$ select public.sync_state() -> 'gone' $$), '{}', 'a full load needs no such list');
select is(muster_test.seen_by('viewer', format('select public.sync_state(%L) -> ''gone''', (pg_current_xact_id()::text::bigint + 1)::text)), '{}', 'it is told once');

-- Words
select throws_ok($$ select public.records_page('profile') $$, '22023', null, 'only kinds of records have pages');
select isnt(public.sync_state() ->> 'epoch', muster.renew_epoch()::text, 'a new epoch makes every console start over');
select is(muster_test.attempt('admin', 'select muster.renew_epoch()'), 'denied', 'and only tools can declare it');

select * from finish();
rollback;
