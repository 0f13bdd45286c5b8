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
  unique (district_code, external_id)
);
create index base_feature_changed on public.base_feature (changed_xid);
create index base_feature_geom on public.base_feature using gist (geom);

create trigger a_key before update on public.base_feature for each row execute function muster.keep_key('id');
create trigger c_stamp before insert or update on public.base_feature for each row execute function muster.stamp();

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
