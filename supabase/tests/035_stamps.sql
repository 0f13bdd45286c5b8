-- Every table that can be edited is stamped, keeps its keys, and carries contacts: table by table.
begin;
set local search_path = public, extensions;
select muster_test.settle_in();
-- A district that nothing keeps from being retired.
insert into public.district (code, parent_code, name, level) values ('zf', 'za', '空镇', 'township');

create temporary table edited as
select distinct c.table_name, t.key_column from muster_test.cell c join muster_test.trial t using (table_name)
where c.verb = 'update' and c.places <> '' and c.table_name <> 'import_row';
create temporary table verified as
select e.* from edited e join information_schema.columns i on i.table_schema = 'public' and i.table_name = e.table_name
where i.column_name = 'verified_by';
create temporary table contacted (kind text);
insert into contacted select unnest(array['hazard', 'shelter', 'depot', 'team', 'evacuation_route', 'settlement']);

create function pg_temp.key(table_name text) returns text language sql as $$
  select case table_name when 'district' then 'zf' else muster_test.id(table_name, 'o')::text end $$;
-- One text of a row as it is now.
create function pg_temp.row_of(table_name text, key_column text, question text) returns text language plpgsql as $$
declare answer text;
begin
  execute format('select concat_ws('', '', %s) from public.%I where %I = %L', question, table_name, key_column, pg_temp.key(table_name)) into answer;
  return answer;
end $$;
create function pg_temp.as_admin(statement text) returns text language plpgsql as $$
begin
  perform muster_test.become('admin');
  execute statement;
  perform muster_test.back_to_owner();
  return null;
end $$;
create function pg_temp.admin() returns uuid language sql as $$ select user_id from muster_test.actor where name = 'admin' $$;

select plan((select count(*) * 2 from edited)::int + (select count(*) from verified)::int + 12);

-- A forged version, date and signature are ignored.
select pg_temp.as_admin(format('update public.%I set version = 50, created_at = ''2001-01-01'', updated_at = ''2001-01-01'', '
  'updated_by = gen_random_uuid(), changed_xid = ''0'', archived_at = ''2001-01-01'' where %I = %L', table_name, key_column, pg_temp.key(table_name)))
from edited;
select is(
  pg_temp.row_of(table_name, key_column, 'version, created_at = now(), updated_at = now(), updated_by, archived_at = now(), changed_xid = pg_current_xact_id()'),
  format('2, t, t, %s, t, t', pg_temp.admin()), table_name || ' is stamped')
from edited;

-- Keys stay.
select throws_ok(format('update public.%I set %I = %L where %I = %L', table_name, key_column,
    case table_name when 'district' then 'znew' else muster_test.id('new', 's')::text end, key_column, pg_temp.key(table_name)),
  '23514', null, table_name || ' keeps its key')
from edited;

-- Whoever says "verified" is written down as who said it.
select pg_temp.as_admin(format('update public.%I set verified_at = ''2001-01-01'', verified_by = gen_random_uuid() where %I = %L',
  table_name, key_column, pg_temp.key(table_name)))
from verified;
select is(pg_temp.row_of(table_name, key_column, 'verified_at = now(), verified_by'), format('t, %s', pg_temp.admin()), table_name || ' is verified by the caller')
from verified;

-- Contacts of every kind of resource follow it and leave with it.
delete from public.contact;
insert into public.contact (resource_kind, resource_id, name) select kind, muster_test.id(kind, 'o'), kind from contacted;
do $$
declare k text;
begin
  foreach k in array array['hazard', 'shelter', 'depot', 'team', 'evacuation_route', 'settlement'] loop
    execute format('update public.%I set district_code = ''zb'' where id = %L', k, muster_test.id(k, 'o'));
  end loop;
end $$;
select is((select district_code::text from public.contact where name = kind), 'zb', 'contacts follow a ' || kind) from contacted;
delete from public.occupancy_movement;
delete from public.stock_movement;
delete from public.stock_lot;
delete from public.rectification_step;
do $$
declare k text;
begin
  foreach k in array array['hazard', 'shelter', 'depot', 'team', 'evacuation_route', 'settlement'] loop
    execute format('delete from public.%I where id = %L', k, muster_test.id(k, 'o'));
  end loop;
end $$;
select is((select count(*)::int from public.contact where name = kind), 0, 'contacts leave with a ' || kind) from contacted;

select * from finish();
rollback;
