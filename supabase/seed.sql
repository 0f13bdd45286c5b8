-- A few made-up records for a local `supabase db reset`, so that the console opens on something. Marked as
-- demonstration data; never run against a real project (`supabase db push` does not run it). Accounts are made with
-- `npm run user -- add`.

begin;

insert into public.district (code, parent_code, name, level, is_demo, geom) values
  ('demo-seed', '0', '示例县（演示）', 'county', true,
    'SRID=4326;MULTIPOLYGON(((112.90 29.30,113.10 29.30,113.10 29.45,112.90 29.45,112.90 29.30)))'),
  ('demo-seed-1', 'demo-seed', '河口镇（演示）', 'township', true, null)
on conflict (code) do nothing;

insert into public.settlement (district_code, external_id, name, source, observed_at, geom, people, people_need_help)
values
  ('demo-seed-1', 'seed-1', '河口村', '演示数据', '2026-05-01T00:00:00+08:00', 'SRID=4326;POINT(112.951 29.361)', 860, 74),
  ('demo-seed-1', 'seed-2', '堤角村', '演示数据', null, 'SRID=4326;POINT(112.978 29.352)', null, null)
on conflict (district_code, external_id) do nothing;

insert into public.hazard (district_code, external_id, name, source, geom, class, kind, level, people_at_risk)
values
  ('demo-seed-1', 'seed-1', '河口段堤防', '演示数据',
    'SRID=4326;LINESTRING(112.945 29.357,112.962 29.355,112.981 29.349)', 'natural', 'flood', 2, 1400)
on conflict (district_code, external_id) do nothing;

insert into public.shelter (district_code, external_id, name, source, observed_at, geom, kind, state, capacity, suitability)
values
  ('demo-seed-1', 'seed-1', '河口中学操场', '演示数据', '2026-03-12T00:00:00+08:00', 'SRID=4326;POINT(112.957 29.368)',
    '学校操场', 'standby', 1200, '{"flood": "no", "earthquake": "yes"}')
on conflict (district_code, external_id) do nothing;

insert into public.depot (district_code, external_id, name, source, geom) values
  ('demo-seed', 'seed-1', '县救灾物资库', '演示数据', 'SRID=4326;POINT(113.001 29.381)')
on conflict (district_code, external_id) do nothing;

with lot as (
  insert into public.stock_lot (depot_id, district_code, external_id, item, unit, source)
  select d.id, d.district_code, 'seed-1', '救生衣', '件', '演示数据'
  from public.depot d where d.district_code = 'demo-seed' and d.external_id = 'seed-1'
  on conflict (depot_id, external_id) do nothing
  returning id, district_code
)
insert into public.stock_movement (lot_id, district_code, movement, quantity, reason)
select lot.id, lot.district_code, 'count', 50, '盘点' from lot;

insert into public.team (district_code, external_id, name, source, geom, kind, capabilities, people,
  mobilisation_day_s, mobilisation_night_s, availability, availability_at)
values
  ('demo-seed-1', 'seed-1', '河口镇应急分队', '演示数据', 'SRID=4326;POINT(112.955 29.363)', '乡镇应急队',
    array['抢险', '转移群众'], 46, 900, 1800, 'available', '2026-06-01T08:00:00+08:00')
on conflict (district_code, external_id) do nothing;

commit;
