-- The tree of districts: paths keep themselves, and nobody climbs.
begin;
set local search_path = public, extensions;
select plan(16);
select muster_test.settle_in();

create function pg_temp.path(p_code text) returns text language sql as $$ select path::text from public.district where code = p_code $$;

select is(pg_temp.path('za1'), '/0/zp/za/za1/', 'a path is made of the codes from the root');
insert into public.district (code, parent_code, name, level, path) values ('za2', 'za1', '二村', 'village', '/forged/');
select is(pg_temp.path('za2'), '/0/zp/za/za1/za2/', 'whatever was sent');
update public.district set path = '/forged/' where code = 'za1';
select is(pg_temp.path('za1'), '/0/zp/za/za1/', 'a path is not an editable cell');
insert into public.district (code, parent_code, name, level) values ('zq', '0', '另一市', 'prefecture');
update public.district set parent_code = 'zq' where code = 'za';
select is(pg_temp.path('za') || pg_temp.path('za1') || pg_temp.path('za2'),
  '/0/zq/za//0/zq/za/za1//0/zq/za/za1/za2/', 'a moved district takes everything below along');
select throws_ok($$ update public.district set parent_code = 'za2' where code = 'za1' $$, '23514', null, 'a district cannot lie below itself');
select throws_ok($$ update public.district set parent_code = 'za1' where code = 'za1' $$, '23514', null, 'nor in itself');
select throws_ok($$ update public.district set level = 'village' where code = 'za' $$, '23514', null, 'a village has no townships');
select throws_ok($$ update public.district set parent_code = 'za1' where code = 'zb' $$, '23514', null, 'a county does not lie below a township');
select throws_ok($$ update public.district set code = 'zz' where code = 'za2' $$, '23514', null, 'a code never changes');
select throws_ok($$ delete from public.district where code = 'za' $$, '23503', null, 'a district in use is not deleted');

-- A county's admin
select is(muster_test.attempt('admin', $$ update public.district set name = '甲县改' where code = 'za' $$), '1', 'renames their own');
select is(muster_test.attempt('admin', $$ update public.district set parent_code = '0' where code = 'za' $$), 'denied', 'does not move their own');
select is(muster_test.attempt('admin', $$ update public.district set parent_code = 'zb' where code = 'za1' $$), 'denied', 'does not give a township away');
select is(muster_test.attempt('admin', $$ update public.district set parent_code = 'za' where code = 'zb' $$), '0', 'does not take a neighbour');
select is(muster_test.attempt('admin', $$ insert into public.district (code, parent_code, name, level) values ('zc', 'zp', '丙县', 'county') $$), 'denied', 'adds none beside theirs');
select is(muster_test.attempt('admin', $$ insert into public.district (code, parent_code, name, level) values ('za3', 'za1', '三村', 'village') $$), '1', 'adds a village below');

select * from finish();
rollback;
