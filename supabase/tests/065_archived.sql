-- What was archived: in pages, only what its reader may see, lines and areas as they are.
begin;
set local search_path = public, extensions;
select plan(9);
select muster_test.settle_in();

create function pg_temp.page(who text, kind text, before timestamptz default null, before_id uuid default null, size int default 1000)
returns jsonb language sql as $$
  select muster_test.seen_by(who, format('select public.archived_page(%L, %L, %L, %L)', kind, before, before_id, size))::jsonb $$;
create function pg_temp.ids(page jsonb) returns uuid[] language sql as $$
  select coalesce(array_agg((r ->> 'id')::uuid order by n), '{}')
  from jsonb_array_elements(page -> 'rows') with ordinality e (r, n) $$;

select is(pg_temp.page('viewer', 'hazard'), '{"total": 0, "rows": []}', 'nothing archived: nothing');
update public.hazard set geom = 'SRID=4326;POLYGON((113 29,113.2 29,113.2 29.2,113 29.2,113 29))';
update public.hazard set archived_at = '2026-05-01T00:00:00.000001Z' where id = muster_test.id('hazard', 'o');
update public.hazard set archived_at = '2026-05-01T00:00:00.000002Z' where id = muster_test.id('hazard', 'c');
select is(pg_temp.ids(pg_temp.page('viewer', 'hazard')),
  array[muster_test.id('hazard', 'c'), muster_test.id('hazard', 'o')], 'their district and below, the last archived first');
select is((select count(*)::int from public.hazard where archived_at is null) > 0, true, 'others stay where they are');
select is(pg_temp.page('viewer', 'hazard') -> 'rows' -> 0 -> 'geometry' ->> 'type', 'Polygon', 'an area is an area');
select is(pg_temp.page('viewer', 'hazard', size => 1) ->> 'total', '2', 'a page knows how many there are');
select is(pg_temp.ids(pg_temp.page('viewer', 'hazard', '2026-05-01T00:00:00.000002Z', muster_test.id('hazard', 'c'), 1)),
  array[muster_test.id('hazard', 'o')], 'the next page begins after the last record, to the microsecond');
select is(pg_temp.page('disabled', 'hazard'), '{"total": 0, "rows": []}', 'a disabled account receives nothing');
select is(muster_test.attempt('anon', $$ select public.archived_page('hazard') $$), 'denied', 'anon may not even ask');
select throws_ok($$ select public.archived_page('profile') $$, '22023', null, 'only kinds of records have pages');

select * from finish();
rollback;
