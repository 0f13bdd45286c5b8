-- Merging two records of the same thing: everything that refers to the dropped one refers to the kept one from then on;
-- the dropped one is archived and says where it went. Movements and steps are evidence and stay where they were made.

-- @returns {outcome: saved | conflict | gone, record: the kept one, dropped: the archived one}
create function muster.merge(p_kind text, p_keep uuid, p_drop uuid, p_keep_version int, p_drop_version int)
returns json
language plpgsql security definer set search_path = ''
as $$
declare
  there int;
  kept record;
  dropped record;
  inside bigint;
begin
  if p_kind is null or p_kind not in ('settlement', 'hazard', 'shelter', 'depot', 'team', 'evacuation_route') then
    raise exception 'records of this kind are not merged' using errcode = '22023';
  end if;
  if p_keep is null or p_keep = p_drop then
    raise exception 'a record is not merged with itself' using errcode = '22023';
  end if;
  if coalesce(muster.my_role(), '') not in ('admin', 'planner') then
    raise exception 'this role merges no records' using errcode = '42501';
  end if;
  -- Both, in the order of their keys.
  execute format('select count(*) from (select from public.%I where id in ($1, $2) and archived_at is null
    and district_code in (select muster.my_districts(''admin'', ''planner'')) order by id for update) x', p_kind)
    into there using p_keep, p_drop;
  if there < 2 then
    return json_build_object('outcome', 'gone', 'record', null, 'dropped', null);
  end if;
  execute format('select id, version, name, external_id from public.%I where id = $1', p_kind) into kept using p_keep;
  execute format('select id, version, name, external_id from public.%I where id = $1', p_kind)
    into dropped using p_drop;
  if kept.version <> p_keep_version or dropped.version <> p_drop_version then
    return json_build_object('outcome', 'conflict', 'record', public.record_row(p_kind, p_keep),
      'dropped', public.record_row(p_kind, p_drop));
  end if;

  update public.contact set resource_id = p_keep where resource_kind = p_kind and resource_id = p_drop;
  if p_kind = 'depot' then
    -- Where both hold a lot of the same number, the dropped one gives its number up.
    update public.stock_lot l set external_id = null where l.depot_id = p_drop and exists (
      select from public.stock_lot k where k.depot_id = p_keep and k.external_id = l.external_id);
    update public.stock_lot set depot_id = p_keep where depot_id = p_drop;
  elsif p_kind = 'settlement' then
    update public.evacuation_route set settlement_id = p_keep where settlement_id = p_drop;
  elsif p_kind = 'shelter' then
    update public.evacuation_route set shelter_id = p_keep where shelter_id = p_drop;
    inside := (select b.occupancy from muster.shelter_occupancy(p_drop) b);
    if inside > 0 then
      insert into public.occupancy_movement (shelter_id, movement, people, reason)
        values (p_drop, 'out', inside, '并入 / merged into ' || p_keep),
          (p_keep, 'in', inside, '并入自 / merged from ' || p_drop);
    end if;
  end if;

  execute format($sql$update public.%I set archived_at = now(),
      external_id = case when $3 then null else external_id end,
      note = right(concat_ws(E'\n', note, $2), 20000) where id = $1$sql$, p_kind)
    using p_drop, format('并入 / merged into: %s (%s)', kept.name, p_keep), kept.external_id is null;
  -- The number by which imports know it goes along where the kept one has none.
  if kept.external_id is null and dropped.external_id is not null then
    execute format('update public.%I set external_id = $2 where id = $1', p_kind) using p_keep, dropped.external_id;
  end if;
  return json_build_object('outcome', 'saved', 'record', public.record_row(p_kind, p_keep),
    'dropped', public.record_row(p_kind, p_drop));
end
$$;

create function public.merge_records(
  p_kind text, p_keep uuid, p_drop uuid, p_keep_version int default null, p_drop_version int default null
) returns json
language sql set search_path = ''
as $$ select muster.merge(p_kind, p_keep, p_drop, p_keep_version, p_drop_version) $$;

revoke execute on function muster.merge from public;
grant execute on function muster.merge to authenticated, service_role;
revoke execute on function public.merge_records from public, anon;
grant execute on function public.merge_records to authenticated, service_role;
