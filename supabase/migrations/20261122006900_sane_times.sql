-- Every time is one that people of today can mean. PostgreSQL also knows -infinity, infinity and the years 4713 BC to 294276;
-- clocks, sheets and programs write such values by mistake (0001-01-01 is what some programs export for "none"), and a screen that
-- computes an age from one shows nonsense, or nothing at all.

-- From 1868, when the oldest era that registers are dated by begins (src/core/import/values/dates.ts reads the same years), until the
-- end of 2200; a day wider at both ends, because the day of a moment depends on the place.
create function muster.is_near_our_time(value timestamptz) returns boolean
language sql immutable parallel safe
return value between '1867-12-31 00:00+00'::timestamptz and '2201-01-02 00:00+00'::timestamptz;

revoke execute on function muster.is_near_our_time(timestamptz) from public;
grant execute on function muster.is_near_our_time(timestamptz) to authenticated, service_role;

-- Every time there is, in the templates too, from which later tables take theirs. Days (`date`) have narrower ends of their own;
-- supabase/tests/175_times.sql asks the catalogue and tries each.
do $$
declare
  told record;
begin
  for told in
    select c.oid::regclass as relation, c.relname, a.attname
    from pg_catalog.pg_class c join pg_catalog.pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where c.relkind = 'r' and a.atttypid = 'timestamptz'::regtype and a.attgenerated = ''
      and (c.relnamespace = 'public'::regnamespace
        or c.relnamespace = 'muster'::regnamespace and c.relname in ('stored', 'resource'))
    order by c.relname, a.attnum
  loop
    execute format('alter table %s add constraint %I check (muster.is_near_our_time(%I))', told.relation,
      told.relname || '_' || told.attname || '_year_check', told.attname);
  end loop;
end
$$;
