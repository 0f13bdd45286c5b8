-- Districts as records: saved with a version, remembered, retired and brought back, counted, audited and imported.
begin;
set local search_path = public, extensions;
select plan(75);
select muster_test.settle_in();
insert into muster_test.actor values ('root', muster_test.id('profile', 'root'), 'admin', false);

create function pg_temp.as(who text, question text) returns text language plpgsql as $$
declare answer text;
begin
  perform muster_test.become(who);
  begin
    execute question into answer;
  exception when others then
    declare named text; state text; begin
      get stacked diagnostics named = constraint_name, state = returned_sqlstate;
      answer := concat_ws(' ', state, nullif(named, ''));
    end;
  end;
  perform muster_test.back_to_owner();
  return answer;
end $$;
create function pg_temp.id(p_code text) returns uuid language sql as $$ select id from public.district where code = p_code $$;
create function pg_temp.version(p_code text) returns int language sql as $$ select version from public.district where code = p_code $$;
create function pg_temp.save(who text, p_code text, change text, behind int default 0) returns text language sql as $$
  select pg_temp.as(who, format('select public.save_record(''district'', %L, %s, %L) ->> ''outcome''', pg_temp.id(p_code), pg_temp.version(p_code) - behind, change)) $$;
create function pg_temp.make(who text, p_code text, parent text, p_level text) returns text language sql as $$
  select pg_temp.as(who, format('select public.save_record(''district'', %L, null, %L) ->> ''outcome''', muster_test.id('made', p_code),
    jsonb_build_object('code', p_code, 'parent_code', parent, 'level', p_level, 'name', '新' || p_code, 'source', '试验'))) $$;
create function pg_temp.news() returns text language sql as $$
  select concat_ws(', ', action, by_name, district_code, about, detail ->> 'what') from public.audit_event order by seq desc limit 1 $$;
-- What settle_in puts into the townships leaves them.
create function pg_temp.empty(p_code text) returns void language plpgsql as $$
declare content text;
begin
  foreach content in array muster.district_contents() loop
    execute format('update public.%I set archived_at = now() where district_code = $1 and archived_at is null', content) using p_code;
  end loop;
  update public.profile set disabled_at = now() where district_code = p_code;
end $$;

-- Made, changed, refused: role by role.
select is(pg_temp.make(who, 'zn' || who, 'za', 'township'), wanted, who || ' makes a township')
from (values ('admin', 'saved'), ('commander', '42501'), ('planner', '42501'), ('field', '42501'), ('viewer', '42501'), ('disabled', '42501'), ('no_profile', '42501'), ('anon', '42501')) w (who, wanted);
select is(pg_temp.news(), 'district, admin, znadmin, 新znadmin (znadmin), created', 'which the audit tells');
select is(pg_temp.make('admin', 'znadmin', 'za', 'township'), 'conflict', 'the same call again makes no second one');
select is(pg_temp.make('admin', code, parent, level), wanted, wanted || ' for ' || code)
from (values ('za1', 'za', 'township', '23505 district_pkey'), ('zx', 'zb', 'township', '42501'), ('zx', 'zp', 'county', '42501'),
  ('zx', 'nowhere', 'county', '23503'), ('zx', 'za', 'county', '23514 district_level_order'), ('z x', 'za', 'township', '23514 district_code_check'),
  ('zx', null, 'root', '42501')) w (code, parent, level, wanted);
select is(pg_temp.save(who, 'za1', '{"name": "新名"}'), wanted, who || ' renames a township')
from (values ('admin', 'saved'), ('commander', 'conflict'), ('planner', 'conflict'), ('field', 'conflict'), ('viewer', 'conflict'), ('disabled', 'gone'), ('no_profile', 'gone'), ('anon', '42501')) w (who, wanted);
select is(pg_temp.save('admin', 'za1', '{"name": "过时"}', 1), 'conflict', 'not over a newer version');
select is(pg_temp.save('admin', 'zb', '{"name": "邻县"}'), 'gone', 'no neighbour');
select is(pg_temp.save('admin', 'zp', '{"name": "上级"}'), 'conflict', 'nor the district above, which they see');
select is(pg_temp.save('admin', 'za1', change), wanted, wanted || ' for ' || change)
from (values ('{"path": "/0/"}', '42703'), ('{"is_demo": true}', '42703'), ('{"district_code": "zb"}', '42703'), ('{"code": "zz"}', '23514'), ('{"timezone": "Mond/Krater"}', '22023'),
  ('{"geom": "SRID=4326;MULTIPOLYGON(((113 29,114 30,114 29,113 30,113 29)))"}', '23514 district_geom_check'), ('{"geom": "SRID=4326;POINT(113 29)"}', '22023')) w (change, wanted);
select is(pg_temp.save('admin', 'za1', '{"geom": "SRID=4326;MULTIPOLYGON(((113 29,114 29,114 30,113 30,113 29)))"}'), 'saved', 'a boundary');
select is(pg_temp.news(), 'district, admin, za1, 新名 (za1), boundary', 'which the audit tells');

-- Remembered, and taken back.
select is((select string_agg(c.action || ' ' || c.version || ' ' || (select string_agg(key, '+') from jsonb_object_keys(c.after) key), ', ' order by c.seq)
  from public.record_change c where c.record_id = pg_temp.id('za1') and c.version > 1), 'update 2 name, update 3 geom', 'every change is kept');
select is(pg_temp.as('viewer', format('select count(*) from json_array_elements(public.record_history(''district'', %L))', pg_temp.id('za1'))), '3', 'whoever sees a district reads its history');
select is(pg_temp.as('viewer', format('select count(*) from json_array_elements(public.record_history(''district'', %L))', pg_temp.id('zb'))), '0', 'a neighbour''s is not read');
select is(pg_temp.as('admin', format('select public.restore_version(''district'', %L, 1, 3) -> ''record'' ->> ''name''', pg_temp.id('za1'))), '甲县一镇', 'a former version comes back');
select is((select geom is null from public.district where code = 'za1'), true, 'with its boundary');

-- Moved: everything below goes along without being edited, and consoles start over.
create temporary table before as select epoch, pg_temp.version('za1') as version from muster.database_epoch;
select is(pg_temp.save('root', 'za', '{"parent_code": "0"}'), 'saved', 'a county hangs elsewhere');
select is((select path::text from public.district where code = 'za1'), '/0/za/za1/', 'with its townships');
select is(pg_temp.version('za1'), (select version from before), 'which nobody edited');
select isnt((select epoch from muster.database_epoch), (select epoch from before), 'and consoles start over');
select is(pg_temp.news(), 'district, root, za, 甲县 (za), moved', 'the audit tells who moved it');
select is(pg_temp.save('root', 'za', '{"parent_code": "zp"}'), 'saved', 'and back');

-- Counted and retired.
select is(muster_test.attempt(who, 'select public.district_overview()'), wanted, who || ' counts what belongs to districts')
from (values ('admin', '1'), ('commander', 'denied'), ('planner', 'denied'), ('viewer', 'denied'), ('disabled', 'denied'), ('anon', 'denied')) w (who, wanted);
select is(pg_temp.as('admin', $$ select concat_ws(' ', (o -> 'za' ->> 'shelter'), (o -> 'za' ->> 'profile'), (o -> 'za' ->> 'disabled'), (o -> 'za' ->> 'district'), (o ->> 'zb')) from public.district_overview() o $$),
  '1 6 1 2', 'records, accounts and districts below, of their own districts');
select is(pg_temp.save('admin', 'za1', '{"archived_at": "2026-01-01"}'), '23514 district_in_use', 'what is in use stays');
select pg_temp.empty('za1');
select is(pg_temp.save('planner', 'za1', '{"archived_at": "2026-01-01"}'), 'conflict', 'no planner retires it');
select is(pg_temp.save('admin', 'za1', '{"archived_at": "2026-01-01"}'), 'saved', 'empty it is retired');
select is(pg_temp.news(), 'district, admin, za1, 甲县一镇 (za1), retired', 'which the audit tells');
select is(pg_temp.as('planner', $$ insert into public.shelter (district_code, name, source, kind) values ('za1', '某所', '试验', '操场') returning name $$), '23514 district_retired', 'nothing is made there');
select is(pg_temp.as('planner', format($$ update public.shelter set district_code = 'za1' where id = %L returning name $$, muster_test.id('shelter', 'o'))), '23514 district_retired', 'nothing is moved there');
select is(pg_temp.as('planner', format($$ update public.shelter set archived_at = null where id = %L returning name $$, muster_test.id('shelter', 'c'))), '23514 district_retired', 'nothing comes back there');
select is(pg_temp.as('admin', format($$ select public.account_enable(%L) ->> 'outcome' $$, muster_test.id('profile', 'c'))), 'district_retired', 'nobody acts there');
select is(pg_temp.make('admin', 'za11', 'za1', 'village'), '23514 district_retired', 'nothing hangs below it');
select is(pg_temp.as('admin', $$ select public.archived_page('district') ->> 'total' $$), '1', 'it waits among the retired');
select is(pg_temp.save('admin', 'za1', '{"archived_at": null}'), 'saved', 'and is brought back');
select throws_ok($$ update public.district set archived_at = now() where code = '0' $$, '23514', null, 'the root is never retired');

-- Imported: parents and children of one file, by admins alone.
create function pg_temp.import(who text, batch text, rows jsonb) returns text language plpgsql as $$
begin
  return pg_temp.as(who, format('select public.import_open(%L, ''district'', ''za'', ''辖区.geojson'')', muster_test.id('districts', batch)))
    || pg_temp.as(who, format('select public.import_stage(%L, %L)::text', muster_test.id('districts', batch), rows));
end $$;
create function pg_temp.row(seq int, code text, parent text, level text) returns jsonb language sql as $$
  select jsonb_build_object('seq', seq, 'row', seq + 1, 'kind', 'district', 'id', muster_test.id('imported', code), 'version', null,
    'change', jsonb_build_object('code', code, 'parent_code', parent, 'level', level, 'name', code, 'timezone', 'Asia/Shanghai', 'source', '辖区.geojson', 'geom', null)) $$;
select is(pg_temp.import('planner', 'p', jsonb_build_array(pg_temp.row(0, 'zi1', 'za', 'township'))), '4250142501', 'a planner imports no districts');
select pg_temp.import('admin', 'b', jsonb_build_array(pg_temp.row(0, 'zi1', 'za', 'township'), pg_temp.row(1, 'zi2', 'za', 'township'), pg_temp.row(2, 'zi11', 'zi1', 'village'), pg_temp.row(3, 'zi9', 'zb', 'township')));
select is(pg_temp.as('planner', format('select public.import_write(%L) ->> ''state''', muster_test.id('districts', 'b'))), 'gone', 'nor writes an admin''s');
select is((pg_temp.as('admin', format('select public.import_write(%L)', muster_test.id('districts', 'b')))::jsonb) #- '{refused}',
  '{"state": "committed", "created": 3, "changed": 0, "kinds": {"district": {"created": 3}}, "moved": []}', 'parents and children are written, a neighbour''s is not');
select is((select count(*)::int from public.audit_event where action = 'district' and about like 'zi%'), 0, 'an import is one event, not one for each district');
insert into public.shelter (district_code, name, source, kind) values ('zi11', '村里的场所', '试验', '操场');
select is(pg_temp.as('planner', format('select public.import_undo(%L) ->> ''state''', muster_test.id('districts', 'b'))), 'gone', 'nor undoes it');
create temporary table undone as select pg_temp.as('admin', format('select public.import_undo(%L)', muster_test.id('districts', 'b')))::jsonb as answer;
select is((select answer - 'kept' from undone), '{"state": "undone", "archived": 1, "restored": 0, "kinds": {"district": {"archived": 1}}}', 'undone, the one without anything goes');
select is((select string_agg(concat_ws(' ', k ->> 'name', k ->> 'why'), ', ' order by k ->> 'name') from undone, jsonb_array_elements(answer -> 'kept') k), 'zi1 in_use, zi11 in_use', 'what stays is said');
select is((select string_agg(code, ' ' order by code) from public.district where code like 'zi%' and archived_at is null), 'zi1 zi11', 'those in use and what they hang on stay');

delete from muster_test.actor where name = 'root';
select * from finish();
rollback;
