-- Rights are given downwards only, and never by oneself to oneself.
begin;
set local search_path = public, extensions;
select plan(31);
select muster_test.settle_in();

-- Everybody reads their own row, and only admins read others'.
select is(muster_test.seen_by(name, 'select count(*) from public.profile'), wanted, name || ' sees ' || wanted)
from (values ('commander', '1'), ('planner', '1'), ('field', '1'), ('viewer', '1'), ('disabled', '1'), ('no_profile', '0')) w (name, wanted);
select is(muster_test.seen_by('disabled', 'select disabled_at is not null from public.profile'), 'true', 'a disabled person is told so');
select is(muster_test.seen_by('admin', 'select count(*) from public.profile'), '8', 'an admin sees those of their subtree');

-- Nobody raises their own role.
select is(muster_test.attempt(a.name, format($$ update public.profile set role = 'admin' where user_id = %L $$, a.user_id)), '0',
  a.name || ' does not become admin by their own hand')
from muster_test.actor a where a.name in ('commander', 'planner', 'field', 'viewer', 'disabled');
select is(muster_test.attempt('disabled', $$ update public.profile set disabled_at = null $$), '0', 'a disabled admin cannot return on their own');
select is(muster_test.attempt('no_profile', format($$ insert into public.profile (user_id, district_code, role, display_name)
  values (%L, 'za', 'viewer', '我') $$, (select user_id from muster_test.actor where name = 'no_profile'))), 'denied', 'nobody creates their own profile');

-- An admin's reach ends at their subtree.
select is(muster_test.attempt('admin', $$ update public.profile set district_code = 'zp' where role = 'admin' and disabled_at is null $$), 'denied', 'an admin does not move their own account up');
select is(muster_test.attempt('admin', format($$ update public.profile set district_code = 'zb' where user_id = %L $$, muster_test.id('profile', 'o'))), 'denied', 'nor others beside');
select is(muster_test.attempt('admin', format($$ update public.profile set district_code = 'za1', role = 'admin' where user_id = %L $$, muster_test.id('profile', 'o'))), '1', 'but may make an admin below');
select is(muster_test.attempt('admin', format($$ update public.profile set district_code = 'za' where user_id = %L $$, muster_test.id('profile', 's'))), '0', 'but does not take a neighbour''s people');
select is(muster_test.attempt('admin', format($$ update public.profile set disabled_at = now() where user_id = %L $$, muster_test.id('profile', 'root'))), '0', 'nor touch those above');
select is(muster_test.attempt('admin', format($$ update public.profile set user_id = %L where user_id = %L $$, muster_test.id('new', 'o'), muster_test.id('profile', 'o'))),
  'error 23514 the key of a profile cannot change', 'a profile is not handed to another account');
select is(muster_test.attempt('admin', format($$ insert into public.profile (user_id, district_code, role, display_name) values (%L, 'za', 'viewer', '甲') $$, muster_test.id('profile', 's'))),
  'error 23505 duplicate key value violates unique constraint "profile_pkey"', 'nor a second one given');

-- What a person may do ends when it is taken.
select muster_test.become('admin');
update public.profile set role = 'viewer' where user_id = '00000000-0000-4000-8000-000000000003';
update public.profile set disabled_at = now() where user_id = '00000000-0000-4000-8000-000000000002';
select muster_test.back_to_owner();
select is(muster_test.reach('depot', 'update', 'planner'), '', 'a planner made viewer plans no more');
select is(muster_test.reach('incident', 'select', 'commander'), '', 'a disabled commander sees nothing');
update public.profile set disabled_at = null where user_id = '00000000-0000-4000-8000-000000000002';
select is(muster_test.reach('incident', 'select', 'commander'), 'oc', 'enabled again they may');

-- The last active admin of the root stays.
insert into muster_test.actor values ('root', muster_test.id('profile', 'root'), 'admin', false);
select is(muster_test.reach('shelter', 'update', 'root'), 'ocps', 'the root''s admin reaches everything');
select alike(muster_test.attempt('root', format($$ update public.profile set %s where user_id = %L $$, change, muster_test.id('profile', 'root'))),
  'error 23514%', 'the last admin of the root: ' || change)
from unnest(array[$$role = 'viewer'$$, 'disabled_at = now()', $$district_code = 'za'$$]) change;
insert into public.profile (user_id, district_code, role, display_name) values (muster_test.id('new', 'o'), '0', 'admin', '第二人');
select is(muster_test.attempt('root', format($$ update public.profile set role = 'viewer' where user_id = %L $$, muster_test.id('profile', 'root'))), '1',
  'with another one they may go');
delete from public.profile;
select is((select count(*)::int from public.profile), 0, 'tools may remove everybody (the demonstration, for one)');

select * from finish();
rollback;
