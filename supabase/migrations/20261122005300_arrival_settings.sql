-- What arrival by road is reckoned with: times before anything moves, when night is, and how much night and rain slow the way.

alter table public.district_setting
  drop constraint district_setting_key_check,
  drop constraint district_setting_unit_of_key,
  add constraint district_setting_key_check check (key in ('position_max_age', 'fact_max_age', 'nearest_radius',
    'nearest_count', 'expiry_notice', 'twin_distance', 'twin_likeness', 'closure_on_line', 'mobilisation_default',
    'loading_default', 'night_begins', 'night_ends', 'night_road_factor', 'rain_road_factor')),
  add constraint district_setting_unit_of_key check (unit = case
    when key in ('nearest_radius', 'twin_distance', 'closure_on_line') then 'm'
    when key in ('position_max_age', 'fact_max_age', 'expiry_notice', 'mobilisation_default', 'loading_default',
      'night_begins', 'night_ends') then 's'
    -- nearest_count has always been free to say its unit.
    when key in ('twin_likeness', 'night_road_factor', 'rain_road_factor') then '1'
    else unit end),
  -- Seconds of the day by the district's clock.
  add constraint district_setting_hour check (key not in ('night_begins', 'night_ends') or value < 86400),
  add constraint district_setting_factor check (key not in ('night_road_factor', 'rain_road_factor') or value between 0.1 and 10);

insert into public.district_setting (district_code, key, value, unit, source) values
  ('0', 'mobilisation_default', 300, 's', '产品默认值，并非出自标准：未登记出动时间的队伍 / product default, not from a standard'),
  ('0', 'loading_default', 900, 's', '产品默认值，并非出自标准：物资装车时间 / product default, not from a standard'),
  ('0', 'night_begins', 72000, 's', '产品默认值，并非出自标准：当地 20:00 / product default, not from a standard'),
  ('0', 'night_ends', 21600, 's', '产品默认值，并非出自标准：当地 6:00 / product default, not from a standard'),
  ('0', 'night_road_factor', 1, '1', '产品默认值，无人测定：不改变路程时间 / product default, not measured: changes nothing'),
  ('0', 'rain_road_factor', 1, '1', '产品默认值，无人测定：不改变路程时间 / product default, not measured: changes nothing');
