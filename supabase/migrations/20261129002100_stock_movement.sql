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
  -- Who made it, also after his account ended.
  by_name text,
  -- The two movements of one transfer know of each other.
  transfer_id uuid,
  -- A list without a date counts stock at a time nobody knows. Such a count takes its place in the order of movements when it
  -- is entered, and gives the quantity no time: what follows it does not make it younger, another count does.
  undated boolean not null default false,
  foreign key (lot_id, district_code) references public.stock_lot (id, district_code) on update cascade,
  check (movement = 'count' or quantity > 0),
  check (at <= created_at + interval '5 minutes'),
  constraint stock_movement_undated_check check (not undated or movement = 'count'),
  constraint stock_movement_at_year_check check (muster.is_near_our_time(at)),
  constraint stock_movement_created_at_year_check check (muster.is_near_our_time(created_at))
);
create index stock_movement_order on public.stock_movement (lot_id, at, seq);
create index stock_movement_counts on public.stock_movement (lot_id, at, seq) where movement = 'count';
create index stock_movement_district on public.stock_movement (district_code);
create index stock_movement_transfer on public.stock_movement (transfer_id) where transfer_id is not null;

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
    new.by_name := muster.my_name();
  end if;
  return new;
end
$$;

-- Only a transfer makes transfers: whoever writes the table himself writes single movements.
create function muster.keep_transfer() returns trigger
language plpgsql set search_path = ''
as $$
begin
  if row_security_active(tg_relid) then
    new.transfer_id := null;
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

create trigger a_keep before update on public.stock_movement
  for each row execute function muster.keep_stock_movement();
create trigger b_transfer before insert on public.stock_movement
  for each row execute function muster.keep_transfer();
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

-- What a lot holds and when that was last said; the time is null when the last count has none, both when nobody ever
-- counted or moved anything. Without a SET clause the planner inlines it.
create function muster.stock_balance(p_lot_id uuid) returns table (quantity numeric, quantity_at timestamptz)
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

-- Records a movement under an id made by the console: a repeated call after a lost answer makes no second one.
-- @returns {outcome: saved | short | gone, record: the lot with its sum}; short = less is there than is taken out
create function public.move_stock(
  p_id uuid, p_lot uuid, p_movement text, p_quantity numeric, p_reason text default null, p_at timestamptz default null
) returns json
language plpgsql set search_path = ''
as $$
declare
  broken text;
  outcome text := 'saved';
begin
  if not exists (select from public.stock_lot l where l.id = p_lot) then
    return json_build_object('outcome', 'gone', 'record', null);
  end if;
  begin
    insert into public.stock_movement (id, lot_id, movement, quantity, reason, at)
      values (p_id, p_lot, p_movement, p_quantity, p_reason, coalesce(p_at, now()))
      on conflict (id) do nothing;
  exception when check_violation then
    get stacked diagnostics broken = constraint_name;
    if broken <> 'stock_movement_never_negative' then
      raise;
    end if;
    outcome := 'short';
  end;
  return json_build_object('outcome', outcome, 'record', public.record_row('stock_lot', p_lot));
end
$$;

-- Movements of some lots, newest first.
create function public.stock_movements(p_lots uuid[], p_limit int default 200) returns json
language sql stable set search_path = ''
as $$
  select coalesce(json_agg(row_to_json(m)), '[]') from (
    select t.* from public.stock_movement t where t.lot_id = any (p_lots)
    order by t.at desc, t.seq desc limit least(greatest(coalesce(p_limit, 200), 1), 5000)
  ) m
$$;

revoke execute on function muster.stamp_stock_movement, muster.keep_transfer, muster.settle_stock_movement,
  muster.keep_stock_movement, muster.stock_balance from public;
grant execute on function muster.stock_balance to authenticated, service_role;
revoke execute on function public.move_stock, public.stock_movements from public, anon;
grant execute on function public.move_stock, public.stock_movements to authenticated, service_role;
