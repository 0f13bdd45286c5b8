-- Imports from the console: staged, committed in one transaction, row by row refused with a reason, undone as a whole.
begin;
set local search_path = public, extensions;
select plan(37);
select muster_test.settle_in();

create function pg_temp.as(who text, question text) returns text language plpgsql as $$
declare answer text;
begin
  perform muster_test.become(who);
  execute question into answer;
  perform muster_test.back_to_owner();
  return answer;
end $$;
create function pg_temp.i(name text) returns uuid language sql immutable as $$ select muster_test.id('import', name) $$;
create function pg_temp.rows(variadic list jsonb[]) returns jsonb language sql as $$
  select jsonb_agg(e || jsonb_build_object('seq', n, 'row', n + 1)) from unnest(list) with ordinality t(e, n) $$;
create function pg_temp.shelter(name text, version int, change jsonb) returns jsonb language sql as $$
  select jsonb_build_object('kind', 'shelter', 'id', pg_temp.i(name), 'version', version, 'change', change) $$;
grant execute on all functions in schema pg_temp to authenticated;

-- Staging.
select is(pg_temp.as('planner', format($$ select public.import_open(%L, 'shelter', 'za', '台账.xlsx', '{"read": 9}') ->> 'state' $$, pg_temp.i('a'))), 'staged', 'an import begins');
select is(pg_temp.as('planner', format($$ select concat_ws(', ', b ->> 'by_name', b #>> '{totals,read}') from (select public.import_open(%L, 'shelter', 'za', '别的.xlsx') as b) x $$, pg_temp.i('a'))), 'planner, 9', 'and only once');
select is(muster_test.attempt(who, format($$ select public.import_open(%L, 'shelter', 'za', 'x') $$, pg_temp.i('x'))), 'denied', who || ' imports nothing')
from unnest(array['commander', 'field', 'viewer', 'disabled', 'anon']) who;
select is(muster_test.attempt('planner', format($$ select public.import_open(%L, 'shelter', 'zb', 'x') $$, pg_temp.i('x'))), 'denied', 'nor anybody for a neighbour');

select pg_temp.as('planner', format('select public.import_stage(%L, %L)', pg_temp.i('a'), pg_temp.rows(
  pg_temp.shelter('one', null, '{"district_code": "za", "external_id": "S1", "name": "一中操场", "source": "台账", "kind": "操场", "geom": {"type": "Point", "coordinates": [113, 29]}}'),
  pg_temp.shelter('two', null, '{"district_code": "za1", "external_id": "S2", "name": "二中操场", "source": "台账", "kind": "操场", "geom": "SRID=4326;POINT(113.2 29)"}'),
  pg_temp.shelter('blank', null, '{"district_code": "za", "external_id": "S3", "name": " ", "source": "台账", "kind": "操场", "geom": null}'),
  pg_temp.shelter('twin', null, '{"district_code": "za", "external_id": "S1", "name": "又一中", "source": "台账", "kind": "操场", "geom": null}'),
  pg_temp.shelter('bow', null, '{"district_code": "za", "external_id": "S5", "name": "蝶形", "source": "台账", "kind": "操场", "geom": "SRID=4326;POLYGON((0 0,1 1,0 1,1 0,0 0))"}'),
  pg_temp.shelter('away', null, '{"district_code": "zb", "external_id": "S6", "name": "邻县", "source": "台账", "kind": "操场", "geom": null}'),
  jsonb_build_object('kind', 'shelter', 'id', muster_test.id('shelter', 'o'), 'version', 1, 'change', '{"capacity": 200, "name": "改过的名"}'::jsonb),
  jsonb_build_object('kind', 'shelter', 'id', muster_test.id('shelter', 'c'), 'version', 7, 'change', '{"capacity": 200}'::jsonb),
  jsonb_build_object('kind', 'shelter', 'id', muster_test.id('shelter', 's'), 'version', 1, 'change', '{"capacity": 200}'::jsonb),
  jsonb_build_object('kind', 'shelter', 'id', muster_test.id('shelter', 'c'), 'version', 1, 'change', '{"updated_by": null}'::jsonb),
  jsonb_build_object('kind', 'contact', 'id', pg_temp.i('person'), 'version', null, 'change', jsonb_build_object('resource_kind', 'shelter', 'resource_id', pg_temp.i('one'), 'name', '校长', 'phone', '000-0009')),
  jsonb_build_object('kind', 'occupancy_movement', 'id', pg_temp.i('count'), 'version', null, 'change', jsonb_build_object('shelter_id', muster_test.id('shelter', 'o'), 'movement', 'count', 'people', 33))
)));
select is((select count(*)::int from public.import_row where batch_id = pg_temp.i('a')), 12, 'rows are staged');
select is(pg_temp.as('planner', format($$ select public.import_stage(%L, (select jsonb_agg(jsonb_build_object('seq', seq, 'row', "row", 'kind', kind, 'id', record_id, 'version', version, 'change', change)) from public.import_row where batch_id = %L)) $$, pg_temp.i('a'), pg_temp.i('a'))), '12', 'staging again …');
select is((select count(*)::int from public.import_row where batch_id = pg_temp.i('a')), 12, '… adds nothing');
select is(pg_temp.as('viewer', 'select count(*) from public.import_row'), '0', 'staged phone numbers are not for viewers');
select is((select count(*)::int from public.shelter where external_id like 'S_'), 0, 'nothing is written before the commit');

-- Commit.
create temporary table answer (what text, got jsonb);
insert into answer select 'first', pg_temp.as('planner', format('select public.import_commit(%L)', pg_temp.i('a')))::jsonb;
select is((select concat_ws(', ', got ->> 'state', got ->> 'created', got ->> 'changed') from answer), 'committed, 4, 1', 'what can be written is written');
select bag_eq($$ select (r ->> 'row')::int as line, r ->> 'reason' as reason, r ->> 'what' as what from answer, jsonb_array_elements(got -> 'refused') r $$,
  $$ values (4, 'refused', 'resource_name_check'), (5, 'taken', null), (6, 'geometry', null), (7, 'refused', '42501'),
    (9, 'version', null), (10, 'gone', null), (11, 'refused', 'updated_by') $$, 'and the rest is listed with line and reason');
select is(pg_temp.as('planner', format('select public.import_commit(%L)', pg_temp.i('a')))::jsonb, (select got from answer), 'committing again brings the same answer');
select is((select count(*)::int from public.shelter where external_id like 'S_'), 2, 'and writes nothing twice');
select is((select count(*)::int from public.import_row where batch_id = pg_temp.i('a')), 0, 'the staged rows are gone');
select bag_eq($$ select kind, action, by_name from public.record_change where origin = 'import' $$,
  $$ values ('shelter', 'create', 'planner'), ('shelter', 'create', 'planner'), ('shelter', 'update', 'planner'), ('contact', 'create', 'planner') $$, 'history knows the import');
select is((select concat_ws(', ', action, by_name, about, detail ->> 'created', detail ->> 'refused') from public.audit_event where by_user is not null order by seq desc limit 1),
  'import, planner, 台账.xlsx, 4, 7', 'and so does the audit');
select is(pg_temp.as('commander', format('select public.import_undo(%L) ->> ''state''', pg_temp.i('a'))), 'gone', 'a commander undoes no import');
select throws_ok(format('select muster.settle_import(%L, ''discarded'', null)', pg_temp.i('a')), '23514', null, 'what is committed is not discarded');

-- Undo: after somebody worked on.
update public.shelter set capacity = 5 where id = pg_temp.i('two');
insert into answer select 'undo', pg_temp.as('planner', format('select public.import_undo(%L)', pg_temp.i('a')))::jsonb;
select is((select concat_ws(', ', got ->> 'state', got ->> 'archived', got ->> 'restored') from answer where what = 'undo'), 'undone, 2, 1', 'what nobody touched since goes back');
select row_eq(format($$ select name, capacity, archived_at from public.shelter where id = %L $$, muster_test.id('shelter', 'o')), row ('某避难场所'::text, null::int, null::timestamptz), 'a changed record has its former values');
select is((select archived_at is not null from public.shelter where id = pg_temp.i('one')), true, 'a created one is archived');
select is((select archived_at from public.shelter where id = pg_temp.i('two')), null, 'one that somebody changed stays');
select bag_eq($$ select k ->> 'kind' as kind, (k ->> 'id')::uuid as id, k ->> 'why' as why from answer, jsonb_array_elements(got -> 'kept') k where what = 'undo' $$,
  format($$ values ('shelter', %L::uuid, 'changed'), ('shelter', %L::uuid, 'movement') $$, pg_temp.i('two'), muster_test.id('shelter', 'o')), 'and is listed, as are movements');
select is(pg_temp.as('planner', format('select public.import_undo(%L) ->> ''state''', pg_temp.i('a'))), 'gone', 'nothing is undone twice');
select is(pg_temp.as('planner', format($$ select string_agg(b ->> 'state', ', ') from json_array_elements(public.import_batches()) b where b ->> 'id' = %L $$, pg_temp.i('a'))), 'undone', 'the list says so');
select is(coalesce(pg_temp.as('planner', format($$ select public.import_discard(%L)::text $$, muster_test.id('import_batch', 'o'))), ''), '', 'a staged import is thrown away');
select is((select count(*)::int from public.import_row where batch_id = muster_test.id('import_batch', 'o')), 0, 'with its rows');
select alike(muster_test.attempt('planner', format($$ select public.import_discard(%L) $$, muster_test.id('import_batch', 's'))), 'error 23514%', 'not a neighbour''s');

-- Mappings and views.
select pg_temp.as('planner', $$ select public.save_import_mapping('za', 'shelter', '教育局名册', 'f1', '{"name": "学校"}') $$);
select pg_temp.as('planner', $$ select public.save_import_mapping('za', 'shelter', '教育局名册', 'f2', '{"name": "校名"}') $$);
select is(pg_temp.as('planner', $$ select string_agg(concat_ws(' ', m ->> 'name', m ->> 'columns_fingerprint', m #>> '{mapping,name}'), ', ') from json_array_elements(public.import_mappings('shelter')) m where m ->> 'name' = '教育局名册' $$),
  '教育局名册 f2 校名', 'a mapping is kept by name');
select pg_temp.as('viewer', $$ select public.save_view('shelter', '大的', '{"filter": 1}') $$);
select pg_temp.as('viewer', $$ select public.save_view('shelter', '大的', '{"filter": 2}') $$);
select is(pg_temp.as('viewer', $$ select string_agg(v ->> 'view', ', ') from json_array_elements(public.saved_views()) v $$), '{"filter": 2}', 'a view is kept by name');
select is(pg_temp.as('admin', $$ select public.saved_views()::text $$), '[]', 'and seen by nobody else');
select is(coalesce(pg_temp.as('viewer', $$ select public.drop_view(id)::text from public.saved_view $$), ''), '', 'it can be dropped');
select is(pg_temp.as('viewer', $$ select public.saved_views()::text $$), '[]', 'and is gone');

select * from finish();
rollback;
