-- Writing an import in portions: every call of import_write writes for less than a second in a transaction of its own,
-- so that other consoles get their turn in between; the embedded database serves one statement at a time. What is
-- written stays written and is never written twice; the whole is still undone as one. A portion that was lost on the
-- way is simply asked for again.

alter table public.import_batch
  drop constraint import_batch_state_check,
  add constraint import_batch_state_check
    check (state in ('staged', 'writing', 'committed', 'undoing', 'undone', 'discarded')),
  -- How far writing or undoing is: {total, done, …}; null before and after.
  add column progress jsonb;

-- Keeps how far it is. Not for callers: only import_write and import_unwrite know.
create function muster.note_import(p_batch uuid, p_state text, p_progress jsonb) returns void
language plpgsql security definer set search_path = ''
as $$
declare
  batch public.import_batch := muster.take_import(p_batch);
begin
  if (p_state = 'writing' and batch.state in ('staged', 'writing')
    or p_state = 'undoing' and batch.state in ('committed', 'writing', 'undoing')) is not true then
    raise exception 'this import cannot become %', p_state using errcode = '23514';
  end if;
  if p_state = 'undoing' and batch.state = 'writing' then
    -- Half an import was an import too.
    perform muster.note_event('import', auth.uid(), batch.district_code, batch.file_name,
      jsonb_build_object('import', batch.id, 'kind', batch.kind, 'created', batch.created, 'changed', batch.changed,
        'refused', batch.refused));
    delete from public.import_row where batch_id = p_batch;
  end if;
  update public.import_batch set state = p_state, progress = p_progress,
    created = case p_state when 'writing' then (p_progress ->> 'created')::int else batch.created end,
    changed = case p_state when 'writing' then (p_progress ->> 'changed')::int else batch.changed end,
    refused = case p_state when 'writing' then jsonb_array_length(p_progress -> 'refused') else batch.refused end
  where id = p_batch;
end
$$;

-- Ends the staging, the writing or the undoing: the answer is kept, the staged rows go.
create or replace function muster.settle_import(p_batch uuid, p_state text, p_result jsonb) returns void
language plpgsql security definer set search_path = ''
as $$
declare
  batch public.import_batch := muster.take_import(p_batch);
begin
  if (batch.state = 'staged' and p_state = 'discarded' or batch.state = 'writing' and p_state = 'committed'
    or batch.state = 'undoing' and p_state = 'undone') is not true then
    raise exception 'this import cannot become %', p_state using errcode = '23514';
  end if;
  if p_state = 'undone' then
    update public.import_batch set state = p_state, progress = null, undone_at = now(), undone_by = auth.uid(),
      undone_by_name = muster.my_name() where id = p_batch;
  else
    update public.import_batch set state = p_state, progress = null, result = p_result, committed_at = now(),
      created = (p_result ->> 'created')::int, changed = (p_result ->> 'changed')::int,
      refused = jsonb_array_length(p_result -> 'refused') where id = p_batch;
    delete from public.import_row where batch_id = p_batch;
  end if;
  if p_state <> 'discarded' then
    perform muster.note_event(case p_state when 'undone' then 'import_undo' else 'import' end, auth.uid(),
      batch.district_code, batch.file_name, jsonb_build_object('import', batch.id, 'kind', batch.kind,
        'created', p_result -> 'created', 'changed', p_result -> 'changed',
        'refused', jsonb_array_length(p_result -> 'refused'),
        'archived', p_result -> 'archived', 'restored', p_result -> 'restored'));
  end if;
end
$$;

-- Movements are evidence and outlive an undo: what those of an import were written to.
create function muster.moved_by_import(p_batch uuid) returns jsonb
language sql stable set search_path = ''
as $$
  select coalesce(jsonb_agg(distinct jsonb_build_object(
    'kind', case r.kind when 'stock_movement' then 'stock_lot' else 'shelter' end,
    'id', coalesce(r.change -> 'lot_id', r.change -> 'shelter_id'))), '[]')
  from public.import_row r
  where r.batch_id = p_batch and (
    r.kind = 'stock_movement' and exists (select from public.stock_movement m where m.id = r.record_id)
    or r.kind = 'occupancy_movement' and exists (select from public.occupancy_movement m where m.id = r.record_id))
$$;

-- Kinds in the order of their first row; of each first what is new. `from` and `to` are the first and last of its rows.
create function muster.first_progress(p_batch uuid) returns jsonb
language sql stable set search_path = ''
as $$
  select jsonb_build_object('total', coalesce(sum(k.rows), 0), 'done', 0, 'created', 0, 'changed', 0,
    'refused', '[]'::jsonb, 'kinds', '{}'::jsonb, 'step', 0,
    'steps', coalesce(jsonb_agg(jsonb_build_object('kind', k.kind, 'creates', k.creates, 'from', k.first, 'to', k.last)
      order by k.kind_begins, k.creates desc), '[]'))
  from (
    select r.kind, r.version is null as creates, count(*) as rows, min(r.seq) as first, max(r.seq) as last,
      min(min(r.seq)) over (partition by r.kind) as kind_begins
    from public.import_row r where r.batch_id = p_batch group by r.kind, r.version is null
  ) k
$$;

-- Adds to the figures of one kind: {"shelter": {"created": 3, "changed": 1}}.
create function muster.counted_on(p_kinds jsonb, p_kind text, p_what text, p_rows int) returns jsonb
language sql immutable set search_path = ''
as $$
  select case when p_rows = 0 then p_kinds else p_kinds || jsonb_build_object(p_kind,
    coalesce(p_kinds -> p_kind, '{}') || jsonb_build_object(p_what,
      coalesce((p_kinds -> p_kind ->> p_what)::int, 0) + p_rows)) end
$$;

-- The next rows of the step in hand. @returns the progress after them
create function muster.write_portion(p_batch uuid, p_progress jsonb, p_most int) returns jsonb
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
      select r.seq, (select array_agg(key order by key) from jsonb_object_keys(r.change) key) as columns
      from public.import_row r
      where r.batch_id = p_batch and r.kind = step_kind and (r.version is null) = creates
        and r.seq between first and last
    ) g
    group by g.columns order by min(g.seq)
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

-- A portion is some hundred rows by their keys, in tables of any size and without statistics.
alter function muster.write_staged(uuid, text, boolean, text[], int[])
  set enable_seqscan = off;

-- Writes for about p_ms milliseconds, with the rights of whoever writes. To be called until it is done.
-- @returns {state: writing, done, total}, in the end what import_commit answers
create function public.import_write(p_batch uuid, p_ms int default 600) returns json
language plpgsql set search_path = '' set statement_timeout = '15min'
as $$
declare
  batch constant public.import_batch := muster.take_import(p_batch);
  begun constant timestamptz := clock_timestamp();
  progress jsonb := batch.progress;
  result jsonb;
begin
  if batch.state = 'committed' then
    return batch.result;
  elsif (batch.state in ('staged', 'writing')) is not true then
    return json_build_object('state', 'gone');
  end if;
  if batch.state = 'staged' then
    progress := muster.first_progress(p_batch);
  end if;
  perform set_config('muster.import_id', p_batch::text, true);
  while progress -> 'steps' -> (progress ->> 'step')::int is not null loop
    progress := muster.write_portion(p_batch, progress, 500);
    exit when clock_timestamp() - begun > p_ms * interval '1 millisecond';
  end loop;
  perform muster.note_import(p_batch, 'writing', progress);
  if progress -> 'steps' -> (progress ->> 'step')::int is not null then
    result := jsonb_build_object('state', 'writing', 'done', progress -> 'done', 'total', progress -> 'total');
  else
    result := jsonb_build_object('state', 'committed', 'created', progress -> 'created',
      'changed', progress -> 'changed', 'refused', progress -> 'refused', 'kinds', progress -> 'kinds',
      'moved', muster.moved_by_import(p_batch));
    perform muster.settle_import(p_batch, 'committed', result);
  end if;
  perform set_config('muster.import_id', '', true);
  return result;
end
$$;

-- All of it in one transaction, for tools that do not mind waiting.
-- @returns {state: committed, created, changed, kinds, refused: [{seq, row, kind, id, reason, what}], moved: […]};
-- state gone when there is no such import for the caller, or it was discarded or undone
create or replace function public.import_commit(p_batch uuid) returns json
language sql set search_path = '' set statement_timeout = '15min'
as $$ select public.import_write(p_batch, 86400000) $$;

-- Newest first; of what waits to be written, how much: staged rows by kind, {"shelter": {"created": 3, "changed": 1}}.
create or replace function public.import_batches(p_limit int default 100) returns json
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

-- The same shape as in the list.
create or replace function public.import_open(
  p_id uuid, p_kind text, p_district text, p_file_name text, p_totals jsonb default '{}'
) returns json
language plpgsql set search_path = ''
as $$
begin
  insert into public.import_batch (id, kind, district_code, file_name, totals)
    values (p_id, p_kind, p_district, left(p_file_name, 500), coalesce(p_totals, '{}'))
    on conflict (id) do nothing;
  return (select to_jsonb(b) - array['result', 'undone_by', 'progress'] || jsonb_build_object(
      'done', b.progress -> 'done', 'total', b.progress -> 'total', 'staged', null)
    from public.import_batch b where b.id = p_id)::json;
end
$$;

revoke execute on function muster.note_import(uuid, text, jsonb), muster.moved_by_import(uuid),
  muster.first_progress(uuid), muster.counted_on(jsonb, text, text, int), muster.write_portion(uuid, jsonb, int)
  from public;
grant execute on function muster.note_import(uuid, text, jsonb), muster.moved_by_import(uuid),
  muster.first_progress(uuid), muster.counted_on(jsonb, text, text, int), muster.write_portion(uuid, jsonb, int)
  to authenticated, service_role;
revoke execute on function public.import_write(uuid, int) from public, anon;
grant execute on function public.import_write(uuid, int) to authenticated, service_role;
