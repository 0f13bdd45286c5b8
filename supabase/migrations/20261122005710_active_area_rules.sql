-- When an active area stops whom: thresholds by district, like every other. Water by its depth, in metres; other kinds
-- by whom they stop at all, as a sum: 1 = a car, 2 = a heavy truck, 4 = people on foot.

alter table public.district_setting
  drop constraint district_setting_key_check,
  drop constraint district_setting_unit_of_key,
  add constraint district_setting_key_check check (key in ('position_max_age', 'fact_max_age', 'nearest_radius',
    'nearest_count', 'expiry_notice', 'twin_distance', 'twin_likeness', 'closure_on_line', 'mobilisation_default',
    'loading_default', 'night_begins', 'night_ends', 'night_road_factor', 'rain_road_factor',
    'flood_stops_car', 'flood_stops_truck', 'flood_stops_foot', 'flood_stops_shelter',
    'area_stops_ground', 'area_stops_fire', 'area_stops_toxic', 'area_stops_collapse', 'area_stops_other')),
  add constraint district_setting_unit_of_key check (unit = case
    when key in ('nearest_radius', 'twin_distance', 'closure_on_line') or key like 'flood\_stops\_%' then 'm'
    when key in ('position_max_age', 'fact_max_age', 'expiry_notice', 'mobilisation_default', 'loading_default',
      'night_begins', 'night_ends') then 's'
    -- nearest_count has always been free to say its unit.
    when key in ('twin_likeness', 'night_road_factor', 'rain_road_factor') or key like 'area\_stops\_%' then '1'
    else unit end),
  add constraint district_setting_depth check (key not like 'flood\_stops\_%' or value <= 20),
  add constraint district_setting_stops check (key not like 'area\_stops\_%' or value in (0, 1, 2, 3, 4, 5, 6, 7));

insert into public.district_setting (district_code, key, value, unit, source) values
  ('0', 'flood_stops_car', 0.3, 'm', '产品默认值，并非出自标准：30 厘米深的水可使许多车辆浮起 / product default, not from a standard'),
  ('0', 'flood_stops_truck', 0.5, 'm', '产品默认值，并非出自标准 / product default, not from a standard'),
  ('0', 'flood_stops_foot', 0.3, 'm', '产品默认值，并非出自标准：老人、儿童、流水、夜间 / product default, not from a standard'),
  ('0', 'flood_stops_shelter', 0, 'm', '产品默认值，并非出自标准：场所内不得有积水 / product default, not from a standard'),
  ('0', 'area_stops_ground', 7, '1', '产品默认值，并非出自标准：滑坡、泥石流 / product default, not from a standard'),
  ('0', 'area_stops_fire', 7, '1', '产品默认值，并非出自标准：火灾、爆炸 / product default, not from a standard'),
  ('0', 'area_stops_toxic', 7, '1', '产品默认值，并非出自标准：危险化学品、管道 / product default, not from a standard'),
  ('0', 'area_stops_collapse', 7, '1', '产品默认值，并非出自标准：坍塌、矿山 / product default, not from a standard'),
  ('0', 'area_stops_other', 0, '1', '产品默认值，并非出自标准：地震、台风等范围大，本身不断路 / product default, not from a standard');
