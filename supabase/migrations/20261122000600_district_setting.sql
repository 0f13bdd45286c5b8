-- district_setting: thresholds are data, with a source and a clause. The nearest ancestor's row wins.

create table public.district_setting (
  id uuid primary key default gen_random_uuid(),
  district_code text collate "C" not null references public.district (code),
  key text not null check (key in ('position_max_age', 'fact_max_age', 'nearest_radius', 'nearest_count')),
  value numeric not null check (value >= 0 and value < 1e12),
  unit text not null check (muster.is_text(unit, 20)),
  source text not null check (muster.is_text(source)),
  clause text check (muster.is_text(clause)),
  verified_at timestamptz,
  like muster.stored including all,
  unique (district_code, key),
  check (key <> 'nearest_count' or (value = trunc(value) and value between 1 and 1000)),
  check (key = 'nearest_count' or unit = case key when 'nearest_radius' then 'm' else 's' end)
);
create index district_setting_changed on public.district_setting (changed_xid);

create trigger a_key before update on public.district_setting for each row execute function muster.keep_key('id');
create trigger c_stamp before insert or update on public.district_setting
  for each row execute function muster.stamp();

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

insert into public.district_setting (district_code, key, value, unit, source) values
  ('0', 'position_max_age', 1800, 's', '产品默认值，并非出自标准 / product default, not from a standard'),
  ('0', 'fact_max_age', 31536000, 's', '产品默认值，并非出自标准 / product default, not from a standard'),
  ('0', 'nearest_radius', 50000, 'm', '产品默认值，并非出自标准 / product default, not from a standard'),
  ('0', 'nearest_count', 10, '1', '产品默认值，并非出自标准 / product default, not from a standard');
