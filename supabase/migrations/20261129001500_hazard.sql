-- hazard (风险隐患点): a point, line or area where something may happen, and how far its rectification is. A hazard that has come
-- true between two times is an active area (正在发生的影响范围); which of them closes a road is a threshold of the district.

create table public.hazard (
  like muster.resource including all,
  class text not null,
  kind text not null,
  level smallint check (level between 1 and 4),
  people_at_risk int check (people_at_risk between 0 and 100000000),
  rectification_state text check (rectification_state in ('identified', 'rectifying', 'recheck', 'closed')),
  rectification_owner text check (muster.is_text(rectification_owner)),
  rectification_deadline date check (rectification_deadline between date '1990-01-01' and date '2200-01-01'),
  disputed_at timestamptz,
  disputed_by uuid,
  dispute_reason text check (muster.is_text(dispute_reason, 1000)),
  -- No beginning = not active. No end = until somebody says that it is over.
  active_from timestamptz,
  active_until timestamptz,
  -- How deep the water is: a range, as maps of depth classes give it; the upper bound counts. Null = nobody knows.
  depth_min_m numeric check (depth_min_m between 0 and 100),
  depth_max_m numeric check (depth_max_m between 0 and 100),
  foreign key (district_code) references public.district (code),
  -- Its steps of rectification carry its district: they refer to the pair and follow it.
  constraint hazard_id_district unique (id, district_code),
  constraint hazard_kind_of_class check ((class = muster.event_class(kind)) is true),
  constraint hazard_active_until_check check (active_until > active_from),
  constraint hazard_depth_range check (depth_min_m <= depth_max_m),
  constraint hazard_dispute_whole check ((disputed_at is null) = (dispute_reason is null)
    and (disputed_by is null or disputed_at is not null)),
  constraint hazard_observed_at_year_check check (muster.is_near_our_time(observed_at)),
  constraint hazard_verified_at_year_check check (muster.is_near_our_time(verified_at)),
  constraint hazard_created_at_year_check check (muster.is_near_our_time(created_at)),
  constraint hazard_updated_at_year_check check (muster.is_near_our_time(updated_at)),
  constraint hazard_archived_at_year_check check (muster.is_near_our_time(archived_at)),
  constraint hazard_disputed_at_year_check check (muster.is_near_our_time(disputed_at)),
  constraint hazard_active_from_year_check check (muster.is_near_our_time(active_from)),
  constraint hazard_active_until_year_check check (muster.is_near_our_time(active_until))
);

-- A person moves the state by steps; a new record and an import may state it.
create function muster.keep_rectification_state() returns trigger
language plpgsql set search_path = ''
as $$
begin
  if row_security_active(tg_relid) and muster.running_import() is null then
    raise exception 'the state of a rectification is moved by steps' using errcode = '42501';
  end if;
  return new;
end
$$;

revoke execute on function muster.keep_rectification_state from public;

create trigger a_key before update on public.hazard for each row execute function muster.keep_key('id');
-- That a hazard has come true, and how deep the water is, is a command matter; the rest of the record is the planner's.
create trigger b_limit before update on public.hazard
  for each row execute function muster.limit_columns(
    'commander', 'active_from', 'active_until', 'depth_min_m', 'depth_max_m');
create trigger b_steps before update on public.hazard
  for each row when (new.rectification_state is distinct from old.rectification_state)
  execute function muster.keep_rectification_state();
create trigger c_dispute before insert or update on public.hazard
  for each row execute function muster.stamp_dispute();
create trigger c_stamp before insert or update on public.hazard for each row execute function muster.stamp();
create trigger c_verify before insert or update on public.hazard
  for each row execute function muster.stamp_verification();
create trigger d_contacts_leave after delete on public.hazard for each row execute function muster.carry_contacts();
create trigger d_contacts_move after update on public.hazard
  for each row when (new.district_code <> old.district_code) execute function muster.carry_contacts();
create trigger e_forget after delete on public.hazard referencing old table as deleted
  for each statement execute function muster.forget_deleted();
create trigger e_remember_change after update on public.hazard referencing old table as former new table as changed
  for each statement execute function muster.remember_change();
create trigger e_remember_creation after insert on public.hazard referencing new table as created
  for each statement execute function muster.remember_creation();
create trigger f_retired after insert on public.hazard referencing new table as created
  for each statement execute function muster.refuse_retired();
create trigger w_retired after update on public.hazard for each row
  when (new.archived_at is null and (old.archived_at is not null or new.district_code <> old.district_code))
  execute function muster.refuse_retired_move();
create trigger y_note_move after update on public.hazard
  for each row when (new.district_code <> old.district_code) execute function muster.note_move();
create trigger z_tell_change after insert or update or delete on public.hazard
  for each statement execute function muster.tell_change();

revoke all on public.hazard from public, anon, authenticated;
grant select, insert, update on public.hazard to authenticated;
grant all on public.hazard to service_role;
alter table public.hazard enable row level security;

create policy hazard_select on public.hazard for select to authenticated
  using (district_code in (select muster.my_districts('admin', 'commander', 'planner', 'field', 'viewer')));
create policy hazard_insert on public.hazard for insert to authenticated
  with check (district_code in (select muster.my_districts('admin', 'planner')));
create policy hazard_update on public.hazard for update to authenticated
  using (district_code in (select muster.my_districts('admin', 'commander', 'planner')))
  with check (district_code in (select muster.my_districts('admin', 'commander', 'planner')));
