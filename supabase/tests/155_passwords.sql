-- Passwords that a list, a look at the keyboard or at the letterhead gives away, and how often one's own may be tried.
begin;
set local search_path = public, extensions;
select muster_test.settle_in();
update public.profile set display_name = '张三丰' where user_id = muster_test.id('profile', 'o');
update public.district set name = '石溪县' where code = 'za';

create temporary table judged (password text primary key, wanted text);
insert into judged values
  -- long enough, and known to everybody
  ('1234567890', 'password_simple'), ('0987654321', 'password_simple'), ('qwertyuiop', 'password_simple'),
  ('Qwertyuiop12', 'password_simple'), ('1qaz2wsx3edc', 'password_simple'), ('!QAZ2wsx#EDC', 'password_simple'), ('1q2w3e4r5t6y', 'password_simple'),
  ('abcdefghij', 'password_simple'), ('aaaabbbbccccddddeeee', 'password_simple'), ('ａｂｃｄｅｆｇｈｉｊ', 'password_simple'),
  ('13812345678', 'password_simple'), ('2026-11-29 08:00', 'password_simple'), ('2026-11-29', 'password_simple'), ('abc123abc123', 'password_simple'),
  ('asdfghjkl123', 'password_simple'), ('11223344556677', 'password_simple'),
  ('password123', 'password_common'), ('Passw0rd2026', 'password_common'), ('P@ssw0rd!2026', 'password_common'),
  ('Sunshine2026', 'password_common'), ('iloveyou1314', 'password_common'), ('woaini1314520', 'password_common'),
  ('administrator1', 'password_common'), ('changeme2026', 'password_common'), ('dragonball', 'password_common'),
  ('emergency2026', 'password_common'), ('passwordpassword', 'password_common'),
  -- whose it is
  ('profileo-7-regen', 'password_own'), ('regen.muster.7x', 'password_own'), ('张三丰下雨天也来上班', 'password_own'),
  ('石溪下雨天也要来上班', 'password_own'),
  -- a few unrelated words, and what machines make
  ('regen lampe kutsche', null), ('下雨天的红色拖拉机', 'password_short'), ('下雨天的红色拖拉机呀', null), ('k7fq2-mw9xp', null), ('correct horse battery', null),
  ('sunshine-8472910462-tractor', null), ('Langes-Wort-1', null);

select plan(8 + (select count(*)::int from judged));
select is(muster.password_fault(password, 'profileo@muster.test'), wanted, password) from judged;
select is(muster.password_fault('lisi 下雨天也来上班', 'neu@b.cc', 'Lisi Wang', '某县'), 'password_own', 'a name of an account that is not there yet');
select is(muster.password_fault('shixi 下雨天也来上班', 'neu@b.cc', 'x', 'Shixi'), 'password_own', 'and its office');

create function pg_temp.try(current text) returns json language plpgsql as $$
declare answer json;
begin
  perform muster_test.become('planner');
  answer := public.my_password(current, 'regen lampe kutsche');
  perform muster_test.back_to_owner();
  return answer;
end $$;
select muster.set_password((select user_id from muster_test.actor where name = 'planner'), 'Altes-Wort-77');
select results_eq($$ select pg_temp.try('falsch') ->> 'outcome' from generate_series(1, 5) $$,
  $$ select 'password_wrong' from generate_series(1, 5) $$, 'five wrong tries');
select is((select count(*)::int from public.audit_event where detail ->> 'what' = 'own_password_wrong'), 5, 'are in the audit');
select is(pg_temp.try('Altes-Wort-77') ->> 'outcome', 'password_wait', 'then even the right one waits');
select ok((pg_temp.try('Altes-Wort-77') ->> 'seconds')::int between 1 and 15, 'for some seconds');
update muster.password_try set last_at = last_at - interval '16 seconds';
select is(pg_temp.try('Altes-Wort-77') ->> 'outcome', 'saved', 'and is taken after them');
select is((select count(*)::int from muster.password_try), 0, 'which forgets the wrong ones');

select * from finish();
rollback;
