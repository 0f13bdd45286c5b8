-- A road network that comes in portions: nobody's until it is whole, then in the place of the old one; by admins alone.
begin;
set local search_path = public, extensions;
select plan(49);
select muster_test.settle_in();

create function pg_temp.upload(place text) returns uuid language sql as $$ select muster_test.id('road_upload', place) $$;
create function pg_temp.facts(district text, bytes bytea, edges int) returns text language sql as $$
  select format('%L::jsonb', jsonb_build_object('district', district, 'source', '台账', 'data_time', null, 'west', 113,
    'south', 29, 'east', 114, 'north', 30, 'length_m', 5000, 'report', '{}'::jsonb, 'checksum',
    encode(sha256(bytes), 'hex'), 'bytes', length(bytes), 'edges', edges)) $$;
create function pg_temp.edge(number int) returns text language sql as $$
  select format('{"e": %s, "o": "row %s", "c": "primary", "n": "某路", "f": 7, "b": 7, "br": false, "tu": false, "l": 0, "fe": false,
    "g": "LINESTRING(113 29,113.1 29.1)"}', number, number) $$;

-- ── who may ──────────────────────────────────────────────────────────────────────────────────────────────────────
create function pg_temp.reach(who text, call text) returns text language sql as $$
  select coalesce(string_agg(case when v.verdict ~ '^\d+$' and v.verdict <> '0' then p.letter
    when v.verdict in ('denied', '0') then '' else p.letter || '(' || v.verdict || ')' end, ''
    order by position(p.letter in 'ocps')), '')
  from muster_test.place p, lateral muster_test.attempt(who,
    replace(replace(call, '{upload}', pg_temp.upload(p.letter)::text), '{code}', p.code)) v (verdict) $$;
create temporary table call (name text, sql text);
insert into call values
  ('open', $$select public.road_upload_open(gen_random_uuid(), '{"district": "{code}", "source": "台账", "west": 1, "south": 1,
    "east": 2, "north": 2, "length_m": 1, "report": {}, "checksum": "x", "bytes": 1, "edges": 1}')$$),
  ('graph', $$select public.road_upload_graph('{upload}', 1, 'Ag==')$$),
  ('edges', format($$select public.road_upload_edges('{upload}', '[%s]')$$, pg_temp.edge(0))),
  ('assemble', $$select public.road_upload_graph('{upload}', 1, 'Ag=='), public.road_upload_assemble('{upload}')$$);
select is(pg_temp.reach('admin', c.sql), 'oc', 'admin: ' || c.name) from call c;
select is(pg_temp.reach(a.name, c.sql), '', a.name || ': ' || c.name)
  from call c, muster_test.actor a where a.name in ('commander', 'planner', 'viewer', 'disabled', 'anon');
select is(pg_temp.reach('planner', $$select public.road_upload_finish('{upload}') where public.road_upload_finish('{upload}') is not null$$),
  '', 'finishing is an admin''s');
select is(muster_test.attempt('viewer', format('select 1 where not public.road_network_clear(%L)', pg_temp.upload('o'))), '0',
  'nobody else clears');

-- ── from the first portion to the last ───────────────────────────────────────────────────────────────────────────
select muster_test.become('admin');
select is((select string_agg(n ->> 'state', ' ' order by n ->> 'state') from json_array_elements(public.road_network_list()) n),
  'sending sending used used', 'an admin sees what is on its way in their districts');
select throws_ok(format('select public.road_upload_finish(%L)', pg_temp.upload('o')), '22023', null, 'half a network is none');
select throws_ok(format('select public.road_upload_assemble(%L)', pg_temp.upload('o')), '22023', null,
  'bytes that are not the announced ones are refused');
select public.road_upload_graph(pg_temp.upload('o'), 1, 'Ag==');
select public.road_upload_graph(pg_temp.upload('o'), 1, 'Ag==');
select public.road_upload_assemble(pg_temp.upload('o'));
select public.road_upload_assemble(pg_temp.upload('o'));
select throws_ok(format('select public.road_upload_finish(%L)', pg_temp.upload('o')), '22023', null, 'nor one without its edges');
select public.road_upload_edges(pg_temp.upload('o'), format('[%s]', pg_temp.edge(0))::jsonb);
select public.road_upload_edges(pg_temp.upload('o'), format('[%s]', pg_temp.edge(0))::jsonb);
select is((select string_agg(n ->> 'id', ' ') from json_array_elements(public.road_networks()) n where n ->> 'district_code' = 'za'),
  muster_test.id('road_network', 'o')::text, 'the old one is used until the last moment');
select throws_ok('select public.road_graph(pg_temp.upload(''o''))', 'PT404', null, 'nobody gets a graph that is on its way');
select is((select count(*)::int from public.road_edge where network_id = pg_temp.upload('o')), 0, 'nor its edges');
select is(public.road_upload_finish(pg_temp.upload('o')) ->> 'edition', '9', 'then it is in use');
select is(public.road_upload_finish(pg_temp.upload('o')) ->> 'edition', '9', 'finishing again says the same');
select is((select string_agg(n ->> 'id', ' ') from json_array_elements(public.road_networks()) n where n ->> 'district_code' = 'za'),
  pg_temp.upload('o')::text, 'in the place of the old one');
select is(encode(public.road_graph(pg_temp.upload('o'))::bytea, 'hex'), '0102', 'with its bytes');
select is(public.road_graph_part(pg_temp.upload('o'), 1, 9) ->> 'part', 'Ag==', 'also in parts');
select is(public.road_lines(pg_temp.upload('o'), 113, 29, 113.01, 29.01)::text, '[[[113,29],[113.1,29.1]]]', 'its lines are found by place');
select is(public.road_lines(pg_temp.upload('o'), 113.2, 29, 113.3, 29.1)::text, '[]', 'and no others');
select throws_ok(format($$update public.road_network set source = '改' where id = %L$$, pg_temp.upload('o')), '22023', null,
  'a network in use does not change');
select is(public.road_network_clear(muster_test.id('road_network', 'o')), true, 'the old one is cleared');
select throws_ok(format('select public.road_network_clear(%L)', pg_temp.upload('o')), '22023', null, 'the used one is not');
select public.road_network_remove(pg_temp.upload('c'));
select is(public.road_network_clear(pg_temp.upload('c')), true, 'one that is given up is cleared');
select muster_test.back_to_owner();

select results_eq(format($$select graph is null, archived_at is not null, (select count(*)::int from public.road_edge e where e.network_id = n.id)
  from public.road_network n where id = %L$$, muster_test.id('road_network', 'o')), $$values (true, true, 0)$$,
  'of what was used the row stays');
select is((select count(*)::int from public.road_network where id = pg_temp.upload('c')), 0, 'of what never was nothing stays');
select is((select count(*)::int from public.road_graph_piece where network_id in (pg_temp.upload('o'), pg_temp.upload('c'))), 0,
  'pieces go');
select results_eq($$select action, about, detail ->> 'kind', by_name from public.audit_event
  where detail ->> 'kind' = 'road_network' and by_user is not null$$, $$values ('import', '在途', 'road_network', 'admin')$$,
  'an import is noted once');
select is((select count(*)::int from public.closure where district_code = 'za'), 1, 'closures stay');

select * from finish();
rollback;
