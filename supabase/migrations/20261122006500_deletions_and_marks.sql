-- Whether an account or a district belongs to the demonstration decides what the next start deletes: only tools say so. And
-- whatever is deleted leaves its trace.

-- A table that gives a right on all its columns gives it on those of later days too: these two name theirs instead. (What a
-- person may write, column by column, is judged in tests/database/writable-columns.test.ts.)
do $$
declare
  named text;
  columns text;
begin
  foreach named in array array['profile', 'district'] loop
    select string_agg(format('%I', a.attname), ', ') into columns
    from pg_catalog.pg_attribute a
    where a.attrelid = format('public.%I', named)::regclass and a.attnum > 0 and not a.attisdropped
      and a.attgenerated = '' and a.attname <> 'is_demo';
    execute format('revoke insert, update on public.%I from authenticated', named);
    execute format('grant insert (%2$s), update (%2$s) on public.%1$I to authenticated', named, columns);
  end loop;
end
$$;

-- As before, but a deletion is noted whoever makes it. What becomes of a demonstration concerns the root: its own districts
-- and what was noted in them go with it.
create or replace function muster.note_profile() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
  was jsonb := '{}';
  becomes jsonb := '{}';
  subject public.profile := coalesce(new, old);
begin
  if subject.is_demo and auth.uid() is null and tg_op <> 'DELETE' then
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
    perform muster.note_event('permission', auth.uid(),
      case when subject.is_demo then (select d.code from public.district d where d.parent_code is null)
        else subject.district_code end,
      -- An account that is being deleted has no address any more when its profile goes after it.
      coalesce((select u.email from auth.users u where u.id = subject.user_id), subject.display_name),
      jsonb_build_object('user', subject.user_id, 'before', was, 'after', becomes));
  end if;
  return null;
end
$$;

-- Districts are deleted by tools alone, and with all that was noted in them: the root is told.
create function muster.note_deleted_districts() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  if exists (select from deleted) then
    perform muster.note_event('district', auth.uid(),
      (select d.code from public.district d where d.parent_code is null),
      (select string_agg(d.name || ' (' || d.code || ')', ', ' order by d.path) from deleted d),
      (select jsonb_build_object('what', 'deleted', 'codes', jsonb_agg(d.code order by d.path)) from deleted d));
  end if;
  return null;
end
$$;
revoke execute on function muster.note_deleted_districts() from public;
create trigger g_audit_deletion after delete on public.district
  referencing old table as deleted for each statement execute function muster.note_deleted_districts();

-- As before; how far an import has come is not its beginner's to say either.
create or replace function muster.stamp_import_batch() returns trigger
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
