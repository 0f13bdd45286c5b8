-- Districts through the import screen: for admins; staged, written and undone like any other kind.

alter table public.import_row drop constraint import_row_kind_check,
  add constraint import_row_kind_check check (kind in ('settlement', 'hazard', 'shelter', 'depot', 'stock_lot', 'team',
    'evacuation_route', 'contact', 'incident', 'closure', 'stock_movement', 'occupancy_movement', 'base_feature',
    'district'));

drop policy import_batch_insert on public.import_batch;
create policy import_batch_insert on public.import_batch for insert to authenticated
  with check (
    district_code in (select muster.my_districts('admin', 'planner'))
    and (kind <> 'district' or (select muster.my_role()) = 'admin')
  );

-- As before; an import of districts is written and undone by admins.
create or replace function muster.take_import(p_batch uuid) returns public.import_batch
language plpgsql security definer set search_path = ''
as $$
declare
  batch public.import_batch;
begin
  select * into batch from public.import_batch b
  where b.id = p_batch and (auth.uid() is null
    or b.district_code in (select muster.my_districts('admin', 'planner'))
      and (b.kind <> 'district' or muster.my_role() = 'admin')) for update;
  return batch;
end
$$;

-- As before; districts of one level at a time, because a policy does not see the parents that the same statement makes.
create or replace function muster.write_portion(p_batch uuid, p_progress jsonb, p_most int) returns jsonb
language plpgsql set search_path = ''
as $$
declare
  at constant int := p_progress ->> 'step';
  step constant jsonb := p_progress -> 'steps' -> at;
  step_kind constant text := step ->> 'kind';
  creates constant boolean := step -> 'creates';
  -- A window of numbers, not "the next rows": without statistics that would sort all that are left every time.
  first constant int := step ->> 'from';
  last constant int := first + p_most - 1;
  what constant text := case when creates then 'created' else 'changed' end;
  progress jsonb := p_progress;
  part record;
  outcome record;
  rows int := 0;
begin
  -- Rows that state the same columns together.
  for part in
    select g.columns, array_agg(g.seq order by g.seq) as seqs
    from (
      select r.seq, (select array_agg(key order by key) from jsonb_object_keys(r.change) key) as columns,
        case when step_kind = 'district' then r.change ->> 'level' end as level
      from public.import_row r
      where r.batch_id = p_batch and r.kind = step_kind and (r.version is null) = creates
        and r.seq between first and last
    ) g
    group by g.columns, g.level order by min(g.seq)
  loop
    select w.written, w.refused into outcome
      from muster.write_staged(p_batch, step_kind, creates, part.columns, part.seqs) w;
    rows := rows + cardinality(part.seqs);
    progress := progress || jsonb_build_object(what, (progress ->> what)::int + outcome.written,
      'kinds', muster.counted_on(progress -> 'kinds', step_kind, what, outcome.written));
    if cardinality(outcome.refused) > 0 then
      progress := progress || jsonb_build_object('refused', (progress -> 'refused') || to_jsonb(outcome.refused));
    end if;
  end loop;
  progress := jsonb_set(progress, array['steps', at::text, 'from'], to_jsonb(last + 1));
  return progress || jsonb_build_object('done', (progress ->> 'done')::int + rows,
    'step', at + (last >= (step ->> 'to')::int)::int);
end
$$;

-- Of districts that an import made or brought back: those that stay, because something is in use there or below that
-- would not leave with them.
create function muster.staying_districts(p_batch uuid, p_seqs bigint[]) returns setof public.district
language plpgsql stable security definer set search_path = ''
as $$
declare
  codes constant text[] := array(
    select d.code from public.record_change c join public.district d on d.id = c.record_id
    where c.import_id = p_batch and c.seq = any (p_seqs) and d.archived_at is null and exists (
      select from public.record_change x
      where x.record_id = c.record_id and x.import_id = p_batch and x.action in ('create', 'restore')));
  below constant text[] := array(
    select d.code from public.district d join public.district c on d.path >= c.path and d.path < c.path || '~'
    where c.code = any (codes) and d.archived_at is null);
begin
  return query
    select c.* from public.district c
    where c.code = any (codes) and exists (
      select from public.district d
      where d.path >= c.path and d.path < c.path || '~' and d.archived_at is null and (d.code <> all (codes)
        or d.code in (select u.code from muster.district_use(below) u where u.what not in ('disabled', 'district'))));
end
$$;

-- As before; a district that is in use by now is kept and said.
create or replace function muster.unwrite_portion(p_batch uuid, p_progress jsonb, p_most int) returns jsonb
language plpgsql set search_path = ''
as $$
declare
  -- Undoing carries the import's number too: only what was there before counts.
  last constant bigint := (p_progress ->> 'last')::bigint;
  progress jsonb := p_progress;
  kinds jsonb;
  part record;
  outcome record;
  seqs bigint[];
  stays uuid[];
  changes int := 0;
  -- A window of numbers, not "the next changes": without statistics that would sort all that are left every time.
  final constant bigint := (select max(c.seq) from public.record_change c
    where c.import_id = p_batch and c.seq < (p_progress ->> 'before')::bigint);
begin
  for part in
    select g.kind, count(*)::int as changes, array_agg(g.seq) filter (where not g.again) as seqs
    from (
      select c.kind, c.seq, exists (
        select from (select x.* from public.record_change x where x.record_id = c.record_id offset 0) n
        where n.import_id = p_batch and n.seq > c.seq and n.seq <= last) as again
      from public.record_change c
      where c.import_id = p_batch and c.seq between final - p_most + 1 and final
    ) g
    group by g.kind order by min(g.seq) desc
  loop
    changes := changes + part.changes;
    seqs := part.seqs;
    if part.kind = 'district' and seqs is not null then
      select array_agg(s.id), progress || jsonb_build_object('kept', (progress -> 'kept') || coalesce(jsonb_agg(
          jsonb_build_object('kind', 'district', 'id', s.id, 'name', s.name, 'why', 'in_use')), '[]'))
        into stays, progress from muster.staying_districts(p_batch, seqs) s;
      select array_agg(c.seq) into seqs from public.record_change c
        where c.import_id = p_batch and c.seq = any (seqs) and c.record_id <> all (coalesce(stays, '{}'));
    end if;
    continue when seqs is null;
    select * into outcome from muster.unwrite_records(p_batch, part.kind, last, seqs);
    kinds := muster.counted_on(muster.counted_on(progress -> 'kinds', part.kind, 'archived', outcome.archived),
      part.kind, 'restored', outcome.restored);
    progress := progress || jsonb_build_object('kinds', kinds, 'kept', (progress -> 'kept') || outcome.kept,
      'archived', (progress ->> 'archived')::int + outcome.archived,
      'restored', (progress ->> 'restored')::int + outcome.restored);
  end loop;
  return progress || jsonb_build_object('done', (progress ->> 'done')::int + changes,
    'before', coalesce(final - p_most + 1, 0));
end
$$;

revoke execute on function muster.staying_districts(uuid, bigint[]) from public;
grant execute on function muster.staying_districts(uuid, bigint[]) to authenticated, service_role;
