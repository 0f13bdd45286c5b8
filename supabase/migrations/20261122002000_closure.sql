-- closure (道路中断): where a road cannot be used, from when, and until when. Teams in the field report, commanders lift.

create table public.closure (
  id uuid primary key default gen_random_uuid(),
  district_code text collate "C" not null references public.district (code),
  reason text not null check (muster.is_text(reason, 1000)),
  from_at timestamptz not null default now(),
  until_at timestamptz check (until_at > from_at),
  lifted_at timestamptz check (lifted_at >= from_at and lifted_at <= now() + interval '1 day'),
  external_id text check (muster.is_text(external_id)),
  source text not null check (muster.is_text(source)),
  published jsonb not null default '{}' check (jsonb_typeof(published) = 'object'),
  geom extensions.geometry (Geometry, 4326) check (muster.is_on_earth(geom)),
  lng double precision generated always as (extensions.st_x(extensions.st_pointonsurface(geom))) stored,
  lat double precision generated always as (extensions.st_y(extensions.st_pointonsurface(geom))) stored,
  like muster.stored including all,
  unique (district_code, external_id)
);
create index closure_district on public.closure (district_code);
create index closure_changed on public.closure (changed_xid);
create index closure_geom on public.closure using gist (geom);
create index closure_geography on public.closure using gist ((geom::extensions.geography));

create trigger a_key before update on public.closure for each row execute function muster.keep_key('id');
create trigger c_stamp before insert or update on public.closure for each row execute function muster.stamp();

revoke all on public.closure from public, anon, authenticated;
grant select, insert, update on public.closure to authenticated;
grant all on public.closure to service_role;
alter table public.closure enable row level security;

create policy closure_select on public.closure for select to authenticated
  using (district_code in (select muster.my_districts('admin', 'commander', 'planner', 'field', 'viewer')));
create policy closure_insert on public.closure for insert to authenticated
  with check (district_code in (select muster.my_districts('admin', 'commander', 'field')));
create policy closure_update on public.closure for update to authenticated
  using (district_code in (select muster.my_districts('admin', 'commander')))
  with check (district_code in (select muster.my_districts('admin', 'commander')));
