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
  unique (district_code, external_id),
  constraint closure_from_at_year_check check (muster.is_near_our_time(from_at)),
  constraint closure_until_at_year_check check (muster.is_near_our_time(until_at)),
  constraint closure_lifted_at_year_check check (muster.is_near_our_time(lifted_at)),
  constraint closure_created_at_year_check check (muster.is_near_our_time(created_at)),
  constraint closure_updated_at_year_check check (muster.is_near_our_time(updated_at)),
  constraint closure_archived_at_year_check check (muster.is_near_our_time(archived_at))
);
create index closure_district on public.closure (district_code);
create index closure_changed on public.closure (changed_xid);
create index closure_geom on public.closure using gist (geom);
create index closure_geography on public.closure using gist ((geom::extensions.geography));

create trigger a_key before update on public.closure for each row execute function muster.keep_key('id');
create trigger c_stamp before insert or update on public.closure for each row execute function muster.stamp();
create trigger e_forget after delete on public.closure referencing old table as deleted
  for each statement execute function muster.forget_deleted();
create trigger e_remember_change after update on public.closure referencing old table as former new table as changed
  for each statement execute function muster.remember_change();
create trigger e_remember_creation after insert on public.closure referencing new table as created
  for each statement execute function muster.remember_creation();
create trigger f_retired after insert on public.closure referencing new table as created
  for each statement execute function muster.refuse_retired();
create trigger w_retired after update on public.closure for each row
  when (new.archived_at is null and (old.archived_at is not null or new.district_code <> old.district_code))
  execute function muster.refuse_retired_move();
create trigger y_note_move after update on public.closure
  for each row when (new.district_code <> old.district_code) execute function muster.note_move();
create trigger z_tell_change after insert or update or delete on public.closure
  for each statement execute function muster.tell_change();

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
