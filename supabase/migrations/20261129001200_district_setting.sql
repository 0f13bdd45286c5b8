-- district_setting: thresholds are data, with a source and a clause. The nearest ancestor's row wins. What a new database begins
-- with stands in the file `defaults`.

create table public.district_setting (
  id uuid primary key default gen_random_uuid(),
  district_code text collate "C" not null references public.district (code),
  key text not null,
  value numeric not null check (value >= 0 and value < 1e12),
  unit text not null check (muster.is_text(unit, 20)),
  source text not null check (muster.is_text(source)),
  clause text check (muster.is_text(clause)),
  verified_at timestamptz,
  like muster.stored including all,
  unique (district_code, key),
  constraint district_setting_key_check check (key in ('position_max_age', 'fact_max_age', 'nearest_radius',
    'nearest_count', 'expiry_notice', 'twin_distance', 'twin_likeness', 'closure_on_line', 'mobilisation_default',
    'mobilisation_fast', 'mobilisation_manned', 'mobilisation_manned_fast', 'loading_default', 'loading_fast', 'near_tie',
    'night_begins', 'night_ends', 'night_road_factor', 'rain_road_factor',
    'pace_ordinary', 'pace_slow', 'pace_impaired', 'pace_wheelchair', 'pace_team', 'pace_night_factor',
    'flood_stops_car', 'flood_stops_truck', 'flood_stops_foot', 'flood_stops_shelter', 'flood_unknown_depth',
    'area_stops_ground', 'area_stops_fire', 'area_stops_toxic', 'area_stops_collapse', 'area_stops_other',
    'first_team_band_1', 'first_team_band_2', 'first_team_band_3', 'first_team_band_4', 'first_team_band_5')),
  constraint district_setting_unit_of_key check (unit = case
    when key in ('nearest_radius', 'twin_distance', 'closure_on_line') or key like 'flood\_stops\_%' then 'm'
    when key in ('position_max_age', 'fact_max_age', 'expiry_notice', 'near_tie', 'night_begins', 'night_ends')
      or key like 'mobilisation\_%' or key like 'loading\_%' or key like 'first\_team\_band\_%' then 's'
    -- nearest_count has always been free to say its unit.
    when key in ('twin_likeness', 'night_road_factor', 'rain_road_factor', 'pace_night_factor', 'flood_unknown_depth')
      or key like 'area\_stops\_%' then '1'
    when key like 'pace\_%' then 'km/h'
    else unit end),
  check (key <> 'nearest_count' or (value = trunc(value) and value between 1 and 1000)),
  -- A share of letters in common.
  constraint district_setting_likeness check (key <> 'twin_likeness' or value <= 1),
  -- Seconds of the day by the district's clock.
  constraint district_setting_hour check (key not in ('night_begins', 'night_ends') or value < 86400),
  constraint district_setting_factor check (
    key not in ('night_road_factor', 'rain_road_factor', 'pace_night_factor') or value between 0.1 and 10),
  -- A pace of 0 would be a walk without end, and a night that speeds people up a slip.
  constraint district_setting_pace check (key not like 'pace\_%' or case key
    when 'pace_night_factor' then value <= 1 else value between 0.3 and 8 end),
  constraint district_setting_depth check (key not like 'flood\_stops\_%' or value <= 20),
  -- Whom it stops, as a sum: 1 = a car, 2 = a heavy truck, 4 = people on foot.
  constraint district_setting_stops check (
    (key not like 'area\_stops\_%' and key <> 'flood_unknown_depth') or value in (0, 1, 2, 3, 4, 5, 6, 7)),
  constraint district_setting_band check (key not like 'first\_team\_band\_%' or value between 60 and 86400),
  constraint district_setting_verified_at_year_check check (muster.is_near_our_time(verified_at)),
  constraint district_setting_created_at_year_check check (muster.is_near_our_time(created_at)),
  constraint district_setting_updated_at_year_check check (muster.is_near_our_time(updated_at)),
  constraint district_setting_archived_at_year_check check (muster.is_near_our_time(archived_at))
);
create index district_setting_changed on public.district_setting (changed_xid);

create trigger a_key before update on public.district_setting for each row execute function muster.keep_key('id');
create trigger c_stamp before insert or update on public.district_setting
  for each row execute function muster.stamp();
create trigger e_forget after delete on public.district_setting referencing old table as deleted
  for each statement execute function muster.forget_deleted();
create trigger e_remember_change after update on public.district_setting referencing old table as former new table as changed
  for each statement execute function muster.remember_change();
create trigger e_remember_creation after insert on public.district_setting referencing new table as created
  for each statement execute function muster.remember_creation();
create trigger y_note_move after update on public.district_setting
  for each row when (new.district_code <> old.district_code) execute function muster.note_move();
create trigger z_tell_change after insert or update or delete on public.district_setting
  for each statement execute function muster.tell_change();

revoke all on public.district_setting from public, anon, authenticated;
grant select, insert, update on public.district_setting to authenticated;
grant all on public.district_setting to service_role;
alter table public.district_setting enable row level security;

create policy district_setting_select on public.district_setting for select to authenticated using (
  district_code in (select muster.my_districts('admin', 'commander', 'planner', 'field', 'viewer'))
  or district_code in (select muster.my_lineage())
);
create policy district_setting_insert on public.district_setting for insert to authenticated
  with check (district_code in (select muster.my_districts('admin')));
create policy district_setting_update on public.district_setting for update to authenticated
  using (district_code in (select muster.my_districts('admin')))
  with check (district_code in (select muster.my_districts('admin')));

-- A threshold of a district by one call: made, changed, or brought back from the archive (there is one row per district
-- and key, so that its history is one). Runs as the caller; the policies decide. The way back to the inherited one is
-- save_record with archived_at.
-- @param p_version the version the change is based on; null = the district had none of its own
-- @returns {outcome: saved | conflict | gone, record}; conflict brings the record as it is now
create function public.set_threshold(
  p_district text, p_key text, p_version int, p_value numeric, p_unit text, p_source text, p_clause text
) returns json
language plpgsql set search_path = ''
as $$
declare
  held public.district_setting;
  written uuid;
begin
  select * into held from public.district_setting t where t.district_code = p_district and t.key = p_key for update;
  if held.id is null then
    if p_version is not null then
      return json_build_object('outcome', 'gone', 'record', null);
    end if;
    insert into public.district_setting (district_code, key, value, unit, source, clause)
    values (p_district, p_key, p_value, p_unit, p_source, p_clause) returning id into written;
  elsif (case when held.archived_at is null then held.version end) is not distinct from p_version then
    update public.district_setting t
    set value = p_value, unit = p_unit, source = p_source, clause = p_clause, verified_at = null, archived_at = null
    where t.id = held.id returning t.id into written;
  end if;
  return json_build_object(
    'outcome', case when written is null then 'conflict' else 'saved' end,
    'record', public.record_row('district_setting', coalesce(written, held.id)));
end
$$;

revoke execute on function public.set_threshold from public, anon;
grant execute on function public.set_threshold to authenticated, service_role;
