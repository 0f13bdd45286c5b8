-- settlement (居民点): where people live, and how many of them need help to leave.

create table public.settlement (
  like muster.resource including all,
  people int check (people between 0 and 100000000),
  people_need_help int check (people_need_help >= 0),
  households int check (households between 0 and 100000000),
  door text check (muster.is_text(door)),
  disputed_at timestamptz,
  disputed_by uuid,
  dispute_reason text check (muster.is_text(dispute_reason, 1000)),
  foreign key (district_code) references public.district (code),
  check (people_need_help <= people),
  constraint settlement_dispute_whole check ((disputed_at is null) = (dispute_reason is null)
    and (disputed_by is null or disputed_at is not null)),
  constraint settlement_observed_at_year_check check (muster.is_near_our_time(observed_at)),
  constraint settlement_verified_at_year_check check (muster.is_near_our_time(verified_at)),
  constraint settlement_created_at_year_check check (muster.is_near_our_time(created_at)),
  constraint settlement_updated_at_year_check check (muster.is_near_our_time(updated_at)),
  constraint settlement_archived_at_year_check check (muster.is_near_our_time(archived_at)),
  constraint settlement_disputed_at_year_check check (muster.is_near_our_time(disputed_at))
);

create trigger a_key before update on public.settlement for each row execute function muster.keep_key('id');
create trigger c_dispute before insert or update on public.settlement
  for each row execute function muster.stamp_dispute();
create trigger c_stamp before insert or update on public.settlement for each row execute function muster.stamp();
create trigger c_verify before insert or update on public.settlement
  for each row execute function muster.stamp_verification();
create trigger d_contacts_leave after delete on public.settlement
  for each row execute function muster.carry_contacts();
create trigger d_contacts_move after update on public.settlement
  for each row when (new.district_code <> old.district_code) execute function muster.carry_contacts();
create trigger e_forget after delete on public.settlement referencing old table as deleted
  for each statement execute function muster.forget_deleted();
create trigger e_remember_change after update on public.settlement referencing old table as former new table as changed
  for each statement execute function muster.remember_change();
create trigger e_remember_creation after insert on public.settlement referencing new table as created
  for each statement execute function muster.remember_creation();
create trigger f_retired after insert on public.settlement referencing new table as created
  for each statement execute function muster.refuse_retired();
create trigger w_retired after update on public.settlement for each row
  when (new.archived_at is null and (old.archived_at is not null or new.district_code <> old.district_code))
  execute function muster.refuse_retired_move();
create trigger y_note_move after update on public.settlement
  for each row when (new.district_code <> old.district_code) execute function muster.note_move();
create trigger z_tell_change after insert or update or delete on public.settlement
  for each statement execute function muster.tell_change();

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
