-- import_batch: one import: what file, by whom, what it brought, what became of it. It is staged row by row (import_row), written
-- in portions (import_write) and can be undone as a whole (import_undo).

create table public.import_batch (
  id uuid primary key default gen_random_uuid(),
  district_code text collate "C" not null references public.district (code),
  kind text not null check (muster.is_text(kind, 60)),
  file_name text not null check (muster.is_text(file_name)),
  state text not null default 'staged'
    check (state in ('staged', 'writing', 'committed', 'undoing', 'undone', 'discarded')),
  -- read, accepted, unchanged, duplicates, rejected: as the console counted them.
  totals jsonb not null default '{}' check (jsonb_typeof(totals) = 'object' and length(totals::text) <= 20000),
  created int,
  changed int,
  refused int,
  -- What the commit answered: the answer to a repeated commit.
  result jsonb,
  created_by uuid,
  by_name text,
  created_at timestamptz not null default now(),
  committed_at timestamptz,
  undone_at timestamptz,
  undone_by uuid,
  undone_by_name text,
  -- How far writing or undoing is: {total, done, …}; null before and after.
  progress jsonb,
  constraint import_batch_created_at_year_check check (muster.is_near_our_time(created_at)),
  constraint import_batch_committed_at_year_check check (muster.is_near_our_time(committed_at)),
  constraint import_batch_undone_at_year_check check (muster.is_near_our_time(undone_at))
);
create index import_batch_district on public.import_batch (district_code, created_at);

-- A person begins an import, now and in his own name; everything after that is done by functions, and how far it has come is not
-- its beginner's to say either.
create function muster.stamp_import_batch() returns trigger
language plpgsql set search_path = ''
as $$
begin
  if row_security_active(tg_relid) then
    new.state := 'staged';
    new.created := null;
    new.changed := null;
    new.refused := null;
    new.result := null;
    new.progress := null;
    new.created_by := auth.uid();
    new.by_name := muster.my_name();
    new.created_at := now();
    new.committed_at := null;
    new.undone_at := null;
    new.undone_by := null;
    new.undone_by_name := null;
  end if;
  return new;
end
$$;

create trigger c_stamp before insert on public.import_batch
  for each row execute function muster.stamp_import_batch();

revoke all on public.import_batch from public, anon, authenticated;
grant select, insert on public.import_batch to authenticated;
grant all on public.import_batch to service_role;
alter table public.import_batch enable row level security;

create policy import_batch_select on public.import_batch for select to authenticated
  using (district_code in (select muster.my_districts('admin', 'planner')));
create policy import_batch_insert on public.import_batch for insert to authenticated
  with check (
    district_code in (select muster.my_districts('admin', 'planner'))
    and (kind <> 'district' or (select muster.my_role()) = 'admin')
  );

-- Begins an import; the same call again begins no second one. Answers in the shape of the list below.
create function public.import_open(
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

revoke execute on function muster.stamp_import_batch from public;
revoke execute on function public.import_open from public, anon;
grant execute on function public.import_open to authenticated, service_role;
