-- import_mapping: how the columns of a file were understood, kept by name for a district and what lies below it.

create table public.import_mapping (
  id uuid primary key default gen_random_uuid(),
  district_code text collate "C" not null references public.district (code),
  kind text not null check (muster.is_text(kind, 60)),
  name text not null check (muster.is_text(name, 100)),
  -- Tells a file with the same columns; the console decides how it is made.
  columns_fingerprint text check (muster.is_text(columns_fingerprint, 200)),
  mapping jsonb not null check (jsonb_typeof(mapping) = 'object' and length(mapping::text) <= 100000),
  like muster.stored including all,
  unique (district_code, kind, name),
  constraint import_mapping_created_at_year_check check (muster.is_near_our_time(created_at)),
  constraint import_mapping_updated_at_year_check check (muster.is_near_our_time(updated_at)),
  constraint import_mapping_archived_at_year_check check (muster.is_near_our_time(archived_at))
);

create trigger a_key before update on public.import_mapping for each row execute function muster.keep_key('id');
create trigger b_limit before insert on public.import_mapping
  for each row execute function muster.limit_kept('district_code', '500', 'too_many_mappings');
create trigger c_stamp before insert or update on public.import_mapping for each row execute function muster.stamp();

revoke all on public.import_mapping from public, anon, authenticated;
grant select, insert, update on public.import_mapping to authenticated;
grant all on public.import_mapping to service_role;
alter table public.import_mapping enable row level security;

-- What an office above has saved may be used below.
create policy import_mapping_select on public.import_mapping for select to authenticated using (
  (district_code in (select muster.my_districts('admin', 'planner')) or district_code in (select muster.my_lineage()))
  and (select muster.my_role()) in ('admin', 'planner')
);
create policy import_mapping_insert on public.import_mapping for insert to authenticated
  with check (district_code in (select muster.my_districts('admin', 'planner')));
create policy import_mapping_update on public.import_mapping for update to authenticated
  using (district_code in (select muster.my_districts('admin', 'planner')))
  with check (district_code in (select muster.my_districts('admin', 'planner')));

create function public.import_mappings(p_kind text default null) returns json
language sql stable set search_path = ''
as $$
  select coalesce(json_agg(row_to_json(m)), '[]') from (
    select t.id, t.district_code, t.kind, t.name, t.columns_fingerprint, t.mapping, t.version, t.updated_at
    from public.import_mapping t where t.archived_at is null and (p_kind is null or t.kind = p_kind)
    order by t.updated_at desc, t.id
  ) m
$$;

-- Keeps it under this name, in place of an older one.
create function public.save_import_mapping(
  p_district text, p_kind text, p_name text, p_fingerprint text, p_mapping jsonb
) returns uuid
language sql set search_path = ''
as $$
  insert into public.import_mapping (district_code, kind, name, columns_fingerprint, mapping)
    values (p_district, p_kind, p_name, p_fingerprint, p_mapping)
  on conflict (district_code, kind, name) do update set columns_fingerprint = excluded.columns_fingerprint,
    mapping = excluded.mapping, archived_at = null
  returning id
$$;

create function public.drop_import_mapping(p_id uuid) returns void
language sql set search_path = ''
as $$ update public.import_mapping set archived_at = now() where id = p_id $$;

revoke execute on function public.import_mappings, public.save_import_mapping, public.drop_import_mapping
  from public, anon;
grant execute on function public.import_mappings, public.save_import_mapping, public.drop_import_mapping
  to authenticated, service_role;
