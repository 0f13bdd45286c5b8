-- evacuation_route (疏散路线): a line, usually from a settlement to a shelter. Its responsible person is a contact.

create table public.evacuation_route (
  like muster.resource including all,
  settlement_id uuid references public.settlement (id) on delete set null,
  shelter_id uuid references public.shelter (id) on delete set null,
  width_m double precision check (width_m > 0 and width_m <= 200),
  state text not null default 'unknown' check (state in ('open', 'blocked', 'unknown')),
  disputed_at timestamptz,
  disputed_by uuid,
  dispute_reason text check (muster.is_text(dispute_reason, 1000)),
  foreign key (district_code) references public.district (code),
  constraint evacuation_route_is_line check (extensions.geometrytype(geom) in ('LINESTRING', 'MULTILINESTRING')),
  constraint evacuation_route_dispute_whole check ((disputed_at is null) = (dispute_reason is null)
    and (disputed_by is null or disputed_at is not null)),
  constraint evacuation_route_observed_at_year_check check (muster.is_near_our_time(observed_at)),
  constraint evacuation_route_verified_at_year_check check (muster.is_near_our_time(verified_at)),
  constraint evacuation_route_created_at_year_check check (muster.is_near_our_time(created_at)),
  constraint evacuation_route_updated_at_year_check check (muster.is_near_our_time(updated_at)),
  constraint evacuation_route_archived_at_year_check check (muster.is_near_our_time(archived_at)),
  constraint evacuation_route_disputed_at_year_check check (muster.is_near_our_time(disputed_at))
);
create index evacuation_route_settlement on public.evacuation_route (settlement_id);
create index evacuation_route_shelter on public.evacuation_route (shelter_id);

create trigger a_key before update on public.evacuation_route for each row execute function muster.keep_key('id');
-- Whether the way is open is a command decision; the rest of the record is the planner's.
create trigger b_limit before update on public.evacuation_route
  for each row execute function muster.limit_columns('commander', 'state', 'observed_at');
create trigger c_dispute before insert or update on public.evacuation_route
  for each row execute function muster.stamp_dispute();
create trigger c_stamp before insert or update on public.evacuation_route
  for each row execute function muster.stamp();
create trigger c_verify before insert or update on public.evacuation_route
  for each row execute function muster.stamp_verification();
create trigger d_contacts_leave after delete on public.evacuation_route
  for each row execute function muster.carry_contacts();
create trigger d_contacts_move after update on public.evacuation_route
  for each row when (new.district_code <> old.district_code) execute function muster.carry_contacts();
create trigger e_forget after delete on public.evacuation_route referencing old table as deleted
  for each statement execute function muster.forget_deleted();
create trigger e_remember_change after update on public.evacuation_route referencing old table as former new table as changed
  for each statement execute function muster.remember_change();
create trigger e_remember_creation after insert on public.evacuation_route referencing new table as created
  for each statement execute function muster.remember_creation();
create trigger f_retired after insert on public.evacuation_route referencing new table as created
  for each statement execute function muster.refuse_retired();
create trigger w_retired after update on public.evacuation_route for each row
  when (new.archived_at is null and (old.archived_at is not null or new.district_code <> old.district_code))
  execute function muster.refuse_retired_move();
create trigger y_note_move after update on public.evacuation_route
  for each row when (new.district_code <> old.district_code) execute function muster.note_move();
create trigger z_tell_change after insert or update or delete on public.evacuation_route
  for each statement execute function muster.tell_change();

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
