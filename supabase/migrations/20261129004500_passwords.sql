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

create function muster.set_password(p_user uuid, p_password text) returns void
language sql set search_path = ''
as $$
  update auth.users set encrypted_password = extensions.crypt(p_password, extensions.gen_salt('bf', 10)),
    updated_at = now() where id = p_user
$$;

-- Tries at the present password that were wrong, by account.
create table muster.password_try (
  user_id uuid primary key references auth.users (id) on delete cascade,
  failures int not null,
  last_at timestamptz not null
);
revoke all on muster.password_try from public;

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

revoke execute on function muster.easy_rows, muster.without_rows, muster.telling_words, muster.password_fault,
  muster.set_password, muster.wait_before_try from public;
