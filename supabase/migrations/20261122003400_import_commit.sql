-- Committing an import: everything staged is written in one transaction, with the rights of whoever commits. A row the
-- database refuses is not written and is listed with the reason; the others are. Committing again brings the same answer.

-- Takes the batch for this transaction; null when the caller may not import there.
create function muster.take_import(p_batch uuid) returns public.import_batch
language plpgsql security definer set search_path = ''
as $$
declare
  batch public.import_batch;
begin
  select * into batch from public.import_batch b
  where b.id = p_batch and (auth.uid() is null
    or b.district_code in (select muster.my_districts('admin', 'planner'))) for update;
  return batch;
end
$$;

-- Ends the staging: the answer is kept, the staged rows go.
create function muster.settle_import(p_batch uuid, p_state text, p_result jsonb) returns void
language plpgsql security definer set search_path = ''
as $$
declare
  batch public.import_batch := muster.take_import(p_batch);
begin
  if (batch.state = 'staged' and p_state in ('committed', 'discarded')
    or batch.state = 'committed' and p_state = 'undone') is not true then
    raise exception 'this import cannot become %', p_state using errcode = '23514';
  end if;
  if p_state = 'undone' then
    update public.import_batch set state = p_state, undone_at = now(), undone_by = auth.uid(),
      undone_by_name = muster.my_name() where id = p_batch;
  else
    update public.import_batch set state = p_state, result = p_result, committed_at = now(),
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

create function muster.refusal(p_row public.import_row, p_reason text, p_what text) returns jsonb
language sql immutable set search_path = ''
as $$
  select jsonb_build_object('seq', p_row.seq, 'row', p_row."row", 'kind', p_row.kind, 'id', p_row.record_id,
    'reason', p_reason, 'what', p_what)
$$;

-- Writes rows of one kind that state the same columns. When one of them is refused the rest is halved until it is
-- found: a few refusals cost little, and no row fails because of another.
create function muster.write_staged(
  p_batch uuid, p_kind text, p_creates boolean, p_columns text[], p_seqs int[],
  out written int, out refused jsonb[]
)
language plpgsql set search_path = ''
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
      cross join lateral (select case %s %s
        when r.change ->> 'geom' is not null
          and muster.is_on_earth((r.change ->> 'geom')::extensions.geometry) is not true then 'geometry'
        end as reason offset 0) x -- worked out once for a row
      where r.batch_id = $1 and r.seq = any ($2)$sql$,
      p_kind,
      case when p_creates then 'when t.id is not null then ''taken'''
        else 'when t.id is null then ''gone'' when t.version <> r.version then ''version''' end,
      case when p_creates and p_columns @> '{external_id,district_code}' then format(
        'when exists (select from public.%I o where o.district_code = r.change ->> ''district_code''
          and o.external_id = r.change ->> ''external_id'') then ''taken''', p_kind) else '' end)
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

-- @returns {state: committed, created, changed, refused: [{seq, row, kind, id, reason, what}], moved: […]};
-- state gone when there is no such import for the caller, or it was discarded or undone
create function public.import_commit(p_batch uuid) returns json
language plpgsql set search_path = '' set statement_timeout = '15min'
as $$
declare
  batch constant public.import_batch := muster.take_import(p_batch);
  portion constant int := 2000;
  part record;
  outcome record;
  created int := 0;
  changed int := 0;
  refused jsonb[] := '{}';
  result jsonb;
begin
  if batch.state = 'committed' then
    return batch.result;
  elsif batch.state is distinct from 'staged' then
    return json_build_object('state', 'gone');
  end if;
  perform set_config('muster.import_id', p_batch::text, true);
  -- Kinds in the order of their first row; of each first what is new; rows that state the same columns together.
  for part in
    select g.kind, g.creates, g.columns, array_agg(g.seq order by g.seq) as seqs
    from (
      select r.kind, r.version is null as creates, k.columns, r.seq,
        min(r.seq) over (partition by r.kind) as kind_begins,
        (row_number() over (partition by r.kind, r.version is null, k.columns order by r.seq) - 1) / portion as number
      from public.import_row r
      cross join lateral (select array_agg(key order by key) as columns from jsonb_object_keys(r.change) key) k
      where r.batch_id = p_batch
    ) g
    group by g.kind, g.kind_begins, g.creates, g.columns, g.number
    order by g.kind_begins, g.creates desc, g.number
  loop
    select w.written, w.refused into outcome
      from muster.write_staged(p_batch, part.kind, part.creates, part.columns, part.seqs) w;
    if part.creates then
      created := created + outcome.written;
    else
      changed := changed + outcome.written;
    end if;
    refused := refused || outcome.refused;
  end loop;
  result := jsonb_build_object('state', 'committed', 'created', created, 'changed', changed,
    'refused', to_jsonb(refused),
    -- Movements are evidence and outlive an undo: what they were written to is remembered.
    'moved', (select coalesce(jsonb_agg(distinct jsonb_build_object(
        'kind', case r.kind when 'stock_movement' then 'stock_lot' else 'shelter' end,
        'id', coalesce(r.change -> 'lot_id', r.change -> 'shelter_id'))), '[]')
      from public.import_row r where r.batch_id = p_batch and r.kind in ('stock_movement', 'occupancy_movement')));
  perform muster.settle_import(p_batch, 'committed', result);
  perform set_config('muster.import_id', '', true);
  return result;
end
$$;

-- Throws a staged import away.
create function public.import_discard(p_batch uuid) returns void
language sql set search_path = ''
as $$ select muster.settle_import(p_batch, 'discarded', '{"refused": []}') $$;

revoke execute on function muster.take_import(uuid), muster.settle_import(uuid, text, jsonb),
  muster.refusal(public.import_row, text, text), muster.write_staged(uuid, text, boolean, text[], int[]) from public;
grant execute on function muster.take_import(uuid), muster.settle_import(uuid, text, jsonb),
  muster.refusal(public.import_row, text, text), muster.write_staged(uuid, text, boolean, text[], int[])
  to authenticated, service_role;
revoke execute on function public.import_commit(uuid), public.import_discard(uuid) from public, anon;
grant execute on function public.import_commit(uuid), public.import_discard(uuid) to authenticated, service_role;
