-- incident (突发事件): what happened, where, how bad. Opened, edited and closed by commanders.

create table public.incident (
  id uuid primary key default gen_random_uuid(),
  district_code text collate "C" not null references public.district (code),
  title text not null check (muster.is_text(title)),
  class text not null,
  kind text not null,
  level smallint check (level between 1 and 4),
  occurred_at timestamptz not null check (occurred_at <= now() + interval '1 day'),
  note text check (length(note) <= 20000),
  state text not null default 'open' check (state in ('open', 'closed')),
  closed_at timestamptz,
  external_id text check (muster.is_text(external_id)),
  source text not null check (muster.is_text(source)),
  published jsonb not null default '{}' check (jsonb_typeof(published) = 'object'),
  geom extensions.geometry (Geometry, 4326) check (muster.is_on_earth(geom)),
  lng double precision generated always as (extensions.st_x(extensions.st_pointonsurface(geom))) stored,
  lat double precision generated always as (extensions.st_y(extensions.st_pointonsurface(geom))) stored,
  like muster.stored including all,
  -- How far it reaches around its place, where that is a point; a drawn line or area speaks for itself. Null = nobody has said.
  area_radius_m numeric check (area_radius_m > 0 and area_radius_m <= 50000),
  -- How deep the water is (see hazard).
  depth_min_m numeric check (depth_min_m between 0 and 100),
  depth_max_m numeric check (depth_max_m between 0 and 100),
  unique (district_code, external_id),
  constraint incident_kind_of_class check ((class = muster.event_class(kind)) is true),
  check ((state = 'closed') = (closed_at is not null)),
  check (closed_at >= occurred_at),
  constraint incident_depth_range check (depth_min_m <= depth_max_m),
  constraint incident_occurred_at_year_check check (muster.is_near_our_time(occurred_at)),
  constraint incident_closed_at_year_check check (muster.is_near_our_time(closed_at)),
  constraint incident_created_at_year_check check (muster.is_near_our_time(created_at)),
  constraint incident_updated_at_year_check check (muster.is_near_our_time(updated_at)),
  constraint incident_archived_at_year_check check (muster.is_near_our_time(archived_at))
);
create index incident_district on public.incident (district_code);
create index incident_changed on public.incident (changed_xid);
create index incident_geom on public.incident using gist (geom);
create index incident_geography on public.incident using gist ((geom::extensions.geography));

-- Closing dates itself, reopening takes the date away.
create function muster.close_incident() returns trigger
language plpgsql set search_path = ''
as $$
begin
  if new.state = 'open' then
    new.closed_at := null;
  elsif new.closed_at is null then
    new.closed_at := greatest(now(), new.occurred_at);
  end if;
  return new;
end
$$;
revoke execute on function muster.close_incident from public;

create trigger a_key before update on public.incident for each row execute function muster.keep_key('id');
create trigger b_close before insert or update on public.incident
  for each row execute function muster.close_incident();
create trigger c_stamp before insert or update on public.incident for each row execute function muster.stamp();
create trigger e_forget after delete on public.incident referencing old table as deleted
  for each statement execute function muster.forget_deleted();
create trigger e_remember_change after update on public.incident referencing old table as former new table as changed
  for each statement execute function muster.remember_change();
create trigger e_remember_creation after insert on public.incident referencing new table as created
  for each statement execute function muster.remember_creation();
create trigger f_retired after insert on public.incident referencing new table as created
  for each statement execute function muster.refuse_retired();
create trigger w_retired after update on public.incident for each row
  when (new.archived_at is null and (old.archived_at is not null or new.district_code <> old.district_code))
  execute function muster.refuse_retired_move();
create trigger y_note_move after update on public.incident
  for each row when (new.district_code <> old.district_code) execute function muster.note_move();
create trigger z_tell_change after insert or update or delete on public.incident
  for each statement execute function muster.tell_change();

revoke all on public.incident from public, anon, authenticated;
grant select, insert, update on public.incident to authenticated;
grant all on public.incident to service_role;
alter table public.incident enable row level security;

create policy incident_select on public.incident for select to authenticated
  using (district_code in (select muster.my_districts('admin', 'commander', 'planner', 'field', 'viewer')));
create policy incident_insert on public.incident for insert to authenticated
  with check (district_code in (select muster.my_districts('admin', 'commander')));
create policy incident_update on public.incident for update to authenticated
  using (district_code in (select muster.my_districts('admin', 'commander')))
  with check (district_code in (select muster.my_districts('admin', 'commander')));
