-- Which columns a role may change, who signs for what, and that no row is moved or read out of reach.
begin;
set local search_path = public, extensions;
select plan(37 + 13 * 5 - 2);
select muster_test.settle_in();

create function pg_temp.try(who text, statement text, wanted text, why text) returns text language sql as $$
  select is(muster_test.attempt(who, replace(replace(replace(replace(statement,
    '{team}', muster_test.id('team', 'o')::text), '{shelter}', muster_test.id('shelter', 'o')::text),
    '{route}', muster_test.id('evacuation_route', 'o')::text), '{depot}', muster_test.id('depot', 'o')::text)),
    wanted, who || ': ' || why) $$;

-- A team in the field and a commander say what a team does and where it is, and nothing else about it.
select pg_temp.try(who, $$update public.team set availability = 'available', availability_at = now(),
  position = 'SRID=4326;POINT(113 29)', position_at = now() where id = '{team}'$$, '1', 'availability and position of a team')
from unnest(array['field', 'commander', 'planner', 'admin']) who;
select pg_temp.try(who, $$update public.team set name = '改名' where id = '{team}'$$, wanted, 'name of a team')
from (values ('field', 'denied'), ('commander', 'denied'), ('planner', '1'), ('admin', '1')) w (who, wanted);
select pg_temp.try(who, $$update public.team set geom = 'SRID=4326;POINT(112 29)' where id = '{team}'$$, wanted, 'base of a team')
from (values ('field', 'denied'), ('planner', '1')) w (who, wanted);
select pg_temp.try(who, $$update public.team set published = '{"name": true}' where id = '{team}'$$, 'denied', 'publication of a team')
from unnest(array['field', 'commander']) who;
select pg_temp.try(who, $$update public.team set verified_at = now() where id = '{team}'$$, 'denied', 'verification of a team')
from unnest(array['field', 'commander']) who;
select pg_temp.try(who, $$update public.team set archived_at = now() where id = '{team}'$$, wanted, 'archive a team')
from (values ('field', 'denied'), ('commander', 'denied'), ('planner', '1')) w (who, wanted);
select pg_temp.try('field', $$update public.team set district_code = 'za1' where id = '{team}'$$, 'denied', 'district of a team');
-- A commander opens a shelter and a route; the capacity is not theirs to change.
select pg_temp.try('commander', $$update public.shelter set state = 'open', observed_at = now() where id = '{shelter}'$$, '1', 'open a shelter');
select pg_temp.try('commander', $$update public.shelter set capacity = 9 where id = '{shelter}'$$, 'denied', 'capacity of a shelter');
select pg_temp.try('commander', $$update public.shelter set refuge = true where id = '{shelter}'$$, 'denied', 'whether a shelter is only a refuge');
select pg_temp.try('planner', $$update public.shelter set refuge = true where id = '{shelter}'$$, '1', 'whether a shelter is only a refuge');
select pg_temp.try('planner', $$update public.shelter set capacity = 9 where id = '{shelter}'$$, '1', 'capacity of a shelter');
select pg_temp.try('commander', $$update public.evacuation_route set state = 'open' where id = '{route}'$$, '1', 'open a route');
select pg_temp.try('commander', $$update public.evacuation_route set width_m = 3 where id = '{route}'$$, 'denied', 'width of a route');

-- No row leaves for a district that the person may not write.
select pg_temp.try('planner', $$update public.depot set district_code = 'za1' where id = '{depot}'$$, '1', 'a depot into a district below');
select pg_temp.try('planner', $$update public.depot set district_code = 'zb' where id = '{depot}'$$, 'denied', 'a depot into a neighbouring district');
select pg_temp.try('planner', $$update public.depot set district_code = 'zp' where id = '{depot}'$$, 'denied', 'a depot into the district above');

create temporary table placed as
select distinct c.table_name, t.key_column from muster_test.cell c join muster_test.trial t using (table_name)
where c.verb = 'update' and c.places <> '' and c.table_name not in ('district', 'stock_lot', 'contact', 'import_row');
select is(muster_test.attempt('admin', format('update public.%I set district_code = %L where %I = %L',
    table_name, there, key_column, muster_test.id(table_name, 'o'))), wanted, format('a %s into %s', table_name, there))
from placed, (values ('za1', '1'), ('zb', 'denied'), ('zp', 'denied')) w (there, wanted)
where table_name not in ('district_setting', 'road_network') or there <> 'za1';
select is(muster_test.attempt('admin', format('update public.%I set district_code = ''za'' where %I = %L',
    table_name, key_column, muster_test.id(table_name, letter))), '0', format('a %s out of %s', table_name, letter))
from placed, unnest(array['s', 'p']) letter;

-- Lots, movements and contacts belong where their parent belongs, whatever was sent.
select pg_temp.try('planner', format($$insert into public.stock_lot (depot_id, district_code, item, unit, source)
  values (%L, 'za', '帐篷', '顶', '试验')$$, muster_test.id('depot', 's')), 'denied', 'a lot slipped into a neighbour''s depot');
select pg_temp.try('field', format($$insert into public.stock_movement (lot_id, district_code, movement, quantity)
  values (%L, 'za', 'out', 1)$$, muster_test.id('stock_lot', 's')), 'denied', 'a withdrawal from a neighbour''s lot');
select pg_temp.try('planner', format($$insert into public.contact (resource_kind, resource_id, district_code, name)
  values ('team', %L, 'za', '某人')$$, muster_test.id('team', 's')), 'denied', 'a contact of a neighbour''s team');
select pg_temp.try('planner', format($$update public.stock_lot set depot_id = %L where id = %L$$,
  muster_test.id('depot', 's'), muster_test.id('stock_lot', 'o')), 'denied', 'a lot moved to a neighbour''s depot');

-- Nobody signs with another name or another time.
select muster_test.become('planner');
insert into public.settlement (id, district_code, name, source, version, created_at, updated_at, updated_by, archived_at,
    verified_at, verified_by, changed_xid)
  values (muster_test.id('forged', 'o'), 'za', '新村', '试验', 77, '2001-01-01', '2001-01-01',
    muster_test.id('profile', 'o'), '2001-01-01', '2001-01-01', muster_test.id('profile', 'o'), '1');
select muster_test.back_to_owner();
select row_eq(
  $$ select version, created_at, updated_at, updated_by, archived_at, verified_at, verified_by, changed_xid = pg_current_xact_id()
     from public.settlement where id = muster_test.id('forged', 'o') $$,
  row (1, now(), now(), '00000000-0000-4000-8000-000000000003'::uuid, null::timestamptz, now(),
    '00000000-0000-4000-8000-000000000003'::uuid, true),
  'a new row is signed by who wrote it, now');

select muster_test.become('admin');
update public.settlement set version = 50, created_at = '2001-01-01', updated_by = muster_test.id('profile', 'o'),
  verified_by = muster_test.id('profile', 'o'), changed_xid = '0', name = '改名'
  where id = muster_test.id('forged', 'o');
select muster_test.back_to_owner();
select row_eq(
  $$ select version, created_at = now(), updated_by, verified_by, changed_xid = pg_current_xact_id()
     from public.settlement where id = muster_test.id('forged', 'o') $$,
  row (2, true, '00000000-0000-4000-8000-000000000001'::uuid, '00000000-0000-4000-8000-000000000003'::uuid, true),
  'a change is signed by who made it; whoever verified stays');

select muster_test.become('admin');
update public.settlement set verified_at = '2001-01-01', archived_at = '2001-01-01'
  where id = muster_test.id('forged', 'o');
select muster_test.back_to_owner();
select row_eq(
  $$ select verified_at, verified_by, archived_at from public.settlement where id = muster_test.id('forged', 'o') $$,
  row (now(), '00000000-0000-4000-8000-000000000001'::uuid, now()),
  'verifying and archiving happen now and by the caller');

select muster_test.become('field');
insert into public.stock_movement (id, lot_id, movement, quantity, created_by, created_at)
  values (muster_test.id('forged', 'm'), muster_test.id('stock_lot', 'o'), 'out', 1, muster_test.id('profile', 'o'), now() - interval '1 day');
select muster_test.back_to_owner();
select row_eq(
  $$ select created_by, created_at, district_code from public.stock_movement where id = muster_test.id('forged', 'm') $$,
  row ('00000000-0000-4000-8000-000000000004'::uuid, now(), 'za'::text collate "C"),
  'a movement is signed by who made it');

select throws_ok($$ update public.settlement set id = gen_random_uuid() where id = muster_test.id('forged', 'o') $$,
  '23514', null, 'a key never changes');

select * from finish();
rollback;
