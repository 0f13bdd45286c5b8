-- Who may do what: every table × verb × actor. This file is the truth; 010_rights.sql tries every cell of it at four
-- places and fails when a table of schema public is missing here.
--
-- A cell lists the places where the verb works, for an actor whose profile belongs to county za:
--   o  their own district      c  a district below it      p  the district above      s  a neighbouring district
--   -  nowhere
-- Runs after 000_support.sql, outside a transaction.

create table muster_test.cell (
  table_name text, verb text, actor text references muster_test.actor (name), places text,
  primary key (table_name, verb, actor)
);

insert into muster_test.cell
with line as (
  select regexp_split_to_array(btrim(entry), '\s+') as words, number
  from regexp_split_to_table($matrix$
    table               verb    admin  commander  planner  field  viewer  disabled  no_profile  anon
    district            select  ocp    ocp        ocp      ocp    ocp     -         -           -
    district            insert  oc     -          -        -      -       -         -           -
    district            update  oc     -          -        -      -       -         -           -
    district            delete  -      -          -        -      -       -         -           -
    profile             select  oc     -          -        -      -       -         -           -
    profile             insert  oc     -          -        -      -       -         -           -
    profile             update  oc     -          -        -      -       -         -           -
    profile             delete  -      -          -        -      -       -         -           -
    district_setting    select  ocp    ocp        ocp      ocp    ocp     -         -           -
    district_setting    insert  oc     -          -        -      -       -         -           -
    district_setting    update  oc     -          -        -      -       -         -           -
    district_setting    delete  -      -          -        -      -       -         -           -
    base_feature        select  ocps   ocps       ocps     ocps   ocps    -         -           -
    base_feature        insert  oc     -          oc       -      -       -         -           -
    base_feature        update  oc     -          oc       -      -       -         -           -
    base_feature        delete  -      -          -        -      -       -         -           -
    settlement          select  oc     oc         oc       oc     oc      -         -           -
    settlement          insert  oc     -          oc       -      -       -         -           -
    settlement          update  oc     -          oc       -      -       -         -           -
    settlement          delete  -      -          -        -      -       -         -           -
    hazard              select  oc     oc         oc       oc     oc      -         -           -
    hazard              insert  oc     -          oc       -      -       -         -           -
    hazard              update  oc     oc         oc       -      -       -         -           -
    hazard              delete  -      -          -        -      -       -         -           -
    shelter             select  oc     oc         oc       oc     oc      -         -           -
    shelter             insert  oc     -          oc       -      -       -         -           -
    shelter             update  oc     oc         oc       -      -       -         -           -
    shelter             delete  -      -          -        -      -       -         -           -
    occupancy_movement  select  oc     oc         oc       oc     oc      -         -           -
    occupancy_movement  insert  oc     oc         oc       oc     -       -         -           -
    occupancy_movement  update  -      -          -        -      -       -         -           -
    occupancy_movement  delete  -      -          -        -      -       -         -           -
    depot               select  oc     oc         oc       oc     oc      -         -           -
    depot               insert  oc     -          oc       -      -       -         -           -
    depot               update  oc     -          oc       -      -       -         -           -
    depot               delete  -      -          -        -      -       -         -           -
    stock_lot           select  oc     oc         oc       oc     oc      -         -           -
    stock_lot           insert  oc     -          oc       -      -       -         -           -
    stock_lot           update  oc     -          oc       -      -       -         -           -
    stock_lot           delete  -      -          -        -      -       -         -           -
    stock_movement      select  oc     oc         oc       oc     oc      -         -           -
    stock_movement      insert  oc     oc         oc       oc     -       -         -           -
    stock_movement      update  -      -          -        -      -       -         -           -
    stock_movement      delete  -      -          -        -      -       -         -           -
    team                select  oc     oc         oc       oc     oc      -         -           -
    team                insert  oc     -          oc       -      -       -         -           -
    team                update  oc     oc         oc       oc     -       -         -           -
    team                delete  -      -          -        -      -       -         -           -
    evacuation_route    select  oc     oc         oc       oc     oc      -         -           -
    evacuation_route    insert  oc     -          oc       -      -       -         -           -
    evacuation_route    update  oc     oc         oc       -      -       -         -           -
    evacuation_route    delete  -      -          -        -      -       -         -           -
    contact             select  oc     oc         oc       oc     -       -         -           -
    contact             insert  oc     oc         oc       -      -       -         -           -
    contact             update  oc     oc         oc       -      -       -         -           -
    contact             delete  -      -          -        -      -       -         -           -
    incident            select  oc     oc         oc       oc     oc      -         -           -
    incident            insert  oc     oc         -        -      -       -         -           -
    incident            update  oc     oc         -        -      -       -         -           -
    incident            delete  -      -          -        -      -       -         -           -
    closure             select  oc     oc         oc       oc     oc      -         -           -
    closure             insert  oc     oc         -        oc     -       -         -           -
    closure             update  oc     oc         -        -      -       -         -           -
    closure             delete  -      -          -        -      -       -         -           -
    record_change       select  oc     oc         oc       oc     oc      -         -           -
    record_change       insert  -      -          -        -      -       -         -           -
    record_change       update  -      -          -        -      -       -         -           -
    record_change       delete  -      -          -        -      -       -         -           -
    rectification_step  select  oc     oc         oc       oc     oc      -         -           -
    rectification_step  insert  oc     oc         oc       oc     -       -         -           -
    rectification_step  update  -      -          -        -      -       -         -           -
    rectification_step  delete  -      -          -        -      -       -         -           -
    audit_event         select  oc     -          -        -      -       -         -           -
    audit_event         insert  -      -          -        -      -       -         -           -
    audit_event         update  -      -          -        -      -       -         -           -
    audit_event         delete  -      -          -        -      -       -         -           -
    import_batch        select  oc     -          oc       -      -       -         -           -
    import_batch        insert  oc     -          oc       -      -       -         -           -
    import_batch        update  -      -          -        -      -       -         -           -
    import_batch        delete  -      -          -        -      -       -         -           -
    import_row          select  oc     -          oc       -      -       -         -           -
    import_row          insert  oc     -          oc       -      -       -         -           -
    import_row          update  oc     -          oc       -      -       -         -           -
    import_row          delete  -      -          -        -      -       -         -           -
    import_mapping      select  ocp    -          ocp      -      -       -         -           -
    import_mapping      insert  oc     -          oc       -      -       -         -           -
    import_mapping      update  oc     -          oc       -      -       -         -           -
    import_mapping      delete  -      -          -        -      -       -         -           -
    saved_view          select  -      -          -        -      -       -         -           -
    saved_view          insert  ocps   ocps       ocps     ocps   ocps    -         -           -
    saved_view          update  -      -          -        -      -       -         -           -
    saved_view          delete  -      -          -        -      -       -         -           -
    road_network        select  ocp    ocp        ocp      ocp    ocp     -         -           -
    road_network        insert  oc     -          -        -      -       -         -           -
    road_network        update  oc     -          -        -      -       -         -           -
    road_network        delete  -      -          -        -      -       -         -           -
    road_edge           select  ocp    ocp        ocp      ocp    ocp     -         -           -
    road_edge           insert  oc     -          -        -      -       -         -           -
    road_edge           update  -      -          -        -      -       -         -           -
    road_edge           delete  -      -          -        -      -       -         -           -
    road_graph_piece    select  -      -          -        -      -       -         -           -
    road_graph_piece    insert  oc     -          -        -      -       -         -           -
    road_graph_piece    update  -      -          -        -      -       -         -           -
    road_graph_piece    delete  -      -          -        -      -       -         -           -
  $matrix$, '\n') with ordinality as row_of_text (entry, number)
  where btrim(entry) <> ''
),
head as (select words from line order by number limit 1)
select line.words[1], line.words[2], head.words[position], replace(line.words[position], '-', '')
from line, head, generate_series(3, array_length(head.words, 1)) position
where line.words[1] <> 'table';

-- How each table is tried. {code}: the district at the place; {self}: its row there; {other}: row of another table there.
-- The update changes what every role that may update at all may change; 030_columns.sql tries the rest.
create table muster_test.trial (table_name text primary key, key_column text, insert_sql text, update_sql text);
insert into muster_test.trial values
  ('district', 'code',
    $$insert into public.district (code, parent_code, name, level) values ('znew', '{code}', '新村', 'village')$$,
    $$update public.district set name = '改名' where code = '{code}'$$),
  ('profile', 'user_id',
    $$insert into public.profile (user_id, district_code, role, display_name) values ('{new}', '{code}', 'viewer', '新人')$$,
    $$update public.profile set display_name = '改名' where user_id = '{self}'$$),
  ('district_setting', 'id',
    $$insert into public.district_setting (district_code, key, value, unit, source)
      values ('{code}', 'nearest_radius', 1000, 'm', '试验')$$,
    $$update public.district_setting set value = 7 where id = '{self}'$$),
  ('base_feature', 'id',
    $$insert into public.base_feature (district_code, layer, class, source, geom)
      values ('{code}', 'water', 'lake', '试验', 'SRID=4326;POINT(113 29)')$$,
    $$update public.base_feature set name = '改名' where id = '{self}'$$),
  ('settlement', 'id',
    $$insert into public.settlement (district_code, name, source) values ('{code}', '新村', '试验')$$,
    $$update public.settlement set people = 3 where id = '{self}'$$),
  ('hazard', 'id',
    $$insert into public.hazard (district_code, name, source, class, kind)
      values ('{code}', '新隐患', '试验', 'accident', 'mine')$$,
    $$update public.hazard set active_from = now(), depth_max_m = 0.6 where id = '{self}'$$),
  ('shelter', 'id',
    $$insert into public.shelter (district_code, name, source, kind) values ('{code}', '新场所', '试验', '公园')$$,
    $$update public.shelter set state = 'open' where id = '{self}'$$),
  ('occupancy_movement', 'id',
    $$insert into public.occupancy_movement (shelter_id, movement, people) values ('{shelter}', 'in', 1)$$,
    $$update public.occupancy_movement set people = 3 where id = '{self}'$$),
  ('depot', 'id',
    $$insert into public.depot (district_code, name, source) values ('{code}', '新库', '试验')$$,
    $$update public.depot set note = '改' where id = '{self}'$$),
  ('stock_lot', 'id',
    $$insert into public.stock_lot (depot_id, item, unit, source) values ('{depot}', '帐篷', '顶', '试验')$$,
    $$update public.stock_lot set minimum = 3 where id = '{self}'$$),
  ('stock_movement', 'id',
    $$insert into public.stock_movement (lot_id, movement, quantity) values ('{stock_lot}', 'out', 1)$$,
    $$update public.stock_movement set quantity = 3 where id = '{self}'$$),
  ('team', 'id',
    $$insert into public.team (district_code, name, source, kind) values ('{code}', '新队', '试验', '民兵')$$,
    $$update public.team set availability = 'busy' where id = '{self}'$$),
  ('evacuation_route', 'id',
    $$insert into public.evacuation_route (district_code, name, source) values ('{code}', '新路线', '试验')$$,
    $$update public.evacuation_route set state = 'blocked' where id = '{self}'$$),
  ('contact', 'id',
    $$insert into public.contact (resource_kind, resource_id, name) values ('depot', '{depot}', '新人')$$,
    $$update public.contact set duty = '值班' where id = '{self}'$$),
  ('incident', 'id',
    $$insert into public.incident (district_code, title, class, kind, occurred_at, source)
      values ('{code}', '新事', 'accident', 'fire', now(), '试验')$$,
    $$update public.incident set level = 1 where id = '{self}'$$),
  ('closure', 'id',
    $$insert into public.closure (district_code, reason, source) values ('{code}', '积水', '试验')$$,
    $$update public.closure set lifted_at = now() where id = '{self}'$$),
  ('record_change', 'id',
    $$insert into public.record_change (kind, record_id, district_code, version, origin, action, after)
      values ('hazard', '{self}', '{code}', 1, 'console', 'update', '{}')$$,
    $$update public.record_change set by_name = '改名' where id = '{self}'$$),
  ('rectification_step', 'id',
    $$insert into public.rectification_step (hazard_id, step) values ('{hazard}', 'found')$$,
    $$update public.rectification_step set note = '改' where id = '{self}'$$),
  ('audit_event', 'id',
    $$insert into public.audit_event (district_code, action) values ('{code}', 'export')$$,
    $$update public.audit_event set about = '改' where id = '{self}'$$),
  ('import_batch', 'id',
    $$insert into public.import_batch (district_code, kind, file_name) values ('{code}', 'shelter', '新.csv')$$,
    $$update public.import_batch set file_name = '改' where id = '{self}'$$),
  ('import_row', 'batch_id',
    $$insert into public.import_row (batch_id, seq, "row", kind, record_id, change)
      values ('{self}', 2, 3, 'shelter', gen_random_uuid(), '{}')$$,
    $$update public.import_row set "row" = 9 where batch_id = '{self}'$$),
  ('import_mapping', 'id',
    $$insert into public.import_mapping (district_code, kind, name, mapping) values ('{code}', 'team', '新', '{}')$$,
    $$update public.import_mapping set mapping = '{"a": 1}' where id = '{self}'$$),
  -- Everybody's own: the rows at the places are other people's, the row tried is the caller's (140_imports.sql).
  ('saved_view', 'id',
    $$insert into public.saved_view (kind, name, view) values ('team', '新', '{}')$$,
    $$update public.saved_view set name = '改名' where id = '{self}'$$),
  ('road_network', 'id',
    $$insert into public.road_network (district_code, edition, source, west, south, east, north, length_m, report, checksum, sending)
      values ('{code}', 2, '试验', 113, 29, 114, 30, 1000, '{}', encode(sha256('\x01'), 'hex'), '{"bytes": 1, "edges": 0}')$$,
    $$update public.road_network set archived_at = now() where id = '{self}'$$),
  ('road_edge', 'network_id',
    $$insert into public.road_edge (network_id, edge, origin, class, forward, backward, geom)
      values ('{road_upload}', 2, 'way 2', 'primary', 7, 7, 'SRID=4326;LINESTRING(113 29,113.1 29.1)')$$,
    $$update public.road_edge set name = '改名' where network_id = '{self}'$$),
  ('road_graph_piece', 'network_id',
    $$insert into public.road_graph_piece (network_id, part, bytes) values ('{self}', 1, '\x02')$$,
    $$update public.road_graph_piece set bytes = '\x03' where network_id = '{self}'$$);

-- The statement that tries a verb on a table at a place.
create function muster_test.statement(p_table text, p_verb text, p_letter text) returns text
language plpgsql as $$
declare
  t muster_test.trial;
  code text := (select p.code from muster_test.place p where p.letter = p_letter);
  self text := case p_table when 'district' then code
    when 'import_row' then muster_test.id('import_batch', p_letter)::text
    when 'road_edge' then muster_test.id('road_network', p_letter)::text
    when 'road_graph_piece' then muster_test.id('road_upload', p_letter)::text else muster_test.id(p_table, p_letter)::text end;
  text_of text;
begin
  select * into t from muster_test.trial where table_name = p_table;
  text_of := case p_verb
    when 'select' then format('select 1 from public.%I where %I = %L', p_table, t.key_column, self)
    when 'delete' then format('delete from public.%I where %I = %L', p_table, t.key_column, self)
    when 'insert' then t.insert_sql
    when 'update' then t.update_sql end;
  text_of := replace(text_of, '{road_upload}', muster_test.id('road_upload', p_letter)::text);
  return replace(replace(replace(replace(replace(replace(replace(text_of, '{code}', code), '{self}', self),
    '{new}', muster_test.id('new', p_letter)::text), '{shelter}', muster_test.id('shelter', p_letter)::text),
    '{depot}', muster_test.id('depot', p_letter)::text), '{stock_lot}', muster_test.id('stock_lot', p_letter)::text),
    '{hazard}', muster_test.id('hazard', p_letter)::text);
end $$;

-- The places where an actor's verb works; anything but "one row" or "denied / no row" is shown as it is.
create function muster_test.reach(p_table text, p_verb text, p_actor text) returns text
language sql as $$
  select coalesce(string_agg(case v.verdict when '1' then p.letter when '0' then '' when 'denied' then ''
    else p.letter || '(' || v.verdict || ')' end, '' order by position(p.letter in 'ocps')), '')
  from muster_test.place p,
    lateral muster_test.attempt(p_actor, muster_test.statement(p_table, p_verb, p.letter)) v (verdict)
$$;

-- What is wrong with the tables, views and functions of schema public as such. Empty when all is well.
create function muster_test.complaints() returns setof text
language sql as $$
  select r.relname || ': no row level security'
    from pg_class r where r.relnamespace = 'public'::regnamespace and r.relkind in ('r', 'p') and not r.relrowsecurity
  union all
  select r.relname || ': no cell for ' || verb || ' by ' || a.name
    from pg_class r, unnest(array['select', 'insert', 'update', 'delete']) verb, muster_test.actor a
    where r.relnamespace = 'public'::regnamespace and r.relkind in ('r', 'p', 'v', 'm', 'f')
      and not exists (select from muster_test.cell c
        where c.table_name = r.relname and c.verb = verb.verb and c.actor = a.name)
  union all
  select distinct c.table_name || ': in the matrix, not in the database'
    from muster_test.cell c where to_regclass('public.' || c.table_name) is null
  union all
  select r.relname || ': ' || g.grantee || ' holds ' || g.privilege_type
    from pg_class r,
      lateral (select coalesce(x.grantee::regrole::text, '') as grantee, x.privilege_type from aclexplode(r.relacl) x) g
    where r.relnamespace = 'public'::regnamespace and r.relkind in ('r', 'p', 'v', 'm', 'f', 'S')
      and (g.grantee in ('anon', '-')
        or g.grantee = 'authenticated' and g.privilege_type not in ('SELECT', 'INSERT', 'UPDATE'))
  union all
  select p.policyname || ': a policy for ' || p.roles::text
    from pg_policies p where p.schemaname = 'public' and p.roles <> '{authenticated}'
  union all
  select f.oid::regprocedure || ': may be called by anon'
    from pg_proc f where f.pronamespace in ('public'::regnamespace, 'muster'::regnamespace)
      and has_function_privilege('anon', f.oid, 'execute')
  union all
  select f.oid::regprocedure || ': security definer without an empty search_path'
    from pg_proc f where f.pronamespace in ('public'::regnamespace, 'muster'::regnamespace) and f.prosecdef
      and not coalesce(f.proconfig @> array['search_path=""'], false)
  union all
  select f.oid::regprocedure || ': acts as its owner and may be called by authenticated'
    from pg_proc f where f.pronamespace in ('public'::regnamespace, 'muster'::regnamespace) and f.prosecdef
      and has_function_privilege('authenticated', f.oid, 'execute')
      and f.oid::regprocedure::text not in
        ('muster.my_role()', 'muster.my_home()', 'muster.my_districts(text[])', 'muster.my_lineage()', 'muster.moved_away(xid8)',
        -- Tells ids alone; the policies decide which of them whoever asks sees (120_features.sql).
        'muster.ids_in_boxes(text,geometry[])',
        -- Each of these decides itself who may: 120_history.sql and the files after it try them.
        'muster.my_name()', 'muster.set_trust(text,uuid,integer,text)',
        'muster.move_between_depots(uuid,uuid,uuid,numeric,text)', 'muster.merge(text,uuid,uuid,integer,integer)',
        'muster.note_export(text,text,integer,text)', 'muster.take_import(uuid)',
        'muster.settle_import(uuid,text,jsonb)', 'muster.note_import(uuid,text,jsonb)', 'account_list()',
        'account_create(text,text,text,text,text)',
        'account_change(uuid,text,text,text)', 'account_disable(uuid)', 'account_enable(uuid)',
        'account_password(uuid,text)', 'my_password(text,text)', 'account_sessions(uuid)',
        'account_end_sessions(uuid,uuid)', 'person_names(uuid[])', 'muster.take_roads(uuid)',
        'muster.assemble_roads(uuid)', 'muster.clear_roads(uuid,integer)', 'district_overview()',
        'muster.staying_districts(uuid,bigint[])')
  union all
  select 'muster.' || r.relname || ': ' || g.grantee || ' holds ' || g.privilege_type
    from pg_class r, lateral (select x.grantee::regrole::text as grantee, x.privilege_type from aclexplode(r.relacl) x) g
    where r.relnamespace = 'muster'::regnamespace and g.grantee in ('anon', 'authenticated', '-')
      and (g.grantee, r.relname, g.privilege_type) <> ('authenticated', 'database_epoch', 'SELECT')
$$;
