-- hazard (风险隐患点): a point, line or area where something may happen, and how far its rectification is.

create table public.hazard (
  like muster.resource including all,
  class text not null,
  kind text not null,
  level smallint check (level between 1 and 4),
  people_at_risk int check (people_at_risk between 0 and 100000000),
  rectification_state text check (rectification_state in ('identified', 'rectifying', 'recheck', 'closed')),
  rectification_owner text check (muster.is_text(rectification_owner)),
  rectification_deadline date check (rectification_deadline between date '1990-01-01' and date '2200-01-01'),
  foreign key (district_code) references public.district (code),
  constraint hazard_kind_of_class check ((class = muster.event_class(kind)) is true)
);

create trigger a_key before update on public.hazard for each row execute function muster.keep_key('id');
create trigger c_stamp before insert or update on public.hazard for each row execute function muster.stamp();
create trigger c_verify before insert or update on public.hazard
  for each row execute function muster.stamp_verification();

revoke all on public.hazard from public, anon, authenticated;
grant select, insert, update on public.hazard to authenticated;
grant all on public.hazard to service_role;
alter table public.hazard enable row level security;

create policy hazard_select on public.hazard for select to authenticated
  using (district_code in (select muster.my_districts('admin', 'commander', 'planner', 'field', 'viewer')));
create policy hazard_insert on public.hazard for insert to authenticated
  with check (district_code in (select muster.my_districts('admin', 'planner')));
create policy hazard_update on public.hazard for update to authenticated
  using (district_code in (select muster.my_districts('admin', 'planner')))
  with check (district_code in (select muster.my_districts('admin', 'planner')));
