-- As before; what a number is compared with is laid out first (n). Under row level security PostgreSQL puts a condition into an
-- index only when nothing in it may leak, and `->>` may: compared directly, every row of an import was held against every
-- record of its kind (PostgreSQL 15: 100 rows against 18,500 records took 5.3 s; laid out, 15 ms).
create or replace function muster.write_staged(
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
