-- The ground everything stands on: PostGIS, pgcrypto, the private schema `muster`, and tables that start closed.
-- Schema `muster` is never exposed by the API; what stands in it is called from policies, constraints and triggers.

create schema if not exists extensions;
create extension if not exists postgis with schema extensions;
create extension if not exists pgcrypto with schema extensions;

create schema muster;
revoke all on schema muster from public;
grant usage on schema muster to authenticated, service_role;

-- Hosted Supabase grants every new table to the API roles. Here a table starts closed and says what it opens.
alter default privileges in schema public revoke all on tables from anon, authenticated;
alter default privileges in schema public revoke all on sequences from anon, authenticated;
alter default privileges in schema public revoke execute on functions from anon, authenticated;
