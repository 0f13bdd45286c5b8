-- A list without a date counts people at a time nobody knows. As with stock, such a count takes its place in the order
-- of movements when it is entered, and gives the occupancy no time: what follows it does not make it younger, another
-- count does.

alter table public.occupancy_movement add column undated boolean not null default false;
alter table public.occupancy_movement add constraint occupancy_movement_undated_check
  check (not undated or movement = 'count');

-- People inside a shelter and when that was last said; the time is null when the last count has none, both when nobody
-- ever counted or moved anybody. Without a SET clause the planner inlines it.
create or replace function muster.shelter_occupancy(p_shelter_id uuid)
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
