-- What nobody recorded is reckoned with as a range, and people walk at paces that were measured: thresholds by district,
-- like every other, each with where its number is from. Also what water does of which nobody knows how deep it is.

alter table public.district_setting
  drop constraint district_setting_key_check,
  drop constraint district_setting_unit_of_key,
  add constraint district_setting_key_check check (key in ('position_max_age', 'fact_max_age', 'nearest_radius',
    'nearest_count', 'expiry_notice', 'twin_distance', 'twin_likeness', 'closure_on_line', 'mobilisation_default',
    'mobilisation_fast', 'mobilisation_manned', 'mobilisation_manned_fast', 'loading_default', 'loading_fast', 'near_tie',
    'night_begins', 'night_ends', 'night_road_factor', 'rain_road_factor',
    'pace_ordinary', 'pace_slow', 'pace_impaired', 'pace_wheelchair', 'pace_team', 'pace_night_factor',
    'flood_stops_car', 'flood_stops_truck', 'flood_stops_foot', 'flood_stops_shelter', 'flood_unknown_depth',
    'area_stops_ground', 'area_stops_fire', 'area_stops_toxic', 'area_stops_collapse', 'area_stops_other',
    'first_team_band_1', 'first_team_band_2', 'first_team_band_3', 'first_team_band_4', 'first_team_band_5')),
  add constraint district_setting_unit_of_key check (unit = case
    when key in ('nearest_radius', 'twin_distance', 'closure_on_line') or key like 'flood\_stops\_%' then 'm'
    when key in ('position_max_age', 'fact_max_age', 'expiry_notice', 'near_tie', 'night_begins', 'night_ends')
      or key like 'mobilisation\_%' or key like 'loading\_%' or key like 'first\_team\_band\_%' then 's'
    -- nearest_count has always been free to say its unit.
    when key in ('twin_likeness', 'night_road_factor', 'rain_road_factor', 'pace_night_factor', 'flood_unknown_depth')
      or key like 'area\_stops\_%' then '1'
    when key like 'pace\_%' then 'km/h'
    else unit end),
  drop constraint district_setting_factor,
  add constraint district_setting_factor check (
    key not in ('night_road_factor', 'rain_road_factor', 'pace_night_factor') or value between 0.1 and 10),
  -- A pace of 0 would be a walk without end, and a night that speeds people up a slip.
  add constraint district_setting_pace check (key not like 'pace\_%' or case key
    when 'pace_night_factor' then value <= 1 else value between 0.3 and 8 end),
  drop constraint district_setting_stops,
  add constraint district_setting_stops check (
    (key not like 'area\_stops\_%' and key <> 'flood_unknown_depth') or value in (0, 1, 2, 3, 4, 5, 6, 7));

insert into public.district_setting (district_code, key, value, unit, source, clause) values
  ('0', 'mobilisation_manned_fast', 60, 's', '产品默认值，并非出自标准：昼夜执勤的队伍（消防、急救）/ product default, not from a standard', null),
  ('0', 'mobilisation_manned', 300, 's', '产品默认值，并非出自标准：昼夜执勤的队伍（消防、急救）/ product default, not from a standard', null),
  ('0', 'mobilisation_fast', 600, 's', '产品默认值，并非出自标准：需要集结的队伍 / product default, not from a standard', null),
  ('0', 'loading_fast', 600, 's', '产品默认值，并非出自标准：物资装车时间 / product default, not from a standard', null),
  ('0', 'near_tie', 120, 's', '产品默认值，并非出自标准：相差不到这么久算不相上下 / product default, not from a standard', null),
  ('0', 'pace_slow', 1.96, 'km/h', '日本国土交通省 2011 年海啸避难调查（1877 人），带儿童或老人 / survey of 1,877 people who fled the 2011 tsunami (MLIT, Japan): with children or old people', '转引，未核原文 / quoted second-hand'),
  ('0', 'pace_ordinary', 2.65, 'km/h', '日本国土交通省 2011 年海啸避难调查（1877 人），平均 / survey of 1,877 people who fled the 2011 tsunami (MLIT, Japan): mean', '转引，未核原文 / quoted second-hand'),
  ('0', 'pace_impaired', 1.88, 'km/h', '日本国土交通省 2011 年海啸避难调查（1877 人），行走困难者同行 / survey of 1,877 people who fled the 2011 tsunami (MLIT, Japan): with people who walk badly', '转引，未核原文 / quoted second-hand'),
  ('0', 'pace_wheelchair', 2.5, 'km/h', '轮椅每秒 0.7 米（0.7 至 1.0 米的下限）/ wheelchair at 0.7 m/s, the lower end of 0.7 to 1.0', '转引，未核原文 / quoted second-hand'),
  ('0', 'pace_night_factor', 0.8, '1', '日本国土交通省 2011 年海啸避难调查：夜间为白天的 80 % / survey of the 2011 tsunami (MLIT, Japan): 80 % at night', '转引，未核原文 / quoted second-hand'),
  ('0', 'pace_team', 4, 'km/h', '产品默认值，并非出自标准：携带装备的救援人员徒步 / product default, not from a standard', null),
  ('0', 'flood_unknown_depth', 0, '1', '产品默认值，并非出自标准：水深不详不断路，但绕开它要多久一并说明 / product default, not from a standard', null);

-- The defaults that were one number become the slow end of a range, unless an office has set its own.
update public.district_setting set value = 1800,
  source = '产品默认值，并非出自标准：需要集结、又没有登记出动时间的队伍 / product default, not from a standard'
where district_code = '0' and key = 'mobilisation_default' and value = 300 and source like '产品默认值%';
update public.district_setting set value = 1800
where district_code = '0' and key = 'loading_default' and value = 900 and source like '产品默认值%';
