/** The demo district in a database: accepted by every constraint, sound as geometry, and gone without a trace. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadDemo } from '../../supabase/demo/load.ts';
import { buildNetwork } from '../../src/core/roads/build/build-network.ts';
import { removeDemo } from '../../supabase/demo/remove.ts';
import { demoRoads } from '../../supabase/demo/road-network.ts';
import type { ToolDatabase } from '../../supabase/local/queryable.ts';
import { openServerDatabase } from '../../supabase/local/server-database.ts';
import { removeDemoAccounts } from '../../supabase/demo/accounts.ts';
import { addAccount } from '../../supabase/local/accounts.ts';
import { openPrepared } from '../support/embedded.ts';
import { findPostgres, startPostgres } from '../support/postgres.ts';

const TABLES = [
  'district',
  'district_setting',
  'profile',
  'base_feature',
  'road_network',
  'road_edge',
  'settlement',
  'hazard',
  'rectification_step',
  'shelter',
  'occupancy_movement',
  'depot',
  'stock_lot',
  'stock_movement',
  'team',
  'evacuation_route',
  'contact',
  'incident',
  'closure',
];

/** Every row of every table as text, the epoch apart. */
async function everything(db: ToolDatabase): Promise<Record<string, string[]>> {
  const all: Record<string, string[]> = {};
  for (const table of [
    ...TABLES.map((name) => `public.${name}`),
    'auth.users',
    'auth.identities',
  ]) {
    const rows = await db.query<{ row: string }>(
      `select to_jsonb(t)::text as row from ${table} t order by 1`,
    );
    all[table] = rows.map(({ row }) => row);
  }
  return all;
}

const epochOf = async (db: ToolDatabase): Promise<unknown> =>
  (await db.query<{ epoch: unknown }>('select epoch::text as epoch from muster.database_epoch'))[0]
    ?.epoch;

/** Something that is no demonstration: a district with a shelter, a movement and an account. */
async function settleNeighbour(db: ToolDatabase): Promise<void> {
  await db.query(
    `insert into public.district (code, parent_code, name, level) values ('990', '0', '邻县', 'county')`,
  );
  await db.query(
    `insert into public.shelter (id, district_code, name, kind, source, geom) values
     ('00000000-0000-4000-8000-000000000001', '990', '邻县体育馆', '体育场馆', '台账', 'SRID=4326;POINT(110.9 28)')`,
  );
  await db.query(
    `insert into public.occupancy_movement (shelter_id, movement, people)
     values ('00000000-0000-4000-8000-000000000001', 'count', 12)`,
  );
  await addAccount(db, {
    email: 'planner@neighbour.example',
    password: 'long enough to pass',
    role: 'planner',
    districtCode: '990',
    displayName: '邻县规划',
  });
}

type Opened = ToolDatabase & { end?: () => Promise<void> };

async function openPostgres(): Promise<Opened> {
  const server = await startPostgres();
  const database = await openServerDatabase(await server.createDatabase('prepared'));
  return { ...asTool(database), end: () => server.stop() };
}

function asTool(database: Awaited<ReturnType<typeof openServerDatabase>>): ToolDatabase {
  return {
    tier: 'server',
    query: (sql, params) => database.query(sql, params),
    transaction: async (work) => {
      const transaction = await database.begin();
      try {
        const result = await work(transaction);
        await transaction.end(true);
        return result;
      } catch (error) {
        await transaction.end(false);
        throw error;
      }
    },
    close: () => database.close(),
  };
}

function describeOn(open: () => Promise<Opened>): void {
  let db: Opened;
  let before: Record<string, string[]>;
  const shares: number[] = [];

  beforeAll(async () => {
    db = await open();
    await settleNeighbour(db);
    before = await everything(db);
    await loadDemo(db, new Date(), (share) => shares.push(share));
  }, 120_000);
  afterAll(async () => {
    await db.close();
    await db.end?.();
  });

  const rows = <T extends object>(sql: string): Promise<T[]> => db.query<T>(sql);
  const one = async (sql: string): Promise<unknown> => Object.values((await rows(sql))[0] ?? {})[0];

  it('is accepted whole and tells its progress', async () => {
    expect(Number(await one('select count(*)::int from public.base_feature'))).toBeGreaterThan(
      1_000,
    );
    expect(shares[0]).toBe(0);
    expect(shares.at(-1)).toBe(1);
    expect([...shares].sort((a, b) => a - b)).toEqual(shares);
  });

  it('is not loaded twice', async () => {
    await expect(loadDemo(db, new Date())).rejects.toMatchObject({ key: 'demo.alreadyThere' });
  });

  it('has no invalid, empty or misplaced geometry', async () => {
    for (const table of [
      'district',
      'base_feature',
      'settlement',
      'hazard',
      'shelter',
      'depot',
      'team',
      'evacuation_route',
      'incident',
      'closure',
    ])
      expect([
        table,
        await one(
          `select count(*)::int from public.${table} where geom is not null and (not extensions.st_isvalid(geom)
             or extensions.st_isempty(geom) or not extensions.st_issimple(geom) and extensions.st_dimension(geom) = 2
             or not extensions.st_within(geom, extensions.st_makeenvelope(110.6, 27.78, 111.28, 28.26, 4326)))`,
        ),
      ]).toEqual([table, 0]);
  });

  it('has townships that tile the county exactly', async () => {
    const [sum] = await rows<{ same: boolean; overlaps: number; single: boolean }>(`
      with township as (select geom from public.district where level = 'township' and is_demo)
      select extensions.st_equals((select extensions.st_union(geom) from township),
               (select geom from public.district where code = '990101')) as same,
             (select count(*)::int from public.district a join public.district b
                on a.level = 'township' and b.level = 'township' and a.code < b.code
                and extensions.st_relate(a.geom, b.geom, '2********')) as overlaps,
             (select extensions.st_numgeometries(geom) = 1 from public.district where code = '990101') as single`);
    expect(sum).toEqual({ same: true, overlaps: 0, single: true });
    expect(
      await one(`select count(*)::int from public.settlement s join public.district d on d.code = s.district_code
                 where not extensions.st_covers(d.geom, s.geom)`),
    ).toBe(0);
  });

  it('keeps roads out of the water, bridges apart', async () => {
    const wet = await rows<{ class: string; name: string | null }>(`
      select r.class, r.name from public.base_feature r join public.base_feature w
        on w.layer = 'water' and extensions.st_intersects(r.geom, w.geom)
      where r.layer = 'road' and (r.name is null or r.name !~ '桥$')`);
    expect(wet).toEqual([]);
    const dry = await rows(`
      select r.name from public.base_feature r where r.layer = 'road' and r.name ~ '(大桥|云洄二桥)$' and not exists (
        select from public.base_feature w where w.layer = 'water' and extensions.st_intersects(r.geom, w.geom))`);
    expect(dry).toEqual([]);
  });

  it('keeps people and buildings out of the water', async () => {
    for (const table of ['settlement', 'shelter', 'depot', 'team'])
      expect([
        table,
        await rows(`select r.name from public.${table} r join public.base_feature w
                    on w.layer = 'water' and extensions.st_intersects(r.geom, w.geom)`),
      ]).toEqual([table, []]);
  });

  it('leads every evacuation route from its settlement to its shelter', async () => {
    const astray = await rows(`
      select e.name from public.evacuation_route e
        join public.settlement s on s.id = e.settlement_id join public.shelter h on h.id = e.shelter_id
      where extensions.st_distance(extensions.st_startpoint(e.geom)::extensions.geography, s.geom::extensions.geography) > 60
         or extensions.st_distance(extensions.st_endpoint(e.geom)::extensions.geography, h.geom::extensions.geography) > 5`);
    expect(astray).toEqual([]);
  });

  it('puts the flood-unfit shelter in the mapped flood area and the twins side by side', async () => {
    expect(
      await one(`select extensions.st_intersects(s.geom, h.geom) from public.shelter s, public.hazard h
                 where s.suitability ->> 'flood' = 'no' and s.name = '双汊镇滨河文化广场' and h.kind = 'flood'`),
    ).toBe(true);
    expect(
      Number(
        await one(`select extensions.st_distance(a.geom::extensions.geography, b.geom::extensions.geography)
                   from public.shelter a, public.shelter b where a.name = '望渡镇中学操场' and b.name = '望渡中学运动场'`),
      ),
    ).toBeLessThan(60);
  });

  it('sums movements in the database to what the list says', async () => {
    const stock = await rows<{ item: string; quantity: string }>(`
      select l.item, b.quantity::float8 as quantity from public.stock_lot l
        join public.depot d on d.id = l.depot_id and d.name = '县应急物资储备库', muster.stock_balance(l.id) b
      where l.item in ('捞刀', '化纤袋') order by l.item`);
    expect(stock.map(({ item, quantity }) => [item, Number(quantity)])).toEqual(
      expect.arrayContaining([
        ['捞刀', 200],
        ['化纤袋', 40_000],
      ]),
    );
  });

  it('tells how each hazard came to its state, and leaves the order of steps guarded', async () => {
    const report = await rows<{ step: string; count: number }>(
      'select step, count(*)::int as count from public.rectification_step group by step',
    );
    const steps = Object.fromEntries(report.map(({ step, count }) => [step, Number(count)]));
    expect([steps.found, steps.close]).toEqual([45, 16]);
    expect(await one('select max(version)::int from public.hazard')).toBe(1);
    await expect(
      db.query(`insert into public.rectification_step (hazard_id, step)
                select id, 'found' from public.hazard where rectification_state = 'rectifying' limit 1`),
    ).rejects.toThrow(/does not follow/);
  });

  it('has its roads as one network that hangs together', async () => {
    expect(await one('select count(*)::int from public.road_network')).toBe(1);
    expect(await one('select count(*)::int from public.road_edge')).toBe(
      await one(`select count(*)::int from public.base_feature where layer = 'road'`),
    );
    expect(await one(`select (report ->> 'components')::int from public.road_network`)).toBe(1);
    expect(await one('select count(*)::int from public.road_edge where bridge')).toBeGreaterThan(2);
    const [network] = await db.query<{ graph: string }>(
      `select encode(graph, 'base64') as graph from public.road_network`,
    );
    const bytes = new Uint8Array(Buffer.from(network?.graph ?? '', 'base64'));
    expect(bytes).toEqual(new Uint8Array(buildNetwork(demoRoads().input)));
  });

  it('is not removed while a real account belongs to it', async () => {
    const userId = await addAccount(db, {
      email: 'viewer@inside.example',
      password: 'long enough to pass',
      role: 'viewer',
      districtCode: '990101',
      displayName: '本县查看',
    });
    await expect(removeDemo(db)).rejects.toMatchObject({ key: 'demo.accountsInside' });
    expect(await one('select count(*)::int from public.settlement')).toBeGreaterThan(100);
    await db.query('delete from auth.users where id = $1', [userId]);
  });

  it('is removed with its accounts and all that was recorded in it, and nothing else is touched', async () => {
    await addAccount(db, {
      email: 'field@demo.muster.local',
      password: 'muster-demo',
      role: 'field',
      districtCode: '990101',
      displayName: '演示队员',
      isDemo: true,
    });
    await db.query(
      `insert into public.incident (district_code, title, class, kind, occurred_at, source, geom)
       values ('990101102', '后来录入的事件', 'natural', 'flood', now(), '值班记录', 'SRID=4326;POINT(111 28)')`,
    );
    await db.query(
      `insert into public.district_setting (district_code, key, value, unit, source)
       values ('990101', 'nearest_count', 5, '1', '演示数据')`,
    );
    const epoch = await epochOf(db);
    const removed = await removeDemo(db);
    expect(removed).toMatchObject({ users: 1, district: 17, district_setting: 1, incident: 23 });
    expect(await everything(db)).toEqual(before);
    expect(await epochOf(db)).not.toBe(epoch);
    const noted = await rows<{ action: string; about: string; what: string | null }>(
      `select action, about, detail ->> 'what' as what from public.audit_event where district_code = '0'
         and (detail ->> 'what' = 'deleted' or action = 'permission' and detail -> 'after' = '{}') order by seq`,
    );
    expect(noted).toMatchObject([
      { action: 'permission', about: '演示队员', what: null },
      { action: 'district', what: 'deleted' },
    ]);
    expect(noted[1]?.about).toContain('云洄县（演示） (990101)');
  });

  it('takes nothing that only bears its mark', async () => {
    const there = await everything(db);
    await db.query(`update public.profile set is_demo = true`);
    await db.query(`update public.district set is_demo = true where code = '990'`);
    expect(Object.values(await removeDemo(db)).every((count) => count === 0)).toBe(true);
    expect(await removeDemoAccounts(db)).toBe(0);
    await db.query(`update public.profile set is_demo = false`);
    await db.query(`update public.district set is_demo = false where code = '990'`);
    const now = await everything(db);
    expect(Object.entries(now).map(([table, rows]) => [table, rows.length])).toEqual(
      Object.entries(there).map(([table, rows]) => [table, rows.length]),
    );
  });

  it('leaves the epoch alone when there is nothing to remove', async () => {
    const epoch = await epochOf(db);
    expect(Object.values(await removeDemo(db)).every((count) => count === 0)).toBe(true);
    expect(await epochOf(db)).toBe(epoch);
  });
}

describe('the demo district on PGlite', () => describeOn(openPrepared));
describe.skipIf(!findPostgres())('the demo district on PostgreSQL', () => describeOn(openPostgres));
