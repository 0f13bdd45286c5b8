-- Up to when the bands reach that show in how many minutes the first team is anywhere: thresholds by district, like every other.

alter table public.district_setting
  drop constraint district_setting_key_check,
  drop constraint district_setting_unit_of_key,
  add constraint district_setting_key_check check (key in ('position_max_age', 'fact_max_age', 'nearest_radius',
    'nearest_count', 'expiry_notice', 'twin_distance', 'twin_likeness', 'closure_on_line', 'mobilisation_default',
    'loading_default', 'night_begins', 'night_ends', 'night_road_factor', 'rain_road_factor',
    'flood_stops_car', 'flood_stops_truck', 'flood_stops_foot', 'flood_stops_shelter',
    'area_stops_ground', 'area_stops_fire', 'area_stops_toxic', 'area_stops_collapse', 'area_stops_other',
    'first_team_band_1', 'first_team_band_2', 'first_team_band_3', 'first_team_band_4', 'first_team_band_5')),
  add constraint district_setting_unit_of_key check (unit = case
    when key in ('nearest_radius', 'twin_distance', 'closure_on_line') or key like 'flood\_stops\_%' then 'm'
    when key in ('position_max_age', 'fact_max_age', 'expiry_notice', 'mobilisation_default', 'loading_default',
      'night_begins', 'night_ends') or key like 'first\_team\_band\_%' then 's'
    -- nearest_count has always been free to say its unit.
    when key in ('twin_likeness', 'night_road_factor', 'rain_road_factor') or key like 'area\_stops\_%' then '1'
    else unit end),
  add constraint district_setting_band check (key not like 'first\_team\_band\_%' or value between 60 and 86400);

insert into public.district_setting (district_code, key, value, unit, source) values
  ('0', 'first_team_band_1', 300, 's', '产品默认值，并非出自标准 / product default, not from a standard'),
  ('0', 'first_team_band_2', 600, 's', '产品默认值，并非出自标准 / product default, not from a standard'),
  ('0', 'first_team_band_3', 900, 's', '产品默认值，并非出自标准 / product default, not from a standard'),
  ('0', 'first_team_band_4', 1200, 's', '产品默认值，并非出自标准 / product default, not from a standard'),
  ('0', 'first_team_band_5', 1800, 's', '产品默认值，并非出自标准 / product default, not from a standard');
