-- import_row: what an import is about to write, staged in pieces. Gone once it is committed or discarded: from then on
-- record_change says what was written.

create table public.import_row (
  batch_id uuid not null references public.import_batch (id) on delete cascade,
  -- Order of writing: a depot before its lots.
  seq int not null,
  -- Line of the file.
  "row" int not null,
  kind text not null check (kind in ('settlement', 'hazard', 'shelter', 'depot', 'stock_lot', 'team',
    'evacuation_route', 'contact', 'incident', 'closure', 'stock_movement', 'occupancy_movement')),
  record_id uuid not null,
  -- null creates; otherwise the version the change was worked out against.
  version int,
  change jsonb not null check (jsonb_typeof(change) = 'object'),
  primary key (batch_id, seq)
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
revoke execute on function public.import_stage(uuid, jsonb) from public, anon;
grant execute on function public.import_stage(uuid, jsonb) to authenticated, service_role;
