-- A list without a date counts stock at a time nobody knows. Such a count takes its place in the order of movements
-- when it is entered, and gives the quantity no time: what follows it does not make it younger, another count does.

alter table public.stock_movement add column undated boolean not null default false;
alter table public.stock_movement add constraint stock_movement_undated_check check (not undated or movement = 'count');

-- Counts that imports entered from undated lists: they took the time of the import.
alter table public.stock_movement disable trigger user;
update public.stock_movement m set undated = true
from public.stock_lot l
where l.id = m.lot_id and m.movement = 'count' and m.created_by is null and m.at = m.created_at
  and l.observed_at is null and m.reason = l.source;
alter table public.stock_movement enable trigger user;
update public.stock_lot l set changed_xid = '0'
where exists (select from public.stock_movement m where m.lot_id = l.id and m.undated);

-- What a lot holds and when that was last said; the time is null when the last count has none, both when nobody ever
-- counted or moved anything. Without a SET clause the planner inlines it.
create or replace function muster.stock_balance(p_lot_id uuid) returns table (quantity numeric, quantity_at timestamptz)
language sql stable rows 1
as $$
  select sum(case m.movement when 'out' then -m.quantity else m.quantity end),
    case when bool_or(m.undated) then null else max(m.at) end
  from public.stock_movement m
  where m.lot_id = p_lot_id and not exists (
    select from public.stock_movement c
    where c.lot_id = p_lot_id and c.movement = 'count' and (c.at, c.seq) > (m.at, m.seq)
  )
$$;
