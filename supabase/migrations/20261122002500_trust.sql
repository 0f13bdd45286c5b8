-- Trust in a fact: somebody says it is still true, or disputes it with a reason. Both are one call and open to
-- everybody who works with the record, whatever else of it he may edit.

do $$
declare
  kind text;
begin
  foreach kind in array array['settlement', 'hazard', 'shelter', 'depot', 'stock_lot', 'team', 'evacuation_route'] loop
    execute format('alter table public.%I
      add column disputed_at timestamptz,
      add column disputed_by uuid,
      add column dispute_reason text check (muster.is_text(dispute_reason, 1000)),
      add constraint %I check ((disputed_at is null) = (dispute_reason is null)
        and (disputed_by is null or disputed_at is not null))', kind, kind || '_dispute_whole');
  end loop;
end
$$;

-- Whoever disputes is written down as who disputes, now; to edit a disputed record is not to dispute it again.
create function muster.stamp_dispute() returns trigger
language plpgsql set search_path = ''
as $$
declare
  person uuid := auth.uid();
begin
  if new.dispute_reason is null then
    new.disputed_at := null;
    new.disputed_by := null;
  elsif person is null then
    new.disputed_at := coalesce(new.disputed_at, now());
  elsif tg_op = 'UPDATE' and new.dispute_reason is not distinct from old.dispute_reason then
    new.disputed_at := old.disputed_at;
    new.disputed_by := old.disputed_by;
  else
    new.disputed_at := now();
    new.disputed_by := person;
  end if;
  return new;
end
$$;

do $$
declare
  kind text;
begin
  foreach kind in array array['settlement', 'hazard', 'shelter', 'depot', 'stock_lot', 'team', 'evacuation_route'] loop
    execute format('create trigger c_dispute before insert or update on public.%I
      for each row execute function muster.stamp_dispute()', kind);
  end loop;
end
$$;

-- The limits of a role bind whoever writes a table himself. What a function of ours writes on his behalf it has
-- decided itself (row level security does not bind it either).
create or replace function muster.limit_columns() returns trigger
language plpgsql set search_path = ''
as $$
declare
  free constant text[] := tg_argv[1:] || array['version', 'created_at', 'updated_at', 'updated_by'];
begin
  if row_security_active(tg_relid) and muster.my_role() = any (string_to_array(tg_argv[0], ',')) then
    if muster.facts(to_jsonb(new)) - free <> muster.facts(to_jsonb(old)) - free then
      raise exception 'this role may change only % of a %', array_to_string(tg_argv[1:], ', '), tg_table_name
        using errcode = '42501';
    end if;
  end if;
  return new;
end
$$;

-- One record as a console wants it (see records_page), archived or not; null when the caller does not see it.
create function public.record_row(p_kind text, p_id uuid) returns json
language plpgsql stable set search_path = ''
as $$
declare
  answer json;
begin
  if p_kind is null or p_kind <> all (muster.record_kinds()) or p_kind = 'district' then
    raise exception 'no such kind of record' using errcode = '22023';
  end if;
  execute format('select row_to_json(r) from (select %s from public.%I t%s where t.id = $1) r',
    muster.record_columns(p_kind), p_kind,
    case p_kind
      when 'shelter' then ' left join lateral muster.shelter_occupancy(t.id) b on true'
      when 'stock_lot' then ' left join lateral muster.stock_balance(t.id) b on true'
      else '' end) into answer using p_id;
  return answer;
end
$$;

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

revoke execute on function muster.stamp_dispute(), muster.set_trust(text, uuid, int, text) from public;
grant execute on function muster.set_trust(text, uuid, int, text) to authenticated, service_role;
revoke execute on function public.record_row(text, uuid), public.confirm_record(text, uuid, int),
  public.dispute_record(text, uuid, text, int) from public, anon;
grant execute on function public.record_row(text, uuid), public.confirm_record(text, uuid, int),
  public.dispute_record(text, uuid, text, int) to authenticated, service_role;
