-- settlement (居民点): where people live, and how many of them need help to leave.

create table public.settlement (
  like muster.resource including all,
  people int check (people between 0 and 100000000),
  people_need_help int check (people_need_help >= 0),
  households int check (households between 0 and 100000000),
  door text check (muster.is_text(door)),
  foreign key (district_code) references public.district (code),
  check (people_need_help <= people)
);

create trigger a_key before update on public.settlement for each row execute function muster.keep_key('id');
create trigger c_stamp before insert or update on public.settlement for each row execute function muster.stamp();
create trigger c_verify before insert or update on public.settlement
  for each row execute function muster.stamp_verification();

revoke all on public.settlement from public, anon, authenticated;
grant select, insert, update on public.settlement to authenticated;
grant all on public.settlement to service_role;
alter table public.settlement enable row level security;

create policy settlement_select on public.settlement for select to authenticated
  using (district_code in (select muster.my_districts('admin', 'commander', 'planner', 'field', 'viewer')));
create policy settlement_insert on public.settlement for insert to authenticated
  with check (district_code in (select muster.my_districts('admin', 'planner')));
create policy settlement_update on public.settlement for update to authenticated
  using (district_code in (select muster.my_districts('admin', 'planner')))
  with check (district_code in (select muster.my_districts('admin', 'planner')));
