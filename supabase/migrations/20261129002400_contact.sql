-- contact: whom to call. The only table that stores a phone number, so that one policy keeps them from viewers.

create table public.contact (
  id uuid primary key default gen_random_uuid(),
  district_code text collate "C" not null references public.district (code),
  resource_kind text not null
    check (resource_kind in ('hazard', 'shelter', 'depot', 'team', 'evacuation_route', 'settlement')),
  resource_id uuid not null,
  name text not null check (muster.is_text(name, 100)),
  duty text check (muster.is_text(duty, 100)),
  -- Several numbers, each with an extension as people write it (转8001, 分機227, ext. 5, #12). What the importer and the form read
  -- is written with these characters alone (src/core/contacts/phones.ts).
  phone text check (phone ~ '^[+0-9(][-0-9 ()+#*,;/.、转轉分机機内內线線ext]{2,199}$'),
  last_answered_at timestamptz check (last_answered_at <= now() + interval '1 day'),
  like muster.stored including all,
  constraint contact_last_answered_at_year_check check (muster.is_near_our_time(last_answered_at)),
  constraint contact_created_at_year_check check (muster.is_near_our_time(created_at)),
  constraint contact_updated_at_year_check check (muster.is_near_our_time(updated_at)),
  constraint contact_archived_at_year_check check (muster.is_near_our_time(archived_at))
);
create index contact_resource on public.contact (resource_kind, resource_id);
create index contact_district on public.contact (district_code);
create index contact_changed on public.contact (changed_xid);

-- The resource exists, and the contact belongs to its district, whatever was sent.
create function muster.place_contact() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  new.district_code := case new.resource_kind
    when 'hazard' then (select r.district_code from public.hazard r where r.id = new.resource_id)
    when 'shelter' then (select r.district_code from public.shelter r where r.id = new.resource_id)
    when 'depot' then (select r.district_code from public.depot r where r.id = new.resource_id)
    when 'team' then (select r.district_code from public.team r where r.id = new.resource_id)
    when 'evacuation_route' then (select r.district_code from public.evacuation_route r where r.id = new.resource_id)
    when 'settlement' then (select r.district_code from public.settlement r where r.id = new.resource_id)
  end;
  if new.district_code is null then
    raise exception '% % does not exist', new.resource_kind, new.resource_id using errcode = '23503';
  end if;
  return new;
end
$$;
revoke execute on function muster.place_contact from public;

create trigger a_key before update on public.contact for each row execute function muster.keep_key('id');
create trigger b_place before insert or update on public.contact
  for each row execute function muster.place_contact();
create trigger c_stamp before insert or update on public.contact for each row execute function muster.stamp();
create trigger e_forget after delete on public.contact referencing old table as deleted
  for each statement execute function muster.forget_deleted();
create trigger e_remember_change after update on public.contact referencing old table as former new table as changed
  for each statement execute function muster.remember_change();
create trigger e_remember_creation after insert on public.contact referencing new table as created
  for each statement execute function muster.remember_creation();
create trigger y_note_move after update on public.contact
  for each row when (new.district_code <> old.district_code) execute function muster.note_move();
create trigger z_tell_change after insert or update or delete on public.contact
  for each statement execute function muster.tell_change();

revoke all on public.contact from public, anon, authenticated;
grant select, insert, update on public.contact to authenticated;
grant all on public.contact to service_role;
alter table public.contact enable row level security;

create policy contact_select on public.contact for select to authenticated
  using (district_code in (select muster.my_districts('admin', 'commander', 'planner', 'field')));
create policy contact_insert on public.contact for insert to authenticated
  with check (district_code in (select muster.my_districts('admin', 'commander', 'planner')));
create policy contact_update on public.contact for update to authenticated
  using (district_code in (select muster.my_districts('admin', 'commander', 'planner')))
  with check (district_code in (select muster.my_districts('admin', 'commander', 'planner')));
