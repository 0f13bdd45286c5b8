-- What hosted Supabase gives a new project for free, for a plain PostgreSQL and for PGlite. Run once, as a superuser
-- and before the migrations; running it again changes nothing. The tables and functions of schema auth come from the
-- gateway (`app.ensureSystemSchema()`), before or after this file.

do $$
begin
  if not exists (select from pg_roles where rolname = 'anon') then
    create role anon nologin noinherit;
  end if;
  if not exists (select from pg_roles where rolname = 'authenticated') then
    create role authenticated nologin noinherit;
  end if;
  if not exists (select from pg_roles where rolname = 'service_role') then
    create role service_role nologin noinherit bypassrls;
  end if;
end
$$;

create schema if not exists extensions;
create schema if not exists auth;

grant usage on schema public, extensions, auth to anon, authenticated, service_role;

-- Nobody but the owner creates objects in public (hosted Supabase and PostgreSQL 15 say so too).
revoke create on schema public from public, anon, authenticated;

-- Unqualified PostGIS names in a tool's session are found, as on hosted Supabase.
do $$
begin
  execute format('alter database %I set search_path to "$user", public, extensions', current_database());
end
$$;
