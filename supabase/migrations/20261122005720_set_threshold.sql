-- A threshold of a district by one call: made, changed, or brought back from the archive (there is one row per district
-- and key, so that its history is one). Runs as the caller; the policies decide. The way back to the inherited one is
-- save_record with archived_at.
-- @param p_version the version the change is based on; null = the district had none of its own
-- @returns {outcome: saved | conflict | gone, record}; conflict brings the record as it is now
create function public.set_threshold(
  p_district text, p_key text, p_version int, p_value numeric, p_unit text, p_source text, p_clause text
) returns json
language plpgsql set search_path = ''
as $$
declare
  held public.district_setting;
  written uuid;
begin
  select * into held from public.district_setting t where t.district_code = p_district and t.key = p_key for update;
  if held.id is null then
    if p_version is not null then
      return json_build_object('outcome', 'gone', 'record', null);
    end if;
    insert into public.district_setting (district_code, key, value, unit, source, clause)
    values (p_district, p_key, p_value, p_unit, p_source, p_clause) returning id into written;
  elsif (case when held.archived_at is null then held.version end) is not distinct from p_version then
    update public.district_setting t
    set value = p_value, unit = p_unit, source = p_source, clause = p_clause, verified_at = null, archived_at = null
    where t.id = held.id returning t.id into written;
  end if;
  return json_build_object(
    'outcome', case when written is null then 'conflict' else 'saved' end,
    'record', public.record_row('district_setting', coalesce(written, held.id)));
end
$$;

revoke execute on function public.set_threshold(text, text, int, numeric, text, text, text) from public, anon;
grant execute on function public.set_threshold(text, text, int, numeric, text, text, text) to authenticated, service_role;
