-- Every cell of 001_matrix.sql, at four places, as migrated.
begin;
set local search_path = public, extensions;
select plan((select count(*)::int from muster_test.cell) + 2);
select muster_test.settle_in();

select is_empty($$ select * from muster_test.complaints() $$,
  'every table has row level security and all its cells, and nothing is granted that should not be');
select is(
  (select count(*)::int from muster_test.cell),
  (select count(*)::int from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v', 'm', 'f')) * 4 * 8,
  'the matrix is complete: tables × 4 verbs × 8 actors');

select is(muster_test.reach(table_name, verb, actor), places, concat_ws(' ', table_name, verb, actor))
from muster_test.cell order by table_name, verb, actor;

select * from finish();
rollback;
