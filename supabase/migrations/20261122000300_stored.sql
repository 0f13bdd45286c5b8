-- What every stored row carries, and the triggers that keep it true whatever a client sends.
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

-- A row without what is computed from it: generated columns are not filled in yet when a BEFORE trigger looks, and the
-- change number is no fact. What is left is what somebody recorded.
create function muster.facts(row_as_json jsonb) returns jsonb
language sql immutable parallel safe set search_path = ''
as $$ select row_as_json - array['changed_xid', 'lng', 'lat', 'position_lng', 'position_lat'] $$;

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

-- verified_at / verified_by: a person may say "I verified this, now", or withdraw it; he cannot speak for another.
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

-- A primary key never changes: other consoles know the row by it.
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

-- Some roles change only what an operation changes (a team's availability), never the register itself.
-- Arguments: the roles, comma-separated, then the columns they may change.
create function muster.limit_columns() returns trigger
language plpgsql set search_path = ''
as $$
declare
  free constant text[] := tg_argv[1:] || array['version', 'created_at', 'updated_at', 'updated_by'];
begin
  if muster.my_role() = any (string_to_array(tg_argv[0], ',')) then
    if muster.facts(to_jsonb(new)) - free <> muster.facts(to_jsonb(old)) - free then
      raise exception 'this role may change only % of a %', array_to_string(tg_argv[1:], ', '), tg_table_name
        using errcode = '42501';
    end if;
  end if;
  return new;
end
$$;

revoke execute on function muster.facts(jsonb), muster.stamp(), muster.stamp_verification(), muster.keep_key(),
  muster.limit_columns() from public;
grant execute on function muster.facts(jsonb) to authenticated, service_role;
