-- What a lot holds and who is in a shelter is the sum of movements: last count + later ins − later outs, never below 0.
begin;
set local search_path = public, extensions;
select plan(33);
select muster_test.settle_in();

create function pg_temp.held() returns text language sql as $$
  select concat_ws(' at ', b.quantity, to_char(b.quantity_at at time zone 'UTC', 'HH24:MI'))
  from muster.stock_balance(muster_test.id('lot', 'new')) b $$;
create function pg_temp.move(movement text, quantity numeric, at text default null) returns text language plpgsql as $$
begin
  insert into public.stock_movement (lot_id, movement, quantity, at)
    values (muster_test.id('lot', 'new'), movement, quantity, coalesce(('2026-05-01 ' || at || 'Z')::timestamptz, now()));
  return pg_temp.held();
exception when check_violation then return 'refused';
end $$;

insert into public.stock_lot (id, depot_id, item, unit, source)
  values (muster_test.id('lot', 'new'), muster_test.id('depot', 'o'), '救生衣', '件', '试验');
select is(pg_temp.held(), '', 'never counted: unknown, not 0');
select is(pg_temp.move('out', 1, '08:00'), 'refused', 'nothing goes out of what is unknown');
select is(pg_temp.move('in', 50, '08:00'), '50 at 08:00', 'what came in is there');
select is(pg_temp.move('out', 20, '09:00'), '30 at 09:00', 'what went out is gone');
select is(pg_temp.move('out', 31, '10:00'), 'refused', 'more than there is cannot go out');
select is(pg_temp.held(), '30 at 09:00', 'a refused movement leaves nothing behind');
select is(pg_temp.move('out', 30, '10:00'), '0 at 10:00', 'all that is there can go out: a known 0');
select is(pg_temp.move('count', 12, '11:00'), '12 at 11:00', 'a count states the number, whatever was summed before');
select is(pg_temp.move('in', 100, '10:30'), '12 at 11:00', 'what is recorded late but happened before the count was counted');
select is(pg_temp.move('in', 0.5, '12:00'), '12.5 at 12:00', 'quantities may be fractions');
select is(pg_temp.move('count', 3, '12:00'), '3 at 12:00', 'of movements of one instant the later recorded follows');
select is(pg_temp.move('in', 2, '12:00'), '5 at 12:00', 'also after a count');
select is(pg_temp.move('count', 1, '11:30'), '5 at 12:00', 'an older count recorded late changes nothing');
select is(pg_temp.move('count', 0, '13:00'), '0 at 13:00', 'nothing was found: 0');

-- Adding a movement touches its lot for synchronisation, but is no edit of it.
alter table public.stock_lot disable trigger user;
update public.stock_lot set changed_xid = '3' where id = muster_test.id('lot', 'new');
alter table public.stock_lot enable trigger user;
select is(pg_temp.move('in', 1), pg_temp.held(), 'one more');
select row_eq(
  $$ select version, updated_by, changed_xid = pg_current_xact_id() from public.stock_lot where id = muster_test.id('lot', 'new') $$,
  row (1, null::uuid, true), 'the lot''s version stays, its change number moves');
alter table public.shelter disable trigger user;
update public.shelter set changed_xid = '3' where id = muster_test.id('shelter', 'o');
alter table public.shelter enable trigger user;
select is(muster_test.attempt('field', format(
  $$insert into public.occupancy_movement (shelter_id, movement, people) values (%L, 'out', 11)$$, muster_test.id('shelter', 'o'))),
  'error 23514 shelter ' || muster_test.id('shelter', 'o') || ' holds less than is taken out', 'no more people leave a shelter than are in it');
select muster_test.become('field');
insert into public.occupancy_movement (shelter_id, movement, people, at)
  select muster_test.id('shelter', 'o'), 'in', 7, now() + interval '1 second';
select muster_test.back_to_owner();
select row_eq(
  $$ select s.version, s.updated_by, s.changed_xid = pg_current_xact_id(), b.occupancy
     from public.shelter s, muster.shelter_occupancy(s.id) b where s.id = muster_test.id('shelter', 'o') $$,
  row (1, null::uuid, true, 17::bigint), 'the same for a shelter, by a role that may not edit shelters');
-- The marker that says "only a sum changed" cannot hide an edit.
select muster_test.become('planner');
update public.shelter set name = '改名', changed_xid = '0' where id = muster_test.id('shelter', 'o');
select muster_test.back_to_owner();
select is((select version from public.shelter where id = muster_test.id('shelter', 'o')), 2, 'an edit always counts a version');

-- History is not changed, not even by the owner of the tables.
select throws_ok($$ update public.stock_movement set quantity = 1 $$, '42501', null, 'a stock movement is never changed');
select throws_ok($$ update public.occupancy_movement set people = 1 $$, '42501', null, 'an occupancy movement is never changed');
select throws_ok($$ update public.stock_movement set reason = '改' $$, '42501', null, 'not even its reason');

-- A depot that moves to another district takes its lots, their movements and its contacts along.
insert into public.contact (resource_kind, resource_id, name, phone) values ('depot', muster_test.id('depot', 'o'), '保管员', '000-0001');
update public.depot set district_code = 'zb' where id = muster_test.id('depot', 'o');
select is((select district_code from public.stock_lot where id = muster_test.id('stock_lot', 'o')), 'zb'::text collate "C", 'the lot follows');
select is((select district_code from public.stock_movement where id = muster_test.id('stock_movement', 'o')), 'zb'::text collate "C", 'its movements follow');
select is((select district_code from public.contact where name = '保管员'), 'zb'::text collate "C", 'its contact follows');
select is(muster_test.seen_by('planner', format($$ select count(*) from public.stock_lot where id = %L $$, muster_test.id('stock_lot', 'o'))),
  '0', 'and the old district does not see them any more');
update public.shelter set district_code = 'zb' where id = muster_test.id('shelter', 'o');
select is((select district_code from public.occupancy_movement where id = muster_test.id('occupancy_movement', 'o')), 'zb'::text collate "C", 'a shelter''s movements follow');

-- A lot moved to another depot belongs to that depot's district.
update public.stock_lot set depot_id = muster_test.id('depot', 'c') where id = muster_test.id('stock_lot', 'o');
select is((select district_code from public.stock_lot where id = muster_test.id('stock_lot', 'o')), 'za1'::text collate "C", 'a lot belongs where its depot belongs');
select is((select district_code from public.stock_movement where id = muster_test.id('stock_movement', 'o')), 'za1'::text collate "C", 'with its movements');

-- A list without a date.
insert into public.stock_lot (id, depot_id, item, unit, source)
  values (muster_test.id('lot', 'undated'), muster_test.id('depot', 'o'), '雨衣', '件', '试验');
create function pg_temp.undated() returns text language sql as $$
  select concat_ws(' at ', b.quantity, b.quantity_at is not null) from muster.stock_balance(muster_test.id('lot', 'undated')) b $$;
insert into public.stock_movement (lot_id, movement, quantity, undated) values (muster_test.id('lot', 'undated'), 'count', 9, true);
select is(pg_temp.undated(), '9 at f', 'an undated count gives a number and no time');
insert into public.stock_movement (lot_id, movement, quantity) values (muster_test.id('lot', 'undated'), 'out', 2);
select is(pg_temp.undated(), '7 at f', 'what goes out of it does not make it younger');
insert into public.stock_movement (lot_id, movement, quantity) values (muster_test.id('lot', 'undated'), 'count', 7);
select is(pg_temp.undated(), '7 at t', 'another count does');
select throws_ok(format($$ insert into public.stock_movement (lot_id, movement, quantity, undated) values (%L, 'in', 1, true) $$,
  muster_test.id('lot', 'undated')), '23514', null, 'only a count may be undated');

select * from finish();
rollback;
