-- Every change is kept: who, when, what, from where; and trust in a fact is said by those who work with it.
begin;
set local search_path = public, extensions;
select muster_test.settle_in();

create function pg_temp.last(p_kind text, p_id uuid, question text) returns text language plpgsql as $$
declare answer text;
begin
  execute format('select concat_ws('', '', %s) from public.record_change where kind = $1 and record_id = $2 order by seq desc limit 1', question)
    into answer using p_kind, p_id;
  return answer;
end $$;
create function pg_temp.as(who text, question text) returns text language plpgsql as $$
declare answer text;
begin
  perform muster_test.become(who);
  execute question into answer;
  perform muster_test.back_to_owner();
  return answer;
end $$;
create temporary table remembered as select kind from unnest(muster.remembered_kinds()) kind
-- Nothing in use is archived: districts have a file of their own.
where kind <> 'district';
grant select on remembered to authenticated;

select plan((select count(*) * 3 from remembered)::int + 47);

-- Every kind, by its own trigger.
select is(pg_temp.last(kind, muster_test.id(kind, 'o'), 'action, origin, version, by_user'), 'create, tool, 1', 'a created ' || kind || ' is remembered')
from remembered;
select muster_test.become('admin');
do $$
declare k text;
begin
  foreach k in array array(select kind from remembered) loop
    execute format('update public.%I set archived_at = now() where id = %L', k, muster_test.id(k, 'o'));
  end loop;
end $$;
select muster_test.back_to_owner();
select is(pg_temp.last(kind, muster_test.id(kind, 'o'), 'action, origin, version, by_name, before -> ''archived_at'''),
  'archive, console, 2, admin, null', 'an archived ' || kind || ' is remembered with who did it') from remembered;
do $$
declare k text;
begin
  foreach k in array array(select kind from remembered) loop
    execute format('update public.%I set archived_at = null where id = %L', k, muster_test.id(k, 'o'));
  end loop;
end $$;
select is(pg_temp.last(kind, muster_test.id(kind, 'o'), 'action, origin, by_name'), 'restore, tool', 'a restored ' || kind || ' too') from remembered;

-- What is written down.
select muster_test.become('planner');
update public.shelter set name = '新名', capacity = 30, geom = 'SRID=4326;POINT(113.5 29.5)' where id = muster_test.id('shelter', 'o');
update public.shelter set name = '新名' where id = muster_test.id('shelter', 'o');
select muster_test.back_to_owner();
select is(pg_temp.last('shelter', muster_test.id('shelter', 'o'), 'action, version, before, after'),
  'update, 4, {"geom": {"type": "Point", "coordinates": [113, 29]}, "name": "某避难场所", "capacity": null}, '
  '{"geom": {"type": "Point", "coordinates": [113.5, 29.5]}, "name": "新名", "capacity": 30}',
  'the fields that changed, before and after; saving the same again is no change');
select is((select count(*)::int from public.record_change where record_id = muster_test.id('stock_lot', 'o')), 3, 'movements are no edits of a lot');
insert into public.shelter (district_code, name, source, kind) select 'za', '第' || n || '处', '试验', '操场' from generate_series(1, 500) n;
select is((select count(*)::int from public.record_change where action = 'create' and after ->> 'name' like '第%处'), 500, 'rows that come together are all remembered');
select is((select distinct after ? 'note' from public.record_change where after ->> 'name' like '第%处'), false, 'what was empty is left out of a creation');
select set_config('muster.import_id', muster_test.id('import', 'x')::text, true);
update public.depot set note = '批量' where id = muster_test.id('depot', 'o');
select is(pg_temp.last('depot', muster_test.id('depot', 'o'), 'origin, import_id'), 'import, ' || muster_test.id('import', 'x'), 'an import signs with its number');
select set_config('muster.import_id', '', true);

-- Evidence: nobody changes it, nobody writes it by hand, the name outlives the account.
select throws_ok($$ update public.record_change set by_name = '别人' $$, '42501', null, 'history is never changed, not even by its owner');
select is(muster_test.attempt('admin', format($$ select 1 from public.record_change where record_id = %L $$, muster_test.id('shelter', 'o'))), '4', 'an admin reads it');
delete from auth.users where id = (select user_id from muster_test.actor where name = 'planner');
select is(pg_temp.last('shelter', muster_test.id('shelter', 'o'), 'by_name'), 'planner', 'whose account ends is still named');
insert into auth.users (id, email) select user_id, 'planner2@muster.test' from muster_test.actor where name = 'planner';
insert into public.profile (user_id, district_code, role, display_name) select user_id, 'za', 'planner', 'planner' from muster_test.actor where name = 'planner';

-- Phone numbers in history: as in contact itself.
select is(pg_temp.as(who, $$ select count(*) from public.record_change where kind = 'contact' $$), wanted, who || ' reads ' || wanted || ' changes of contacts')
from (values ('admin', '4'), ('commander', '4'), ('planner', '4'), ('field', '4'), ('viewer', '0'), ('disabled', '0'), ('no_profile', '0')) w (who, wanted);
select is(pg_temp.as('viewer', $$ select count(*) from public.record_change c where c::text like '%"000-0000%' $$), '0', 'no number leaks through another kind');
select is(pg_temp.as('viewer', format($$ select public.record_history('contact', %L)::text $$, muster_test.id('contact', 'o'))), '[]', 'nor through the history of a record');
select is(muster_test.attempt('anon', $$ select public.record_history('shelter', gen_random_uuid()) $$), 'denied', 'a resident asks for no history');
select is(pg_temp.as('field', format($$ select json_array_length(public.record_history('contact', %L)) $$, muster_test.id('contact', 'o'))), '3', 'the history of a record');
delete from public.contact where id = muster_test.id('contact', 'o');
select is((select count(*)::int from public.record_change where record_id = muster_test.id('contact', 'o')), 0, 'no number outlives its reason');

-- "Still true" and "not true, because": everybody but viewers, in their subtree.
select is(pg_temp.as(who, format($$ select public.confirm_record('hazard', %L) ->> 'outcome' $$, muster_test.id('hazard', 'o'))), 'saved', who || ' confirms')
from unnest(array['admin', 'commander', 'planner', 'field']) who;
select is(muster_test.attempt(who, format($$ select public.confirm_record('hazard', %L) $$, muster_test.id('hazard', 'o'))), 'denied', who || ' does not')
from unnest(array['viewer', 'disabled', 'no_profile', 'anon']) who;
select is(pg_temp.as('field', format($$ select public.confirm_record('hazard', %L) ->> 'outcome' $$, muster_test.id('hazard', letter))), wanted, 'a hazard at ' || letter)
from (values ('c', 'saved'), ('p', 'gone'), ('s', 'gone')) w (letter, wanted);
select is(pg_temp.last('hazard', muster_test.id('hazard', 'o'), 'action, by_name'), 'confirm, admin', 'a confirmation is remembered as one');
select is(pg_temp.as('field', format($$ select public.dispute_record('team', %L, '电话打不通') -> 'record' ->> 'dispute_reason' $$, muster_test.id('team', 'o'))), '电话打不通', 'a dispute has a reason');
select is((select concat_ws(', ', disputed_at = now(), disputed_by = (select user_id from muster_test.actor where name = 'field')) from public.team where id = muster_test.id('team', 'o')),
  't, t', 'and its author');
select is(pg_temp.last('team', muster_test.id('team', 'o'), 'action'), 'dispute', 'it is remembered as one');
select is(muster_test.attempt('field', format($$ select public.dispute_record('team', %L, ' ') $$, muster_test.id('team', 'o'))), 'error 23514 a dispute has a reason', 'without a reason it is none');
select is(pg_temp.as('planner', format($$ select public.confirm_record('team', %L, 1) ->> 'outcome' $$, muster_test.id('team', 'o'))), 'conflict', 'what changed meanwhile is not confirmed unseen');
select is(pg_temp.as('commander', format($$ select concat_ws(', ', r ->> 'disputed_at', (r ->> 'verified_at')::timestamptz = now())
  from (select public.confirm_record('team', %L) -> 'record' as r) x $$, muster_test.id('team', 'o'))), 't', 'who confirms settles the dispute');

-- Writing by one call, and back to a version.
select is(pg_temp.as('planner', format($$ select public.save_record('depot', %L, null, '{"district_code": "za", "name": "新库", "source": "试验",
  "geom": {"type": "Polygon", "coordinates": [[[113,29],[113.1,29],[113.1,29.1],[113,29]]]}}') ->> 'outcome' $$, muster_test.id('saved', 'x'))), 'saved', 'a record is created');
select is(pg_temp.as('planner', format($$ select public.save_record('depot', %L, null, '{"district_code": "za", "name": "又一库", "source": "试验"}') #>> '{record,name}' $$, muster_test.id('saved', 'x'))),
  '新库', 'the same id is no second record');
select is(pg_temp.as('planner', format($$ select public.save_record('depot', %L, 1, '{"name": "改名", "geom": "SRID=4326;POINT(113 29)"}') #>> '{record,version}' $$, muster_test.id('saved', 'x'))), '2', 'it is changed');
select is(pg_temp.as('planner', format($$ select public.save_record('depot', %L, 1, '{"name": "晚到"}') ->> 'outcome' $$, muster_test.id('saved', 'x'))), 'conflict', 'not from an older version');
select is(pg_temp.as('planner', format($$ select concat_ws(', ', x ->> 'outcome', x #>> '{record,name}', x #>> '{record,geometry,type}')
  from (select public.restore_version('depot', %L, 1, 2) as x) y $$, muster_test.id('saved', 'x'))), 'saved, 新库, Polygon', 'version 1 comes back with its area');
select is(muster_test.attempt('field', format($$ select public.save_record('depot', %L, null, '{"district_code": "za", "name": "新库", "source": "试验"}') $$, muster_test.id('saved', 'y'))), 'denied', 'a policy still decides');
select is(pg_temp.as('field', format($$ select public.save_record('depot', %L, 3, '{"name": "改名"}') ->> 'outcome' $$, muster_test.id('saved', 'x'))), 'conflict', 'and lets no row be written');
select alike(muster_test.attempt('planner', format($$ select public.save_record('depot', %L, 3, '{"geom": "SRID=4326;POLYGON((0 0,1 1,0 1,1 0,0 0))"}') $$, muster_test.id('saved', 'x'))), 'error 23514%', 'an area that crosses itself is refused');
select alike(muster_test.attempt('planner', format($$ select public.save_record('depot', %L, 3, '{"updated_by": null}') $$, muster_test.id('saved', 'x'))), 'error 42703%', 'bookkeeping is not written');

select * from finish();
rollback;
