-- audit_event (审计): who signed in, imported, exported, and gave or took rights. Append-only evidence: written by the
-- database alone, read by admins of the district it happened in, changed and deleted by nobody.

create table public.audit_event (
  id uuid primary key default gen_random_uuid(),
  seq bigint generated always as identity unique,
  -- The district of the person or account it is about; the root where none is known.
  district_code text collate "C" not null,
  at timestamptz not null default now(),
  action text not null check (action in ('sign_in', 'sign_in_failed', 'sign_out', 'import', 'import_undo', 'export',
    'permission', 'account')),
  by_user uuid,
  -- The name at that time: it outlives the account.
  by_name text,
  about text check (length(about) <= 1000),
  detail jsonb not null default '{}' check (jsonb_typeof(detail) = 'object')
);
create index audit_event_district on public.audit_event (district_code, seq);

create trigger a_keep before update on public.audit_event for each row execute function muster.keep_evidence();

revoke all on public.audit_event from public, anon, authenticated, service_role;
grant select on public.audit_event to authenticated, service_role;
alter table public.audit_event enable row level security;

create policy audit_event_select on public.audit_event for select to authenticated
  using (district_code in (select muster.my_districts('admin')));

-- Writes an event. Not for callers: only functions of ours call it.
create function muster.note_event(
  p_action text, p_by uuid, p_district text, p_about text default null, p_detail jsonb default '{}'
) returns void
language plpgsql security definer set search_path = ''
as $$
begin
  insert into public.audit_event (district_code, action, by_user, by_name, about, detail)
  values (
    coalesce(p_district, (select p.district_code from public.profile p where p.user_id = p_by),
      (select d.code from public.district d where d.parent_code is null), '0'),
    p_action, p_by, (select p.display_name from public.profile p where p.user_id = p_by), left(p_about, 1000), p_detail);
end
$$;

-- Newest first. p_before continues a list.
create function public.audit_events(
  p_before bigint default null, p_actions text[] default null, p_limit int default 200
) returns json
language sql stable set search_path = ''
as $$
  select coalesce(json_agg(row_to_json(e)), '[]') from (
    select t.* from public.audit_event t
    where (p_before is null or t.seq < p_before) and (p_actions is null or t.action = any (p_actions))
    order by t.seq desc limit least(greatest(coalesce(p_limit, 200), 1), 2000)
  ) e
$$;

-- A person takes data out. What the console does not tell cannot be known: reading is every role's right.
create function muster.note_export(p_kind text, p_format text, p_rows int, p_filter text) returns void
language plpgsql security definer set search_path = ''
as $$
begin
  if muster.my_role() is null then
    raise exception 'nobody is signed in' using errcode = '42501';
  end if;
  perform muster.note_event('export', auth.uid(), null, left(p_kind, 100), jsonb_build_object(
    'format', left(p_format, 40), 'rows', p_rows, 'filter', left(p_filter, 500)));
end
$$;
create function public.audit_export(p_kind text, p_format text, p_rows int, p_filter text default null) returns void
language sql set search_path = ''
as $$ select muster.note_export(p_kind, p_format, p_rows, p_filter) $$;

-- Rights given, changed and taken, by whom. Those of a demonstration are no news.
create function muster.note_profile() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
  was jsonb := '{}';
  becomes jsonb := '{}';
  subject public.profile := coalesce(new, old);
begin
  if subject.is_demo and auth.uid() is null then
    return null;
  end if;
  if tg_op <> 'INSERT' then
    was := jsonb_build_object('role', old.role, 'district', old.district_code, 'name', old.display_name,
      'disabled', old.disabled_at is not null);
  end if;
  if tg_op <> 'DELETE' then
    becomes := jsonb_build_object('role', new.role, 'district', new.district_code, 'name', new.display_name,
      'disabled', new.disabled_at is not null);
  end if;
  if was <> becomes then
    perform muster.note_event('permission', auth.uid(), subject.district_code,
      (select u.email from auth.users u where u.id = subject.user_id),
      jsonb_build_object('user', subject.user_id, 'before', was, 'after', becomes));
  end if;
  return null;
end
$$;
create trigger e_audit after insert or update or delete on public.profile
  for each row execute function muster.note_profile();

revoke execute on function muster.note_event(text, uuid, text, text, jsonb), muster.note_profile(),
  muster.note_export(text, text, int, text) from public;
grant execute on function muster.note_export(text, text, int, text) to authenticated, service_role;
revoke execute on function public.audit_events(bigint, text[], int), public.audit_export(text, text, int, text)
  from public, anon;
grant execute on function public.audit_events(bigint, text[], int), public.audit_export(text, text, int, text)
  to authenticated, service_role;
