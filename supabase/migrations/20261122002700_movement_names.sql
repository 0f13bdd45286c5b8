-- Movements say who made them by name, also after his account ended; recorded by one call and read as lists.

alter table public.occupancy_movement add column by_name text;
alter table public.stock_movement add column by_name text;

create or replace function muster.stamp_occupancy_movement() returns trigger
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

create or replace function muster.stamp_stock_movement() returns trigger
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

-- The same for people in a shelter.
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

-- Movements of some lots, newest first.
create function public.stock_movements(p_lots uuid[], p_limit int default 200) returns json
language sql stable set search_path = ''
as $$
  select coalesce(json_agg(row_to_json(m)), '[]') from (
    select t.* from public.stock_movement t where t.lot_id = any (p_lots)
    order by t.at desc, t.seq desc limit least(greatest(coalesce(p_limit, 200), 1), 5000)
  ) m
$$;

create function public.occupancy_movements(p_shelter uuid, p_limit int default 200) returns json
language sql stable set search_path = ''
as $$
  select coalesce(json_agg(row_to_json(m)), '[]') from (
    select t.* from public.occupancy_movement t where t.shelter_id = p_shelter
    order by t.at desc, t.seq desc limit least(greatest(coalesce(p_limit, 200), 1), 5000)
  ) m
$$;

revoke execute on function public.move_stock(uuid, uuid, text, numeric, text, timestamptz),
  public.move_occupancy(uuid, uuid, text, int, text, timestamptz), public.stock_movements(uuid[], int),
  public.occupancy_movements(uuid, int) from public, anon;
grant execute on function public.move_stock(uuid, uuid, text, numeric, text, timestamptz),
  public.move_occupancy(uuid, uuid, text, int, text, timestamptz), public.stock_movements(uuid[], int),
  public.occupancy_movements(uuid, int) to authenticated, service_role;
