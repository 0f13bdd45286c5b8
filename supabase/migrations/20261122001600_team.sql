-- team (救援队伍): who can go. `geom` is the base, `position` where it last said it was.

create table public.team (
  like muster.resource including all,
  kind text not null check (muster.is_text(kind, 100)),
  capabilities text[] not null default '{}' check (muster.are_texts(capabilities)),
  people int check (people between 0 and 1000000),
  equipment jsonb not null default '[]' check (muster.is_equipment(equipment)),
  equipment_text text check (muster.is_text(equipment_text, 20000)),
  mobilisation_day_s int check (mobilisation_day_s between 0 and 604800),
  mobilisation_night_s int check (mobilisation_night_s between 0 and 604800),
  availability text not null default 'unknown'
    check (availability in ('available', 'busy', 'off_duty', 'unknown')),
  availability_at timestamptz check (availability_at <= now() + interval '1 day'),
  "position" extensions.geometry (Point, 4326) check (muster.is_on_earth("position")),
  position_lng double precision generated always as (extensions.st_x("position")) stored,
  position_lat double precision generated always as (extensions.st_y("position")) stored,
  position_at timestamptz check (position_at <= now() + interval '1 day'),
  foreign key (district_code) references public.district (code),
  check (("position" is null) = (position_at is null)),
  constraint team_base_is_point check (extensions.geometrytype(geom) = 'POINT')
);

create trigger a_key before update on public.team for each row execute function muster.keep_key('id');
-- Commanders and teams in the field say what a team is doing and where it is; the rest is the planner's.
create trigger b_limit before update on public.team
  for each row execute function muster.limit_columns(
    'commander,field', 'availability', 'availability_at', 'position', 'position_at');
create trigger c_stamp before insert or update on public.team for each row execute function muster.stamp();
create trigger c_verify before insert or update on public.team
  for each row execute function muster.stamp_verification();

revoke all on public.team from public, anon, authenticated;
grant select, insert, update on public.team to authenticated;
grant all on public.team to service_role;
alter table public.team enable row level security;

create policy team_select on public.team for select to authenticated
  using (district_code in (select muster.my_districts('admin', 'commander', 'planner', 'field', 'viewer')));
create policy team_insert on public.team for insert to authenticated
  with check (district_code in (select muster.my_districts('admin', 'planner')));
create policy team_update on public.team for update to authenticated
  using (district_code in (select muster.my_districts('admin', 'commander', 'planner', 'field')))
  with check (district_code in (select muster.my_districts('admin', 'commander', 'planner', 'field')));
