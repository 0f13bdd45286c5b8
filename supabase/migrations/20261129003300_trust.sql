-- Trust in a fact: somebody says it is still true, or disputes it with a reason. Both are one call and open to
-- everybody who works with the record, whatever else of it he may edit.

-- Sets what is trusted about a record. @returns {outcome: saved | conflict | gone, record}
create function muster.set_trust(p_kind text, p_id uuid, p_version int, p_reason text) returns json
language plpgsql security definer set search_path = ''
as $$
declare
  there int;
begin
  if p_kind is null or p_kind not in
    ('settlement', 'hazard', 'shelter', 'depot', 'stock_lot', 'team', 'evacuation_route') then
    raise exception 'no such kind of record' using errcode = '22023';
  end if;
  if coalesce(muster.my_role(), 'viewer') = 'viewer' then
    raise exception 'this role may not say whether a record is true' using errcode = '42501';
  end if;
  execute format('select version from public.%I where id = $1 and archived_at is null
    and district_code in (select muster.my_districts(''admin'', ''commander'', ''planner'', ''field'')) for update',
    p_kind) into there using p_id;
  if there is null then
    return json_build_object('outcome', 'gone', 'record', null);
  end if;
  if there <> p_version then
    return json_build_object('outcome', 'conflict', 'record', public.record_row(p_kind, p_id));
  end if;
  if p_reason is null then
    execute format('update public.%I set verified_at = now(), dispute_reason = null where id = $1', p_kind) using p_id;
  else
    execute format('update public.%I set dispute_reason = $2 where id = $1', p_kind) using p_id, p_reason;
  end if;
  return json_build_object('outcome', 'saved', 'record', public.record_row(p_kind, p_id));
end
$$;

-- "Still true": verified now, by the caller; a dispute is settled. With p_version only if nobody changed it since.
create function public.confirm_record(p_kind text, p_id uuid, p_version int default null) returns json
language sql set search_path = ''
as $$ select muster.set_trust(p_kind, p_id, p_version, null) $$;

-- "Not true, because …": stays disputed until somebody confirms the record or withdraws the dispute.
create function public.dispute_record(p_kind text, p_id uuid, p_reason text, p_version int default null) returns json
language plpgsql set search_path = ''
as $$
begin
  if muster.is_text(p_reason, 1000) is not true then
    raise exception 'a dispute has a reason' using errcode = '23514';
  end if;
  return muster.set_trust(p_kind, p_id, p_version, p_reason);
end
$$;

revoke execute on function muster.set_trust from public;
grant execute on function muster.set_trust to authenticated, service_role;
revoke execute on function public.confirm_record, public.dispute_record from public, anon;
grant execute on function public.confirm_record, public.dispute_record to authenticated, service_role;
