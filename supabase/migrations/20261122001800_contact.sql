-- contact: whom to call. The only table that stores a phone number, so that one policy keeps them from viewers.

create table public.contact (
  id uuid primary key default gen_random_uuid(),
  district_code text collate "C" not null references public.district (code),
  resource_kind text not null
    check (resource_kind in ('hazard', 'shelter', 'depot', 'team', 'evacuation_route', 'settlement')),
  resource_id uuid not null,
  name text not null check (muster.is_text(name, 100)),
  duty text check (muster.is_text(duty, 100)),
  phone text check (phone ~ '^[+0-9][-0-9 ()#*,;ext.]{2,39}$'),
  last_answered_at timestamptz check (last_answered_at <= now() + interval '1 day'),
  like muster.stored including all
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

-- Contacts follow their resource into another district, and leave with it: no phone number outlives its reason.
create function muster.carry_contacts() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  if tg_op = 'DELETE' then
    delete from public.contact where resource_kind = tg_table_name and resource_id = old.id;
  else
    update public.contact set district_code = new.district_code
    where resource_kind = tg_table_name and resource_id = new.id;
  end if;
  return null;
end
$$;
revoke execute on function muster.place_contact(), muster.carry_contacts() from public;

do $$
declare
  kind text;
begin
  foreach kind in array array['hazard', 'shelter', 'depot', 'team', 'evacuation_route', 'settlement'] loop
    execute format('create trigger d_contacts_move after update on public.%I for each row
      when (new.district_code <> old.district_code) execute function muster.carry_contacts()', kind);
    execute format('create trigger d_contacts_leave after delete on public.%I for each row
      execute function muster.carry_contacts()', kind);
  end loop;
end
$$;

create trigger a_key before update on public.contact for each row execute function muster.keep_key('id');
create trigger b_place before insert or update on public.contact
  for each row execute function muster.place_contact();
create trigger c_stamp before insert or update on public.contact for each row execute function muster.stamp();

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
