-- stock_movement: what comes into a lot, leaves it, and is counted in it.
-- Append-only evidence: nobody updates or deletes a row. The sum is the last count plus what came in and minus what
-- went out after it; it never falls below zero, however many consoles write at once.

create table public.stock_movement (
  id uuid primary key default gen_random_uuid(),
  lot_id uuid not null,
  district_code text collate "C" not null,
  movement text not null check (movement in ('in', 'out', 'count')),
  quantity numeric not null check (quantity >= 0 and quantity < 1e12),
  at timestamptz not null default now(),
  reason text check (muster.is_text(reason, 1000)),
  created_by uuid,
  created_at timestamptz not null default now(),
  -- Order of arrival, for movements of one instant.
  seq bigint generated always as identity,
  foreign key (lot_id, district_code) references public.stock_lot (id, district_code) on update cascade,
  check (movement = 'count' or quantity > 0),
  check (at <= created_at + interval '5 minutes')
);
create index stock_movement_order on public.stock_movement (lot_id, at, seq);
create index stock_movement_counts on public.stock_movement (lot_id, at, seq) where movement = 'count';
create index stock_movement_district on public.stock_movement (district_code);

-- What a lot holds and when that was last said; null and null when nobody ever counted or moved
-- anything. Without a SET clause the planner inlines it.
create function muster.stock_balance(p_lot_id uuid) returns table (quantity numeric, quantity_at timestamptz)
language sql stable rows 1
as $$
  select sum(case m.movement when 'out' then -m.quantity else m.quantity end), max(m.at)
  from public.stock_movement m
  where m.lot_id = p_lot_id and not exists (
    select from public.stock_movement c
    where c.lot_id = p_lot_id and c.movement = 'count' and (c.at, c.seq) > (m.at, m.seq)
  )
$$;
revoke execute on function muster.stock_balance(uuid) from public;
grant execute on function muster.stock_balance(uuid) to authenticated, service_role;

-- The district is the stock_lot's, the author is the caller, whatever was sent.
create function muster.stamp_stock_movement() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  new.district_code := (select p.district_code from public.stock_lot p where p.id = new.lot_id);
  if new.district_code is null then
    raise exception 'stock_lot % does not exist', new.lot_id using errcode = '23503';
  end if;
  if auth.uid() is not null then
    new.created_by := auth.uid();
    new.created_at := now();
  end if;
  return new;
end
$$;

-- Runs after the policies allowed the row. Touching the stock_lot first makes writers take turns (the lock is weaker
-- than a key lock, so it cannot deadlock with the foreign key) and makes the new sum travel to every console.
create function muster.settle_stock_movement() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  update public.stock_lot set changed_xid = '0' where id = new.lot_id;
  if (select b.quantity from muster.stock_balance(new.lot_id) b) < 0 then
    raise exception 'stock_lot % holds less than is taken out', new.lot_id
      using errcode = '23514', constraint = 'stock_movement_never_negative';
  end if;
  return null;
end
$$;

-- A movement is history. Only the district may follow its stock_lot's.
create function muster.keep_stock_movement() returns trigger
language plpgsql set search_path = ''
as $$
begin
  if to_jsonb(new) - 'district_code' is distinct from to_jsonb(old) - 'district_code' then
    raise exception 'movements are never changed: record another one' using errcode = '42501';
  end if;
  return new;
end
$$;
revoke execute on function muster.stamp_stock_movement(), muster.settle_stock_movement(),
  muster.keep_stock_movement() from public;

create trigger a_keep before update on public.stock_movement
  for each row execute function muster.keep_stock_movement();
create trigger c_stamp before insert on public.stock_movement
  for each row execute function muster.stamp_stock_movement();
create trigger d_settle after insert on public.stock_movement
  for each row execute function muster.settle_stock_movement();

revoke all on public.stock_movement from public, anon, authenticated;
grant select, insert on public.stock_movement to authenticated;
grant all on public.stock_movement to service_role;
alter table public.stock_movement enable row level security;

create policy stock_movement_select on public.stock_movement for select to authenticated
  using (district_code in (select muster.my_districts('admin', 'commander', 'planner', 'field', 'viewer')));
create policy stock_movement_insert on public.stock_movement for insert to authenticated
  with check (district_code in (select muster.my_districts('admin', 'commander', 'planner', 'field')));
