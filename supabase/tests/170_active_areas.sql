-- Active areas: who says that a hazard has come true, what a depth may be, and thresholds by one call.
begin;
set local search_path = public, extensions;
select plan(32);
select muster_test.settle_in();

create function pg_temp.try(who text, statement text, wanted text, why text) returns text language sql as $$
  select is(muster_test.attempt(who, replace(replace(statement, '{hazard}', muster_test.id('hazard', 'o')::text),
    '{incident}', muster_test.id('incident', 'o')::text)), wanted, who || ': ' || why) $$;

select pg_temp.try(who, $$update public.hazard set active_from = now(), active_until = now() + interval '1 hour',
  depth_min_m = 0.3, depth_max_m = 1 where id = '{hazard}'$$, wanted, 'a hazard comes true')
from (values ('commander', '1'), ('planner', '1'), ('admin', '1'), ('field', '0'), ('viewer', '0')) w (who, wanted);
select pg_temp.try('commander', format($$update public.hazard set %s where id = '{hazard}'$$, change), 'denied', change)
from unnest(array['level = 2', $$name = '改名'$$, $$geom = 'SRID=4326;POINT(112 29)'$$, 'archived_at = now()']) change;

select throws_ok(format('update public.%I set %s where id = %L', kind, change, muster_test.id(kind, 'o')), '23514', null,
  kind || ' refuses ' || change)
from (values ('hazard', 'depth_min_m = 2, depth_max_m = 1'), ('hazard', 'depth_max_m = -0.1'), ('hazard', 'depth_max_m = 101'),
  ('hazard', 'active_from = now(), active_until = now()'), ('incident', 'area_radius_m = 0'),
  ('incident', 'area_radius_m = 50001'), ('incident', 'depth_min_m = 2, depth_max_m = 1')) w (kind, change);
select lives_ok(format('update public.%I set %s where id = %L', kind, change, muster_test.id(kind, 'o')), kind || ' takes ' || change)
from (values ('hazard', 'depth_min_m = null, depth_max_m = 0.5'), ('incident', 'area_radius_m = 300, depth_max_m = 0')) w (kind, change);

-- Seen by every console, and remembered.
select is(muster_test.seen_by('viewer', format($$select public.record_row('hazard', %L) ->> 'depth_max_m'$$,
  muster_test.id('hazard', 'o'))), '0.5', 'a console reads the depth');
select is((select after ->> 'area_radius_m' from public.record_change
  where record_id = muster_test.id('incident', 'o') order by seq desc limit 1), '300', 'history keeps the radius');

-- Every district finds a rule, and what a rule may be.
select is((select count(*)::int from public.district_setting where district_code = '0' and key ~ '^(flood|area)_stops_'), 9,
  'the root has every rule');
select throws_ok(format($$insert into public.district_setting (district_code, key, value, unit, source)
  values ('za', %L, %s, %L, '试验')$$, key, value, unit), '23514', null, format('%s = %s %s', key, value, unit))
from (values ('flood_stops_car', 21, 'm'), ('flood_stops_car', 0.3, 'cm'), ('area_stops_fire', 8, '1'),
  ('area_stops_fire', 0.5, '1')) w (key, value, unit);

-- One call makes, changes and brings back.
create function pg_temp.say(who text, district text, version int, value numeric) returns text language plpgsql as $$
declare answer json;
begin
  perform muster_test.become(who);
  answer := public.set_threshold(district, 'flood_stops_car', version, value, 'm', '防汛手册', '第3条');
  perform muster_test.back_to_owner();
  return concat_ws(' ', answer ->> 'outcome', answer -> 'record' ->> 'version', answer -> 'record' ->> 'value');
end $$;
select is(pg_temp.say('admin', 'za', null, 0.8), 'saved 1 0.8', 'a district of its own');
select is(pg_temp.say('admin', 'za', null, 0.9), 'conflict 1 0.8', 'somebody was faster');
select is(pg_temp.say('admin', 'za', 1, 0.9), 'saved 2 0.9', 'changed');
update public.district_setting set archived_at = now() where district_code = 'za' and key = 'flood_stops_car';
select is(pg_temp.say('admin', 'za', null, 0.4), 'saved 4 0.4', 'back from the archive: the same row, the same history');
select is(muster_test.attempt(who, $$select public.set_threshold('za', 'flood_stops_truck', null, 1, 'm', '试验', null)$$), wanted,
  who || ' sets a threshold')
from (values ('admin', '1'), ('commander', 'denied'), ('anon', 'denied')) w (who, wanted);

select * from finish();
rollback;
