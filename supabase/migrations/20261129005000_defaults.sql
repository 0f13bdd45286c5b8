-- What a new database begins with: the root of the districts, and a default for every threshold, each with where its number is
-- from. Written with all triggers at work, so that the history of each begins here.

insert into public.district (code, name, level) values ('0', '全部辖区', 'root');

insert into public.district_setting (district_code, key, value, unit, source, clause) values
  -- How old a position and a fact may be, and how far and how many "nearest" means.
  ('0', 'position_max_age', 1800, 's', '产品默认值，并非出自标准 / product default, not from a standard', null),
  ('0', 'fact_max_age', 31536000, 's', '产品默认值，并非出自标准 / product default, not from a standard', null),
  ('0', 'nearest_radius', 50000, 'm', '产品默认值，并非出自标准 / product default, not from a standard', null),
  ('0', 'nearest_count', 10, '1', '产品默认值，并非出自标准 / product default, not from a standard', null),
  -- How long before its last good day a lot of stock counts as expiring.
  ('0', 'expiry_notice', 7776000, 's', '产品默认值，并非出自标准 / product default, not from a standard', null),
  -- When two records may be one, and when a closure lies on a route.
  ('0', 'twin_distance', 150, 'm', '产品默认值，并非出自标准：同一地点的记录很少相距更远 / product default, not from a standard', null),
  ('0', 'twin_likeness', 0.7, '1', '产品默认值，并非出自标准：名称相同字符的比例 / product default, not from a standard', null),
  ('0', 'closure_on_line', 50, 'm', '产品默认值，并非出自标准：道路与路线多为手工绘制 / product default, not from a standard', null),
  -- Times before anything moves. What nobody recorded is reckoned with as a range: the fast end and the slow one.
  ('0', 'mobilisation_manned_fast', 60, 's', '产品默认值，并非出自标准：昼夜执勤的队伍（消防、急救）/ product default, not from a standard', null),
  ('0', 'mobilisation_manned', 300, 's', '产品默认值，并非出自标准：昼夜执勤的队伍（消防、急救）/ product default, not from a standard', null),
  ('0', 'mobilisation_fast', 600, 's', '产品默认值，并非出自标准：需要集结的队伍 / product default, not from a standard', null),
  ('0', 'mobilisation_default', 1800, 's', '产品默认值，并非出自标准：需要集结、又没有登记出动时间的队伍 / product default, not from a standard', null),
  ('0', 'loading_fast', 600, 's', '产品默认值，并非出自标准：物资装车时间 / product default, not from a standard', null),
  ('0', 'loading_default', 1800, 's', '产品默认值，并非出自标准：物资装车时间 / product default, not from a standard', null),
  ('0', 'near_tie', 120, 's', '产品默认值，并非出自标准：相差不到这么久算不相上下 / product default, not from a standard', null),
  -- When night is, and how much night and rain slow the way.
  ('0', 'night_begins', 72000, 's', '产品默认值，并非出自标准：当地 20:00 / product default, not from a standard', null),
  ('0', 'night_ends', 21600, 's', '产品默认值，并非出自标准：当地 6:00 / product default, not from a standard', null),
  ('0', 'night_road_factor', 1, '1', '产品默认值，无人测定：不改变路程时间 / product default, not measured: changes nothing', null),
  ('0', 'rain_road_factor', 1, '1', '产品默认值，无人测定：不改变路程时间 / product default, not measured: changes nothing', null),
  -- People walk at paces that were measured.
  ('0', 'pace_slow', 1.96, 'km/h', '日本国土交通省 2011 年海啸避难调查（1877 人），带儿童或老人 / survey of 1,877 people who fled the 2011 tsunami (MLIT, Japan): with children or old people', '转引，未核原文 / quoted second-hand'),
  ('0', 'pace_ordinary', 2.65, 'km/h', '日本国土交通省 2011 年海啸避难调查（1877 人），平均 / survey of 1,877 people who fled the 2011 tsunami (MLIT, Japan): mean', '转引，未核原文 / quoted second-hand'),
  ('0', 'pace_impaired', 1.88, 'km/h', '日本国土交通省 2011 年海啸避难调查（1877 人），行走困难者同行 / survey of 1,877 people who fled the 2011 tsunami (MLIT, Japan): with people who walk badly', '转引，未核原文 / quoted second-hand'),
  ('0', 'pace_wheelchair', 2.5, 'km/h', '轮椅每秒 0.7 米（0.7 至 1.0 米的下限）/ wheelchair at 0.7 m/s, the lower end of 0.7 to 1.0', '转引，未核原文 / quoted second-hand'),
  ('0', 'pace_night_factor', 0.8, '1', '日本国土交通省 2011 年海啸避难调查：夜间为白天的 80 % / survey of the 2011 tsunami (MLIT, Japan): 80 % at night', '转引，未核原文 / quoted second-hand'),
  ('0', 'pace_team', 4, 'km/h', '产品默认值，并非出自标准：携带装备的救援人员徒步 / product default, not from a standard', null),
  -- When an active area stops whom: water by its depth, in metres; other kinds by whom they stop at all, as a sum: 1 = a car,
  -- 2 = a heavy truck, 4 = people on foot. Water of which nobody knows how deep it is counts like these.
  ('0', 'flood_stops_car', 0.3, 'm', '产品默认值，并非出自标准：30 厘米深的水可使许多车辆浮起 / product default, not from a standard', null),
  ('0', 'flood_stops_truck', 0.5, 'm', '产品默认值，并非出自标准 / product default, not from a standard', null),
  ('0', 'flood_stops_foot', 0.3, 'm', '产品默认值，并非出自标准：老人、儿童、流水、夜间 / product default, not from a standard', null),
  ('0', 'flood_stops_shelter', 0, 'm', '产品默认值，并非出自标准：场所内不得有积水 / product default, not from a standard', null),
  ('0', 'flood_unknown_depth', 0, '1', '产品默认值，并非出自标准：水深不详不断路，但绕开它要多久一并说明 / product default, not from a standard', null),
  ('0', 'area_stops_ground', 7, '1', '产品默认值，并非出自标准：滑坡、泥石流 / product default, not from a standard', null),
  ('0', 'area_stops_fire', 7, '1', '产品默认值，并非出自标准：火灾、爆炸 / product default, not from a standard', null),
  ('0', 'area_stops_toxic', 7, '1', '产品默认值，并非出自标准：危险化学品、管道 / product default, not from a standard', null),
  ('0', 'area_stops_collapse', 7, '1', '产品默认值，并非出自标准：坍塌、矿山 / product default, not from a standard', null),
  ('0', 'area_stops_other', 0, '1', '产品默认值，并非出自标准：地震、台风等范围大，本身不断路 / product default, not from a standard', null),
  -- Up to when the bands reach that show in how many minutes the first team is anywhere.
  ('0', 'first_team_band_1', 300, 's', '产品默认值，并非出自标准 / product default, not from a standard', null),
  ('0', 'first_team_band_2', 600, 's', '产品默认值，并非出自标准 / product default, not from a standard', null),
  ('0', 'first_team_band_3', 900, 's', '产品默认值，并非出自标准 / product default, not from a standard', null),
  ('0', 'first_team_band_4', 1200, 's', '产品默认值，并非出自标准 / product default, not from a standard', null),
  ('0', 'first_team_band_5', 1800, 's', '产品默认值，并非出自标准 / product default, not from a standard', null);
