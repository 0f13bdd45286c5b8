-- Who may do what, decided in one place. Every policy of every table asks one of these functions, always inside a
-- sub-select, so that the planner evaluates it once per statement and probes a hash for each row.
--
-- A person acts with the role of his profile, in the subtree of his profile's district. No profile, or a disabled one,
-- yields no role and no district. Nobody deletes through the API: rows are archived. Row level security is enabled but
-- not forced: the owner of the tables is the tool connection (import, restore, demo), which is meant to pass.

-- The session of the caller's token; null where the token names none.
create function muster.my_session() returns uuid
language sql stable
return (nullif(current_setting('request.jwt.claims', true), '')::jsonb ->> 'session_id')::uuid;

-- Called wherever rights are asked for: whoever asks in an ended session is told to sign in (HTTP 401).
create function muster.refuse_ended_session() returns void
language plpgsql stable security definer set search_path = ''
as $$
begin
  if exists (select from muster.ended_session e where e.id = muster.my_session()) then
    raise exception 'this session has been ended' using errcode = 'PT401';
  end if;
end
$$;

-- The caller's role, or null.
create function muster.my_role() returns text
language plpgsql stable security definer set search_path = ''
as $$
begin
  perform muster.refuse_ended_session();
  return (select p.role from public.profile p where p.user_id = auth.uid() and p.disabled_at is null);
end
$$;

-- The caller's own district, or null.
create function muster.my_home() returns text
language plpgsql stable security definer set search_path = ''
as $$
begin
  perform muster.refuse_ended_session();
  return (select p.district_code from public.profile p where p.user_id = auth.uid() and p.disabled_at is null);
end
$$;

-- The district codes in which the caller acts with one of the stated roles: his home and everything below it.
-- Codes hold no '~', so the range is exactly the subtree and an index on path serves it.
create function muster.my_districts(variadic roles text[]) returns setof text
language plpgsql stable security definer set search_path = '' rows 200
as $$
begin
  perform muster.refuse_ended_session();
  return query
    select d.code
    from public.profile p
    join public.district home on home.code = p.district_code
    join public.district d on d.path >= home.path and d.path < home.path || '~'
    where p.user_id = auth.uid() and p.disabled_at is null and p.role = any (roles);
end
$$;

-- The caller's home and the districts above it: their names and their thresholds hold for him.
create function muster.my_lineage() returns setof text
language plpgsql stable security definer set search_path = '' rows 6
as $$
begin
  perform muster.refuse_ended_session();
  return query
    select unnest(string_to_array(btrim(home.path, '/'), '/'))
    from public.profile p
    join public.district home on home.code = p.district_code
    where p.user_id = auth.uid() and p.disabled_at is null;
end
$$;

-- The name of the signed-in person as his profile states it; null for a tool.
create function muster.my_name() returns text
language plpgsql stable security definer set search_path = ''
as $$
begin
  return (select p.display_name from public.profile p where p.user_id = auth.uid());
end
$$;

revoke execute on function muster.my_session, muster.refuse_ended_session, muster.my_role, muster.my_home,
  muster.my_districts, muster.my_lineage, muster.my_name from public;
grant execute on function muster.my_role, muster.my_home, muster.my_districts, muster.my_lineage, muster.my_name
  to authenticated, service_role;
