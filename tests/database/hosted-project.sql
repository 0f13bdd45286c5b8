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
-- The tables of GoTrue that the register touches, as its migrations leave them (github.com/supabase/auth, migrations/, 2026-08).
create table auth.users (
  instance_id uuid, id uuid primary key, aud varchar(255), role varchar(255), email varchar(255),
  encrypted_password varchar(255), email_confirmed_at timestamptz, invited_at timestamptz,
  confirmation_token varchar(255), confirmation_sent_at timestamptz, recovery_token varchar(255),
  recovery_sent_at timestamptz, email_change_token_new varchar(255), email_change varchar(255),
  email_change_sent_at timestamptz, last_sign_in_at timestamptz, raw_app_meta_data jsonb, raw_user_meta_data jsonb,
  is_super_admin boolean, created_at timestamptz, updated_at timestamptz, phone text unique, phone_confirmed_at timestamptz,
  phone_change text default '', phone_change_token varchar(255) default '', phone_change_sent_at timestamptz,
  confirmed_at timestamptz generated always as (least(email_confirmed_at, phone_confirmed_at)) stored,
  email_change_token_current varchar(255) default '', email_change_confirm_status smallint default 0,
  banned_until timestamptz, reauthentication_token varchar(255) default '', reauthentication_sent_at timestamptz,
  is_sso_user boolean not null default false, deleted_at timestamptz, is_anonymous boolean not null default false
);
-- Which of its own migrations ran (Pop, the library that runs them). What tells its database from one of this project's.
create table auth.schema_migrations (version varchar(255) primary key);
insert into auth.schema_migrations values ('20210710035447'), ('20251111201300');
create table auth.sessions (
  id uuid primary key, user_id uuid not null references auth.users (id) on delete cascade, created_at timestamptz,
  updated_at timestamptz, factor_id uuid, aal text, not_after timestamptz, refreshed_at timestamp, user_agent text,
  ip inet, tag text, oauth_client_id uuid, refresh_token_hmac_key text, refresh_token_counter bigint,
  scopes text check (char_length(scopes) <= 4096)
);
create unique index users_email_partial_key on auth.users (email) where (is_sso_user = false);
create table auth.identities (
  provider_id text not null, user_id uuid not null references auth.users (id) on delete cascade,
  identity_data jsonb not null, provider text not null, last_sign_in_at timestamptz, created_at timestamptz,
  updated_at timestamptz, email text generated always as (lower(identity_data ->> 'email')) stored,
  id uuid primary key default gen_random_uuid(), unique (provider_id, provider)
);
create table auth.refresh_tokens (
  instance_id uuid, id bigint generated always as identity primary key, token varchar(255) unique, user_id varchar(255),
  revoked boolean, created_at timestamptz, updated_at timestamptz, parent varchar(255),
  session_id uuid references auth.sessions (id) on delete cascade
);
alter table auth.schema_migrations owner to hosted_auth_admin;
alter table auth.users owner to hosted_auth_admin;
alter table auth.sessions owner to hosted_auth_admin;
alter table auth.identities owner to hosted_auth_admin;
alter table auth.refresh_tokens owner to hosted_auth_admin;
create function auth.uid() returns uuid language sql stable as $$
  select coalesce(
    nullif(current_setting('request.jwt.claim.sub', true), ''),
    (nullif(current_setting('request.jwt.claims', true), '')::jsonb ->> 'sub')
  )::uuid
$$;
grant usage on schema auth, extensions, public to anon, authenticated, service_role, hosted_owner;
grant create on schema public to hosted_owner;
grant all on all tables in schema auth to hosted_owner;

alter default privileges for role hosted_owner in schema public grant all on tables to anon, authenticated, service_role;
alter default privileges for role hosted_owner in schema public grant all on sequences to anon, authenticated, service_role;
alter default privileges for role hosted_owner in schema public grant all on functions to anon, authenticated, service_role;

-- PostgREST signs in as `authenticator`, which may nothing, and becomes whom a token names; the times are those of a new project.
do $$
begin
  if not exists (select from pg_roles where rolname = 'authenticator') then
    create role authenticator noinherit login;
  end if;
end
$$;
grant anon, authenticated, service_role to authenticator;
alter role authenticator set statement_timeout = '8s';
alter role anon set statement_timeout = '3s';
alter role authenticated set statement_timeout = '8s';
