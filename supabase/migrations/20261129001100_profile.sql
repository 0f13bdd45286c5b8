-- profile: what a signed-in person is here. Without one he may do nothing; an admin gives it, inside his own subtree.

create table public.profile (
  user_id uuid primary key references auth.users (id) on delete cascade,
  district_code text collate "C" not null references public.district (code),
  role text not null check (role in ('admin', 'commander', 'planner', 'field', 'viewer')),
  display_name text not null check (muster.is_text(display_name, 100)),
  is_demo boolean not null default false,
  disabled_at timestamptz,
  like muster.stored including all,
  constraint profile_disabled_at_year_check check (muster.is_near_our_time(disabled_at)),
  constraint profile_created_at_year_check check (muster.is_near_our_time(created_at)),
  constraint profile_updated_at_year_check check (muster.is_near_our_time(updated_at)),
  constraint profile_archived_at_year_check check (muster.is_near_our_time(archived_at))
);
create index profile_district on public.profile (district_code);

-- The last active admin of the root cannot be taken away from a console; then nobody could give rights any more.
-- (Tools may: they can also add one.) The lock makes two admins who dismiss each other take turns.
create function muster.keep_root_admin() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  if auth.uid() is null then
    return null;
  end if;
  perform pg_advisory_xact_lock(hashtext('muster.keep_root_admin'));
  if not exists (
    select from public.profile p join public.district d on d.code = p.district_code
    where p.role = 'admin' and p.disabled_at is null and d.parent_code is null
  ) then
    raise exception 'the last active admin of the root district must stay' using errcode = '23514';
  end if;
  return null;
end
$$;

-- Rights given, changed and taken, by whom; a deletion is noted whoever makes it. Rights of a demonstration are no news, but that
-- it was removed is, and concerns the root: its own districts and what was noted in them go with it.
create function muster.note_profile() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
  was jsonb := '{}';
  becomes jsonb := '{}';
  subject public.profile := coalesce(new, old);
begin
  if subject.is_demo and auth.uid() is null and tg_op <> 'DELETE' then
    return null;
  end if;
  if tg_op <> 'INSERT' then
    was := jsonb_build_object('role', old.role, 'district', old.district_code, 'name', old.display_name,
      'disabled', old.disabled_at is not null);
  end if;
  if tg_op <> 'DELETE' then
    becomes := jsonb_build_object('role', new.role, 'district', new.district_code, 'name', new.display_name,
      'disabled', new.disabled_at is not null);
  end if;
  if was <> becomes then
    perform muster.note_event('permission', auth.uid(),
      case when subject.is_demo then (select d.code from public.district d where d.parent_code is null)
        else subject.district_code end,
      -- An account that is being deleted has no address any more when its profile goes after it.
      coalesce((select u.email from auth.users u where u.id = subject.user_id), subject.display_name),
      jsonb_build_object('user', subject.user_id, 'before', was, 'after', becomes));
  end if;
  return null;
end
$$;

revoke execute on function muster.keep_root_admin, muster.note_profile from public;

create trigger a_key before update on public.profile for each row execute function muster.keep_key('user_id');
create trigger c_stamp before insert or update on public.profile for each row execute function muster.stamp();
create trigger d_root_admin after update on public.profile
  for each row when (old.role = 'admin') execute function muster.keep_root_admin();
create trigger e_audit after insert or update or delete on public.profile
  for each row execute function muster.note_profile();
-- An account that may act acts in a district that is there.
create trigger w_retired after update on public.profile for each row
  when (new.disabled_at is null and (old.disabled_at is not null or new.district_code <> old.district_code))
  execute function muster.refuse_retired_move();
create trigger w_retired_new after insert on public.profile for each row
  when (new.disabled_at is null) execute function muster.refuse_retired_move();
create trigger z_tell_change after insert or update or delete on public.profile
  for each statement execute function muster.tell_change();

-- Whether an account belongs to the demonstration decides what the next start deletes: only tools say so, and the rights name
-- every column but that one.
revoke all on public.profile from public, anon, authenticated;
grant select,
  insert (user_id, district_code, role, display_name, disabled_at, version, created_at, updated_at, updated_by, archived_at,
    changed_xid),
  update (user_id, district_code, role, display_name, disabled_at, version, created_at, updated_at, updated_by, archived_at,
    changed_xid)
  on public.profile to authenticated;
grant all on public.profile to service_role;
alter table public.profile enable row level security;

-- Everybody reads his own row, disabled or not: the sign-in screen must be able to say why nothing opens.
create policy profile_select on public.profile for select to authenticated using (
  user_id = (select auth.uid()) or district_code in (select muster.my_districts('admin'))
);
create policy profile_insert on public.profile for insert to authenticated
  with check (district_code in (select muster.my_districts('admin')));
create policy profile_update on public.profile for update to authenticated
  using (district_code in (select muster.my_districts('admin')))
  with check (district_code in (select muster.my_districts('admin')));
