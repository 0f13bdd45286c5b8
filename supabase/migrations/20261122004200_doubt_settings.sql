-- When two records may be one, and when a closure lies on a route: thresholds of the card's doubts, by district.

alter table public.district_setting
  drop constraint district_setting_key_check,
  drop constraint district_setting_check1,
  add constraint district_setting_key_check check (key in ('position_max_age', 'fact_max_age', 'nearest_radius',
    'nearest_count', 'expiry_notice', 'twin_distance', 'twin_likeness', 'closure_on_line')),
  add constraint district_setting_unit_of_key check (unit = case
    when key in ('nearest_radius', 'twin_distance', 'closure_on_line') then 'm'
    when key in ('position_max_age', 'fact_max_age', 'expiry_notice') then 's'
    -- nearest_count has always been free to say its unit.
    when key = 'twin_likeness' then '1'
    else unit end),
  -- A share of letters in common.
  add constraint district_setting_likeness check (key <> 'twin_likeness' or value <= 1);

insert into public.district_setting (district_code, key, value, unit, source) values
  ('0', 'twin_distance', 150, 'm', '产品默认值，并非出自标准：同一地点的记录很少相距更远 / product default, not from a standard'),
  ('0', 'twin_likeness', 0.7, '1', '产品默认值，并非出自标准：名称相同字符的比例 / product default, not from a standard'),
  ('0', 'closure_on_line', 50, 'm', '产品默认值，并非出自标准：道路与路线多为手工绘制 / product default, not from a standard');
