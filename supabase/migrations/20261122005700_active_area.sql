-- Active areas (正在发生的影响范围): a hazard that has come true between two times, an incident that reaches so far
-- around its place; how deep water stands in them. Which of them closes a road is a rule of the district (next file).

alter table public.hazard
  -- No beginning = not active. No end = until somebody says that it is over.
  add column active_from timestamptz,
  add column active_until timestamptz,
  -- A range, as maps of depth classes give it; the upper bound counts. Null = nobody knows.
  add column depth_min_m numeric,
  add column depth_max_m numeric,
  add constraint hazard_active_until_check check (active_until > active_from),
  add constraint hazard_depth_min_m_check check (depth_min_m between 0 and 100),
  add constraint hazard_depth_max_m_check check (depth_max_m between 0 and 100),
  add constraint hazard_depth_range check (depth_min_m <= depth_max_m);

alter table public.incident
  -- Around its place, where that is a point; a drawn line or area speaks for itself. Null = nobody has said how far.
  add column area_radius_m numeric,
  add column depth_min_m numeric,
  add column depth_max_m numeric,
  add constraint incident_area_radius_m_check check (area_radius_m > 0 and area_radius_m <= 50000),
  add constraint incident_depth_min_m_check check (depth_min_m between 0 and 100),
  add constraint incident_depth_max_m_check check (depth_max_m between 0 and 100),
  add constraint incident_depth_range check (depth_min_m <= depth_max_m);

-- That a hazard has come true, and how deep the water is, is a command matter; the rest of the record is the planner's.
create trigger b_limit before update on public.hazard
  for each row execute function muster.limit_columns('commander', 'active_from', 'active_until', 'depth_min_m', 'depth_max_m');

drop policy hazard_update on public.hazard;
create policy hazard_update on public.hazard for update to authenticated
  using (district_code in (select muster.my_districts('admin', 'commander', 'planner')))
  with check (district_code in (select muster.my_districts('admin', 'commander', 'planner')));
