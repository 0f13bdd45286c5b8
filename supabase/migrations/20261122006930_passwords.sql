-- Which passwords are taken, in every door that takes one: a new account, a reset, one's own, the first admin of the command line.
-- Nothing that a list or a look at the letterhead gives away; what is left is not counted in kinds of characters, which people
-- answer with "Password1!". And trying out somebody's present password at his open console costs as much as at sign-in.

-- Rows of the keyboard and of alphabets, and how people walk over them.
create function muster.easy_rows() returns text[]
language sql immutable parallel safe set search_path = ''
as $$ select array['01234567890', 'abcdefghijklmnopqrstuvwxyz', 'qwertyuiop[]', 'asdfghjkl;', 'zxcvbnm,./', 'qwertzuiop', 'azertyuiop',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p', '1q2w3e4r5t6y7u8i9o0p', 'q1w2e3r4t5y6u7i8o9p0', 'qazwsxedcrfvtgbyhnujmikolp',
  'qweasdzxc', 'qawsedrftgyhujikolp', '!@#$%^&*()', '1!2@3#4$5%6^7&8*9(0)'] $$;

-- A text (in small letters) without what continues a row, forwards or backwards, for three characters or more, or repeats one.
create function muster.without_rows(p_text text) returns text
language plpgsql immutable parallel safe set search_path = ''
as $$
declare
  left_over text := '';
  at int := 1;
  run int;
begin
  while at <= length(p_text) loop
    run := 1;
    while at + run <= length(p_text) and (
      substr(p_text, at, run + 1) = repeat(substr(p_text, at, 1), run + 1)
      or exists (select from unnest(muster.easy_rows()) r
        where position(substr(p_text, at, run + 1) in r) > 0 or position(substr(p_text, at, run + 1) in reverse(r)) > 0)) loop
      run := run + 1;
    end loop;
    if run < 3 then
      left_over := left_over || substr(p_text, at, 1);
      run := 1;
    end if;
    at := at + run;
  end loop;
  return left_over;
end
$$;

-- The words of a name or an address that say whose it is: two Han characters or four letters.
-- (Written out, because what a letter is follows the database's locale: none of Han in "C".)
create function muster.telling_words(p_text text) returns setof text
language sql immutable set search_path = ''
as $$
  select word from regexp_split_to_table(lower(coalesce(p_text, '')), '[^0-9a-z\u00c0-\u2fff\u3040-\ufeff]+') word
  where length(word) >= 4 or word ~ '[\u4e00-\u9fff]{2}'
  union
  select regexp_replace(word, '(省|市|县|區|区|旗|州|镇|鎮|乡|鄉|街道|村|应急管理局|应急局|指挥中心)+$', '')
  from regexp_split_to_table(lower(coalesce(p_text, '')), '[^0-9a-z\u00c0-\u2fff\u3040-\ufeff]+') word
  where regexp_replace(word, '(省|市|县|區|区|旗|州|镇|鎮|乡|鄉|街道|村|应急管理局|应急局|指挥中心)+$', '') ~ '[\u4e00-\u9fff]{2}'
  union
  select joined from regexp_replace(lower(coalesce(p_text, '')), '[^0-9a-z\u00c0-\u2fff\u3040-\ufeff]+', '', 'g') joined where length(joined) >= 4
$$;

-- What is wrong with a password, or null. bcrypt reads 72 bytes. @param p_name, p_district of an account that is not there yet
drop function muster.password_fault(text, text);
create function muster.password_fault(p_password text, p_email text, p_name text default null, p_district text default null)
returns text
language plpgsql stable set search_path = ''
as $$
declare
  said constant text := lower(normalize(coalesce(p_password, ''), NFKC));
  -- A word that was dressed up: 2024p@ssw0rd! is password.
  core constant text := regexp_replace(regexp_replace(said, '^[^a-z]{1,6}', ''), '[^a-z]{1,6}$', '');
  owner record;
begin
  if length(coalesce(p_password, '')) < 10 then
    return 'password_short';
  elsif octet_length(p_password) > 72 then
    return 'password_long';
  elsif (select count(distinct letter) from regexp_split_to_table(said, '') letter) < 5
    or said ~ '^(.{1,})\1+$' and length(regexp_replace(said, '^(.+?)\1+$', '\1')) < 8
    or said ~ '^[-0-9 +:/.]{1,16}$'
    or length(muster.without_rows(said)) < 5 then
    return 'password_simple';
  end if;
  select p.display_name, d.name as office into owner
  from auth.users u join public.profile p on p.user_id = u.id join public.district d on d.code = p.district_code
  where lower(u.email) = lower(p_email) limit 1;
  if exists (
    select from unnest(array[p_email, split_part(p_email, '@', 1), p_name, p_district, owner.display_name, owner.office]) told,
      muster.telling_words(told) word
    where position(word in said) > 0 and word not in ('test', 'example')) then
    return 'password_own';
  elsif array[said, core, translate(core, '@4031!5$7', 'aaoeiisst'),
      translate(said, '@4031!5$7', 'aaoeiisst'), regexp_replace(said, '^(.+?)\1+$', '\1'),
      translate(regexp_replace(said, '[^a-z@!$]+$', ''), '@4031!5$7', 'aaoeiisst')] && muster.common_passwords() then
    return 'password_common';
  end if;
  return null;
end
$$;

-- As before; the name and the office count too.
create or replace function public.account_create(p_email text, p_password text, p_role text, p_district text, p_name text)
returns json
language plpgsql security definer set search_path = ''
as $$
declare
  address constant text := lower(btrim(p_email));
  made constant uuid := gen_random_uuid();
  fault text;
  about jsonb;
begin
  perform muster.must_be_admin();
  fault := case
    when address !~ '^[^[:space:]@]+@[^[:space:]@]+\.[^[:space:]@]+$' or length(address) > 255 then 'email_wrong'
    when exists (select from auth.users u where lower(u.email) = address) then 'email_taken'
    when muster.is_text(p_name, 100) is not true then 'name_wrong'
    when p_role not in ('admin', 'commander', 'planner', 'field', 'viewer') then 'role_unknown'
    when p_district not in (select muster.my_districts('admin')) then 'district_out_of_reach'
    else muster.password_fault(p_password, address, p_name,
      (select d.name from public.district d where d.code = p_district)) end;
  if fault is not null or p_email is null or p_role is null or p_district is null then
    return muster.account_answer(coalesce(fault, 'email_wrong'));
  end if;
  about := jsonb_build_object('sub', made, 'email', address, 'email_verified', true, 'phone_verified', false);
  perform muster.insert_auth_row('users', jsonb_build_object(
    'instance_id', '00000000-0000-0000-0000-000000000000', 'id', made, 'aud', 'authenticated',
    'role', 'authenticated', 'email', address, 'email_confirmed_at', now(), 'confirmation_token', '',
    'recovery_token', '', 'email_change', '', 'email_change_token_new', '', 'email_change_token_current', '',
    'phone_change', '', 'phone_change_token', '', 'reauthentication_token', '',
    'raw_app_meta_data', '{"provider": "email", "providers": ["email"]}'::jsonb,
    'raw_user_meta_data', about || jsonb_build_object('name', p_name), 'is_sso_user', false, 'is_anonymous', false,
    'created_at', now(), 'updated_at', now()));
  perform muster.set_password(made, p_password);
  perform muster.insert_auth_row('identities', jsonb_build_object('id', gen_random_uuid(), 'provider', 'email',
    'provider_id', made, 'user_id', made, 'identity_data', about, 'created_at', now(), 'updated_at', now()));
  insert into public.profile (user_id, district_code, role, display_name) values (made, p_district, p_role, p_name);
  perform muster.note_event('account', auth.uid(), p_district, address,
    jsonb_build_object('what', 'created', 'user', made));
  return muster.account_answer('saved', made);
end
$$;

-- Tries at the present password that were wrong, by account.
create table muster.password_try (
  user_id uuid primary key references auth.users (id) on delete cascade,
  failures int not null,
  last_at timestamptz not null
);

-- How many seconds an account still has to wait before its present password is tried again; a try counts as wrong until it is known to
-- be right, and its row is locked, so that many at once get no further than many in a row. As at sign-in (supabase/local/throttle.ts):
-- five are free, then 15 s, twice as long each time, up to five minutes; forgotten after a quarter of an hour.
create function muster.wait_before_try(p_user uuid) returns int
language plpgsql set search_path = ''
as $$
declare
  tried muster.password_try;
  wait interval;
begin
  insert into muster.password_try as t (user_id, failures, last_at) values (p_user, 0, now())
    on conflict (user_id) do update set failures = t.failures returning * into tried;
  if tried.last_at < clock_timestamp() - interval '15 minutes' then
    tried.failures := 0;
  end if;
  wait := case when tried.failures >= 5
    then least(interval '5 minutes', interval '15 seconds' * 2 ^ least(tried.failures - 5, 10)) else interval '0' end;
  if tried.last_at + wait > clock_timestamp() then
    return greatest(1, ceil(extract(epoch from tried.last_at + wait - clock_timestamp())));
  end if;
  update muster.password_try set failures = tried.failures + 1, last_at = clock_timestamp() where user_id = p_user;
  return 0;
end
$$;

-- One's own password; one's other sessions end. (pgcrypto knows the hashes of other libraries as $2a$.)
-- @returns as before; password_wait with the seconds to wait
create or replace function public.my_password(p_current text, p_password text) returns json
language plpgsql security definer set search_path = ''
as $$
declare
  person constant uuid := auth.uid();
  address text;
  hash text;
  wait int;
  fault text;
begin
  if muster.my_role() is null then
    raise exception 'nobody is signed in' using errcode = '42501';
  end if;
  wait := muster.wait_before_try(person);
  if wait > 0 then
    return json_build_object('outcome', 'password_wait', 'user_id', null, 'seconds', wait);
  end if;
  select u.email, regexp_replace(u.encrypted_password, '^\$2[by]\$', '$2a$') into address, hash
  from auth.users u where u.id = person;
  if (extensions.crypt(left(p_current, 1000), hash) = hash) is not true then
    perform muster.note_event('account', person, null, address, jsonb_build_object('what', 'own_password_wrong', 'user', person));
    return muster.account_answer('password_wrong');
  end if;
  delete from muster.password_try where user_id = person;
  fault := muster.password_fault(p_password, coalesce(address, ''));
  if fault is not null then
    return muster.account_answer(fault);
  end if;
  perform muster.set_password(person, p_password);
  perform muster.end_sessions(person, null, muster.my_session());
  perform muster.note_event('account', person, null, address,
    jsonb_build_object('what', 'own_password', 'user', person));
  return muster.account_answer('saved', person);
end
$$;

revoke all on muster.password_try from public;
revoke execute on function muster.easy_rows(), muster.without_rows(text), muster.telling_words(text),
  muster.password_fault(text, text, text, text), muster.wait_before_try(uuid) from public;
