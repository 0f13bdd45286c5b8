-- A change of many is found again in the history, by who made it, and says how much of it still stands.
begin;
set local search_path = public, extensions;
select muster_test.settle_in();
select plan(12);

create function pg_temp.edit(p_bulk text, p_n int, p_source text) returns text language sql as $$
  select public.save_in_bulk(p_bulk::uuid, 'depot', d.id, d.version, jsonb_build_object('source', p_source)) ->> 'outcome'
  from public.depot d where d.name = '第' || p_n || '库'
$$;
create function pg_temp.told(question text) returns text language plpgsql as $$
declare answer text;
begin
  execute 'select concat_ws('', '', ' || question || ') from json_array_elements(public.bulk_edits(''depot'')) e limit 1' into answer;
  return answer;
end $$;
grant execute on all functions in schema pg_temp to authenticated;
insert into public.depot (district_code, name, source) select 'za', '第' || n || '库', '来源' || n from generate_series(1, 3) n;

select muster_test.become('planner');
select is((select string_agg(pg_temp.edit('00000000-0000-4000-8000-0000000000b1', n, '核对'), ',') from generate_series(1, 3) n),
  'saved,saved,saved', 'each is written with its own version');
select is(pg_temp.told('e ->> ''action'', e ->> ''after'', e ->> ''records'', e ->> ''standing'''),
  'update, {"source": "核对"}, 3, 3', 'one act on three records');
select is((select count(*)::int from json_array_elements(public.bulk_edit('00000000-0000-4000-8000-0000000000b1')) r
  where r -> 'before' ->> 'source' like '来源%' and r ->> 'version' = '2'), 3, 'and what each of them said before');

select public.save_record('depot', id, version, '{"source": "另有来源"}') from public.depot where name = '第1库';
select is(pg_temp.told('e ->> ''records'', e ->> ''standing'''), '3, 2', 'what was written since does not stand any more');
select public.save_record('depot', id, version, '{"note": "别的栏"}') from public.depot where name = '第2库';
select is(pg_temp.told('e ->> ''records'', e ->> ''standing'''), '3, 2', 'an edit of another field takes nothing away');
select is((select count(*)::int from json_array_elements(public.bulk_edit('00000000-0000-4000-8000-0000000000b1'))), 2, 'nor is it lost');
select is((select count(*)::int from public.record_change where bulk_id is not null), 3, 'a plain save is no part of it, also right after');
select is(json_array_length(public.bulk_edits('team')), 0, 'kind by kind');
select muster_test.back_to_owner();

select muster_test.become('admin');
select is(json_array_length(public.bulk_edits('depot')), 0, 'nobody is shown another’s');
select is(json_array_length(public.bulk_edit('00000000-0000-4000-8000-0000000000b1')), 0, 'nor may they take it back by its number');
select muster_test.back_to_owner();
select muster_test.become('anon');
select throws_ok($$ select public.bulk_edits('depot') $$, '42501', null, 'nor does anybody who is not signed in');
select muster_test.back_to_owner();
select muster_test.become('viewer');
select throws_ok($$ select public.save_in_bulk('00000000-0000-4000-8000-0000000000b2', 'depot',
  '00000000-0000-4000-8000-0000000000d1', null, '{"district_code": "za", "name": "甲", "source": "试"}') $$,
  '42501', null, 'a change of many is bound by the rights of every single one');
select muster_test.back_to_owner();

select * from finish();
rollback;
