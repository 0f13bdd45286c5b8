-- occupancy_movement: people entering, leaving and being counted in a shelter.
-- Append-only evidence: nobody updates or deletes a row. The sum is the last count plus what came in and minus what
-- went out after it; it never falls below zero, however many consoles write at once.

create table public.occupancy_movement (
  id uuid primary key default gen_random_uuid(),
  shelter_id uuid not null,
  district_code text collate "C" not null,
  movement text not null check (movement in ('in', 'out', 'count')),
  people int not null check (people >= 0 and people < 10000000),
  at timestamptz not null default now(),
  reason text check (muster.is_text(reason, 1000)),
  created_by uuid,
  created_at timestamptz not null default now(),
  -- Order of arrival, for movements of one instant.
  seq bigint generated always as identity,
  foreign key (shelter_id, district_code) references public.shelter (id, district_code) on update cascade,
  check (movement = 'count' or people > 0),
  check (at <= created_at + interval '5 minutes')
);
create index occupancy_movement_order on public.occupancy_movement (shelter_id, at, seq);
create index occupancy_movement_counts on public.occupancy_movement (shelter_id, at, seq) where movement = 'count';
create index occupancy_movement_district on public.occupancy_movement (district_code);

-- People inside a shelter and when that was last said; null and null when nobody ever counted or moved
-- anything. Without a SET clause the planner inlines it.
create function muster.shelter_occupancy(p_shelter_id uuid) returns table (occupancy bigint, occupancy_at timestamptz)
language sql stable rows 1
as $$
  select sum(case m.movement when 'out' then -m.people else m.people end), max(m.at)
  from public.occupancy_movement m
  where m.shelter_id = p_shelter_id and not exists (
    select from public.occupancy_movement c
    where c.shelter_id = p_shelter_id and c.movement = 'count' and (c.at, c.seq) > (m.at, m.seq)
  )
$$;
revoke execute on function muster.shelter_occupancy(uuid) from public;
grant execute on function muster.shelter_occupancy(uuid) to authenticated, service_role;

-- The district is the shelter's, the author is the caller, whatever was sent.
create function muster.stamp_occupancy_movement() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  new.district_code := (select p.district_code from public.shelter p where p.id = new.shelter_id);
  if new.district_code is null then
    raise exception 'shelter % does not exist', new.shelter_id using errcode = '23503';
  end if;
  if auth.uid() is not null then
    new.created_by := auth.uid();
    new.created_at := now();
  end if;
  return new;
end
$$;

-- Runs after the policies allowed the row. Touching the shelter first makes writers take turns (the lock is weaker
-- than a key lock, so it cannot deadlock with the foreign key) and makes the new sum travel to every console.
create function muster.settle_occupancy_movement() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  update public.shelter set changed_xid = '0' where id = new.shelter_id;
  if (select b.occupancy from muster.shelter_occupancy(new.shelter_id) b) < 0 then
    raise exception 'shelter % holds less than is taken out', new.shelter_id
      using errcode = '23514', constraint = 'occupancy_movement_never_negative';
  end if;
  return null;
end
$$;

-- A movement is history. Only the district may follow its shelter's.
create function muster.keep_occupancy_movement() returns trigger
language plpgsql set search_path = ''
as $$
begin
  if to_jsonb(new) - 'district_code' is distinct from to_jsonb(old) - 'district_code' then
    raise exception 'movements are never changed: record another one' using errcode = '42501';
  end if;
  return new;
end
$$;
revoke execute on function muster.stamp_occupancy_movement(), muster.settle_occupancy_movement(),
  muster.keep_occupancy_movement() from public;

create trigger a_keep before update on public.occupancy_movement
  for each row execute function muster.keep_occupancy_movement();
create trigger c_stamp before insert on public.occupancy_movement
  for each row execute function muster.stamp_occupancy_movement();
create trigger d_settle after insert on public.occupancy_movement
  for each row execute function muster.settle_occupancy_movement();

revoke all on public.occupancy_movement from public, anon, authenticated;
grant select, insert on public.occupancy_movement to authenticated;
grant all on public.occupancy_movement to service_role;
alter table public.occupancy_movement enable row level security;

create policy occupancy_movement_select on public.occupancy_movement for select to authenticated
  using (district_code in (select muster.my_districts('admin', 'commander', 'planner', 'field', 'viewer')));
create policy occupancy_movement_insert on public.occupancy_movement for insert to authenticated
  with check (district_code in (select muster.my_districts('admin', 'commander', 'planner', 'field')));
