-- How long before its last good day a lot of stock counts as expiring: a threshold like the others, by district.

alter table public.district_setting
  drop constraint district_setting_key_check,
  add constraint district_setting_key_check check (
    key in ('position_max_age', 'fact_max_age', 'nearest_radius', 'nearest_count', 'expiry_notice')
  );

insert into public.district_setting (district_code, key, value, unit, source) values
  ('0', 'expiry_notice', 7776000, 's', '产品默认值，并非出自标准 / product default, not from a standard');
