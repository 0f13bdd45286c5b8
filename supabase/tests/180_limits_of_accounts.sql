-- What one account may fill the database with.
begin;
set local search_path = public, extensions;
select plan(12);
select muster_test.settle_in();

create function pg_temp.as(who text, question text) returns text language plpgsql as $$
declare answer text;
begin
  perform muster_test.become(who);
  execute question into answer;
  perform muster_test.back_to_owner();
  return answer;
end $$;
create function pg_temp.view(who text, name text) returns text language sql as $$
  select muster_test.attempt(who, format('select public.save_view(''team'', %L, ''{}'')', name)) $$;

select pg_temp.as('viewer', $$ select count(public.save_view('team', 'v' || n, '{}')) from generate_series(1, 200) n $$);
select is(pg_temp.view('viewer', 'one more'), 'error 23514 at most 200 here: constraint "too_many_views"', 'no more than 200 views');
select is(pg_temp.view('viewer', 'v7'), '1', 'one that is there may be changed');
select is(pg_temp.view('commander', 'their first'), '1', 'and others keep theirs');
select pg_temp.as('viewer', $$ select public.drop_view(v.id)::text from public.saved_view v where v.name = 'v3' $$);
select is(pg_temp.view('viewer', 'one more'), '1', 'one dropped makes room for another');
select pg_temp.as('viewer', $$ select public.save_view('team', 'one more', '{}')::text $$);
select is((select count(*)::int from public.saved_view where user_id = (select user_id from muster_test.actor where name = 'viewer')), 200,
  'and what was dropped does not pile up');

insert into public.import_mapping (district_code, kind, name, mapping) select 'za', 'shelter', 'm' || n, '{}' from generate_series(1, 500) n;
select matches(muster_test.attempt('planner', $$ insert into public.import_mapping (district_code, kind, name, mapping) values ('za', 'shelter', 'x', '{}') $$),
  'too_many_mappings', 'no more than 500 ways of reading files in a district');

-- The audit.
create function pg_temp.lines(who text, what text) returns bigint language sql as $$
  select count(*) from public.audit_event where by_user = (select user_id from muster_test.actor where name = who) and action = what $$;
select pg_temp.as('viewer', $$ select count(public.audit_export('team', 'csv', 1, null)::text) from generate_series(1, 600) $$);
select is(pg_temp.lines('viewer', 'export'), 600::bigint, 'six hundred lines in an hour');
select matches(muster_test.attempt('viewer', $$ select public.audit_export('team', 'csv', 1, null) $$), 'too_many_events', 'then taking out is refused: nothing leaves unnoted');
select is(muster_test.attempt('commander', $$ select public.audit_export('team', 'csv', 1, null) $$), '1', 'of this account alone');
select muster.note_event('sign_in', (select user_id from muster_test.actor where name = 'field'), null, 'x') from generate_series(1, 605);
select is(pg_temp.lines('field', 'sign_in'), 600::bigint, 'sign-ins go on, and are not written without end');
select muster.note_failed_sign_in('planner@muster.test', '10.0.0.1') from generate_series(1, 605);
select is((select count(*)::int from public.audit_event where action = 'sign_in_failed' and about = 'planner@muster.test'), 600, 'nor are wrong passwords');
select is(pg_temp.lines('planner', 'export'), 0::bigint, 'others are as they were');

select * from finish();
rollback;
