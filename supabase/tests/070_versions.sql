-- Nobody overwrites what somebody else saved meanwhile: an update states the version it read.
begin;
set local search_path = public, extensions;
select plan(6);
select muster_test.settle_in();

create function pg_temp.save(who text, version int, title text) returns text language plpgsql as $$
declare hit bigint;
begin
  perform muster_test.become(who);
  update public.incident i set title = save.title where i.id = muster_test.id('incident', 'o') and i.version = save.version;
  get diagnostics hit = row_count;
  perform muster_test.back_to_owner();
  return (select format('%s row, version %s, %s, %s', hit, i.version, i.title, a.name)
    from public.incident i left join muster_test.actor a on a.user_id = i.updated_by where i.id = muster_test.id('incident', 'o'));
end $$;

select is(pg_temp.save('commander', 1, '甲'), '1 row, version 2, 甲, commander', 'saved over the version that was read');
select is(pg_temp.save('admin', 1, '乙'), '0 row, version 2, 甲, commander', 'not saved over a newer one');
select is(pg_temp.save('admin', 2, '乙'), '1 row, version 3, 乙, admin', 'saved after reading it');
select is(pg_temp.save('planner', 3, '丙'), '0 row, version 3, 乙, admin', 'and not by who may not');

-- Closing and reopening date themselves.
update public.incident set state = 'closed' where id = muster_test.id('incident', 'o');
select isnt((select closed_at from public.incident where id = muster_test.id('incident', 'o')), null, 'closing is dated');
update public.incident set state = 'open' where id = muster_test.id('incident', 'o');
select is((select closed_at from public.incident where id = muster_test.id('incident', 'o')), null, 'reopening takes the date away');

select * from finish();
rollback;
