-- The same cells when somebody granted everything to everybody (a gateway that grants on its own, a mistaken script):
-- the policies alone must hold.
begin;
set local search_path = public, extensions;
select plan((select count(*)::int from muster_test.cell));
select muster_test.settle_in();
grant all on all tables in schema public to anon, authenticated;
grant all on all sequences in schema public to anon, authenticated;

select is(muster_test.reach(table_name, verb, actor), places, concat_ws(' ', table_name, verb, actor))
from muster_test.cell order by table_name, verb, actor;

select * from finish();
rollback;
