-- What a hosted Supabase project looks like before its first migration, as far as it matters: the migrating role is
-- no superuser, PostGIS and the auth schema belong to somebody else, and every new object in public is granted to the
-- API roles.
do $$
declare
  role_name text;
begin
  for role_name in values ('anon'), ('authenticated'), ('service_role'), ('hosted_owner'), ('hosted_auth_admin') loop
    if not exists (select from pg_roles where rolname = role_name) then
      execute format('create role %I nologin', role_name);
    end if;
  end loop;
  alter role service_role bypassrls;
  alter role hosted_owner bypassrls createrole;
  execute format('alter database %I owner to hosted_owner', current_database());
  execute format('alter database %I set search_path to "$user", public, extensions', current_database());
end
$$;

create schema extensions;
create extension postgis with schema extensions;
create schema auth authorization hosted_auth_admin;
create table auth.users (id uuid primary key, email text);
alter table auth.users owner to hosted_auth_admin;
create function auth.uid() returns uuid language sql stable as $$
  select coalesce(
    nullif(current_setting('request.jwt.claim.sub', true), ''),
    (nullif(current_setting('request.jwt.claims', true), '')::jsonb ->> 'sub')
  )::uuid
$$;
grant usage on schema auth, extensions, public to anon, authenticated, service_role, hosted_owner;
grant create on schema public to hosted_owner;
grant all on auth.users to hosted_owner;

alter default privileges for role hosted_owner in schema public grant all on tables to anon, authenticated, service_role;
alter default privileges for role hosted_owner in schema public grant all on sequences to anon, authenticated, service_role;
alter default privileges for role hosted_owner in schema public grant all on functions to anon, authenticated, service_role;
