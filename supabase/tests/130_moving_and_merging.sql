-- Stock that moves between depots, hazards that are rectified step by step, records that turn out to be one.
begin;
set local search_path = public, extensions;
select plan(46);
select muster_test.settle_in();

create function pg_temp.as(who text, question text) returns text language plpgsql as $$
declare answer text;
begin
  perform muster_test.become(who);
  execute question into answer;
  perform muster_test.back_to_owner();
  return answer;
end $$;
create function pg_temp.held(lot uuid) returns numeric language sql as $$ select quantity from muster.stock_balance(lot) $$;
create function pg_temp.transfer(who text, lot text, depot text, quantity numeric, number text default 'n') returns text language sql as $$
  select pg_temp.as(who, format('select public.transfer_stock(%L, %L, %L, %s, ''支援'') ->> ''outcome''',
    muster_test.id('transfer', number), muster_test.id('stock_lot', lot), muster_test.id('depot', depot), quantity)) $$;

-- One movement by one call.
select is(pg_temp.as('field', format($$ select public.move_stock(%L, %L, 'out', 4, '领用') #>> '{record,quantity}' $$, muster_test.id('m', '1'), muster_test.id('stock_lot', 'o'))), '6', 'four of ten go out');
select is(pg_temp.as('field', format($$ select public.move_stock(%L, %L, 'out', 4, '领用') #>> '{record,quantity}' $$, muster_test.id('m', '1'), muster_test.id('stock_lot', 'o'))), '6', 'the same call again takes nothing more');
select is(pg_temp.as('field', format($$ select public.move_stock(%L, %L, 'out', 7) ->> 'outcome' $$, muster_test.id('m', '2'), muster_test.id('stock_lot', 'o'))), 'short', 'more than there is: short');
select is(pg_temp.as('field', format($$ select public.move_stock(%L, %L, 'out', 1) ->> 'outcome' $$, muster_test.id('m', '3'), muster_test.id('stock_lot', 's'))), 'gone', 'of a neighbour: not seen');
select is(muster_test.attempt('viewer', format($$ select public.move_stock(%L, %L, 'out', 1) $$, muster_test.id('m', '4'), muster_test.id('stock_lot', 'o'))), 'denied', 'a viewer moves nothing');
select alike(muster_test.attempt('field', format($$ select public.move_stock(%L, %L, 'out', 0) $$, muster_test.id('m', '5'), muster_test.id('stock_lot', 'o'))), 'error 23514%', 'nothing is no movement');
select is(pg_temp.as('viewer', format($$ select concat_ws(', ', m ->> 'by_name', m ->> 'quantity', m ->> 'reason') from json_array_elements(public.stock_movements(array[%L::uuid])) m limit 1 $$, muster_test.id('stock_lot', 'o'))),
  'field, 4, 领用', 'the list says who, how much and why');
select is(pg_temp.as('field', format($$ select public.move_occupancy(%L, %L, 'in', 5) #>> '{record,occupancy}' $$, muster_test.id('m', '6'), muster_test.id('shelter', 'o'))), '15', 'five people come in');
select is(pg_temp.as('field', format($$ select public.move_occupancy(%L, %L, 'out', 16) ->> 'outcome' $$, muster_test.id('m', '7'), muster_test.id('shelter', 'o'))), 'short', 'more than are in it do not leave');
select is(pg_temp.as('field', format($$ select json_array_length(public.occupancy_movements(%L)) $$, muster_test.id('shelter', 'o'))), '2', 'a list of people movements');

-- Transfers.
select is(pg_temp.transfer('field', 'o', 'c', 2), 'saved', 'two of six go to the depot below');
select is(pg_temp.held(muster_test.id('stock_lot', 'o')), 4::numeric, 'they left');
select is(pg_temp.held(muster_test.id('stock_lot', 'c')), 12::numeric, 'and arrived in the lot of the same thing');
select is((select count(*)::int from public.stock_movement where transfer_id = muster_test.id('transfer', 'n') and by_name = 'field'), 2, 'two movements know of each other and of who');
select is(pg_temp.transfer('field', 'o', 'c', 2), 'saved', 'the same call again …');
select is(pg_temp.held(muster_test.id('stock_lot', 'o')), 4::numeric, '… transfers nothing more');
select is(pg_temp.transfer('field', 'o', 'c', 5, 'm'), 'short', 'more than there is: short');
select is(pg_temp.held(muster_test.id('stock_lot', 'c')), 12::numeric, 'and nothing arrives');
select is(pg_temp.transfer('field', 'o', 's', 1, 'm'), 'gone', 'not to a neighbour');
select is(pg_temp.transfer('field', 's', 'o', 1, 'm'), 'gone', 'not from a neighbour');
select is(muster_test.attempt('viewer', format('select public.transfer_stock(%L, %L, %L, 1)', muster_test.id('transfer', 'v'), muster_test.id('stock_lot', 'o'), muster_test.id('depot', 'c'))), 'denied', 'a viewer transfers nothing');
select alike(muster_test.attempt('field', format('select public.transfer_stock(%L, %L, %L, 1)', muster_test.id('transfer', 'v'), muster_test.id('stock_lot', 'o'), muster_test.id('depot', 'o'))), 'error 22023%', 'not to where it is');
update public.stock_lot set batch = '乙' where id = muster_test.id('stock_lot', 'o');
select is(pg_temp.transfer('field', 'o', 'c', 1, 'b'), 'saved', 'another batch');
select is((select concat_ws(', ', l.item, l.batch, (select quantity from muster.stock_balance(l.id)), l.district_code) from public.stock_lot l where l.depot_id = muster_test.id('depot', 'c') and l.batch = '乙'),
  '铁铲, 乙, 1, za1', 'gets a lot of its own over there');
select muster_test.become('field');
insert into public.stock_movement (id, lot_id, movement, quantity, transfer_id) values (muster_test.id('m', 'f'), muster_test.id('stock_lot', 'o'), 'in', 1, muster_test.id('transfer', 'x'));
select muster_test.back_to_owner();
select is((select transfer_id from public.stock_movement where id = muster_test.id('m', 'f')), null, 'nobody makes half a transfer');

-- Rectification, step by step.
create function pg_temp.step(who text, step text, number text) returns text language sql as $$
  select pg_temp.as(who, format('select concat_ws('', '', x ->> ''outcome'', x #>> ''{record,rectification_state}'') from (select public.add_rectification_step(%L, %L, %L, ''说明'', null, ''某村委会'', ''2027-01-31'') as x) y',
    muster_test.id('step', number), muster_test.id('hazard', 'o'), step)) $$;
select is(pg_temp.step('field', 'rectify', '0'), 'out-of-order', 'nothing is rectified before it was found');
select is(pg_temp.step('field', 'found', 'f'), 'saved, identified', 'it was found');
select is(pg_temp.step('field', 'review', '1'), 'out-of-order, identified', 'no review before anything was done');
select is(pg_temp.step('field', 'rectify', '2'), 'saved, rectifying', 'work begins');
select is((select concat_ws(', ', rectification_owner, rectification_deadline) from public.hazard where id = muster_test.id('hazard', 'o')), '某村委会, 2027-01-31', 'with who and until when');
select is(pg_temp.step('field', 'rectify', '2'), 'saved, rectifying', 'the same call again is no second step');
select is(pg_temp.step('commander', 'review', '3'), 'saved, recheck', 'it is looked at');
select is(pg_temp.step('commander', 'rectify', '4'), 'saved, rectifying', 'not passed: again');
select is(pg_temp.step('planner', 'review', '5'), 'saved, recheck', 'looked at again');
select is(muster_test.attempt('field', format($$ select public.add_rectification_step(%L, %L, 'close') $$, muster_test.id('step', '6'), muster_test.id('hazard', 'o'))), 'denied', 'closing is the office''s decision');
select is(pg_temp.step('planner', 'close', '7'), 'saved, closed', 'closed');
select is(pg_temp.as('viewer', format('select string_agg(s ->> ''step'', '' '' order by n) from json_array_elements(public.rectification_steps(%L)) with ordinality t(s, n)', muster_test.id('hazard', 'o'))),
  'close review rectify review rectify found found', 'all of it is kept, newest first');
select is(muster_test.attempt('planner', format($$ update public.hazard set rectification_state = 'rectifying' where id = %L $$, muster_test.id('hazard', 'o'))), 'denied', 'no step is left out by editing the hazard');
select throws_ok($$ update public.rectification_step set note = '改' $$, '42501', null, 'a step is never changed');

-- Two records of one thing.
insert into public.depot (id, district_code, name, source, external_id) values (muster_test.id('depot', 'twin'), 'za', '某库（重复）', '试验', 'K-1');
insert into public.stock_lot (id, depot_id, item, unit, source) values (muster_test.id('stock_lot', 'twin'), muster_test.id('depot', 'twin'), '雨衣', '件', '试验');
insert into public.contact (id, resource_kind, resource_id, name) values (muster_test.id('contact', 'twin'), 'depot', muster_test.id('depot', 'twin'), '保管员');
select is(muster_test.attempt(who, format('select public.merge_records(''depot'', %L, %L)', muster_test.id('depot', 'o'), muster_test.id('depot', 'twin'))), 'denied', who || ' merges nothing')
from unnest(array['commander', 'field', 'viewer']) who;
select is(pg_temp.as('planner', format($$ select public.merge_records('depot', %L, %L, 9, 1) ->> 'outcome' $$, muster_test.id('depot', 'o'), muster_test.id('depot', 'twin'))), 'conflict', 'not what changed meanwhile');
select is(pg_temp.as('planner', format($$ select public.merge_records('depot', %L, %L, 1, 1) #>> '{record,external_id}' $$, muster_test.id('depot', 'o'), muster_test.id('depot', 'twin'))), 'K-1', 'one is left, known by the number imports know');
select row_eq(format($$ select d.archived_at is not null, d.note like '%%并入%%', l.depot_id, c.resource_id from public.depot d, public.stock_lot l, public.contact c
  where d.id = %L and l.id = %L and c.id = %L $$, muster_test.id('depot', 'twin'), muster_test.id('stock_lot', 'twin'), muster_test.id('contact', 'twin')),
  row (true, true, muster_test.id('depot', 'o'), muster_test.id('depot', 'o')), 'the other is archived and says where it went; lots and contacts moved');
select is(pg_temp.as('planner', format($$ select public.merge_records('depot', %L, %L) ->> 'outcome' $$, muster_test.id('depot', 'o'), muster_test.id('depot', 's'))), 'gone', 'not with a neighbour''s');

select * from finish();
rollback;
