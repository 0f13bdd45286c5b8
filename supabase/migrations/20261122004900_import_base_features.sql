-- Drawing data (roads, water, places) through the import screen: staged, written and undone like any other kind. Its
-- history is kept only for what an import does, so that it can be undone: nobody asks who drew a stream.

alter table public.import_row drop constraint import_row_kind_check,
  add constraint import_row_kind_check check (kind in ('settlement', 'hazard', 'shelter', 'depot', 'stock_lot', 'team',
    'evacuation_route', 'contact', 'incident', 'closure', 'stock_movement', 'occupancy_movement', 'base_feature'));

create trigger e_remember_creation after insert on public.base_feature referencing new table as created
  for each statement when (muster.running_import() is not null) execute function muster.remember_creation();
create trigger e_remember_change after update on public.base_feature
  referencing old table as former new table as changed
  for each statement when (muster.running_import() is not null) execute function muster.remember_change();
create trigger e_forget after delete on public.base_feature referencing old table as deleted
  for each statement execute function muster.forget_deleted();

-- What a file of drawing data is compared with, archived or not, in the order of the ids after p_after. Consoles hold
-- the same features without what tells one from another (see kept_back).
create function public.base_features_page(p_after uuid default null, p_limit int default 1000) returns json
language sql stable set search_path = ''
as $$
  select coalesce(json_agg(row_to_json(f)), '[]') from (
    select t.id, t.district_code, t.external_id, t.name, t.layer, t.class, t.source, t.version, t.archived_at,
      t.lng, t.lat, case when extensions.geometrytype(t.geom) <> 'POINT'
        then extensions.st_asgeojson(t.geom, 7)::json end as geometry
    from public.base_feature t
    where p_after is null or t.id > p_after
    order by t.id limit least(greatest(coalesce(p_limit, 1000), 1), 5000)
  ) f
$$;
revoke execute on function public.base_features_page(uuid, int) from public, anon;
grant execute on function public.base_features_page(uuid, int) to authenticated, service_role;
