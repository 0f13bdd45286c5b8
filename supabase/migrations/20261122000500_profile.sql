-- profile: what a signed-in person is here. Without one he may do nothing; an admin gives it, inside his own subtree.

create table public.profile (
  user_id uuid primary key references auth.users (id) on delete cascade,
  district_code text collate "C" not null references public.district (code),
  role text not null check (role in ('admin', 'commander', 'planner', 'field', 'viewer')),
  display_name text not null check (muster.is_text(display_name, 100)),
  is_demo boolean not null default false,
  disabled_at timestamptz,
  like muster.stored including all
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

revoke execute on function muster.keep_root_admin() from public;

create trigger a_key before update on public.profile for each row execute function muster.keep_key('user_id');
create trigger c_stamp before insert or update on public.profile for each row execute function muster.stamp();
create trigger d_root_admin after update on public.profile
  for each row when (old.role = 'admin') execute function muster.keep_root_admin();

revoke all on public.profile from public, anon, authenticated;
grant select, insert, update on public.profile to authenticated;
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
