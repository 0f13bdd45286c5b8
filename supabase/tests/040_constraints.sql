-- What the database itself refuses, whoever asks, and what it must accept. One line per case.
begin;
set local search_path = public, extensions;
select muster_test.settle_in();

create temporary table good (table_name text primary key, columns text, "values" text);
insert into good values
  ('district', 'code, parent_code, name, level, geom', $$'zc', 'zp', '丙县', 'county', null$$),
  ('district_setting', 'district_code, key, value, unit, source', $$'za1', 'nearest_radius', 500, 'm', '试验'$$),
  ('settlement', 'district_code, name, source', $$'za', '某村', '试验'$$),
  ('hazard', 'district_code, name, source, class, kind', $$'za', '某处', '试验', 'natural', 'flood'$$),
  ('shelter', 'district_code, name, source, kind', $$'za', '某处', '试验', '操场'$$),
  ('depot', 'district_code, name, source', $$'za', '某库', '试验'$$),
  ('team', 'district_code, name, source, kind', $$'za', '某队', '试验', '民兵'$$),
  ('evacuation_route', 'district_code, name, source', $$'za', '某路', '试验'$$),
  ('base_feature', 'district_code, layer, class, source, geom', $$'za', 'road', 'primary', '试验', 'SRID=4326;POINT(1 1)'$$),
  ('stock_lot', 'depot_id, item, unit, source', $$muster_test.id('depot', 'o'), '铁铲', '把', '试验'$$),
  ('contact', 'resource_kind, resource_id, name', $$'team', muster_test.id('team', 'o'), '某人'$$),
  ('incident', 'district_code, title, class, kind, occurred_at, source', $$'za', '某事', 'accident', 'fire', now(), '试验'$$),
  ('closure', 'district_code, reason, source', $$'za', '塌方', '试验'$$),
  ('stock_movement', 'lot_id, movement, quantity', $$muster_test.id('stock_lot', 'o'), 'in', 1$$),
  ('occupancy_movement', 'shelter_id, movement, people', $$muster_test.id('shelter', 'o'), 'in', 1$$),
  ('profile', 'user_id, district_code, role, display_name', $$muster_test.id('new', 'o'), 'za', 'viewer', '某人'$$);

-- column = value, tried by an update of a freshly inserted good row: accepted, or refused with this state.
create temporary table trial (table_name text, assignment text, wanted text);
insert into trial
select * from (values
  -- texts
  ('settlement', $$name = ''$$, '23514'), ('settlement', $$name = ' 　'$$, '23514'),
  ('settlement', $$name = null$$, '23502'), ('settlement', $$name = repeat('长', 501)$$, '23514'),
  ('settlement', $$name = repeat('长', 500)$$, 'ok'), ('settlement', $$source = ' '$$, '23514'),
  ('settlement', $$address = ''$$, '23514'), ('settlement', $$external_id = ' '$$, '23514'),
  ('settlement', $$note = ''$$, 'ok'), ('settlement', $$note = repeat('x', 20001)$$, '23514'),
  ('settlement', $$name = '<img src=x onerror=alert(1)>'$$, 'ok'),
  ('district', $$name = ' '$$, '23514'), ('team', $$kind = ''$$, '23514'), ('shelter', $$kind = '　'$$, '23514'),
  ('incident', $$title = ''$$, '23514'), ('closure', $$reason = ''$$, '23514'), ('contact', $$name = ''$$, '23514'),
  ('stock_lot', $$item = ''$$, '23514'), ('stock_lot', $$unit = ' '$$, '23514'), ('profile', $$display_name = ' '$$, '23514'),
  ('base_feature', $$class = ''$$, '23514'), ('district_setting', $$source = ''$$, '23514'),
  ('base_feature', $$source = ''$$, '23514'), ('incident', $$source = ''$$, '23514'), ('closure', $$source = ''$$, '23514'),
  ('stock_lot', $$source = ''$$, '23514'), ('stock_lot', $$spec = ''$$, '23514'), ('stock_lot', $$batch = ''$$, '23514'),
  ('stock_lot', $$external_id = ''$$, '23514'), ('base_feature', $$name = ''$$, '23514'),
  ('base_feature', $$external_id = ''$$, '23514'), ('district_setting', $$clause = ''$$, '23514'),
  ('district_setting', $$unit = ''$$, '23514'), ('settlement', $$door = ''$$, '23514'),
  ('hazard', $$rectification_owner = ''$$, '23514'), ('shelter', $$capacity_text = ''$$, '23514'),
  ('shelter', $$service_area = ''$$, '23514'), ('depot', $$inventory_text = ''$$, '23514'),
  ('team', $$equipment_text = ''$$, '23514'), ('contact', $$duty = ''$$, '23514'),
  ('incident', $$note = repeat('x', 20001)$$, '23514'), ('incident', $$external_id = ''$$, '23514'), ('closure', $$external_id = ''$$, '23514'),
  -- places
  ('settlement', $$geom = 'SRID=4326;POINT(180 90)'$$, 'ok'), ('settlement', $$geom = 'SRID=4326;POINT(-180 -90)'$$, 'ok'),
  ('settlement', $$geom = null$$, 'ok'), ('settlement', $$geom = 'SRID=4326;POINT(180.001 0)'$$, '23514'),
  ('settlement', $$geom = 'SRID=4326;POINT(113 90.001)'$$, '23514'), ('settlement', $$geom = 'SRID=4326;POINT(29 113)'$$, '23514'),
  ('settlement', $$geom = 'SRID=4326;POINT(-180.001 0)'$$, '23514'), ('settlement', $$geom = 'SRID=4326;POINT(0 -90.001)'$$, '23514'),
  ('settlement', $$geom = 'SRID=4326;POINT EMPTY'$$, '23514'), ('settlement', $$geom = 'SRID=3857;POINT(1 1)'$$, '22023'),
  ('settlement', $$geom = 'SRID=4326;POINT Z (1 1 1)'$$, '22023'),
  ('settlement', $$geom = extensions.st_setsrid(extensions.st_makepoint('NaN', 1), 4326)$$, '23514'),
  ('settlement', $$geom = extensions.st_setsrid(extensions.st_makepoint('Infinity', 1), 4326)$$, '23514'),
  ('hazard', $$geom = 'SRID=4326;POLYGON((0 0,1 1,1 0,0 1,0 0))'$$, '23514'),
  ('hazard', $$geom = 'SRID=4326;POLYGON((0 0,1 0,1 1,0 0))'$$, 'ok'),
  ('team', $$geom = 'SRID=4326;LINESTRING(0 0,1 1)'$$, '23514'), ('team', $$geom = 'SRID=4326;POINT(0 1)'$$, 'ok'),
  ('evacuation_route', $$geom = 'SRID=4326;POINT(0 1)'$$, '23514'),
  ('evacuation_route', $$geom = 'SRID=4326;LINESTRING(0 0,181 1)'$$, '23514'),
  ('evacuation_route', $$geom = 'SRID=4326;LINESTRING(0 0,1 1)'$$, 'ok'),
  ('evacuation_route', $$geom = 'SRID=4326;MULTILINESTRING((0 0,1 1))'$$, 'ok'),
  ('team', $$"position" = 'SRID=4326;POINT(0 1)'$$, '23514'), ('team', $$position_at = now()$$, '23514'),
  ('team', $$"position" = 'SRID=4326;POINT(0 1)', position_at = now()$$, 'ok'),
  ('team', $$"position" = 'SRID=4326;POINT(0 91)', position_at = now()$$, '23514'),
  ('team', $$"position" = 'SRID=4326;POINT(0 1)', position_at = now() + interval '2 days'$$, '23514'),
  ('district', $$geom = 'SRID=4326;MULTIPOLYGON(((0 0,1 1,1 0,0 1,0 0)))'$$, '23514'),
  ('district', $$geom = 'SRID=4326;MULTIPOLYGON(((0 0,1 0,1 1,0 0)))'$$, 'ok'),
  ('district', $$geom = 'SRID=4326;POINT(0 0)'$$, '22023'), ('base_feature', $$geom = null$$, '23502'),
  ('base_feature', $$geom = 'SRID=4326;POINT(0 91)'$$, '23514'), ('incident', $$geom = 'SRID=4326;POINT(0 91)'$$, '23514'),
  ('closure', $$geom = 'SRID=4326;POINT(0 91)'$$, '23514'),
  -- times
  ('settlement', $$observed_at = now() + interval '23 hours'$$, 'ok'), ('settlement', $$observed_at = now() + interval '25 hours'$$, '23514'),
  ('settlement', $$verified_at = now() + interval '25 hours'$$, '23514'),
  ('settlement', $$verified_by = gen_random_uuid()$$, '23514'),
  ('stock_lot', $$observed_at = now() + interval '25 hours'$$, '23514'), ('stock_lot', $$verified_at = now() + interval '25 hours'$$, '23514'),
  ('stock_lot', $$verified_by = gen_random_uuid()$$, '23514'),
  ('team', $$availability_at = now() + interval '25 hours'$$, '23514'), ('contact', $$last_answered_at = now() + interval '25 hours'$$, '23514'),
  ('incident', $$occurred_at = now() + interval '25 hours'$$, '23514'), ('incident', $$occurred_at = null$$, '23502'),
  ('incident', $$state = 'closed', closed_at = occurred_at - interval '1 minute'$$, '23514'),
  ('incident', $$state = 'closed'$$, 'ok'),
  ('closure', $$until_at = from_at$$, '23514'), ('closure', $$until_at = from_at + interval '1 minute'$$, 'ok'),
  ('closure', $$lifted_at = from_at - interval '1 minute'$$, '23514'), ('closure', $$lifted_at = now() + interval '25 hours'$$, '23514'),
  ('stock_lot', $$expires_on = '0024-05-01'$$, '23514'), ('stock_lot', $$expires_on = '2020-05-01'$$, 'ok'),
  ('hazard', $$rectification_deadline = '0026-05-01'$$, '23514'),
  -- numbers
  ('settlement', $$people = -1$$, '23514'), ('settlement', $$people = 0$$, 'ok'), ('settlement', $$people_need_help = -1$$, '23514'),
  ('settlement', $$people = 100000001$$, '23514'), ('settlement', $$households = -1$$, '23514'),
  ('settlement', $$people = 5, people_need_help = 6$$, '23514'), ('settlement', $$people = null, people_need_help = 6$$, 'ok'),
  ('hazard', $$people_at_risk = -1$$, '23514'), ('hazard', $$level = 0$$, '23514'), ('hazard', $$level = 5$$, '23514'),
  ('hazard', $$level = 4$$, 'ok'), ('hazard', $$level = null$$, 'ok'),
  ('incident', $$level = 0$$, '23514'), ('incident', $$level = 5$$, '23514'), ('incident', $$level = 1$$, 'ok'),
  ('shelter', $$capacity = -1$$, '23514'), ('shelter', $$capacity_indoor = -1$$, '23514'), ('shelter', $$capacity_outdoor = -1$$, '23514'),
  ('shelter', $$capacity = 100, capacity_outdoor = 3350$$, 'ok'),
  ('shelter', $$effective_area_m2 = -0.1$$, '23514'), ('shelter', $$effective_area_m2 = 'NaN'$$, '23514'),
  ('team', $$people = -1$$, '23514'), ('team', $$mobilisation_day_s = -1$$, '23514'), ('team', $$mobilisation_night_s = 604801$$, '23514'),
  ('evacuation_route', $$width_m = 0$$, '23514'), ('evacuation_route', $$width_m = 'NaN'$$, '23514'), ('evacuation_route', $$width_m = 3.5$$, 'ok'),
  ('stock_lot', $$minimum = -1$$, '23514'), ('stock_lot', $$minimum = 'NaN'$$, '23514'),
  ('district_setting', $$value = -1$$, '23514'), ('district_setting', $$value = 'NaN'$$, '23514'),
  ('district_setting', $$key = 'nearest_count', unit = '1', value = 0$$, '23514'),
  ('district_setting', $$key = 'nearest_count', unit = '1', value = 2.5$$, '23514'),
  ('district_setting', $$key = 'twin_likeness', unit = '1', value = 1.5$$, '23514'),
  ('district_setting', $$key = 'twin_distance', unit = 's', value = 100$$, '23514'),
  ('district_setting', $$key = 'position_max_age', unit = 'm', value = 100$$, '23514'),
  ('district_setting', $$key = 'first_team_band_1', unit = 's', value = 59$$, '23514'),
  ('district_setting', $$key = 'first_team_band_1', unit = 'm', value = 300$$, '23514'),
  ('district_setting', $$key = 'first_team_band_5', unit = 's', value = 2700$$, 'ok'),
  ('district_setting', $$key = 'pace_slow', unit = 'km/h', value = 1.96$$, 'ok'),
  ('district_setting', $$key = 'pace_slow', unit = 'km/h', value = 0$$, '23514'),
  ('district_setting', $$key = 'pace_team', unit = 'm', value = 4$$, '23514'),
  ('district_setting', $$key = 'pace_night_factor', unit = '1', value = 1.2$$, '23514'),
  ('district_setting', $$key = 'flood_unknown_depth', unit = '1', value = 8$$, '23514'),
  ('district_setting', $$key = 'mobilisation_manned', unit = 'm', value = 60$$, '23514'),
  ('district_setting', $$key = 'near_tie', unit = 's', value = 60$$, 'ok'),
  ('district_setting', $$unit = 'km'$$, '23514'), ('district_setting', $$key = 'made_up'$$, '23514'),
  -- words
  ('hazard', $$class = 'accident'$$, '23514'), ('hazard', $$kind = 'made_up'$$, '23514'), ('hazard', $$class = null$$, '23502'),
  ('hazard', $$class = 'accident', kind = 'mine'$$, 'ok'), ('incident', $$kind = 'flood'$$, '23514'), ('incident', $$kind = null$$, '23502'),
  ('incident', $$class = 'natural', kind = 'flood'$$, 'ok'),
  ('hazard', $$rectification_state = 'done'$$, '23514'), ('hazard', $$rectification_state = 'recheck'$$, 'ok'),
  ('shelter', $$refuge = true$$, 'ok'), ('shelter', $$refuge = null$$, 'ok'), ('shelter', $$refuge = 'maybe'$$, '22P02'),
  ('shelter', $$state = 'full'$$, '23514'), ('team', $$availability = 'maybe'$$, '23514'), ('evacuation_route', $$state = 'maybe'$$, '23514'),
  ('incident', $$state = 'maybe'$$, '23514'), ('base_feature', $$layer = 'maybe'$$, '23514'), ('profile', $$role = 'root'$$, '23514'),
  ('contact', $$resource_kind = 'incident'$$, '23503'), ('contact', $$phone = 'call me'$$, '23514'), ('contact', $$phone = '+86 730-000 0000'$$, 'ok'),
  ('contact', $$phone = '0730-0000000转8001、(02)0000-0000分機227'$$, 'ok'), ('contact', $$phone = '03-0000-0000内線12、000 0000 ext. 5、000-0000#12'$$, 'ok'), ('contact', $$phone = '000-0000（张三）'$$, '23514'),
  -- structures
  ('shelter', $$suitability = '{"flood": "maybe"}'$$, '23514'), ('shelter', $$suitability = '{"made_up": "yes"}'$$, '23514'),
  ('shelter', $$suitability = '[]'$$, '23514'), ('shelter', $$suitability = '{"flood": null}'$$, '23514'),
  ('shelter', $$suitability = '{"flood": "yes", "fire": "unknown"}'$$, 'ok'),
  ('shelter', $$facilities = array['供水', '']$$, '23514'), ('shelter', $$facilities = array[null]::text[]$$, '23514'),
  ('team', $$capabilities = array[' ']$$, '23514'), ('team', $$capabilities = null$$, '23502'),
  ('team', $$equipment = '{}'$$, '23514'), ('team', $$equipment = '[1]'$$, '23514'), ('team', $$equipment = '[{"item": ""}]'$$, '23514'),
  ('team', $$equipment = '[{"item": "船", "quantity": -1}]'$$, '23514'), ('team', $$equipment = '[{"item": "船", "quantity": "2"}]'$$, '23514'),
  ('team', $$equipment = '[{"item": "船", "unit": 5}]'$$, '23514'), ('team', $$equipment = '[{"quantity": 1}]'$$, '23514'),
  ('team', $$equipment = '[{"item": "船", "quantity": null, "unit": null}, {"item": "绳", "quantity": 2.5, "unit": "公斤"}]'$$, 'ok'),
  ('settlement', $$published = '[]'$$, '23514'), ('stock_lot', $$published = '"x"'$$, '23514'), ('incident', $$published = '1'$$, '23514'),
  ('closure', $$published = '1'$$, '23514'),
  ('district', $$timezone = 'Mars/Olympus'$$, '22023'), ('district', $$timezone = 'Asia/Tokyo'$$, 'ok'), ('district', $$level = 'maybe'$$, '23514'),
  ('settlement', $$version = 0$$, 'ok'), ('settlement', $$district_code = 'nowhere'$$, '23503'), ('settlement', $$district_code = null$$, '23502'),
  ('hazard', $$district_code = 'nowhere'$$, '23503'), ('shelter', $$district_code = 'nowhere'$$, '23503'), ('depot', $$district_code = 'nowhere'$$, '23503'),
  ('team', $$district_code = 'nowhere'$$, '23503'), ('evacuation_route', $$district_code = 'nowhere'$$, '23503'),
  ('evacuation_route', $$settlement_id = gen_random_uuid()$$, '23503'), ('evacuation_route', $$shelter_id = gen_random_uuid()$$, '23503'),
  ('incident', $$district_code = 'nowhere'$$, '23503'), ('closure', $$district_code = 'nowhere'$$, '23503'),
  ('base_feature', $$district_code = 'nowhere'$$, '23503'), ('profile', $$district_code = 'nowhere'$$, '23503'),
  ('district_setting', $$district_code = 'nowhere'$$, '23503'), ('stock_lot', $$depot_id = gen_random_uuid()$$, '23503'),
  ('contact', $$resource_id = gen_random_uuid()$$, '23503')
) t;

-- What all resources share is tried on all of them.
insert into trial
select r.table_name, t.assignment, t.wanted
from trial t, unnest(array['hazard', 'shelter', 'depot', 'team', 'evacuation_route']) r (table_name)
where t.table_name = 'settlement'
  and t.assignment ~ '^(name|source|address|external_id|note|observed_at|verified_at|verified_by|published|geom) '
  and not (r.table_name = 'evacuation_route' and t.wanted = 'ok' and t.assignment like 'geom = ''%');

-- The same for rows that are only ever inserted.
create temporary table insertion (statement text, wanted text);
insert into insertion values
  ($$insert into public.stock_movement (lot_id, movement, quantity) values ('{lot}', 'in', 0)$$, '23514'),
  ($$insert into public.stock_movement (lot_id, movement, quantity) values ('{lot}', 'out', 0)$$, '23514'),
  ($$insert into public.stock_movement (lot_id, movement, quantity) values ('{lot}', 'count', 0)$$, 'ok'),
  ($$insert into public.stock_movement (lot_id, movement, quantity) values ('{lot}', 'in', -1)$$, '23514'),
  ($$insert into public.stock_movement (lot_id, movement, quantity) values ('{lot}', 'in', 'NaN')$$, '23514'),
  ($$insert into public.stock_movement (lot_id, movement, quantity) values ('{lot}', 'in', 2.5)$$, 'ok'),
  ($$insert into public.stock_movement (lot_id, movement, quantity) values ('{lot}', 'lost', 1)$$, '23514'),
  ($$insert into public.stock_movement (lot_id, movement, quantity, at) values ('{lot}', 'in', 1, now() + interval '6 minutes')$$, '23514'),
  ($$insert into public.stock_movement (lot_id, movement, quantity, at) values ('{lot}', 'in', 1, now() - interval '6 days')$$, 'ok'),
  ($$insert into public.stock_movement (lot_id, movement, quantity, reason) values ('{lot}', 'in', 1, ' ')$$, '23514'),
  ($$insert into public.stock_movement (lot_id, movement, quantity) values (gen_random_uuid(), 'in', 1)$$, '23503'),
  ($$insert into public.occupancy_movement (shelter_id, movement, people) values ('{shelter}', 'in', -1)$$, '23514'),
  ($$insert into public.occupancy_movement (shelter_id, movement, people) values ('{shelter}', 'in', 0)$$, '23514'),
  ($$insert into public.occupancy_movement (shelter_id, movement, people) values ('{shelter}', 'count', -1)$$, '23514'),
  ($$insert into public.settlement (district_code, name, source, version) values ('za', '甲', '试验', 0)$$, '23514'),
  ($$insert into public.incident (district_code, title, class, kind, occurred_at, source, external_id)
    select 'za', '甲', 'accident', 'fire', now(), '试验', '1' from generate_series(1, 2)$$, '23505'),
  ($$insert into public.closure (district_code, reason, source, external_id) select 'za', '甲', '试验', '1' from generate_series(1, 2)$$, '23505'),
  ($$insert into public.stock_lot (depot_id, item, unit, source, external_id)
    select muster_test.id('depot', 'o'), '船', '艘', '试验', '1' from generate_series(1, 2)$$, '23505'),
  ($$insert into public.occupancy_movement (shelter_id, movement, people) values ('{shelter}', 'left', 1)$$, '23514'),
  ($$insert into public.occupancy_movement (shelter_id, movement, people, at) values ('{shelter}', 'in', 1, now() + interval '6 minutes')$$, '23514'),
  ($$insert into public.occupancy_movement (shelter_id, movement, people, reason) values ('{shelter}', 'in', 1, '')$$, '23514'),
  ($$insert into public.occupancy_movement (shelter_id, movement, people) values (gen_random_uuid(), 'in', 1)$$, '23503'),
  ($$insert into public.district (code, parent_code, name, level) values ('z z', 'zp', '丙县', 'county')$$, '23514'),
  ($$insert into public.district (code, parent_code, name, level) values ('z~', 'zp', '丙县', 'county')$$, '23514'),
  ($$insert into public.district (code, parent_code, name, level) values ('z/', 'zp', '丙县', 'county')$$, '23514'),
  ($$insert into public.district (code, parent_code, name, level) values ('zx', 'nowhere', '丙县', 'county')$$, '23503'),
  ($$insert into public.district (code, parent_code, name, level) values ('zx', null, '丙县', 'county')$$, '23514'),
  ($$insert into public.district (code, parent_code, name, level) values ('zx', null, '又一个', 'root')$$, '23505'),
  ($$insert into public.district (code, parent_code, name, level) values ('zx', 'za1', '丙县', 'county')$$, '23514'),
  ($$insert into public.profile (user_id, district_code, role, display_name) values (gen_random_uuid(), 'za', 'viewer', '某人')$$, '23503'),
  ($$insert into public.settlement (district_code, name, source, external_id) values ('za', '甲', '试验', '1'), ('za', '乙', '试验', '1')$$, '23505'),
  ($$insert into public.settlement (district_code, name, source, external_id) values ('za', '甲', '试验', '1'), ('zb', '乙', '试验', '1')$$, 'ok'),
  ($$insert into public.settlement (district_code, name, source) values ('za', '甲', '试验'), ('za', '甲', '试验')$$, 'ok'),
  ($$insert into public.district_setting (district_code, key, value, unit, source) values ('za', 'nearest_count', 5, '1', '试验')$$, '23505');

insert into insertion
select format('insert into public.%1$I (%2$s, external_id) values (%3$s, ''1''), (%3$s, ''1'')', table_name, columns, "values"), '23505'
from good where table_name in ('hazard', 'shelter', 'depot', 'team', 'evacuation_route', 'base_feature');

create function pg_temp.verdict(statement text) returns text language plpgsql as $$
begin
  begin
    execute statement;
    raise exception using errcode = 'MT000';
  exception
    when sqlstate 'MT000' then return 'ok';
    when others then return sqlstate;
  end;
end $$;

-- Inserts a good row and changes it at once, so that each case stands alone.
create function pg_temp.change(p_table text, assignment text) returns text language sql as $$
  select format('do $do$ declare row_at tid; begin insert into public.%1$I (%2$s) values (%3$s) returning ctid into row_at; '
    'update public.%1$I set %4$s where ctid = row_at; end $do$', p_table, g.columns, g."values", assignment)
  from good g where g.table_name = p_table $$;

select plan(((select count(*) from trial) + (select count(*) from insertion) + (select count(*) from good))::int);

select is(pg_temp.verdict(format('insert into public.%I (%s) values (%s)', table_name, columns, "values")), 'ok',
  table_name || ': a good row') from good;
select is(pg_temp.verdict(pg_temp.change(table_name, assignment)), wanted,
  format('%s: %s', table_name, left(assignment, 80))) from trial;
select is(pg_temp.verdict(replace(replace(statement, '{lot}', muster_test.id('stock_lot', 'o')::text),
  '{shelter}', muster_test.id('shelter', 'o')::text)), wanted, left(statement, 140)) from insertion;

select * from finish();
rollback;
