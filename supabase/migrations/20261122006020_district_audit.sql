-- Changes of districts in the audit: they decide who may act where. An import is one event of its own; what it moves,
-- retires or brings back is told besides.

alter table public.audit_event drop constraint audit_event_action_check,
  add constraint audit_event_action_check check (action in ('sign_in', 'sign_in_failed', 'sign_out', 'import',
    'import_undo', 'export', 'permission', 'account', 'district'));

create function muster.note_district() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
  was constant jsonb := case when tg_op = 'UPDATE' then jsonb_build_object(
    'name', old.name, 'parent', old.parent_code, 'level', old.level) else '{}' end;
  becomes constant jsonb := jsonb_build_object('name', new.name, 'parent', new.parent_code, 'level', new.level);
  what text;
begin
  what := case
    when tg_op = 'INSERT' then 'created'
    when new.archived_at is not null and old.archived_at is null then 'retired'
    when new.archived_at is null and old.archived_at is not null then 'restored'
    when new.parent_code is distinct from old.parent_code then 'moved'
    when new.geom::text is distinct from old.geom::text then 'boundary'
    when was <> becomes then 'changed' end;
  if what is null or new.is_demo and auth.uid() is null
    or what in ('created', 'boundary', 'changed') and (auth.uid() is null or muster.running_import() is not null) then
    return null;
  end if;
  perform muster.note_event('district', auth.uid(), new.code, new.name || ' (' || new.code || ')',
    jsonb_build_object('what', what, 'before', was, 'after', becomes));
  return null;
end
$$;
revoke execute on function muster.note_district() from public;
create trigger g_audit after insert or update on public.district
  for each row execute function muster.note_district();
