-- What an import knows a lot by travels to the console: without it a list that comes again would make its lots anew.
create or replace function muster.kept_back(p_kind text) returns text[]
language sql immutable parallel safe set search_path = ''
as $$
  select array['geom', 'position', 'changed_xid', 'published'] || case
    when p_kind = 'base_feature' then array['external_id', 'source', 'version', 'created_at', 'updated_at', 'updated_by']
    when p_kind in ('incident', 'closure') then array['external_id']
    else '{}' end
$$;
