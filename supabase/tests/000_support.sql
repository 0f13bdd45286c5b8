-- What the other files stand on: actors, places, and ways to try something as somebody. Runs first, outside a
-- transaction, and leaves schema muster_test behind; every other file rolls back what it does.

create extension if not exists pgtap with schema extensions;

drop schema if exists muster_test cascade;
create schema muster_test;

-- ── actors and places ────────────────────────────────────────────────────────────────────────────────────────────
-- Every actor with a profile belongs to county za:  0 ─ zp ─┬─ za ── za1
--                                                           └─ zb
create table muster_test.place (letter text primary key, code text not null, meaning text not null);
insert into muster_test.place values
  ('o', 'za', 'their own district'), ('c', 'za1', 'a district below theirs'),
  ('p', 'zp', 'the district above theirs'), ('s', 'zb', 'a neighbouring district');

create table muster_test.actor (name text primary key, user_id uuid, role text, disabled boolean not null default false);
insert into muster_test.actor values
  ('admin', '00000000-0000-4000-8000-000000000001', 'admin', false),
  ('commander', '00000000-0000-4000-8000-000000000002', 'commander', false),
  ('planner', '00000000-0000-4000-8000-000000000003', 'planner', false),
  ('field', '00000000-0000-4000-8000-000000000004', 'field', false),
  ('viewer', '00000000-0000-4000-8000-000000000005', 'viewer', false),
  ('disabled', '00000000-0000-4000-8000-000000000006', 'admin', true),
  ('no_profile', '00000000-0000-4000-8000-000000000007', null, false),
  ('anon', null, null, false);

-- A steady id for the row of a table at a place.
create function muster_test.id(table_name text, letter text) returns uuid
language sql immutable as $$ select md5(table_name || ' ' || letter)::uuid $$;

-- The caller becomes the actor until the transaction ends or `back_to_owner` is called.
create function muster_test.become(who text) returns void
language plpgsql as $$
begin
  perform set_config('request.jwt.claim.sub',
    coalesce((select user_id::text from muster_test.actor where name = who), ''), true);
  perform set_config('request.jwt.claims', jsonb_build_object('role', 'authenticated',
    'sub', (select user_id from muster_test.actor where name = who))::text, true);
  perform set_config('role', case who when 'anon' then 'anon' else 'authenticated' end, true);
end $$;

create function muster_test.back_to_owner() returns void
language plpgsql as $$
begin
  perform set_config('role', 'none', true);
  perform set_config('request.jwt.claim.sub', '', true);
  perform set_config('request.jwt.claims', '', true);
end $$;

-- How many rows a statement touches when this actor runs it; 'denied' (no right, or a policy refuses), or
-- 'error <sqlstate> <message>'. Nothing it does stays.
create function muster_test.attempt(who text, statement text) returns text
language plpgsql as $$
declare
  touched bigint;
  verdict text;
begin
  begin
    perform muster_test.become(who);
    execute statement;
    get diagnostics touched = row_count;
    raise exception using errcode = 'MT000';
  exception
    when sqlstate 'MT000' then verdict := touched::text;
    when insufficient_privilege then verdict := 'denied';
    when others then verdict := 'error ' || sqlstate || ' ' || sqlerrm;
  end;
  perform muster_test.back_to_owner();
  return verdict;
end $$;

-- One value, read as this actor.
create function muster_test.seen_by(who text, question text) returns text
language plpgsql as $$
declare
  answer text;
begin
  perform muster_test.become(who);
  execute question into answer;
  perform muster_test.back_to_owner();
  return answer;
end $$;

-- ── the fixture: one row of every table at every place ───────────────────────────────────────────────────────────
create function muster_test.settle_in() returns void
language plpgsql as $$
declare
  l text;
  code text;
begin
  insert into public.district (code, parent_code, name, level) values
    ('zp', '0', '某市', 'prefecture'), ('za', 'zp', '甲县', 'county'), ('zb', 'zp', '乙县', 'county'),
    ('za1', 'za', '甲县一镇', 'township');
  insert into auth.users (id, email)
    select user_id, name || '@muster.test' from muster_test.actor where user_id is not null;
  insert into public.profile (user_id, district_code, role, display_name, disabled_at)
    select user_id, 'za', role, name, case when disabled then now() end from muster_test.actor where role is not null;
  -- People to give a profile to, and people who have one, at every place; and an admin of the root.
  insert into auth.users (id, email)
    select muster_test.id(k, letter), k || letter || '@muster.test' from muster_test.place, unnest(array['new', 'profile']) k;
  insert into auth.users (id, email) values (muster_test.id('profile', 'root'), 'root@muster.test');
  insert into public.profile (user_id, district_code, role, display_name)
    values (muster_test.id('profile', 'root'), '0', 'admin', 'root');
  -- A step that is there, on a hazard that it did not move.
  alter table public.rectification_step disable trigger d_settle;
  for l, code in select p.letter, p.code from muster_test.place p loop
    insert into public.profile (user_id, district_code, role, display_name)
      values (muster_test.id('profile', l), code, 'viewer', '某人');
    insert into public.district_setting (id, district_code, key, value, unit, source)
      values (muster_test.id('district_setting', l), code, 'nearest_count', 5, '1', '试验');
    insert into public.base_feature (id, district_code, layer, class, source, geom)
      values (muster_test.id('base_feature', l), code, 'road', 'primary', '试验', 'SRID=4326;LINESTRING(113 29,113.1 29.1)');
    insert into public.settlement (id, district_code, name, source, geom)
      values (muster_test.id('settlement', l), code, '某村', '试验', 'SRID=4326;POINT(113 29)');
    insert into public.hazard (id, district_code, name, source, class, kind, geom)
      values (muster_test.id('hazard', l), code, '某隐患', '试验', 'natural', 'flood', 'SRID=4326;POINT(113 29)');
    insert into public.shelter (id, district_code, name, source, kind, geom)
      values (muster_test.id('shelter', l), code, '某避难场所', '试验', '操场', 'SRID=4326;POINT(113 29)');
    insert into public.depot (id, district_code, name, source, geom)
      values (muster_test.id('depot', l), code, '某库', '试验', 'SRID=4326;POINT(113 29)');
    insert into public.team (id, district_code, name, source, kind, geom)
      values (muster_test.id('team', l), code, '某队', '试验', '乡镇队', 'SRID=4326;POINT(113 29)');
    insert into public.evacuation_route (id, district_code, name, source, geom)
      values (muster_test.id('evacuation_route', l), code, '某路线', '试验', 'SRID=4326;LINESTRING(113 29,113.1 29.1)');
    insert into public.stock_lot (id, depot_id, item, unit, source)
      values (muster_test.id('stock_lot', l), muster_test.id('depot', l), '铁铲', '把', '试验');
    insert into public.contact (id, resource_kind, resource_id, name, phone)
      values (muster_test.id('contact', l), 'team', muster_test.id('team', l), '某人', '000-0000');
    insert into public.incident (id, district_code, title, class, kind, occurred_at, source, geom)
      values (muster_test.id('incident', l), code, '某事', 'accident', 'fire', now(), '试验', 'SRID=4326;POINT(113 29)');
    insert into public.closure (id, district_code, reason, source, geom)
      values (muster_test.id('closure', l), code, '塌方', '试验', 'SRID=4326;POINT(113 29)');
    insert into public.occupancy_movement (id, shelter_id, movement, people)
      values (muster_test.id('occupancy_movement', l), muster_test.id('shelter', l), 'count', 10);
    insert into public.stock_movement (id, lot_id, movement, quantity)
      values (muster_test.id('stock_movement', l), muster_test.id('stock_lot', l), 'count', 10);
    insert into public.record_change (id, kind, record_id, district_code, version, origin, action, after)
      values (muster_test.id('record_change', l), 'hazard', muster_test.id('record_change', l), code, 1, 'tool', 'update', '{}');
    insert into public.audit_event (id, district_code, action, about)
      values (muster_test.id('audit_event', l), code, 'export', '试验');
    insert into public.import_batch (id, district_code, kind, file_name)
      values (muster_test.id('import_batch', l), code, 'shelter', '台账.xlsx');
    insert into public.import_row (batch_id, seq, "row", kind, record_id, change)
      values (muster_test.id('import_batch', l), 1, 2, 'shelter', gen_random_uuid(), '{}');
    insert into public.import_mapping (id, district_code, kind, name, mapping)
      values (muster_test.id('import_mapping', l), code, 'shelter', '民政台账' || l, '{}');
    insert into public.saved_view (id, user_id, kind, name, view)
      values (muster_test.id('saved_view', l), muster_test.id('profile', l), 'shelter', '某人的视图', '{}');
    insert into public.road_network (id, district_code, source, west, south, east, north, length_m, report, checksum, graph)
      values (muster_test.id('road_network', l), code, '试验', 113, 29, 114, 30, 1000, '{}', encode(sha256('\x01'), 'hex'), '\x01');
    insert into public.road_edge (network_id, edge, origin, class, forward, backward, geom)
      values (muster_test.id('road_network', l), 1, 'way 1', 'primary', 7, 7, 'SRID=4326;LINESTRING(113 29,113.1 29.1)');
    -- One that is on its way: nobody's network yet.
    insert into public.road_network (id, district_code, edition, source, west, south, east, north, length_m, report, checksum, sending)
      values (muster_test.id('road_upload', l), code, 9, '在途', 113, 29, 114, 30, 1000, '{}', encode(sha256('\x0102'), 'hex'),
        '{"bytes": 2, "edges": 1}');
    insert into public.road_graph_piece (network_id, part, bytes) values (muster_test.id('road_upload', l), 0, '\x01');
    insert into public.rectification_step (id, hazard_id, step)
      values (muster_test.id('rectification_step', l), muster_test.id('hazard', l), 'found');
  end loop;
  alter table public.rectification_step enable trigger d_settle;
end $$;

grant usage on schema muster_test to anon, authenticated;
