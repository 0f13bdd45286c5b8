-- Undoing an import as a whole: what it created is archived, what it changed gets its former values back, where nobody
-- changed it since; the rest is listed. Movements are evidence and stay.

-- @returns {state: undone, archived, restored, kept: [{kind, id, name, why: changed | movement}]}
create function public.import_undo(p_batch uuid) returns json
language plpgsql set search_path = '' set statement_timeout = '15min'
as $$
declare
  batch constant public.import_batch := muster.take_import(p_batch);
  -- Its own changes carry the import's number too: only what was there before counts.
  last constant bigint := (select max(c.seq) from public.record_change c where c.import_id = p_batch);
  trust constant text[] := array['verified_at', 'verified_by', 'disputed_at', 'disputed_by', 'dispute_reason'];
  -- What the import made of each record in all, and its fields as they were before it.
  mine constant text := $sql$
    with change as (
      select c.record_id, max(c.version) as version, bool_or(c.action = 'create') as created
      from public.record_change c
      where c.import_id = $1 and c.seq <= $2 and c.kind = $3 group by c.record_id
    )$sql$;
  part record;
  columns record;
  title text;
  done int;
  archived int := 0;
  restored int := 0;
  kept jsonb := '[]';
  more jsonb;
  result jsonb;
begin
  if batch.state is distinct from 'committed' then
    return json_build_object('state', 'gone');
  end if;
  perform set_config('muster.import_id', p_batch::text, true);
  -- Children before parents.
  for part in
    select c.kind from public.record_change c where c.import_id = p_batch group by c.kind order by min(c.seq) desc
  loop
    title := case part.kind when 'stock_lot' then 'item' when 'incident' then 'title' when 'closure' then 'reason'
      else 'name' end;
    execute format($sql$%1$s
      select coalesce(jsonb_agg(jsonb_build_object('kind', $3, 'id', t.id, 'name', t.%2$I, 'why', 'changed')), '[]')
      from change join public.%3$I t on t.id = change.record_id
      where t.version <> change.version and (t.archived_at is null or not change.created)$sql$, mine, title, part.kind)
      into more using p_batch, last, part.kind;
    kept := kept || more;
    execute format($sql$%1$s
      update public.%2$I t set archived_at = now() from change
      where t.id = change.record_id and t.version = change.version and change.created and t.archived_at is null$sql$,
      mine, part.kind) using p_batch, last, part.kind;
    get diagnostics done = row_count;
    archived := archived + done;
    -- Records that changed in the same columns together.
    for columns in execute format($sql$%1$s
      select f.keys, jsonb_agg(jsonb_build_object('id', f.record_id, 'version', f.version, 'former', f.former)) as rows
      from (
        select change.record_id, change.version, w.former,
          (select array_agg(key order by key) from jsonb_object_keys(w.former) key) as keys
        from change
        cross join lateral (
          select jsonb_object_agg(e.key, e.value order by c.seq desc) as former
          from public.record_change c cross join lateral jsonb_each(c.before) e
          where c.record_id = change.record_id and c.import_id = $1 and c.seq <= $2 and e.key <> all ($4)
        ) w
        where not change.created and w.former is not null
      ) f group by f.keys$sql$, mine) using p_batch, last, part.kind, trust
    loop
      execute format('update public.%1$I t set %2$s
        from jsonb_to_recordset($1) r (id uuid, version int, former jsonb),
          lateral jsonb_populate_record(null::public.%1$I, r.former) x
        where t.id = r.id and t.version = r.version', part.kind,
        (select string_agg(format('%1$I = x.%1$I', key), ', ') from unnest(columns.keys) key)) using columns.rows;
      get diagnostics done = row_count;
      restored := restored + done;
    end loop;
  end loop;
  select coalesce(jsonb_agg(m.entry), '[]') into more from (
    select e || jsonb_build_object('name', coalesce(l.item, s.name), 'why', 'movement') as entry
    from jsonb_array_elements(batch.result -> 'moved') e
    left join public.stock_lot l on e ->> 'kind' = 'stock_lot' and l.id = (e ->> 'id')::uuid and l.archived_at is null
    left join public.shelter s on e ->> 'kind' = 'shelter' and s.id = (e ->> 'id')::uuid and s.archived_at is null
    where l.id is not null or s.id is not null
  ) m;
  result := jsonb_build_object('state', 'undone', 'archived', archived, 'restored', restored, 'kept', kept || more);
  perform muster.settle_import(p_batch, 'undone', result);
  perform set_config('muster.import_id', '', true);
  return result;
end
$$;

revoke execute on function public.import_undo(uuid) from public, anon;
grant execute on function public.import_undo(uuid) to authenticated, service_role;
