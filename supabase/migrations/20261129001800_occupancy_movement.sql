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
  -- Who made it, also after his account ended.
  by_name text,
  -- A list without a date counts people at a time nobody knows. Such a count takes its place in the order of movements when it
  -- is entered, and gives the occupancy no time: what follows it does not make it younger, another count does.
  undated boolean not null default false,
  foreign key (shelter_id, district_code) references public.shelter (id, district_code) on update cascade,
  check (movement = 'count' or people > 0),
  check (at <= created_at + interval '5 minutes'),
  constraint occupancy_movement_undated_check check (not undated or movement = 'count'),
  constraint occupancy_movement_at_year_check check (muster.is_near_our_time(at)),
  constraint occupancy_movement_created_at_year_check check (muster.is_near_our_time(created_at))
);
create index occupancy_movement_order on public.occupancy_movement (shelter_id, at, seq);
create index occupancy_movement_counts on public.occupancy_movement (shelter_id, at, seq) where movement = 'count';
create index occupancy_movement_district on public.occupancy_movement (district_code);

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
    new.by_name := muster.my_name();
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

-- People inside a shelter and when that was last said; the time is null when the last count has none, both when nobody
-- ever counted or moved anybody. Without a SET clause the planner inlines it.
create function muster.shelter_occupancy(p_shelter_id uuid)
returns table (occupancy bigint, occupancy_at timestamptz)
language sql stable rows 1
as $$
  select sum(case m.movement when 'out' then -m.people else m.people end),
    case when bool_or(m.undated) then null else max(m.at) end
  from public.occupancy_movement m
  where m.shelter_id = p_shelter_id and not exists (
    select from public.occupancy_movement c
    where c.shelter_id = p_shelter_id and c.movement = 'count' and (c.at, c.seq) > (m.at, m.seq)
  )
$$;

-- Records a movement under an id made by the console: a repeated call after a lost answer makes no second one.
-- @returns {outcome: saved | short | gone, record: the shelter with its sum}; short = fewer are there than leave
create function public.move_occupancy(
  p_id uuid, p_shelter uuid, p_movement text, p_people int, p_reason text default null, p_at timestamptz default null
) returns json
language plpgsql set search_path = ''
as $$
declare
  broken text;
  outcome text := 'saved';
begin
  if not exists (select from public.shelter s where s.id = p_shelter) then
    return json_build_object('outcome', 'gone', 'record', null);
  end if;
  begin
    insert into public.occupancy_movement (id, shelter_id, movement, people, reason, at)
      values (p_id, p_shelter, p_movement, p_people, p_reason, coalesce(p_at, now()))
      on conflict (id) do nothing;
  exception when check_violation then
    get stacked diagnostics broken = constraint_name;
    if broken <> 'occupancy_movement_never_negative' then
      raise;
    end if;
    outcome := 'short';
  end;
  return json_build_object('outcome', outcome, 'record', public.record_row('shelter', p_shelter));
end
$$;

-- Movements of a shelter, newest first.
create function public.occupancy_movements(p_shelter uuid, p_limit int default 200) returns json
language sql stable set search_path = ''
as $$
  select coalesce(json_agg(row_to_json(m)), '[]') from (
    select t.* from public.occupancy_movement t where t.shelter_id = p_shelter
    order by t.at desc, t.seq desc limit least(greatest(coalesce(p_limit, 200), 1), 5000)
  ) m
$$;

revoke execute on function muster.stamp_occupancy_movement, muster.settle_occupancy_movement,
  muster.keep_occupancy_movement, muster.shelter_occupancy from public;
grant execute on function muster.shelter_occupancy to authenticated, service_role;
revoke execute on function public.move_occupancy, public.occupancy_movements from public, anon;
grant execute on function public.move_occupancy, public.occupancy_movements to authenticated, service_role;
