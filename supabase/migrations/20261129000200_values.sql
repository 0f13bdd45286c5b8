-- What a value may be: the checks that the columns of every table share.
-- These functions are bound when they are made (`return`, not a string), so that no search path changes what they mean and
-- the planner may inline them: they run for every row written.

-- A text a person can read: something other than blanks (the ideographic space included) and of bounded length.
create function muster.is_text(value text, longest int default 500) returns boolean
language sql immutable parallel safe
return btrim(value, E' \t\r\n\u00a0\u3000') <> '' and length(value) <= longest;

-- A list of such texts.
create function muster.are_texts(list text[]) returns boolean
language sql immutable parallel safe
return (select coalesce(bool_and(coalesce(muster.is_text(entry), false)), true) from unnest(list) entry);

-- A time that people of today can mean. PostgreSQL also knows -infinity, infinity and the years 4713 BC to 294276; clocks,
-- sheets and programs write such values by mistake (0001-01-01 is what some programs export for "none"), and a screen that
-- computes an age from one shows nonsense, or nothing at all. From 1868, when the oldest era that registers are dated by begins
-- (src/core/import/values/dates.ts reads the same years), until the end of 2200; a day wider at both ends, because the day of a
-- moment depends on the place. Every `timestamptz` of every table has this check under the name <table>_<column>_year_check
-- (supabase/tests/175_times.sql asks the catalogue and tries each); days (`date`) have narrower ends of their own.
create function muster.is_near_our_time(value timestamptz) returns boolean
language sql immutable parallel safe
return value between '1867-12-31 00:00+00'::timestamptz and '2201-01-02 00:00+00'::timestamptz;

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

revoke execute on function muster.is_text, muster.are_texts, muster.is_near_our_time, muster.event_class,
  muster.is_suitability, muster.is_equipment from public;
grant execute on function muster.is_text, muster.are_texts, muster.is_near_our_time, muster.event_class,
  muster.is_suitability, muster.is_equipment to authenticated, service_role;
