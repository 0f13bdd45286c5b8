-- record_change (变更留痕): who changed what, when, and from where. Append-only evidence, written by triggers alone.
-- A creation holds the whole record, an edit the fields that changed (before, after); absent fields of a creation were
-- empty. Geometry is GeoJSON. The author's name is written down, so that it outlives his account.

-- A change of many: the edits that one person made by one act are marked in the history, so that they can be found and
-- taken back together, also tomorrow and from another computer. The act that is running in this transaction, if any.
create function muster.running_bulk_edit() returns uuid
language sql stable
return nullif(current_setting('muster.bulk_id', true), '')::uuid;

create table public.record_change (
  id uuid primary key default gen_random_uuid(),
  kind text not null,
  record_id uuid not null,
  -- The record's district right after the change: who may read that district may read the change.
  district_code text collate "C" not null,
  version int not null,
  at timestamptz not null default now(),
  by_user uuid,
  by_name text,
  origin text not null check (origin in ('console', 'import', 'tool')),
  import_id uuid,
  action text not null check (action in ('create', 'update', 'archive', 'restore', 'confirm', 'dispute')),
  before jsonb,
  after jsonb not null,
  seq bigint generated always as identity,
  bulk_id uuid default muster.running_bulk_edit(),
  constraint record_change_at_year_check check (muster.is_near_our_time(at))
);
create index record_change_record on public.record_change (record_id, seq);
create index record_change_import on public.record_change (import_id, seq) where import_id is not null;
create index record_change_bulk on public.record_change (by_user, kind, seq) where bulk_id is not null;

create trigger a_keep before update on public.record_change for each row execute function muster.keep_evidence();

revoke all on public.record_change from public, anon, authenticated, service_role;
grant select on public.record_change to authenticated, service_role;
alter table public.record_change enable row level security;

-- Changes of contacts hold phone numbers: like the contacts themselves they are not for viewers.
create policy record_change_select on public.record_change for select to authenticated using (
  district_code in (select muster.my_districts('admin', 'commander', 'planner', 'field', 'viewer'))
  and (kind <> 'contact' or (select muster.my_role()) <> 'viewer')
);

-- The kinds whose changes are all kept. Of drawing data (base_feature) only what an import does is kept.
create function muster.remembered_kinds() returns text[]
language sql immutable parallel safe set search_path = ''
as $$
  select array['settlement', 'hazard', 'shelter', 'depot', 'stock_lot', 'team', 'evacuation_route', 'contact',
    'incident', 'closure', 'district_setting', 'district']
$$;

-- An expression for what a row of a kind states about the world, as JSON: neither computed nor bookkeeping. Geometry is
-- written by st_asgeojson: the cast that to_jsonb would use looks the coordinate system up for every single row.
create function muster.recorded(p_kind text, p_alias text) returns text
language sql stable set search_path = ''
as $$
  select format('(select to_jsonb(x) from (select %s) x)', string_agg(
    case when a.atttypid = 'extensions.geometry'::regtype
      then format('extensions.st_asgeojson(%1$I.%2$I, 15, 0)::jsonb as %2$I', p_alias, a.attname)
      else format('%I.%I', p_alias, a.attname) end, ', ' order by a.attnum))
  from pg_catalog.pg_attribute a
  where a.attrelid = format('public.%I', p_kind)::regclass and a.attnum > 0 and not a.attisdropped
    and a.attgenerated = '' and a.attname <> all (
      array['id', 'version', 'created_at', 'updated_at', 'updated_by', 'changed_xid']
      || case when p_kind = 'district' then array['path'] else '{}' end)
$$;

-- The import that is running in this transaction, if any.
create function muster.running_import() returns uuid
language sql stable
return nullif(current_setting('muster.import_id', true), '')::uuid;

create function muster.origin_of_change() returns text
language sql stable
return case when nullif(current_setting('muster.import_id', true), '') is not null then 'import'
  when auth.uid() is null then 'tool' else 'console' end;

-- What an edit was, by the fields it changed.
create function muster.action_of(before jsonb, after jsonb) returns text
language sql immutable parallel safe
return case
  when after -> 'archived_at' <> 'null' and before -> 'archived_at' = 'null' then 'archive'
  when after -> 'archived_at' = 'null' then 'restore'
  when after - array['verified_at', 'verified_by', 'disputed_at', 'disputed_by', 'dispute_reason'] <> '{}' then 'update'
  when after -> 'disputed_at' <> 'null' then 'dispute'
  when after -> 'verified_at' <> 'null' then 'confirm'
  else 'update' end;

-- One statement writes the history of all rows it created or changed: an import of 100,000 must not call a trigger for
-- each. The statements are built and planned anew each time, for the number of rows at hand.
create function muster.remember_creation() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  execute format($sql$
    insert into public.record_change
      (kind, record_id, district_code, version, by_user, by_name, origin, import_id, action, after)
    select $1, c.id, c.district_code, c.version, $2, $3, $4, $5, 'create', jsonb_strip_nulls(%s)
    from created c$sql$, muster.recorded(tg_table_name, 'c'))
  using tg_table_name, auth.uid(), muster.my_name(), muster.origin_of_change(), muster.running_import();
  return null;
end
$$;

create function muster.remember_change() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  -- Every edit counts a version up. A movement that travels with its lot is no edit of the lot.
  if (select sum(c.version) from changed c) = (select sum(f.version) from former f) then
    return null;
  end if;
  execute format($sql$
    insert into public.record_change
      (kind, record_id, district_code, version, by_user, by_name, origin, import_id, action, before, after)
    select $1, c.id, c.district_code, c.version, $2, $3, $4, $5, muster.action_of(d.before, d.after), d.before, d.after
    from changed c
    join former f on f.id = c.id and f.version <> c.version
    cross join lateral (select %s as becomes, %s as was) r
    cross join lateral (
      select jsonb_object_agg(k.key, r.was -> k.key) as before, jsonb_object_agg(k.key, k.value) as after
      from jsonb_each(r.becomes) k where r.was -> k.key is distinct from k.value
    ) d
    where d.after is not null$sql$, muster.recorded(tg_table_name, 'c'), muster.recorded(tg_table_name, 'f'))
  using tg_table_name, auth.uid(), muster.my_name(), muster.origin_of_change(), muster.running_import();
  return null;
end
$$;

-- Only tools delete (the demonstration, contacts with their resource): no phone number outlives its reason.
create function muster.forget_deleted() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  delete from public.record_change c using deleted d where c.record_id = d.id;
  return null;
end
$$;

-- The history of one record, newest first, as far as the caller may read it.
create function public.record_history(p_kind text, p_id uuid, p_limit int default 200) returns json
language sql stable set search_path = ''
as $$
  select coalesce(json_agg(row_to_json(c)), '[]') from (
    select h.id, h.kind, h.record_id, h.district_code, h.version, h.at, h.by_user, h.by_name, h.origin, h.import_id,
      h.action, h.before, h.after
    from public.record_change h
    where h.kind = p_kind and h.record_id = p_id
    order by h.seq desc limit least(greatest(coalesce(p_limit, 200), 1), 1000)
  ) c
$$;

revoke execute on function muster.running_bulk_edit, muster.remembered_kinds, muster.recorded, muster.running_import,
  muster.origin_of_change, muster.action_of, muster.remember_creation, muster.remember_change, muster.forget_deleted
  from public;
grant execute on function muster.running_bulk_edit, muster.remembered_kinds, muster.running_import,
  muster.origin_of_change to authenticated, service_role;
revoke execute on function public.record_history from public, anon;
grant execute on function public.record_history to authenticated, service_role;
