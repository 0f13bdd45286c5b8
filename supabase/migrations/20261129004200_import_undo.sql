-- Undoing an import as a whole, in portions, for the same reason as writing it: import_unwrite is called until it is done. What it
-- created is archived, what it changed gets its former values back, where nobody changed it since; the rest is listed. Half an
-- import can be taken back as well. Movements are evidence and stay.

-- `offset 0` keeps a record's changes a question to the index on records: they are few, whatever else the import did.

-- The records whose changes p_seqs were the last of this import go back, where nobody changed them since.
create function muster.unwrite_records(p_batch uuid, p_kind text, p_last bigint, p_seqs bigint[],
  out archived int, out restored int, out kept jsonb)
-- Some hundred rows by their keys, in tables of any size and without statistics.
language plpgsql set search_path = '' set enable_seqscan = off
as $$
declare
  trust constant text[] := array['verified_at', 'verified_by', 'disputed_at', 'disputed_by', 'dispute_reason'];
  title constant text := case p_kind when 'stock_lot' then 'item' when 'incident' then 'title'
    when 'closure' then 'reason' else 'name' end;
  -- What the import made of each record in all.
  mine constant text := $sql$
    with change as (
      select c.record_id, c.version, exists (
        select from (select x.* from public.record_change x where x.record_id = c.record_id offset 0) f
        where f.import_id = $1 and f.seq <= $2 and f.action = 'create') as created
      from public.record_change c where c.import_id = $1 and c.seq = any ($3)
    )$sql$;
  columns record;
  done int;
begin
  restored := 0;
  execute format($sql$%1$s
    select coalesce(jsonb_agg(jsonb_build_object('kind', $4, 'id', t.id, 'name', t.%2$I, 'why', 'changed')), '[]')
    from change join public.%3$I t on t.id = change.record_id
    where t.version <> change.version and (t.archived_at is null or not change.created)$sql$, mine, title, p_kind)
    into kept using p_batch, p_last, p_seqs, p_kind;
  execute format($sql$%1$s
    update public.%2$I t set archived_at = now() from change
    where t.id = change.record_id and t.version = change.version and change.created and t.archived_at is null$sql$,
    mine, p_kind) using p_batch, p_last, p_seqs;
  get diagnostics archived = row_count;
  -- Records that changed in the same columns together.
  for columns in execute format($sql$%1$s
    select f.keys, jsonb_agg(jsonb_build_object('id', f.record_id, 'version', f.version, 'former', f.former)) as rows
    from (
      select change.record_id, change.version, w.former,
        (select array_agg(key order by key) from jsonb_object_keys(w.former) key) as keys
      from change
      cross join lateral (
        select jsonb_object_agg(e.key, e.value order by c.seq desc) as former
        from (select x.* from public.record_change x where x.record_id = change.record_id offset 0) c
        cross join lateral jsonb_each(c.before) e
        where c.import_id = $1 and c.seq <= $2 and e.key <> all ($4)
      ) w
      where not change.created and w.former is not null
    ) f group by f.keys$sql$, mine) using p_batch, p_last, p_seqs, trust
  loop
    execute format('update public.%1$I t set %2$s
      from jsonb_to_recordset($1) r (id uuid, version int, former jsonb),
        lateral jsonb_populate_record(null::public.%1$I, r.former) x
      where t.id = r.id and t.version = r.version', p_kind,
      (select string_agg(format('%1$I = x.%1$I', key), ', ') from unnest(columns.keys) key)) using columns.rows;
    get diagnostics done = row_count;
    restored := restored + done;
  end loop;
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

-- The latest changes before the one in hand, at most p_most: children before parents; a district that is in use by now is kept and
-- said. @returns the progress after them
create function muster.unwrite_portion(p_batch uuid, p_progress jsonb, p_most int) returns jsonb
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

-- Undoes for about p_ms milliseconds. @returns {state: undoing, done, total}, in the end what import_undo answers
create function public.import_unwrite(p_batch uuid, p_ms int default 600) returns json
language plpgsql set search_path = '' set statement_timeout = '15min'
as $$
declare
  batch constant public.import_batch := muster.take_import(p_batch);
  begun constant timestamptz := clock_timestamp();
  progress jsonb := batch.progress;
  moved jsonb;
  result jsonb;
begin
  if (batch.state in ('committed', 'writing', 'undoing')) is not true then
    return json_build_object('state', 'gone');
  end if;
  if batch.state <> 'undoing' then
    select jsonb_build_object('total', count(*), 'done', 0, 'first', coalesce(min(c.seq), 1),
        'last', coalesce(max(c.seq), 0), 'before', coalesce(max(c.seq), 0) + 1, 'archived', 0, 'restored', 0, 'kept', '[]'::jsonb, 'kinds', '{}'::jsonb,
        'moved', case batch.state when 'writing' then muster.moved_by_import(p_batch) else batch.result -> 'moved' end)
      into progress from public.record_change c where c.import_id = p_batch;
  end if;
  perform set_config('muster.import_id', p_batch::text, true);
  while (progress ->> 'before')::bigint > (progress ->> 'first')::bigint loop
    progress := muster.unwrite_portion(p_batch, progress, 250);
    exit when clock_timestamp() - begun > p_ms * interval '1 millisecond';
  end loop;
  perform muster.note_import(p_batch, 'undoing', progress);
  if (progress ->> 'before')::bigint > (progress ->> 'first')::bigint then
    result := jsonb_build_object('state', 'undoing', 'done', progress -> 'done', 'total', progress -> 'total');
  else
    select coalesce(jsonb_agg(m.entry), '[]') into moved from (
      select e || jsonb_build_object('name', coalesce(l.item, s.name), 'why', 'movement') as entry
      from jsonb_array_elements(progress -> 'moved') e
      left join public.stock_lot l
        on e ->> 'kind' = 'stock_lot' and l.id = (e ->> 'id')::uuid and l.archived_at is null
      left join public.shelter s on e ->> 'kind' = 'shelter' and s.id = (e ->> 'id')::uuid and s.archived_at is null
      where l.id is not null or s.id is not null
    ) m;
    result := jsonb_build_object('state', 'undone', 'archived', progress -> 'archived',
      'restored', progress -> 'restored', 'kinds', progress -> 'kinds', 'kept', (progress -> 'kept') || moved);
    perform muster.settle_import(p_batch, 'undone', result);
  end if;
  perform set_config('muster.import_id', '', true);
  return result;
end
$$;

-- All of it in one transaction, for tools that do not mind waiting.
-- @returns {state: undone, archived, restored, kinds: {kind: {archived, restored}},
--   kept: [{kind, id, name, why: changed | movement | in_use}]}
create function public.import_undo(p_batch uuid) returns json
language sql set search_path = '' set statement_timeout = '15min'
as $$ select public.import_unwrite(p_batch, 86400000) $$;

revoke execute on function muster.unwrite_records, muster.staying_districts, muster.unwrite_portion from public;
grant execute on function muster.unwrite_records, muster.staying_districts, muster.unwrite_portion
  to authenticated, service_role;
revoke execute on function public.import_unwrite, public.import_undo from public, anon;
grant execute on function public.import_unwrite, public.import_undo to authenticated, service_role;
