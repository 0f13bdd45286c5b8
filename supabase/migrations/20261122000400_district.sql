-- district: the tree of jurisdictions. `path` ('/0/43/4306/') is kept by a trigger and decides every subtree.
-- Everything hangs below the root, code '0'.

create table public.district (
  code text collate "C" primary key check (code ~ '^[0-9A-Za-z_-]{1,32}$'),
  parent_code text collate "C" references public.district (code),
  path text collate "C" not null unique,
  name text not null check (muster.is_text(name)),
  level text not null check (level in ('root', 'province', 'prefecture', 'county', 'township', 'village')),
  timezone text not null default 'Asia/Shanghai' check ((timestamptz 'epoch' at time zone timezone) is not null),
  is_demo boolean not null default false,
  geom extensions.geometry (MultiPolygon, 4326) check (muster.is_on_earth(geom)),
  lng double precision generated always as (extensions.st_x(extensions.st_pointonsurface(geom))) stored,
  lat double precision generated always as (extensions.st_y(extensions.st_pointonsurface(geom))) stored,
  like muster.stored including all,
  check ((parent_code is null) = (level = 'root'))
);
create unique index district_one_root on public.district ((parent_code is null)) where parent_code is null;
create index district_parent on public.district (parent_code);
create index district_changed on public.district (changed_xid);
create index district_geom on public.district using gist (geom);

-- Path from the parent's path; a child is of a lower level than its parent; no cycles; nobody moves his own home.
create function muster.place_district() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
  levels constant text[] := array['root', 'province', 'prefecture', 'county', 'township', 'village'];
  parent public.district;
begin
  if tg_op = 'UPDATE' and new.level <> old.level and exists (
    select from public.district d
    where d.parent_code = new.code and array_position(levels, d.level) <= array_position(levels, new.level)
  ) then
    raise exception 'a % has districts of its own level or above below it', new.level using errcode = '23514';
  end if;
  if tg_op = 'UPDATE' and new.parent_code is distinct from old.parent_code and new.code = muster.my_home() then
    raise exception 'a person cannot move the district he belongs to' using errcode = '42501';
  end if;
  if new.parent_code is null then
    new.path := '/' || new.code || '/';
    return new;
  end if;
  select * into parent from public.district d where d.code = new.parent_code;
  if not found then
    raise exception 'district % does not exist', new.parent_code using errcode = '23503';
  end if;
  if position('/' || new.code || '/' in parent.path) > 0 then
    raise exception 'district % cannot lie below itself', new.code using errcode = '23514';
  end if;
  if array_position(levels, new.level) <= array_position(levels, parent.level) then
    raise exception 'a % cannot lie below a %', new.level, parent.level using errcode = '23514';
  end if;
  new.path := parent.path || new.code || '/';
  return new;
end
$$;

-- A moved district takes everything below it along, one generation at a time.
create function muster.carry_districts() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  update public.district set path = '' where parent_code = new.code;
  return null;
end
$$;

revoke execute on function muster.place_district(), muster.carry_districts() from public;

create trigger a_key before update on public.district for each row execute function muster.keep_key('code');
create trigger b_place before insert or update on public.district
  for each row execute function muster.place_district();
create trigger c_stamp before insert or update on public.district for each row execute function muster.stamp();
create trigger d_carry after update on public.district
  for each row when (new.path is distinct from old.path) execute function muster.carry_districts();

revoke all on public.district from public, anon, authenticated;
grant select, insert, update on public.district to authenticated;
grant all on public.district to service_role;
alter table public.district enable row level security;

-- The districts above his own are names and borders to a person, those below are his.
create policy district_select on public.district for select to authenticated using (
  code in (select muster.my_districts('admin', 'commander', 'planner', 'field', 'viewer'))
  or code in (select muster.my_lineage())
);
create policy district_insert on public.district for insert to authenticated
  with check (parent_code in (select muster.my_districts('admin')));
create policy district_update on public.district for update to authenticated
  using (code in (select muster.my_districts('admin')))
  with check (
    parent_code in (select muster.my_districts('admin'))
    or code = (select muster.my_home())
  );

insert into public.district (code, name, level) values ('0', '全部辖区', 'root');
