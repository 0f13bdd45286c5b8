-- evacuation_route (疏散路线): a line, usually from a settlement to a shelter. Its responsible person is a contact.

create table public.evacuation_route (
  like muster.resource including all,
  settlement_id uuid references public.settlement (id) on delete set null,
  shelter_id uuid references public.shelter (id) on delete set null,
  width_m double precision check (width_m > 0 and width_m <= 200),
  state text not null default 'unknown' check (state in ('open', 'blocked', 'unknown')),
  foreign key (district_code) references public.district (code),
  constraint evacuation_route_is_line check (extensions.geometrytype(geom) in ('LINESTRING', 'MULTILINESTRING'))
);
create index evacuation_route_settlement on public.evacuation_route (settlement_id);
create index evacuation_route_shelter on public.evacuation_route (shelter_id);

create trigger a_key before update on public.evacuation_route for each row execute function muster.keep_key('id');
-- Whether the way is open is a command decision; the rest of the record is the planner's.
create trigger b_limit before update on public.evacuation_route
  for each row execute function muster.limit_columns('commander', 'state', 'observed_at');
create trigger c_stamp before insert or update on public.evacuation_route for each row execute function muster.stamp();
create trigger c_verify before insert or update on public.evacuation_route
  for each row execute function muster.stamp_verification();

revoke all on public.evacuation_route from public, anon, authenticated;
grant select, insert, update on public.evacuation_route to authenticated;
grant all on public.evacuation_route to service_role;
alter table public.evacuation_route enable row level security;

create policy evacuation_route_select on public.evacuation_route for select to authenticated
  using (district_code in (select muster.my_districts('admin', 'commander', 'planner', 'field', 'viewer')));
create policy evacuation_route_insert on public.evacuation_route for insert to authenticated
  with check (district_code in (select muster.my_districts('admin', 'planner')));
create policy evacuation_route_update on public.evacuation_route for update to authenticated
  using (district_code in (select muster.my_districts('admin', 'commander', 'planner')))
  with check (district_code in (select muster.my_districts('admin', 'commander', 'planner')));
