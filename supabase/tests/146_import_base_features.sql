-- Drawing data through an import: written, remembered as far as the import, undone.
begin;
set local search_path = public, extensions;
select plan(9);
select muster_test.settle_in();

create function pg_temp.as(who text, question text) returns text language plpgsql as $$
declare answer text;
begin
  perform muster_test.become(who);
  execute question into answer;
  perform muster_test.back_to_owner();
  return answer;
end $$;
create function pg_temp.i(name text) returns uuid language sql immutable as $$ select muster_test.id('drawn', name) $$;
grant execute on all functions in schema pg_temp to authenticated;

select is((select count(*)::int from public.record_change where kind = 'base_feature'), 0, 'what is drawn otherwise leaves no history');
select pg_temp.as('planner', format('select public.import_open(%L, ''base_feature'', ''za'', ''roads.gpkg'')', pg_temp.i('b')));
select pg_temp.as('planner', format('select public.import_stage(%L, %L)', pg_temp.i('b'), jsonb_build_array(
  jsonb_build_object('seq', 0, 'row', 1, 'kind', 'base_feature', 'id', pg_temp.i('new'), 'version', null, 'change',
    '{"district_code": "za", "external_id": "R1", "name": null, "layer": "road", "class": "primary", "source": "roads.gpkg", "geom": "SRID=4326;LINESTRING(113 29,113.1 29)"}'::jsonb),
  jsonb_build_object('seq', 1, 'row', 2, 'kind', 'base_feature', 'id', muster_test.id('base_feature', 'o'), 'version', 1, 'change', '{"class": "trunk"}'::jsonb),
  jsonb_build_object('seq', 2, 'row', 3, 'kind', 'base_feature', 'id', pg_temp.i('away'), 'version', null, 'change',
    '{"district_code": "zb", "external_id": "R3", "name": null, "layer": "road", "class": "primary", "source": "roads.gpkg", "geom": "SRID=4326;LINESTRING(113 29,113.1 29)"}'::jsonb)
)));
select is((pg_temp.as('planner', format('select public.import_write(%L)', pg_temp.i('b')))::jsonb) - 'refused',
  '{"state": "committed", "created": 1, "changed": 1, "kinds": {"base_feature": {"created": 1, "changed": 1}}, "moved": []}', 'roads are written');
select is((select string_agg(action, ', ' order by seq) from public.record_change where kind = 'base_feature'), 'create, update', 'and remembered');
select is((select class from public.base_feature where id = muster_test.id('base_feature', 'o')), 'trunk', 'one changed');
select is(pg_temp.as('planner', format('select r ->> ''external_id'' from json_array_elements(public.base_features_page()) r where r ->> ''id'' = %L', pg_temp.i('new'))), 'R1', 'a page tells one feature from another');
select is((pg_temp.as('planner', format('select public.import_undo(%L)', pg_temp.i('b')))::jsonb) - 'kept',
  '{"state": "undone", "archived": 1, "restored": 1, "kinds": {"base_feature": {"archived": 1, "restored": 1}}}', 'and undone');
select is((select class from public.base_feature where id = muster_test.id('base_feature', 'o')), 'primary', 'the changed one is as before');
select is((select archived_at is not null from public.base_feature where id = pg_temp.i('new')), true, 'the new one archived');
delete from public.base_feature where id = pg_temp.i('new');
select is((select count(*)::int from public.record_change where record_id = pg_temp.i('new')), 0, 'deleted, it is forgotten');

select * from finish();
rollback;
