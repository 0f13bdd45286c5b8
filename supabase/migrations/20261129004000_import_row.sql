-- import_row: what an import is about to write, staged in pieces. Gone once it is committed or discarded: from then on
-- record_change says what was written.

create table public.import_row (
  batch_id uuid not null references public.import_batch (id) on delete cascade,
  -- Order of writing: a depot before its lots.
  seq int not null,
  -- Line of the file.
  "row" int not null,
  kind text not null check (kind in ('settlement', 'hazard', 'shelter', 'depot', 'stock_lot', 'team',
    'evacuation_route', 'contact', 'incident', 'closure', 'stock_movement', 'occupancy_movement', 'base_feature',
    'district')),
  record_id uuid not null,
  -- null creates; otherwise the version the change was worked out against.
  version int,
  change jsonb not null check (jsonb_typeof(change) = 'object'),
  primary key (batch_id, seq),
  -- What waits to be written is bounded while it is still text.
  constraint too_many_corners check (muster.is_bounded_text(change ->> 'geom'))
);

revoke all on public.import_row from public, anon, authenticated;
grant select, insert, update on public.import_row to authenticated;
grant all on public.import_row to service_role;
alter table public.import_row enable row level security;

-- Staged rows may hold phone numbers: they are for those who import, who may read contacts.
create policy import_row_select on public.import_row for select to authenticated using (
  batch_id in (select b.id from public.import_batch b
    where b.district_code in (select muster.my_districts('admin', 'planner')))
);
create policy import_row_insert on public.import_row for insert to authenticated with check (
  batch_id in (select b.id from public.import_batch b
    where b.state = 'staged' and b.district_code in (select muster.my_districts('admin', 'planner')))
);
create policy import_row_update on public.import_row for update to authenticated
  using (
    batch_id in (select b.id from public.import_batch b
      where b.state = 'staged' and b.district_code in (select muster.my_districts('admin', 'planner')))
  )
  with check (
    batch_id in (select b.id from public.import_batch b
      where b.state = 'staged' and b.district_code in (select muster.my_districts('admin', 'planner')))
  );

-- [{seq, row, kind, id, version, change}, …], at most 2,000; a number staged before is replaced.
create function public.import_stage(p_batch uuid, p_rows jsonb) returns int
language plpgsql set search_path = ''
as $$
declare
  staged int;
begin
  if jsonb_typeof(p_rows) is distinct from 'array' or jsonb_array_length(p_rows) > 2000 then
    raise exception 'rows come as a list of at most 2,000' using errcode = '22023';
  end if;
  insert into public.import_row (batch_id, seq, "row", kind, record_id, version, change)
  select p_batch, x.seq, x."row", x.kind, x.id, x.version, x.change
  from jsonb_to_recordset(p_rows) as x(seq int, "row" int, kind text, id uuid, version int, change jsonb)
  on conflict (batch_id, seq) do update set "row" = excluded."row", kind = excluded.kind,
    record_id = excluded.record_id, version = excluded.version, change = excluded.change;
  get diagnostics staged = row_count;
  return staged;
end
$$;

-- Imports, newest first; of what waits to be written, how much: staged rows by kind, {"shelter": {"created": 3, "changed": 1}}.
create function public.import_batches(p_limit int default 100) returns json
language sql stable set search_path = ''
as $$
  select coalesce(json_agg(to_jsonb(b) - array['result', 'undone_by', 'progress'] || jsonb_build_object(
    'done', b.progress -> 'done', 'total', b.progress -> 'total',
    'staged', case when b.state = 'staged' then (
      select coalesce(jsonb_object_agg(k.kind, jsonb_build_object('created', k.created, 'changed', k.changed)), '{}')
      from (select r.kind, count(*) filter (where r.version is null) as created, count(r.version) as changed
        from public.import_row r where r.batch_id = b.id group by r.kind) k) end)), '[]')
  from (
    select t.* from public.import_batch t order by t.created_at desc, t.id
    limit least(greatest(coalesce(p_limit, 100), 1), 1000)
  ) b
$$;

revoke execute on function public.import_stage, public.import_batches from public, anon;
grant execute on function public.import_stage, public.import_batches to authenticated, service_role;
