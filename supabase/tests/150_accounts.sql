-- Accounts managed by admins, each within their districts; sessions that end at once; and the audit of all of it.
begin;
set local search_path = public, extensions;
select plan(101);
select muster_test.settle_in();
insert into muster_test.actor values ('root', muster_test.id('profile', 'root'), 'admin', false);

create function pg_temp.as(who text, question text) returns text language plpgsql as $$
declare answer text;
begin
  perform muster_test.become(who);
  execute question into answer;
  perform muster_test.back_to_owner();
  return answer;
end $$;
create function pg_temp.create(who text, email text, password text, role text, district text) returns text language sql as $$
  select pg_temp.as(who, format('select public.account_create(%L, %L, %L, %L, ''某人'') ->> ''outcome''', email, password, role, district)) $$;
create function pg_temp.user(email text) returns uuid language sql as $$ select u.id from auth.users u where u.email = $1 $$;
create function pg_temp.news() returns text language sql as $$
  select concat_ws(', ', action, by_name, about, detail ->> 'what') from public.audit_event order by seq desc limit 1 $$;

-- Only admins, on every door.
select is(muster_test.attempt(who, format(door, muster_test.id('profile', 'o'))), 'denied', who || ': ' || door)
from unnest(array['commander', 'planner', 'field', 'viewer', 'disabled', 'no_profile', 'anon']) who,
  unnest(array['select public.account_list()', 'select public.account_create(''x@y.zz'', ''Langes-Wort-1'', ''viewer'', ''za'', ''某人'')',
    'select public.account_change(%L, ''admin'')', 'select public.account_disable(%L)', 'select public.account_password(%L, ''Langes-Wort-1'')']) door;
select is(muster_test.attempt(who, format('select public.account_sessions(%L)', muster_test.id('profile', 'o'))), 'denied', who || ' asks for nobody''s sessions')
from unnest(array['commander', 'viewer', 'disabled', 'anon']) who;
select is(muster_test.attempt(who, format('select public.account_end_sessions(%L)', muster_test.id('profile', 'o'))), 'denied', who || ' ends nobody''s')
from unnest(array['commander', 'viewer', 'disabled', 'anon']) who;

-- An account is made, and signs in with what the sign-in service reads.
select is(pg_temp.create('admin', 'Neu@Muster.test', 'Langes-Wort-1', 'planner', 'za1'), 'saved', 'an account is made');
select is((select extensions.crypt('Langes-Wort-1', encrypted_password) = encrypted_password and encrypted_password like '$2a$10$%' from auth.users where email = 'neu@muster.test'), true, 'with a bcrypt hash');
select row_eq($$ select p.role, p.district_code, i.provider, i.email::text from public.profile p join auth.identities i on i.user_id = p.user_id where p.user_id = pg_temp.user('neu@muster.test') $$,
  row ('planner'::text, 'za1'::text collate "C", 'email'::text, 'neu@muster.test'::text), 'a profile and an identity');
select is(pg_temp.news(), 'account, admin, neu@muster.test, created', 'and an audit event');
select is(pg_temp.create('admin', email, password, role, district), wanted, wanted)
from (values ('neu@muster.test', 'Langes-Wort-1', 'viewer', 'za', 'email_taken'), ('kein', 'Langes-Wort-1', 'viewer', 'za', 'email_wrong'),
  ('a@b.cc', 'kurz', 'viewer', 'za', 'password_short'), ('a@b.cc', repeat('长', 25), 'viewer', 'za', 'password_long'), ('a@b.cc', 'aaaaaaaaaaaa', 'viewer', 'za', 'password_simple'),
  ('zhangsan@b.cc', 'ZhangSan-2026', 'viewer', 'za', 'password_own'), ('a@b.cc', 'Langes-Wort-1', 'boss', 'za', 'role_unknown'),
  ('a@b.cc', 'Langes-Wort-1', 'admin', 'zp', 'district_out_of_reach'), ('a@b.cc', 'Langes-Wort-1', 'viewer', 'zb', 'district_out_of_reach')) w (email, password, role, district, wanted);
select is(pg_temp.create('admin', null, 'Langes-Wort-1', 'viewer', 'za'), 'email_wrong', 'nothing comes of nothing');

-- Rights are given downwards only, and never to or from oneself.
create function pg_temp.change(who text, person uuid, role text, district text) returns text language sql as $$
  select pg_temp.as(who, format('select public.account_change(%L, %L, %L) ->> ''outcome''', person, role, district)) $$;
select is(pg_temp.change('admin', pg_temp.user('neu@muster.test'), 'admin', 'za'), 'saved', 'an admin makes an admin of their own district');
select is(pg_temp.news(), 'permission, admin, neu@muster.test', 'which is noted');
select is(pg_temp.change('admin', pg_temp.user('neu@muster.test'), 'admin', 'zp'), 'district_out_of_reach', 'not of the one above');
select is(pg_temp.change('admin', muster_test.id('profile', 'root'), 'viewer', null), 'not_found', 'the root''s admin is out of their reach');
select is(pg_temp.change('admin', muster_test.id('profile', 's'), null, 'za'), 'not_found', 'so are a neighbour''s people');
select is(pg_temp.change('admin', muster_test.id('new', 'o'), 'viewer', 'za'), 'not_found', 'and accounts that belong to nobody');
select is(pg_temp.as('root', format('select public.account_change(%L, ''viewer'', ''za'', ''新人'') ->> ''outcome''', muster_test.id('new', 'o'))), 'saved', 'those the root''s admin gives away');
select is(pg_temp.change('root', muster_test.id('new', 'c'), null, null), 'role_unknown', 'not without saying which');
select is(pg_temp.change('admin', (select user_id from muster_test.actor where name = 'admin'), 'viewer', null), 'own_account', 'nobody demotes their own account');
select is(pg_temp.as('root', format('select public.account_disable(%L) ->> ''outcome''', muster_test.id('profile', 'root'))), 'own_account', 'nor locks it out: somebody always has the key');
select is(pg_temp.as('admin', format('select public.account_disable(%L) ->> ''outcome''', muster_test.id('profile', 'p'))), 'not_found', 'nobody above is disabled');
select is(pg_temp.as('admin', 'select count(*) from json_array_elements(public.account_list())'), '10', 'the list: their districts');
select is(pg_temp.as('root', 'select count(*) from json_array_elements(public.account_list()) a where a ->> ''role'' is null'), '4', 'the root''s admin sees accounts without rights too');

-- Sessions.
insert into auth.sessions (id, user_id, created_at, updated_at) select muster_test.id('session', n), (select user_id from muster_test.actor where name = 'planner'), now(), now() from unnest(array['1', '2', '3']) n;
select is(pg_temp.news(), 'sign_in, planner, planner@muster.test', 'a session that begins is a sign-in');
select muster.note_session_place(muster_test.id('session', '1'), '10.1.2.3', 'Firefox');
select is(pg_temp.as('admin', format('select concat_ws('', '', count(*), max(s ->> ''ip''), max(s ->> ''user_agent'')) from json_array_elements(public.account_sessions(%L)) s', (select user_id from muster_test.actor where name = 'planner'))),
  '3, 10.1.2.3, Firefox', 'an admin sees sessions and from where');
select is(pg_temp.as('planner', format('select count(*) from json_array_elements(public.account_sessions(%L)) s', (select user_id from muster_test.actor where name = 'planner'))), '3', 'everybody sees their own');
select is(pg_temp.as('admin', format('select count(*) from json_array_elements(public.account_sessions(%L)) s', muster_test.id('profile', 's'))), '0', 'a neighbour''s are not shown');
create function pg_temp.in_session(number text, question text) returns text language plpgsql as $$
declare
  answer text;
  claims constant text := jsonb_build_object('role', 'authenticated', 'session_id', muster_test.id('session', number),
    'sub', (select user_id from muster_test.actor where name = 'planner'))::text;
begin
  perform muster_test.become('planner');
  perform set_config('request.jwt.claims', claims, true);
  begin
    execute question into answer;
  exception when others then answer := sqlstate;
  end;
  perform muster_test.back_to_owner();
  return answer;
end $$;
select is(pg_temp.in_session('2', 'select count(*) from public.depot'), '2', 'a session works');
select pg_temp.as('admin', format('select public.account_end_sessions(%L, %L)::text', (select user_id from muster_test.actor where name = 'planner'), muster_test.id('session', '2')));
select is(pg_temp.in_session('2', 'select count(*) from public.depot'), 'PT401', 'ended, it opens nothing any more, whatever its token says');
select is(pg_temp.in_session('2', 'select public.sync_state()::text'), 'PT401', 'whatever is asked');
select is(pg_temp.in_session('1', 'select count(*) from public.depot'), '2', 'the other goes on');
select is(pg_temp.news(), 'account, admin, planner@muster.test, sessions_ended', 'and it is noted');
delete from auth.sessions where id = muster_test.id('session', '3');
select is(pg_temp.news(), 'sign_out, planner, planner@muster.test', 'a session that ends otherwise is a sign-out');

-- Passwords.
select muster.set_password((select user_id from muster_test.actor where name = 'planner'), 'Altes-Wort-77');
update auth.users set encrypted_password = replace(encrypted_password, '$2a$', '$2b$') where id = (select user_id from muster_test.actor where name = 'planner');
select is(pg_temp.as('planner', $$ select public.my_password('falsch', 'Neues-Wort-88') ->> 'outcome' $$), 'password_wrong', 'who does not know the old password gets no new one');
select is(pg_temp.as('planner', $$ select public.my_password('Altes-Wort-77', 'kurz') ->> 'outcome' $$), 'password_short', 'the rules hold for oneself');
select is(pg_temp.as('planner', $$ select public.my_password('Altes-Wort-77', 'Neues-Wort-88') ->> 'outcome' $$), 'saved', 'one''s own password');
select is(pg_temp.as('admin', format($$ select public.account_password(%L, 'Drittes-Wort-99') ->> 'outcome' $$, (select user_id from muster_test.actor where name = 'planner'))), 'saved', 'an admin gives a new one');
select is((select count(*)::int from auth.sessions where user_id = (select user_id from muster_test.actor where name = 'planner')), 0, 'which ends every session');
select is(pg_temp.as('admin', format($$ select public.account_password(%L, 'Drittes-Wort-99') ->> 'outcome' $$, muster_test.id('profile', 'root'))), 'not_found', 'not to those above');
select is(pg_temp.as('admin', format('select public.account_disable(%L) ->> ''outcome''', (select user_id from muster_test.actor where name = 'planner'))), 'saved', 'an account is disabled');
select is(muster_test.reach('depot', 'select', 'planner'), '', 'and sees nothing');
select is(pg_temp.as('admin', format('select public.account_enable(%L) ->> ''outcome''', (select user_id from muster_test.actor where name = 'planner'))), 'saved', 'enabled again');

-- The audit.
select muster.note_failed_sign_in('PLANNER@muster.test', '10.9.9.9');
select is((select concat_ws(', ', action, district_code, about, detail ->> 'address') from public.audit_event order by seq desc limit 1), 'sign_in_failed, za, planner@muster.test, 10.9.9.9', 'a wrong password is noted where the account belongs');
select muster.note_failed_sign_in('MeinPasswort123', '10.9.9.9');
select is((select concat_ws(', ', district_code, about) from public.audit_event order by seq desc limit 1), '0', 'what was typed in place of an address is not written down');
select is(pg_temp.as('viewer', $$ select public.audit_export('shelter', 'xlsx', 12, '甲县')::text is null $$) is not null, true, 'an export is noted');
select is((select concat_ws(', ', action, by_name, about, detail ->> 'rows') from public.audit_event order by seq desc limit 1), 'export, viewer, shelter, 12', 'by whom, what and how much');
select is(pg_temp.as('viewer', 'select public.audit_events()::text'), '[]', 'a viewer reads no audit');
select cmp_ok(pg_temp.as('admin', $$ select count(*) from json_array_elements(public.audit_events(null, array['permission', 'account'])) $$)::int, '>', 5, 'an admin does');
select is(pg_temp.as('planner', format('select p ->> ''display_name'' from json_array_elements(public.person_names(array[%L::uuid])) p', (select user_id from muster_test.actor where name = 'field'))), 'field', 'a name behind an id');
select is(pg_temp.as('viewer', format('select count(*) from json_array_elements(public.person_names(array[%L::uuid]))', muster_test.id('profile', letter))), wanted, why)
from (values ('o', '1', 'a colleague''s name'), ('c', '1', 'a name from below'), ('p', '1', 'a name from above'), ('s', '0', 'no name from a neighbour')) w (letter, wanted, why);
select throws_ok($$ update public.audit_event set about = '别的' $$, '42501', null, 'no event is ever changed');

delete from muster_test.actor where name = 'root';
select * from finish();
rollback;
