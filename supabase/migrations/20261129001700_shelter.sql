-- shelter (应急避难场所). How many people are inside is the sum of its movements (next file), never a cell.
-- Indoor and outdoor capacity are not compared with the total: published lists contradict themselves, and the register
-- must be able to hold what they say.

create table public.shelter (
  like muster.resource including all,
  kind text not null check (muster.is_text(kind, 100)),
  state text not null default 'unknown' check (state in ('open', 'standby', 'closed', 'unknown')),
  capacity int check (capacity between 0 and 10000000),
  capacity_indoor int check (capacity_indoor between 0 and 10000000),
  capacity_outdoor int check (capacity_outdoor between 0 and 10000000),
  capacity_text text check (muster.is_text(capacity_text, 1000)),
  effective_area_m2 double precision check (effective_area_m2 >= 0 and effective_area_m2 < 1e9),
  facilities text[] not null default '{}' check (muster.are_texts(facilities)),
  suitability jsonb not null default '{}' check (muster.is_suitability(suitability)),
  service_area text check (muster.is_text(service_area, 2000)),
  disputed_at timestamptz,
  disputed_by uuid,
  dispute_reason text check (muster.is_text(dispute_reason, 1000)),
  foreign key (district_code) references public.district (code),
  -- Its movements carry its district: they refer to the pair and follow it.
  unique (id, district_code),
  constraint shelter_dispute_whole check ((disputed_at is null) = (dispute_reason is null)
    and (disputed_by is null or disputed_at is not null)),
  constraint shelter_observed_at_year_check check (muster.is_near_our_time(observed_at)),
  constraint shelter_verified_at_year_check check (muster.is_near_our_time(verified_at)),
  constraint shelter_created_at_year_check check (muster.is_near_our_time(created_at)),
  constraint shelter_updated_at_year_check check (muster.is_near_our_time(updated_at)),
  constraint shelter_archived_at_year_check check (muster.is_near_our_time(archived_at)),
  constraint shelter_disputed_at_year_check check (muster.is_near_our_time(disputed_at))
);

create trigger a_key before update on public.shelter for each row execute function muster.keep_key('id');
-- Opening and closing a shelter is a command decision; the rest of the record is the planner's.
create trigger b_limit before update on public.shelter
  for each row execute function muster.limit_columns('commander', 'state', 'observed_at');
create trigger c_dispute before insert or update on public.shelter
  for each row execute function muster.stamp_dispute();
create trigger c_stamp before insert or update on public.shelter for each row execute function muster.stamp();
create trigger c_verify before insert or update on public.shelter
  for each row execute function muster.stamp_verification();
create trigger d_contacts_leave after delete on public.shelter for each row execute function muster.carry_contacts();
create trigger d_contacts_move after update on public.shelter
  for each row when (new.district_code <> old.district_code) execute function muster.carry_contacts();
create trigger e_forget after delete on public.shelter referencing old table as deleted
  for each statement execute function muster.forget_deleted();
create trigger e_remember_change after update on public.shelter referencing old table as former new table as changed
  for each statement execute function muster.remember_change();
create trigger e_remember_creation after insert on public.shelter referencing new table as created
  for each statement execute function muster.remember_creation();
create trigger f_retired after insert on public.shelter referencing new table as created
  for each statement execute function muster.refuse_retired();
create trigger w_retired after update on public.shelter for each row
  when (new.archived_at is null and (old.archived_at is not null or new.district_code <> old.district_code))
  execute function muster.refuse_retired_move();
create trigger y_note_move after update on public.shelter
  for each row when (new.district_code <> old.district_code) execute function muster.note_move();
create trigger z_tell_change after insert or update or delete on public.shelter
  for each statement execute function muster.tell_change();

revoke all on public.shelter from public, anon, authenticated;
grant select, insert, update on public.shelter to authenticated;
grant all on public.shelter to service_role;
alter table public.shelter enable row level security;

create policy shelter_select on public.shelter for select to authenticated
  using (district_code in (select muster.my_districts('admin', 'commander', 'planner', 'field', 'viewer')));
create policy shelter_insert on public.shelter for insert to authenticated
  with check (district_code in (select muster.my_districts('admin', 'planner')));
create policy shelter_update on public.shelter for update to authenticated
  using (district_code in (select muster.my_districts('admin', 'commander', 'planner')))
  with check (district_code in (select muster.my_districts('admin', 'commander', 'planner')));
