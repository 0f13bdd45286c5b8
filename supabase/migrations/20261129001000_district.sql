-- district: the tree of jurisdictions. `path` ('/0/43/4306/') is kept by a trigger and decides every subtree.
-- Everything hangs below the root, code '0'. A district is a record like the others: it has an id that history and imports know
-- it by, says where it is from and how old that is, and is saved with a version. Its code is what everything refers to.

create table public.district (
  code text collate "C" primary key check (code ~ '^[0-9A-Za-z_-]{1,32}$'),
  parent_code text collate "C" references public.district (code),
  path text collate "C" not null unique,
  name text not null check (muster.is_text(name)),
  level text not null check (level in ('root', 'province', 'prefecture', 'county', 'township', 'village')),
  timezone text not null default 'Asia/Shanghai' check ((timestamptz 'epoch' at time zone timezone) is not null),
  is_demo boolean not null default false,
  geom extensions.geometry (MultiPolygon, 4326) check (muster.is_on_earth(geom)),
  lng double precision generated always as (extensions.st_x(extensions.st_pointonsurface(geom))) stored,
  lat double precision generated always as (extensions.st_y(extensions.st_pointonsurface(geom))) stored,
  like muster.stored including all,
  id uuid not null default gen_random_uuid() unique,
  -- Itself: whoever may read a district may read its history.
  district_code text collate "C" generated always as (code) stored,
  -- Where name and boundary are from; null = nobody recorded it.
  source text check (muster.is_text(source)),
  observed_at timestamptz check (observed_at <= now() + interval '1 day'),
  check ((parent_code is null) = (level = 'root')),
  constraint district_created_at_year_check check (muster.is_near_our_time(created_at)),
  constraint district_updated_at_year_check check (muster.is_near_our_time(updated_at)),
  constraint district_archived_at_year_check check (muster.is_near_our_time(archived_at)),
  constraint district_observed_at_year_check check (muster.is_near_our_time(observed_at))
);
create unique index district_one_root on public.district ((parent_code is null)) where parent_code is null;
create index district_parent on public.district (parent_code);
create index district_changed on public.district (changed_xid);
create index district_geom on public.district using gist (geom);

-- Path from the parent's path; a child is of a lower level than its parent; no cycles; nothing hangs below what is
-- retired; nobody moves his own home.
create function muster.place_district() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
  levels constant text[] := array['root', 'province', 'prefecture', 'county', 'township', 'village'];
  parent public.district;
begin
  if tg_op = 'UPDATE' then
    new.id := old.id;
    if new.level <> old.level and exists (
      select from public.district d
      where d.parent_code = new.code and d.archived_at is null
        and array_position(levels, d.level) <= array_position(levels, new.level)
    ) then
      raise exception 'a % has districts of its own level or above below it', new.level
        using errcode = '23514', constraint = 'district_level_order';
    end if;
    if new.parent_code is distinct from old.parent_code and new.code = muster.my_home() then
      raise exception 'a person cannot move the district he belongs to' using errcode = '42501';
    end if;
  end if;
  if new.parent_code is null then
    new.path := '/' || new.code || '/';
    return new;
  end if;
  select * into parent from public.district d where d.code = new.parent_code;
  if not found then
    raise exception 'district % does not exist', new.parent_code using errcode = '23503';
  end if;
  if position('/' || new.code || '/' in parent.path) > 0 then
    raise exception 'district % cannot lie below itself', new.code
      using errcode = '23514', constraint = 'district_below_itself';
  end if;
  if array_position(levels, new.level) <= array_position(levels, parent.level) then
    raise exception 'a % cannot lie below a %', new.level, parent.level
      using errcode = '23514', constraint = 'district_level_order';
  end if;
  if parent.archived_at is not null and new.archived_at is null then
    raise exception 'district % is retired', parent.code
      using errcode = '23514', constraint = 'district_retired';
  end if;
  new.path := parent.path || new.code || '/';
  return new;
end
$$;

-- A moved district takes everything below it along, one generation at a time; nobody edited those, so that their
-- versions stay. What a person could see before and what he can see now differ: every console starts over.
create function muster.carry_districts() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  update public.district set path = '', changed_xid = '0' where parent_code = new.code;
  if new.parent_code is distinct from old.parent_code then
    perform muster.renew_epoch();
  end if;
  return null;
end
$$;

-- Changes of districts in the audit: they decide who may act where. An import is one event of its own; what it moves,
-- retires or brings back is told besides.
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

revoke execute on function muster.place_district, muster.carry_districts, muster.note_district,
  muster.note_deleted_districts from public;

create trigger a_key before update on public.district for each row execute function muster.keep_key('code');
create trigger b_place before insert or update on public.district
  for each row execute function muster.place_district();
create trigger c_stamp before insert or update on public.district for each row execute function muster.stamp();
create trigger d_carry after update on public.district
  for each row when (new.path is distinct from old.path) execute function muster.carry_districts();
create trigger e_forget after delete on public.district referencing old table as deleted
  for each statement execute function muster.forget_deleted();
create trigger e_remember_change after update on public.district referencing old table as former new table as changed
  for each statement execute function muster.remember_change();
create trigger e_remember_creation after insert on public.district referencing new table as created
  for each statement execute function muster.remember_creation();
create trigger f_keep_used after update on public.district referencing old table as former new table as changed
  for each statement execute function muster.keep_used_districts();
create trigger g_audit after insert or update on public.district
  for each row execute function muster.note_district();
create trigger g_audit_deletion after delete on public.district referencing old table as deleted
  for each statement execute function muster.note_deleted_districts();
create trigger z_tell_change after insert or update or delete on public.district
  for each statement execute function muster.tell_change();

-- Whether a district belongs to the demonstration decides what the next start deletes: only tools say so, and the rights name
-- every column but that one. (What a person may write, column by column, is judged in tests/database/writable-columns.test.ts.)
revoke all on public.district from public, anon, authenticated;
grant select,
  insert (code, parent_code, path, name, level, timezone, geom, version, created_at, updated_at, updated_by, archived_at,
    changed_xid, id, source, observed_at),
  update (code, parent_code, path, name, level, timezone, geom, version, created_at, updated_at, updated_by, archived_at,
    changed_xid, id, source, observed_at)
  on public.district to authenticated;
grant all on public.district to service_role;
alter table public.district enable row level security;

-- The districts above his own are names and borders to a person, those below are his.
create policy district_select on public.district for select to authenticated using (
  code in (select muster.my_districts('admin', 'commander', 'planner', 'field', 'viewer'))
  or code in (select muster.my_lineage())
);
create policy district_insert on public.district for insert to authenticated
  with check (parent_code in (select muster.my_districts('admin')));
create policy district_update on public.district for update to authenticated
  using (code in (select muster.my_districts('admin')))
  with check (
    parent_code in (select muster.my_districts('admin'))
    or code = (select muster.my_home())
  );
