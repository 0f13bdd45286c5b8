-- The ground everything stands on: PostGIS, the private schema `muster`, and the words and shapes every table shares.
-- Schema `muster` is never exposed by the API; what stands in it is called from policies, constraints and triggers.

create schema if not exists extensions;
create extension if not exists postgis with schema extensions;

create schema muster;
revoke all on schema muster from public;
grant usage on schema muster to authenticated, service_role;

-- Hosted Supabase grants every new table to the API roles. Here a table starts closed and says what it opens.
alter default privileges in schema public revoke all on tables from anon, authenticated;
alter default privileges in schema public revoke all on sequences from anon, authenticated;
alter default privileges in schema public revoke execute on functions from anon, authenticated;

-- The functions below are bound when they are made (`return`, not a string), so that no search path changes what they
-- mean and the planner may inline them: they run for every row written.

-- A text a person can read: something other than blanks (the ideographic space included) and of bounded length.
create function muster.is_text(value text, longest int default 500) returns boolean
language sql immutable parallel safe
return btrim(value, E' \t\r\n\u00a0\u3000') <> '' and length(value) <= longest;

-- A list of such texts.
create function muster.are_texts(list text[]) returns boolean
language sql immutable parallel safe
return (select coalesce(bool_and(coalesce(muster.is_text(entry), false)), true) from unnest(list) entry);

-- A geometry that lies on the earth: not empty, valid, every coordinate finite and within ±180° / ±90°.
-- EPSG 4326 and two dimensions are the column type's business. (NaN sorts above every number, so the bounds refuse it.)
create function muster.is_on_earth(shape extensions.geometry) returns boolean
language sql immutable parallel safe
return not extensions.st_isempty(shape)
  and extensions.st_xmin(shape) between -180 and 180 and extensions.st_xmax(shape) between -180 and 180
  and extensions.st_ymin(shape) between -90 and 90 and extensions.st_ymax(shape) between -90 and 90
  and extensions.st_isvalid(shape);

-- The class of an event kind; null for a kind nobody knows. Same words as src/core/model/kinds.ts (a test compares).
create function muster.event_class(kind text) returns text
language sql immutable parallel safe
return case
    when kind in ('flood', 'waterlogging', 'debris_flow', 'landslide', 'earthquake', 'typhoon', 'storm_surge',
      'tsunami', 'volcano', 'wildfire', 'drought', 'cold_wave', 'other_natural') then 'natural'
    when kind in ('fire', 'explosion', 'hazardous_chemical', 'traffic', 'mine', 'building_collapse', 'pipeline',
      'dam_break', 'drowning', 'other_accident') then 'accident'
    when kind in ('epidemic', 'food_poisoning', 'animal_epidemic', 'water_pollution', 'other_health')
      then 'public_health'
    when kind in ('crowd', 'mass_incident', 'public_security', 'other_social') then 'social_security'
  end;

-- {"flood": "yes", "earthquake": "no", "fire": "unknown"}: known kinds, closed answers.
create function muster.is_suitability(value jsonb) returns boolean
language sql immutable parallel safe
return case when jsonb_typeof(value) = 'object' then (
    select coalesce(bool_and(muster.event_class(key) is not null and coalesce(answer in ('yes', 'no', 'unknown'), false)), true)
    from jsonb_each_text(value) entry (key, answer)) else false end;

-- [{"item": "…", "quantity": 3 | null, "unit": "台" | null}, …]
create function muster.is_equipment(value jsonb) returns boolean
language sql immutable parallel safe
return case when jsonb_typeof(value) = 'array' then (
    select coalesce(bool_and(
      jsonb_typeof(entry) = 'object'
      and coalesce(jsonb_typeof(entry -> 'item') = 'string' and muster.is_text(entry ->> 'item'), false)
      and coalesce(jsonb_typeof(entry -> 'unit'), 'null') in ('string', 'null')
      and case coalesce(jsonb_typeof(entry -> 'quantity'), 'null')
        when 'null' then true
        when 'number' then (entry ->> 'quantity')::numeric between 0 and 1e12
        else false end), true)
    from jsonb_array_elements(value) entry) else false end;

revoke execute on all functions in schema muster from public;
grant execute on all functions in schema muster to authenticated, service_role;
