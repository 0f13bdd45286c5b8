-- base_feature: what the local base map draws (land, water, roads, places). Seen by everybody who may sign in.

create table public.base_feature (
  id uuid primary key default gen_random_uuid(),
  district_code text collate "C" not null references public.district (code),
  layer text not null
    check (layer in ('land', 'water', 'waterway', 'green', 'relief', 'road', 'railway', 'place')),
  class text not null check (muster.is_text(class, 60)),
  name text check (muster.is_text(name)),
  external_id text check (muster.is_text(external_id)),
  source text not null check (muster.is_text(source)),
  geom extensions.geometry (Geometry, 4326) not null check (muster.is_on_earth(geom)),
  lng double precision generated always as (extensions.st_x(extensions.st_pointonsurface(geom))) stored,
  lat double precision generated always as (extensions.st_y(extensions.st_pointonsurface(geom))) stored,
  like muster.stored including all,
  unique (district_code, external_id),
  constraint base_feature_created_at_year_check check (muster.is_near_our_time(created_at)),
  constraint base_feature_updated_at_year_check check (muster.is_near_our_time(updated_at)),
  constraint base_feature_archived_at_year_check check (muster.is_near_our_time(archived_at))
);
create index base_feature_changed on public.base_feature (changed_xid);
create index base_feature_geom on public.base_feature using gist (geom);

create trigger a_key before update on public.base_feature for each row execute function muster.keep_key('id');
create trigger c_stamp before insert or update on public.base_feature for each row execute function muster.stamp();
-- Its history is kept only for what an import does, so that it can be undone: nobody asks who drew a stream.
create trigger e_forget after delete on public.base_feature referencing old table as deleted
  for each statement execute function muster.forget_deleted();
create trigger e_remember_change after update on public.base_feature referencing old table as former new table as changed
  for each statement when (muster.running_import() is not null) execute function muster.remember_change();
create trigger e_remember_creation after insert on public.base_feature referencing new table as created
  for each statement when (muster.running_import() is not null) execute function muster.remember_creation();
create trigger f_retired after insert on public.base_feature referencing new table as created
  for each statement execute function muster.refuse_retired();
create trigger w_retired after update on public.base_feature for each row
  when (new.archived_at is null and (old.archived_at is not null or new.district_code <> old.district_code))
  execute function muster.refuse_retired_move();
create trigger y_note_move after update on public.base_feature
  for each row when (new.district_code <> old.district_code) execute function muster.note_move();
create trigger z_tell_change after insert or update or delete on public.base_feature
  for each statement execute function muster.tell_change();

revoke all on public.base_feature from public, anon, authenticated;
grant select, insert, update on public.base_feature to authenticated;
grant all on public.base_feature to service_role;
alter table public.base_feature enable row level security;

create policy base_feature_select on public.base_feature for select to authenticated
  using ((select muster.my_role()) is not null);
create policy base_feature_insert on public.base_feature for insert to authenticated
  with check (district_code in (select muster.my_districts('admin', 'planner')));
create policy base_feature_update on public.base_feature for update to authenticated
  using (district_code in (select muster.my_districts('admin', 'planner')))
  with check (district_code in (select muster.my_districts('admin', 'planner')));

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

revoke execute on function public.base_features_page from public, anon;
grant execute on function public.base_features_page to authenticated, service_role;
