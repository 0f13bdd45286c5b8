-- What every stored row carries, what the resources share, and the triggers that keep both true whatever a client sends.
-- A caller with a user id is a person at a console. A caller without one is a tool (superuser, table owner or
-- service_role: import, restore, demo): its statements about the past are taken as they are.

-- Column template (`like muster.stored including all`); it never holds a row.
create table muster.stored (
  version int not null default 1 check (version >= 1),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  updated_by uuid,
  archived_at timestamptz,
  -- The transaction that last changed the row, or something summed into it: what synchronisation asks for.
  changed_xid xid8 not null default pg_current_xact_id()
);

-- What a settlement and the five resources share: identity, place, and where the fact is from. Column template
-- (`like muster.resource including all`); it never holds a row. Each of them adds who disputes it and why.
-- lng/lat are a point on the geometry: the point itself, or a point on the line or inside the area.
create table muster.resource (
  id uuid primary key default gen_random_uuid(),
  district_code text collate "C" not null,
  name text not null check (muster.is_text(name)),
  address text check (muster.is_text(address, 1000)),
  external_id text check (muster.is_text(external_id)),
  note text check (length(note) <= 20000),
  source text not null check (muster.is_text(source)),
  observed_at timestamptz check (observed_at <= now() + interval '1 day'),
  verified_at timestamptz check (verified_at <= now() + interval '1 day'),
  verified_by uuid,
  -- Which fields residents may see; nothing until somebody with the right says so.
  published jsonb not null default '{}' check (jsonb_typeof(published) = 'object'),
  geom extensions.geometry (Geometry, 4326) check (muster.is_on_earth(geom)),
  lng double precision generated always as (extensions.st_x(extensions.st_pointonsurface(geom))) stored,
  lat double precision generated always as (extensions.st_y(extensions.st_pointonsurface(geom))) stored,
  like muster.stored including all,
  unique (district_code, external_id),
  check (verified_by is null or verified_at is not null)
);
create index resource_changed on muster.resource (changed_xid);
create index resource_geom on muster.resource using gist (geom);
create index resource_geography on muster.resource using gist ((geom::extensions.geography));

-- Triggers of one table fire in the order of their names, and the first letter says what they are for:
--   a keys and evidence that stay   b what a role may change, and what follows from the row   c who and when
--   d what goes along with the row  e its history   f retired districts   g the audit
--   w, y a move to another district   z telling the gateways

-- A row without what is computed from it: generated columns are not filled in yet when a BEFORE trigger looks, and the
-- change number is no fact. The path of a district follows from where it hangs, and its own district is computed: nobody
-- recorded either. What is left is what somebody recorded.
create function muster.facts(row_as_json jsonb) returns jsonb
language sql immutable parallel safe set search_path = ''
as $$
  select row_as_json - array['changed_xid', 'lng', 'lat', 'position_lng', 'position_lat']
    - case when row_as_json ? 'path' then array['path', 'district_code'] else '{}' end
$$;

-- a: A primary key never changes: other consoles know the row by it.
create function muster.keep_key() returns trigger
language plpgsql set search_path = ''
as $$
declare
  changed boolean;
begin
  case tg_argv[0]
    when 'id' then changed := new.id is distinct from old.id;
    when 'code' then changed := new.code is distinct from old.code;
    when 'user_id' then changed := new.user_id is distinct from old.user_id;
  end case;
  if changed then
    raise exception 'the key of a % cannot change', tg_table_name using errcode = '23514';
  end if;
  return new;
end
$$;

-- a: History is not changed, not even by the owner of the table.
create function muster.keep_evidence() returns trigger
language plpgsql set search_path = ''
as $$
begin
  raise exception 'rows of % are never changed', tg_table_name using errcode = '42501';
end
$$;

-- b: Some roles change only what an operation changes (a team's availability), never the register itself. The limits of a role
-- bind whoever writes a table himself. What a function of ours writes on his behalf it has decided itself (row level security
-- does not bind it either). Arguments: the roles, comma-separated, then the columns they may change.
create function muster.limit_columns() returns trigger
language plpgsql set search_path = ''
as $$
declare
  free constant text[] := tg_argv[1:] || array['version', 'created_at', 'updated_at', 'updated_by'];
begin
  if row_security_active(tg_relid) and muster.my_role() = any (string_to_array(tg_argv[0], ',')) then
    if muster.facts(to_jsonb(new)) - free <> muster.facts(to_jsonb(old)) - free then
      raise exception 'this role may change only % of a %', array_to_string(tg_argv[1:], ', '), tg_table_name
        using errcode = '42501';
    end if;
  end if;
  return new;
end
$$;

-- c: Version, times and author are the database's to say.
create function muster.stamp() returns trigger
language plpgsql set search_path = ''
as $$
declare
  person uuid := auth.uid();
begin
  if tg_op = 'UPDATE' and new.changed_xid = '0'::xid8 then
    if muster.facts(to_jsonb(new)) = muster.facts(to_jsonb(old)) then
      -- A movement was added: the sum must travel, but nobody edited this row, so its version stays.
      new.changed_xid := pg_current_xact_id();
      return new;
    end if;
  end if;
  new.changed_xid := pg_current_xact_id();
  if tg_op = 'INSERT' then
    if person is not null then
      new.version := 1;
      new.created_at := now();
      new.updated_at := now();
      new.updated_by := person;
      new.archived_at := null;
    end if;
    return new;
  end if;
  new.version := old.version + 1;
  new.created_at := old.created_at;
  new.updated_at := now();
  new.updated_by := person;
  if person is not null and new.archived_at is not null then
    new.archived_at := coalesce(old.archived_at, now());
  end if;
  return new;
end
$$;

-- c: verified_at / verified_by: a person may say "I verified this, now", or withdraw it; he cannot speak for another.
create function muster.stamp_verification() returns trigger
language plpgsql set search_path = ''
as $$
declare
  person uuid := auth.uid();
begin
  if person is null then
    return new;
  end if;
  if new.verified_at is null then
    new.verified_by := null;
  elsif tg_op = 'UPDATE' and new.verified_at is not distinct from old.verified_at then
    new.verified_by := old.verified_by;
  else
    new.verified_at := now();
    new.verified_by := person;
  end if;
  return new;
end
$$;

-- c: Whoever disputes is written down as who disputes, now; to edit a disputed record is not to dispute it again.
create function muster.stamp_dispute() returns trigger
language plpgsql set search_path = ''
as $$
declare
  person uuid := auth.uid();
begin
  if new.dispute_reason is null then
    new.disputed_at := null;
    new.disputed_by := null;
  elsif person is null then
    new.disputed_at := coalesce(new.disputed_at, now());
  elsif tg_op = 'UPDATE' and new.dispute_reason is not distinct from old.dispute_reason then
    new.disputed_at := old.disputed_at;
    new.disputed_by := old.disputed_by;
  else
    new.disputed_at := now();
    new.disputed_by := person;
  end if;
  return new;
end
$$;

-- d: Contacts follow their resource into another district, and leave with it: no phone number outlives its reason.
create function muster.carry_contacts() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  if tg_op = 'DELETE' then
    delete from public.contact where resource_kind = tg_table_name and resource_id = old.id;
  else
    update public.contact set district_code = new.district_code
    where resource_kind = tg_table_name and resource_id = new.id;
  end if;
  return null;
end
$$;

-- z: Tells the gateways that it is worth asking, also when somebody else wrote: a tool, another gateway, a person at psql.
create function muster.tell_change() returns trigger
language plpgsql set search_path = ''
as $$
begin
  perform pg_notify('muster_change', '');
  return null;
end
$$;

revoke execute on function muster.facts, muster.keep_key, muster.keep_evidence, muster.limit_columns, muster.stamp,
  muster.stamp_verification, muster.stamp_dispute, muster.carry_contacts, muster.tell_change from public;
grant execute on function muster.facts to authenticated, service_role;
