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
  disputed_at timestamptz,
  disputed_by uuid,
  dispute_reason text check (muster.is_text(dispute_reason, 1000)),
  foreign key (district_code) references public.district (code),
  check (("position" is null) = (position_at is null)),
  constraint team_base_is_point check (extensions.geometrytype(geom) = 'POINT'),
  constraint team_dispute_whole check ((disputed_at is null) = (dispute_reason is null)
    and (disputed_by is null or disputed_at is not null)),
  constraint team_observed_at_year_check check (muster.is_near_our_time(observed_at)),
  constraint team_verified_at_year_check check (muster.is_near_our_time(verified_at)),
  constraint team_created_at_year_check check (muster.is_near_our_time(created_at)),
  constraint team_updated_at_year_check check (muster.is_near_our_time(updated_at)),
  constraint team_archived_at_year_check check (muster.is_near_our_time(archived_at)),
  constraint team_availability_at_year_check check (muster.is_near_our_time(availability_at)),
  constraint team_position_at_year_check check (muster.is_near_our_time(position_at)),
  constraint team_disputed_at_year_check check (muster.is_near_our_time(disputed_at))
);

create trigger a_key before update on public.team for each row execute function muster.keep_key('id');
-- Commanders and teams in the field say what a team is doing and where it is; the rest is the planner's.
create trigger b_limit before update on public.team
  for each row execute function muster.limit_columns(
    'commander,field', 'availability', 'availability_at', 'position', 'position_at');
create trigger c_dispute before insert or update on public.team for each row execute function muster.stamp_dispute();
create trigger c_stamp before insert or update on public.team for each row execute function muster.stamp();
create trigger c_verify before insert or update on public.team
  for each row execute function muster.stamp_verification();
create trigger d_contacts_leave after delete on public.team for each row execute function muster.carry_contacts();
create trigger d_contacts_move after update on public.team
  for each row when (new.district_code <> old.district_code) execute function muster.carry_contacts();
create trigger e_forget after delete on public.team referencing old table as deleted
  for each statement execute function muster.forget_deleted();
create trigger e_remember_change after update on public.team referencing old table as former new table as changed
  for each statement execute function muster.remember_change();
create trigger e_remember_creation after insert on public.team referencing new table as created
  for each statement execute function muster.remember_creation();
create trigger f_retired after insert on public.team referencing new table as created
  for each statement execute function muster.refuse_retired();
create trigger w_retired after update on public.team for each row
  when (new.archived_at is null and (old.archived_at is not null or new.district_code <> old.district_code))
  execute function muster.refuse_retired_move();
create trigger y_note_move after update on public.team
  for each row when (new.district_code <> old.district_code) execute function muster.note_move();
create trigger z_tell_change after insert or update or delete on public.team
  for each statement execute function muster.tell_change();

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
