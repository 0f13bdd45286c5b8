-- No time that nobody can mean stands anywhere: every column of a time or a day that the catalogue knows, each tried.
begin;
set local search_path = public, extensions;
select muster_test.settle_in();

create temporary table times as
select c.relname::text as table_name, a.attname::text as column_name, a.atttypid::regtype::text as type
from pg_catalog.pg_class c join pg_catalog.pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and a.attgenerated = ''
  and a.atttypid in ('timestamptz'::regtype, 'timestamp'::regtype, 'date'::regtype);

create temporary table insane (value text primary key);
insert into insane values ('-infinity'), ('infinity'), ('0001-01-01'), ('1700-01-01'), ('2300-01-01'), ('9999-12-31'), ('294276-01-01');

select plan(4 + (select count(*)::int from times));

select is_empty($$ select * from times where type = 'timestamp without time zone' $$, 'a time says its zone');
select is_empty($$
  select table_name, column_name from times t where not exists (
    select from pg_catalog.pg_constraint k join pg_catalog.pg_attribute a on a.attrelid = k.conrelid and a.attnum = any (k.conkey)
    where k.conrelid = format('public.%I', t.table_name)::regclass and k.contype = 'c' and a.attname = t.column_name
      and cardinality(k.conkey) = 1 and k.convalidated
      and (pg_get_constraintdef(k.oid) like '%is_near_our_time%' or t.type = 'date' and pg_get_constraintdef(k.oid) like '%>=%<=%')) $$,
  'every time and every day has its ends');

-- Without triggers, which put the computer's own time in the place of some.
create function pg_temp.accepts(p_table text, p_column text, p_value text) returns boolean
language plpgsql as $$
declare
  touched int;
begin
  execute format('update public.%I set %I = %L', p_table, p_column, p_value);
  get diagnostics touched = row_count;
  if touched = 0 then
    raise exception 'no row of % to try', p_table;
  end if;
  raise exception using errcode = 'MT000';
exception
  when sqlstate 'MT000' then return true;
  when check_violation then return false;
end $$;

set local session_replication_role = replica;
select is(
  (select string_agg(value, ', ' order by value) from insane where pg_temp.accepts(t.table_name, t.column_name, value)),
  null, t.table_name || '.' || t.column_name)
from times t order by 1;
set local session_replication_role = origin;

-- The same through the doors of the consoles: what writes by a list of columns, and what takes a time by itself.
select is(muster_test.attempt('planner', format($$ select public.save_record('hazard', %L, 1, '{"active_from": "-infinity"}') $$,
  muster_test.id('hazard', 'o'))), 'error 23514 new row for relation "hazard" violates check constraint "hazard_active_from_year_check"',
  'a saved record');
select matches(muster_test.attempt('planner', format(
  $$ select public.move_occupancy(gen_random_uuid(), %L, 'count', 3, null, '-infinity') $$, muster_test.id('shelter', 'o'))),
  '^error 23514 ', 'a counted shelter');

select * from finish();
rollback;
