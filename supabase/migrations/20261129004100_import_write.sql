-- Writing an import in portions: every call of import_write writes for less than a second in a transaction of its own,
-- so that other consoles get their turn in between; the embedded database serves one statement at a time. What is
-- written stays written and is never written twice; the whole is still undone as one. A portion that was lost on the
-- way is simply asked for again. Everything is written with the rights of whoever writes. A row the database refuses is not
-- written and is listed with the reason; the others are.

-- Takes the batch for this transaction; null when the caller may not import there. An import of districts is written and undone
-- by admins.
create function muster.take_import(p_batch uuid) returns public.import_batch
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
create function muster.settle_import(p_batch uuid, p_state text, p_result jsonb) returns void
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

-- Why a row was not written.
create function muster.refusal(p_row public.import_row, p_reason text, p_what text) returns jsonb
language sql immutable set search_path = ''
as $$
  select jsonb_build_object('seq', p_row.seq, 'row', p_row."row", 'kind', p_row.kind, 'id', p_row.record_id,
    'reason', p_reason, 'what', p_what)
$$;

-- Writes rows of one kind that state the same columns. When one of them is refused the rest is halved until it is
-- found: a few refusals cost little, and no row fails because of another.
-- What a number is compared with is laid out first (n). Under row level security PostgreSQL puts a condition into an index only
-- when nothing in it may leak, and `->>` may: compared directly, every row of an import was held against every record of its kind
-- (PostgreSQL 15: 100 rows against 18,500 records took 5.3 s; laid out, 15 ms). And a portion is some hundred rows by their keys,
-- in tables of any size and without statistics: never a scan of a whole table.
create function muster.write_staged(
  p_batch uuid, p_kind text, p_creates boolean, p_columns text[], p_seqs int[],
  out written int, out refused jsonb[]
)
language plpgsql set search_path = '' set enable_seqscan = off
as $$
declare
  half constant int := cardinality(p_seqs) / 2;
  columns constant text := (select string_agg(format('%I', c), ', ') from unnest(p_columns) c);
  wrong constant text := (select min(c) from unnest(p_columns) c where c <> all (muster.writable_columns(p_kind)));
  other record;
  good int[];
  named text;
  state text;
begin
  written := 0;
  refused := '{}';
  if wrong is not null or columns is null or not p_creates and p_kind like '%\_movement' then
    refused := (select array_agg(muster.refusal(r, 'refused', wrong))
      from public.import_row r where r.batch_id = p_batch and r.seq = any (p_seqs));
    return;
  end if;
  begin
    -- Asked first, for all at once: what would be refused anyway, and what GEOS would choke on.
    execute format($sql$
      select coalesce(array_agg(muster.refusal(r, x.reason, null)) filter (where x.reason is not null), '{}'),
        array_agg(r.seq order by r.seq) filter (where x.reason is null)
      from public.import_row r
      left join public.%I t on t.id = r.record_id
      cross join lateral (
        select r.change ->> 'district_code' as district_code, r.change ->> 'external_id' as external_id offset 0) n
      cross join lateral (select case %s %s
        when r.change ->> 'geom' is not null
          and muster.is_on_earth((r.change ->> 'geom')::extensions.geometry) is not true then 'geometry'
        end as reason offset 0) x -- worked out once for a row
      where r.batch_id = $1 and r.seq = any ($2)$sql$,
      p_kind,
      case when p_creates then 'when t.id is not null then ''taken'''
        else 'when t.id is null then ''gone'' when t.version <> r.version then ''version''' end,
      case when p_creates and p_columns @> '{external_id,district_code}' then format(
        'when exists (select from public.%I o where o.district_code = n.district_code
          and o.external_id = n.external_id) then ''taken''', p_kind) else '' end)
      into refused, good using p_batch, p_seqs;
    if good is not null then
      if p_creates then
        execute format('insert into public.%1$I (id, %2$s) select r.record_id, %3$s from public.import_row r,
          lateral jsonb_populate_record(null::public.%1$I, r.change) x
          where r.batch_id = $1 and r.seq = any ($2) order by r.seq', p_kind, columns,
          (select string_agg(format('x.%I', c), ', ') from unnest(p_columns) c)) using p_batch, good;
      else
        execute format('update public.%1$I t set %2$s from public.import_row r,
          lateral jsonb_populate_record(null::public.%1$I, r.change) x
          where r.batch_id = $1 and r.seq = any ($2) and t.id = r.record_id and t.version = r.version', p_kind,
          (select string_agg(format('%1$I = x.%1$I', c), ', ') from unnest(p_columns) c)) using p_batch, good;
      end if;
      get diagnostics written = row_count;
      if written <> cardinality(good) then
        raise exception 'not every row was written';
      end if;
    end if;
    return;
  exception when others then
    get stacked diagnostics state = returned_sqlstate, named = constraint_name;
    if state like '40%' or state like '57%' then
      raise;
    end if;
    if named = '' then
      get stacked diagnostics named = column_name;
    end if;
  end;
  if half = 0 then
    written := 0;
    refused := (select array_agg(muster.refusal(r, case state when '23505' then 'taken' else 'refused' end,
        coalesce(nullif(named, ''), state)))
      from public.import_row r where r.batch_id = p_batch and r.seq = any (p_seqs));
    return;
  end if;
  select w.written, w.refused into written, refused
    from muster.write_staged(p_batch, p_kind, p_creates, p_columns, p_seqs[:half]) w;
  select w.written, w.refused into other
    from muster.write_staged(p_batch, p_kind, p_creates, p_columns, p_seqs[half + 1:]) w;
  written := written + other.written;
  refused := refused || other.refused;
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

-- The next rows of the step in hand; districts of one level at a time, because a policy does not see the parents that the same
-- statement makes. @returns the progress after them
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

-- All of it in one transaction, for tools that do not mind waiting. Committing again brings the same answer.
-- @returns {state: committed, created, changed, kinds, refused: [{seq, row, kind, id, reason, what}], moved: […]};
-- state gone when there is no such import for the caller, or it was discarded or undone
create function public.import_commit(p_batch uuid) returns json
language sql set search_path = '' set statement_timeout = '15min'
as $$ select public.import_write(p_batch, 86400000) $$;

-- Throws a staged import away.
create function public.import_discard(p_batch uuid) returns void
language sql set search_path = ''
as $$ select muster.settle_import(p_batch, 'discarded', '{"refused": []}') $$;

revoke execute on function muster.take_import, muster.note_import, muster.settle_import, muster.refusal,
  muster.write_staged, muster.moved_by_import, muster.first_progress, muster.counted_on, muster.write_portion
  from public;
grant execute on function muster.take_import, muster.note_import, muster.settle_import, muster.refusal,
  muster.write_staged, muster.moved_by_import, muster.first_progress, muster.counted_on, muster.write_portion
  to authenticated, service_role;
revoke execute on function public.import_write, public.import_commit, public.import_discard from public, anon;
grant execute on function public.import_write, public.import_commit, public.import_discard
  to authenticated, service_role;
