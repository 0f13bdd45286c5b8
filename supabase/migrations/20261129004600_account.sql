-- Accounts, for admins: what the admin screen calls. The same on every tier, because accounts are rows of the sign-in
-- service everywhere (GoTrue on hosted Supabase, the gateway's own elsewhere): bcrypt, empty strings instead of null
-- tokens, an identity of provider `email`. Everything refuses whoever is no admin of the account's district; rights are
-- given downwards only; nobody disables, moves or demotes himself, so the last admin cannot be locked out.
-- @returns {outcome: saved | <why not>, user_id}; the words are those of src/backend/people.ts.

-- Fills the columns that this sign-in service has: GoTrue knows more of them than the gateway.
create function muster.insert_auth_row(p_table text, p_row jsonb) returns void
language plpgsql set search_path = ''
as $$
declare
  columns text;
begin
  select string_agg(format('%I', a.attname), ', ') into columns
  from pg_catalog.pg_attribute a
  where a.attrelid = format('auth.%I', p_table)::regclass and a.attnum > 0 and not a.attisdropped
    and a.attgenerated = '' and p_row ? a.attname::text;
  execute format('insert into auth.%1$I (%2$s) select %2$s from jsonb_populate_record(null::auth.%1$I, $1)',
    p_table, columns) using p_row;
end
$$;

create function muster.must_be_admin() returns void
language plpgsql stable set search_path = ''
as $$
begin
  if muster.my_role() is distinct from 'admin' then
    raise exception 'only admins look after accounts' using errcode = '42501';
  end if;
end
$$;

-- Whether the caller looks after this account: it belongs to his districts, or to nobody yet and he is the root's admin.
create function muster.is_mine_to_manage(p_user uuid) returns boolean
language sql stable set search_path = ''
as $$
  select exists (select from auth.users u where u.id = p_user) and coalesce(
    (select p.district_code in (select muster.my_districts('admin')) from public.profile p where p.user_id = p_user),
    exists (select from public.district d where d.parent_code is null and d.code = muster.my_home()))
$$;

create function muster.end_sessions(p_user uuid, p_session uuid, p_but uuid) returns int
language plpgsql set search_path = ''
as $$
declare
  ended int;
begin
  perform set_config('muster.ending_sessions', 'yes', true);
  delete from auth.sessions s
  where s.user_id = p_user and (p_session is null or s.id = p_session) and s.id is distinct from p_but;
  get diagnostics ended = row_count;
  perform set_config('muster.ending_sessions', '', true);
  return ended;
end
$$;

create function muster.account_answer(p_outcome text, p_user uuid default null) returns json
language sql immutable set search_path = ''
as $$ select json_build_object('outcome', p_outcome, 'user_id', p_user) $$;

-- Accounts of the caller's districts; the root's admin also sees those nobody has given rights to.
create function public.account_list() returns json
language plpgsql stable security definer set search_path = ''
as $$
begin
  perform muster.must_be_admin();
  return (
    select coalesce(json_agg(row_to_json(a) order by a.email), '[]') from (
      select u.id as user_id, coalesce(u.email, '') as email, p.display_name, p.role, p.district_code, p.disabled_at,
        coalesce(p.is_demo, false) as is_demo, p.version, u.created_at, u.last_sign_in_at,
        greatest(u.last_sign_in_at, s.seen_at) as last_seen_at, coalesce(s.sessions, 0) as sessions
      from auth.users u
      left join public.profile p on p.user_id = u.id
      left join lateral (
        select count(*) as sessions,
          max(greatest(x.created_at, x.updated_at, x.refreshed_at at time zone 'UTC')) as seen_at
        from auth.sessions x where x.user_id = u.id and (x.not_after is null or x.not_after > now())
      ) s on true
      where p.district_code in (select muster.my_districts('admin'))
        or p.user_id is null and muster.is_mine_to_manage(u.id)
    ) a
  );
end
$$;

-- A new account with its rights. Its password must not be made of the address, the name or the office.
create function public.account_create(p_email text, p_password text, p_role text, p_district text, p_name text)
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

-- null = stays. Gives rights to an account that has none when role, district and name are stated.
create function public.account_change(
  p_user uuid, p_role text default null, p_district text default null, p_name text default null
) returns json
language plpgsql security definer set search_path = ''
as $$
declare
  fault text;
  there boolean := exists (select from public.profile p where p.user_id = p_user);
begin
  perform muster.must_be_admin();
  fault := case
    when muster.is_mine_to_manage(p_user) is not true then 'not_found'
    when p_user = auth.uid() and (p_role is not null or p_district is not null) then 'own_account'
    when p_role is not null and p_role not in ('admin', 'commander', 'planner', 'field', 'viewer')
      or not there and p_role is null then 'role_unknown'
    when p_district is not null and p_district not in (select muster.my_districts('admin'))
      or not there and p_district is null then 'district_out_of_reach'
    when p_name is not null and muster.is_text(p_name, 100) is not true or not there and p_name is null
      then 'name_wrong' end;
  if fault is not null then
    return muster.account_answer(fault);
  end if;
  if there then
    update public.profile set role = coalesce(p_role, role), district_code = coalesce(p_district, district_code),
      display_name = coalesce(p_name, display_name) where user_id = p_user;
  else
    insert into public.profile (user_id, district_code, role, display_name)
      values (p_user, p_district, p_role, p_name);
  end if;
  return muster.account_answer('saved', p_user);
end
$$;

-- Opens nothing any more, at once and on every console; the name stays in the history.
create function public.account_disable(p_user uuid) returns json
language plpgsql security definer set search_path = ''
as $$
begin
  perform muster.must_be_admin();
  if muster.is_mine_to_manage(p_user) is not true then
    return muster.account_answer('not_found');
  elsif p_user = auth.uid() then
    return muster.account_answer('own_account');
  end if;
  update public.profile set disabled_at = coalesce(disabled_at, now()) where user_id = p_user;
  perform muster.end_sessions(p_user, null, null);
  return muster.account_answer('saved', p_user);
end
$$;

-- Who was disabled comes back only where there is a district to act in.
create function public.account_enable(p_user uuid) returns json
language plpgsql security definer set search_path = ''
as $$
begin
  perform muster.must_be_admin();
  if muster.is_mine_to_manage(p_user) is not true then
    return muster.account_answer('not_found');
  elsif exists (select from public.profile p join public.district d on d.code = p.district_code
    where p.user_id = p_user and d.archived_at is not null) then
    return muster.account_answer('district_retired');
  end if;
  update public.profile set disabled_at = null where user_id = p_user;
  return muster.account_answer('saved', p_user);
end
$$;

-- A new password for somebody; all his sessions end.
create function public.account_password(p_user uuid, p_password text) returns json
language plpgsql security definer set search_path = ''
as $$
declare
  address constant text := (select u.email from auth.users u where u.id = p_user);
  fault text;
begin
  perform muster.must_be_admin();
  fault := case when muster.is_mine_to_manage(p_user) is not true then 'not_found'
    else muster.password_fault(p_password, coalesce(address, '')) end;
  if fault is not null then
    return muster.account_answer(fault);
  end if;
  perform muster.set_password(p_user, p_password);
  perform muster.end_sessions(p_user, null, case when p_user = auth.uid() then muster.my_session() end);
  perform muster.note_event('account', auth.uid(),
    (select p.district_code from public.profile p where p.user_id = p_user), address,
    jsonb_build_object('what', 'password', 'user', p_user));
  return muster.account_answer('saved', p_user);
end
$$;

-- One's own password; one's other sessions end. (pgcrypto knows the hashes of other libraries as $2a$.)
-- @returns like the others; password_wait with the seconds to wait
create function public.my_password(p_current text, p_password text) returns json
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

-- Sessions of an account of the caller's districts, or of himself.
create function public.account_sessions(p_user uuid) returns json
language plpgsql stable security definer set search_path = ''
as $$
begin
  if p_user is distinct from auth.uid() or muster.my_role() is null then
    perform muster.must_be_admin();
    if muster.is_mine_to_manage(p_user) is not true then
      return '[]';
    end if;
  end if;
  return (
    select coalesce(json_agg(json_build_object('id', s.id, 'created_at', s.created_at,
      'last_seen_at', greatest(s.created_at, s.updated_at, s.refreshed_at at time zone 'UTC'),
      'user_agent', s.user_agent, 'ip', host(s.ip), 'current', s.id is not distinct from muster.my_session())
      order by s.created_at desc), '[]')
    from auth.sessions s where s.user_id = p_user and (s.not_after is null or s.not_after > now())
  );
end
$$;

-- null = all but the one the caller sits in.
create function public.account_end_sessions(p_user uuid, p_session uuid default null) returns void
language plpgsql security definer set search_path = ''
as $$
declare
  ended int;
begin
  if p_user is distinct from auth.uid() or muster.my_role() is null then
    perform muster.must_be_admin();
    if muster.is_mine_to_manage(p_user) is not true then
      return;
    end if;
  end if;
  ended := muster.end_sessions(p_user, p_session, case when p_session is null then muster.my_session() end);
  if ended > 0 then
    perform muster.note_event('account', auth.uid(),
      (select p.district_code from public.profile p where p.user_id = p_user),
      (select u.email from auth.users u where u.id = p_user),
      jsonb_build_object('what', 'sessions_ended', 'user', p_user, 'sessions', ended));
  end if;
end
$$;

-- Names behind ids ("verified by"): of people whose doings the caller can see. Those are the people of his district and
-- what lies below it, whose records he reads, and those of the districts above, who write into his.
create function public.person_names(p_people uuid[]) returns json
language plpgsql stable security definer set search_path = ''
as $$
begin
  if muster.my_role() is null then
    raise exception 'nobody is signed in' using errcode = '42501';
  end if;
  return (
    select coalesce(json_agg(json_build_object('user_id', p.user_id, 'display_name', p.display_name)), '[]')
    from public.profile p
    where p.user_id = any (p_people[:1000])
      and (p.district_code in (select muster.my_districts('admin', 'commander', 'planner', 'field', 'viewer'))
        or p.district_code in (select muster.my_lineage()))
  );
end
$$;

revoke execute on function muster.insert_auth_row, muster.must_be_admin, muster.is_mine_to_manage,
  muster.end_sessions, muster.account_answer from public;
revoke execute on function public.account_list, public.account_create, public.account_change, public.account_disable,
  public.account_enable, public.account_password, public.my_password, public.account_sessions,
  public.account_end_sessions, public.person_names from public, anon;
grant execute on function public.account_list, public.account_create, public.account_change, public.account_disable,
  public.account_enable, public.account_password, public.my_password, public.account_sessions,
  public.account_end_sessions, public.person_names to authenticated;
