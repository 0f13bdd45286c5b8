-- A change of many: edits that one person made by one act, found and taken back together.

-- One edit of a change of many; otherwise like save_record. p_bulk is made by the console.
create function public.save_in_bulk(p_bulk uuid, p_kind text, p_id uuid, p_version int, p_change jsonb) returns json
language plpgsql set search_path = ''
as $$
declare
  answer json;
begin
  perform set_config('muster.bulk_id', coalesce(p_bulk::text, ''), true);
  answer := public.save_record(p_kind, p_id, p_version, p_change);
  perform set_config('muster.bulk_id', '', true);
  return answer;
end
$$;

-- Whether nobody has written since what an edit wrote: other fields may have changed, and will stay as they are.
create function muster.still_stands(p_record uuid, p_seq bigint, p_after jsonb) returns boolean
language sql stable set search_path = ''
as $$
  select not exists (
    select from public.record_change l
    where l.record_id = p_record and l.seq > p_seq
      and l.after ?| (select array_agg(k) from jsonb_object_keys(p_after) k)
  )
$$;

-- The caller's own changes of many of a kind, newest first: when, what of how many records, and of how many it still
-- stands. `after` is what the first of them became: all were given the same.
create function public.bulk_edits(p_kind text, p_limit int default 10) returns json
language sql stable set search_path = ''
as $$
  select coalesce(json_agg(row_to_json(b)), '[]') from (
    select c.bulk_id as id, min(c.at) as at, min(c.action) as action, (array_agg(c.after order by c.seq))[1] as after,
      count(*) as records, count(*) filter (where muster.still_stands(c.record_id, c.seq, c.after)) as standing
    from public.record_change c
    where c.bulk_id is not null and c.by_user = auth.uid() and c.kind = p_kind
    group by c.bulk_id
    order by max(c.seq) desc limit least(greatest(coalesce(p_limit, 10), 1), 100)
  ) b
$$;

-- [{id, version, before}]: the records of one's own change of many of which it still stands, with the version they have
-- now, and what they said before.
create function public.bulk_edit(p_bulk uuid) returns json
language plpgsql stable set search_path = ''
as $$
declare
  kind text := (select c.kind from public.record_change c where c.bulk_id = p_bulk and c.by_user = auth.uid() limit 1);
  answer json;
begin
  if kind is null then
    return '[]';
  end if;
  execute format(
    'select coalesce(json_agg(json_build_object(''id'', t.id, ''version'', t.version, ''before'',
       (select jsonb_object_agg(b.key, b.value) from jsonb_each(c.before) b where b.key = any ($2))) order by c.seq), ''[]'')
     from public.record_change c join public.%I t on t.id = c.record_id
     where c.bulk_id = $1 and c.by_user = auth.uid() and c.before is not null
       and muster.still_stands(c.record_id, c.seq, c.after)', kind)
    into answer using p_bulk, muster.writable_columns(kind);
  return answer;
end
$$;

revoke execute on function muster.still_stands from public;
grant execute on function muster.still_stands to authenticated, service_role;
revoke execute on function public.save_in_bulk, public.bulk_edits, public.bulk_edit from public, anon;
grant execute on function public.save_in_bulk, public.bulk_edits, public.bulk_edit to authenticated, service_role;
