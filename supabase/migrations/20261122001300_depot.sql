-- depot (物资储备库): a place with material; what it holds is in its lots.

create table public.depot (
  like muster.resource including all,
  inventory_text text check (muster.is_text(inventory_text, 20000)),
  foreign key (district_code) references public.district (code),
  -- Its lots carry its district: they refer to the pair and follow it.
  unique (id, district_code)
);

create trigger a_key before update on public.depot for each row execute function muster.keep_key('id');
create trigger c_stamp before insert or update on public.depot for each row execute function muster.stamp();
create trigger c_verify before insert or update on public.depot
  for each row execute function muster.stamp_verification();

revoke all on public.depot from public, anon, authenticated;
grant select, insert, update on public.depot to authenticated;
grant all on public.depot to service_role;
alter table public.depot enable row level security;

create policy depot_select on public.depot for select to authenticated
  using (district_code in (select muster.my_districts('admin', 'commander', 'planner', 'field', 'viewer')));
create policy depot_insert on public.depot for insert to authenticated
  with check (district_code in (select muster.my_districts('admin', 'planner')));
create policy depot_update on public.depot for update to authenticated
  using (district_code in (select muster.my_districts('admin', 'planner')))
  with check (district_code in (select muster.my_districts('admin', 'planner')));
