-- Writing and undoing an import in portions: each call a part, nothing twice, half of it undone as well.
begin;
set local search_path = public, extensions;
select plan(24);
select muster_test.settle_in();

create function pg_temp.as(who text, question text) returns text language plpgsql as $$
declare answer text;
begin
  perform muster_test.become(who);
  execute question into answer;
  perform muster_test.back_to_owner();
  return answer;
end $$;
create function pg_temp.i(name text) returns uuid language sql immutable as $$ select muster_test.id('portion', name) $$;
-- 700 new shelters, 650 people to call there, and one edit that comes too late.
create function pg_temp.stage(batch text) returns void language plpgsql as $$
begin
  perform pg_temp.as('planner', format('select public.import_open(%L, ''shelter'', ''za'', %L)', pg_temp.i(batch), batch));
  perform pg_temp.as('planner', format('select public.import_stage(%L, %L)', pg_temp.i(batch), (
    select jsonb_agg(jsonb_build_object('seq', n, 'row', n, 'kind', 'shelter', 'id', pg_temp.i(batch || n), 'version', null,
      'change', jsonb_build_object('district_code', 'za', 'external_id', batch || n, 'name', '场所' || n,
        'source', '试验', 'kind', '公园', 'geom', 'SRID=4326;POINT(113 29)')))
    from generate_series(1, 700) n)));
  perform pg_temp.as('planner', format('select public.import_stage(%L, %L)', pg_temp.i(batch), (
    select jsonb_agg(jsonb_build_object('seq', 1000 + n, 'row', n, 'kind', 'contact', 'id', pg_temp.i(batch || 'c' || n),
      'version', null, 'change', jsonb_build_object('resource_kind', 'shelter', 'resource_id', pg_temp.i(batch || n),
        'name', '某人' || n)))
    from generate_series(1, 650) n)));
  perform pg_temp.as('planner', format('select public.import_stage(%L, %L)', pg_temp.i(batch), jsonb_build_array(
    jsonb_build_object('seq', 800, 'row', 701, 'kind', 'shelter', 'id', muster_test.id('shelter', 'o'), 'version', 1,
      'change', '{"capacity": 77}'::jsonb),
    jsonb_build_object('seq', 801, 'row', 702, 'kind', 'shelter', 'id', muster_test.id('shelter', 'c'), 'version', 9,
      'change', '{"capacity": 77}'::jsonb))));
end $$;
create function pg_temp.write(batch text) returns text language sql as $$
  select pg_temp.as('planner', format('select public.import_write(%L, 0)', pg_temp.i(batch))) $$;
create function pg_temp.unwrite(batch text) returns text language sql as $$
  select pg_temp.as('planner', format('select public.import_unwrite(%L, 0)', pg_temp.i(batch))) $$;
create function pg_temp.listed(batch text) returns jsonb language sql as $$
  select pg_temp.as('planner', format('select b from json_array_elements(public.import_batches()) b where b ->> ''id'' = %L', pg_temp.i(batch)))::jsonb $$;
grant execute on all functions in schema pg_temp to authenticated;

select pg_temp.stage('a');
select is(pg_temp.listed('a') -> 'staged', '{"shelter": {"changed": 2, "created": 700}, "contact": {"changed": 0, "created": 650}}', 'the list says what waits to be written');
select is(pg_temp.write('a')::jsonb, '{"state": "writing", "done": 500, "total": 1352}', 'a call writes a portion');
select is((select count(*)::int from public.shelter where external_id like 'a%'), 500, 'which is there');
select is((select concat_ws(', ', l ->> 'state', l ->> 'created', l ->> 'done', l ->> 'total') from pg_temp.listed('a') l), 'writing, 500, 500, 1352', 'and in the list');
select is(muster_test.attempt('planner', format('insert into public.import_row (batch_id, seq, "row", kind, record_id, change) values (%L, 9999, 1, ''shelter'', gen_random_uuid(), ''{}'')', pg_temp.i('a'))), 'denied', 'nothing is staged into what is being written');
select alike(muster_test.attempt('planner', format('select public.import_discard(%L)', pg_temp.i('a'))), 'error 23514%', 'nor is it discarded');
select is(pg_temp.as('commander', format('select public.import_write(%L) ->> ''state''', pg_temp.i('a'))), 'gone', 'a commander does not go on with it');
select is((pg_temp.write('a')::jsonb) ->> 'done', '700', 'what is new first');
select is((pg_temp.write('a')::jsonb) ->> 'done', '702', 'then what changes');
select is((select capacity from public.shelter where id = muster_test.id('shelter', 'o')), 77, 'which it does');
select is((pg_temp.write('a')::jsonb) ->> 'done', '1202', 'then what belongs to it');
select is((pg_temp.write('a')::jsonb) - 'refused', '{"state": "committed", "created": 1350, "changed": 1, "kinds": {"shelter": {"created": 700, "changed": 1}, "contact": {"created": 650}}, "moved": []}', 'the last call answers for all');
select is((pg_temp.write('a')::jsonb) #>> '{refused,0,reason}', 'version', 'again and again, with what was refused');
select is((select count(*)::int from public.record_change where import_id = pg_temp.i('a')), 1351, 'nothing was written twice');
select is((select count(*)::int from public.import_row where batch_id = pg_temp.i('a')), 0, 'the staged rows are gone');
select is((select count(*)::int from public.audit_event where detail ->> 'import' = pg_temp.i('a')::text), 1, 'the audit knows one import');

-- Undoing it, children first; somebody worked on meanwhile.
update public.shelter set capacity = 5 where id = pg_temp.i('a7');
select is(pg_temp.unwrite('a')::jsonb, '{"state": "undoing", "done": 250, "total": 1351}', 'undoing goes in portions');
select is((select count(*)::int from public.contact where archived_at is null and resource_id in (select id from public.shelter where external_id like 'a%')), 400, 'children first');
select is((pg_temp.write('a')::jsonb) ->> 'state', 'gone', 'what is being undone is not written');
select is((select string_agg(pg_temp.unwrite('a')::jsonb ->> 'done', ', ') from generate_series(1, 4)), '500, 750, 1000, 1250', 'on it goes');
select is((pg_temp.unwrite('a')::jsonb) - 'kept', '{"state": "undone", "archived": 1349, "restored": 1, "kinds": {"shelter": {"archived": 699, "restored": 1}, "contact": {"archived": 650}}}', 'and says what became of each kind');
select is((select concat_ws(', ', capacity, (select count(*) from public.shelter where external_id like 'a%' and archived_at is null)) from public.shelter where id = muster_test.id('shelter', 'o')), '1', 'what was changed is as before, what somebody changed since stays');

-- Half an import.
select pg_temp.stage('b');
select pg_temp.write('b');
select is((pg_temp.as('planner', format('select public.import_undo(%L)', pg_temp.i('b')))::jsonb) - 'kept', '{"state": "undone", "archived": 500, "restored": 0, "kinds": {"shelter": {"archived": 500}}}', 'half an import is taken back');
select is((select string_agg(action, ', ' order by seq) from public.audit_event where detail ->> 'import' = pg_temp.i('b')::text), 'import, import_undo', 'and was one for the audit');

select * from finish();
rollback;
