-- What a settlement and the five resources share: identity, place, and where the fact is from.

-- Column template (`like muster.resource including all`); it never holds a row.
-- lng/lat are a point on the geometry: the point itself, or a point on the line or inside the area.
create table muster.resource (
  id uuid primary key default gen_random_uuid(),
  district_code text collate "C" not null,
  name text not null check (muster.is_text(name)),
  address text check (muster.is_text(address, 1000)),
  external_id text check (muster.is_text(external_id)),
  note text check (length(note) <= 20000),
  source text not null check (muster.is_text(source)),
  observed_at timestamptz check (observed_at <= now() + interval '1 day'),
  verified_at timestamptz check (verified_at <= now() + interval '1 day'),
  verified_by uuid,
  -- Which fields residents may see; nothing until somebody with the right says so.
  published jsonb not null default '{}' check (jsonb_typeof(published) = 'object'),
  geom extensions.geometry (Geometry, 4326) check (muster.is_on_earth(geom)),
  lng double precision generated always as (extensions.st_x(extensions.st_pointonsurface(geom))) stored,
  lat double precision generated always as (extensions.st_y(extensions.st_pointonsurface(geom))) stored,
  like muster.stored including all,
  unique (district_code, external_id),
  check (verified_by is null or verified_at is not null)
);
create index resource_changed on muster.resource (changed_xid);
create index resource_geom on muster.resource using gist (geom);
create index resource_geography on muster.resource using gist ((geom::extensions.geography));
