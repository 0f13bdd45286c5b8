-- Transfer (调拨): stock leaves one depot and arrives in another in one transaction, as two movements that know of each
-- other. The lot over there is the one of the same item, unit, spec, batch and expiry; where there is none it is made.

-- @param p_id made by the console: a repeated call after a lost answer transfers nothing a second time
-- @returns {outcome: saved | short | gone, from: lot, to: lot | null}
create function muster.move_between_depots(
  p_id uuid, p_lot uuid, p_to_depot uuid, p_quantity numeric, p_reason text
) returns json
language plpgsql security definer set search_path = ''
as $$
declare
  source public.stock_lot;
  target uuid;
  broken text;
begin
  if p_id is null or p_quantity is null then
    raise exception 'a transfer has a number and a quantity' using errcode = '22023';
  end if;
  if coalesce(muster.my_role(), 'viewer') = 'viewer' then
    raise exception 'this role moves no stock' using errcode = '42501';
  end if;
  -- The depot first, then both lots in the order of their keys: two transfers in opposite directions take turns.
  perform from public.depot d where d.id = p_to_depot and d.archived_at is null
    and d.district_code in (select muster.my_districts('admin', 'commander', 'planner', 'field')) for no key update;
  if not found then
    return json_build_object('outcome', 'gone', 'from', null, 'to', null);
  end if;
  select * into source from public.stock_lot l where l.id = p_lot and l.archived_at is null
    and l.district_code in (select muster.my_districts('admin', 'commander', 'planner', 'field'));
  if source.id is null then
    return json_build_object('outcome', 'gone', 'from', null, 'to', null);
  end if;
  if source.depot_id = p_to_depot then
    raise exception 'a transfer goes to another depot' using errcode = '22023';
  end if;
  select l.id into target from public.stock_lot l
  where l.depot_id = p_to_depot and l.archived_at is null and l.item = source.item and l.unit = source.unit
    and l.spec is not distinct from source.spec and l.batch is not distinct from source.batch
    and l.expires_on is not distinct from source.expires_on
  order by l.created_at, l.id limit 1;
  if exists (select from public.stock_movement m where m.transfer_id = p_id) then
    return json_build_object('outcome', 'saved', 'from', public.record_row('stock_lot', p_lot),
      'to', public.record_row('stock_lot', target));
  end if;
  begin
    if target is null then
      insert into public.stock_lot (depot_id, item, unit, spec, batch, expires_on, source, observed_at)
      values (p_to_depot, source.item, source.unit, source.spec, source.batch, source.expires_on, source.source,
        source.observed_at)
      returning id into target;
    end if;
    perform from public.stock_lot l where l.id in (p_lot, target) order by l.id for no key update;
    insert into public.stock_movement (lot_id, movement, quantity, reason, transfer_id)
      values (p_lot, 'out', p_quantity, p_reason, p_id), (target, 'in', p_quantity, p_reason, p_id);
  exception when check_violation then
    get stacked diagnostics broken = constraint_name;
    if broken <> 'stock_movement_never_negative' then
      raise;
    end if;
    return json_build_object('outcome', 'short', 'from', public.record_row('stock_lot', p_lot), 'to', null);
  end;
  return json_build_object('outcome', 'saved', 'from', public.record_row('stock_lot', p_lot),
    'to', public.record_row('stock_lot', target));
end
$$;

create function public.transfer_stock(
  p_id uuid, p_lot uuid, p_to_depot uuid, p_quantity numeric, p_reason text default null
) returns json
language sql set search_path = ''
as $$ select muster.move_between_depots(p_id, p_lot, p_to_depot, p_quantity, p_reason) $$;

revoke execute on function muster.move_between_depots from public;
grant execute on function muster.move_between_depots to authenticated, service_role;
revoke execute on function public.transfer_stock from public, anon;
grant execute on function public.transfer_stock to authenticated, service_role;
