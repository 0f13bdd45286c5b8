/** Files into a real schema: once, twice, corrected, and what the database holds afterwards; on every database. */
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readCommand } from '../../supabase/tools/importing/options.ts';
import { runImport } from '../../supabase/tools/importing/run.ts';
import type { ImportReport } from '../../src/core/import/report.ts';
import type { ToolDatabase } from '../../supabase/tools/database.ts';
import { hasSharedData, sharedData } from '../support/shared-data.ts';

const square = (west: number, south: number, size: number) => ({
  type: 'Polygon',
  coordinates: [
    [
      [west, south],
      [west + size, south],
      [west + size, south + size],
      [west, south + size],
      [west, south],
    ],
  ],
});
const feature = (properties: object, geometry: object | null) => ({
  type: 'Feature',
  properties,
  geometry,
});
const collection = (...features: object[]) =>
  JSON.stringify({ type: 'FeatureCollection', features });

/** @param open a new prepared database, each time another one */
export function testImportRegister(open: () => Promise<ToolDatabase>): void {
  let db: ToolDatabase;
  let folder: string;

  beforeAll(async () => {
    db = await open();
    folder = mkdtempSync(join(tmpdir(), 'muster-import-'));
    process.env.INIT_CWD = folder;
  });
  afterAll(async () => {
    await db.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** How long each statement or transaction had the database to itself, in milliseconds. */
  let turns: number[] = [];
  async function timed<T>(work: () => Promise<T>): Promise<T> {
    const begun = performance.now();
    try {
      return await work();
    } finally {
      turns.push(performance.now() - begun);
    }
  }
  const keepOpen = (): Promise<ToolDatabase> =>
    Promise.resolve({
      tier: db.tier,
      query: (sql, params) => timed(() => db.query(sql, params)),
      transaction: (work) => timed(() => db.transaction(work)),
      close: () => Promise.resolve(),
    });

  async function run(...args: string[]): Promise<ImportReport> {
    const command = readCommand(args);
    if (command === null) throw new Error('usage');
    const { report } = await runImport(command, { open: keepOpen });
    expect(report.read).toBe(
      report.accepted + report.unchanged + report.duplicates + report.rejected.length,
    );
    return report;
  }

  function file(name: string, text: string): string {
    const path = join(folder, name);
    writeFileSync(path, text);
    return path;
  }

  describe('districts', () => {
    it('hang below each other; missing parents are made with a union of boundaries', async () => {
      const path = file(
        'districts.geojson',
        collection(
          feature({ code: '430611', name: '甲区', parent_name: '大市' }, square(113, 29, 0.5)),
          feature({ code: '430602', name: '乙区', parent_name: '大市' }, square(113.5, 29, 0.5)),
          feature({ code: '430611101', name: '甲区一镇' }, square(113, 29, 0.2)),
        ),
      );
      const report = await run('district', path);
      expect(report).toMatchObject({ read: 3, accepted: 3, unchanged: 0 });
      expect(report.warnings.map(({ code }) => code)).toContain('parents_created');
      const rows =
        await db.query(`select code, path, level, name, round(extensions.st_area(geom)::numeric, 3)::float8 as area
      from public.district where code <> '0' order by path`);
      expect(rows).toEqual([
        { code: '4306', path: '/0/4306/', level: 'prefecture', name: '大市', area: 0.5 },
        { code: '430602', path: '/0/4306/430602/', level: 'county', name: '乙区', area: 0.25 },
        { code: '430611', path: '/0/4306/430611/', level: 'county', name: '甲区', area: 0.25 },
        {
          code: '430611101',
          path: '/0/4306/430611/430611101/',
          level: 'township',
          name: '甲区一镇',
          area: 0.04,
        },
      ]);
      expect(await run('district', path)).toMatchObject({ accepted: 0, unchanged: 3 });
    });
  });

  describe('shelters', () => {
    const header = '名称,地址,经度,纬度,容纳人数,联系人,联系电话';
    const text = `${header}\n一中操场,人民路1号,113.10,29.10,"1,200人",张三,0730-1234567\n二中操场,人民路2号,113.60,29.10,800,,\n远处,天边,120.0,29.1,5,,\n没坐标,人民路3号,,,,,\n一中操场,人民路1号,113.10,29.10,"1,200人",张三,0730-1234567\n`;

    it('are fenced, placed in the smallest district, and counted', async () => {
      const path = file('shelters.csv', text);
      const report = await run('shelter', path, '--district', '4306');
      expect(report).toMatchObject({ read: 5, accepted: 2, unchanged: 0, duplicates: 1 });
      expect(report.rejected.map(({ row, reason }) => [row, reason])).toEqual([
        [3, 'outside_district'],
        [4, 'no_place'],
      ]);
      const rows = await db.query(
        `select name, district_code, capacity, capacity_text, lng, lat, version from public.shelter order by name`,
      );
      expect(rows).toEqual([
        {
          name: '一中操场',
          district_code: '430611101',
          capacity: 1200,
          capacity_text: '1,200人',
          lng: 113.1,
          lat: 29.1,
          version: 1,
        },
        {
          name: '二中操场',
          district_code: '430602',
          capacity: 800,
          capacity_text: null,
          lng: 113.6,
          lat: 29.1,
          version: 1,
        },
      ]);
      expect(await db.query(`select name, phone from public.contact`)).toEqual([
        { name: '张三', phone: '0730-1234567' },
      ]);
    });

    it('change nothing the second time, not even a version', async () => {
      const before = await db.query(
        `select id, version, changed_xid::text from public.shelter order by id`,
      );
      const report = await run('shelter', join(folder, 'shelters.csv'), '--district', '4306');
      expect(report).toMatchObject({ read: 5, accepted: 0, unchanged: 2, duplicates: 1 });
      expect(
        await db.query(`select id, version, changed_xid::text from public.shelter order by id`),
      ).toEqual(before);
      expect(await db.query(`select count(*)::int as n from public.contact`)).toEqual([{ n: 1 }]);
    });

    it('update only what changed, and never wipe what the file leaves open', async () => {
      await db.query(
        `update public.shelter set note = '由人补充', facilities = '{水}' where name = '二中操场'`,
      );
      const emptied = text
        .replaceAll('"1,200人",张三,0730-1234567', ',,')
        .replace('113.60,29.10,800', '113.60,29.10,900');
      const path = file('shelters-2.csv', emptied);
      const report = await run('shelter', path, '--district', '4306');
      expect(report).toMatchObject({ accepted: 1, unchanged: 1, duplicates: 1 });
      expect(
        await db.query(
          `select capacity, note, facilities, version from public.shelter where name = '二中操场'`,
        ),
      ).toEqual([{ capacity: 900, note: '由人补充', facilities: ['水'], version: 3 }]);
      expect(await db.query(`select capacity from public.shelter where name = '一中操场'`)).toEqual(
        [{ capacity: 1200 }],
      );
    });

    it('that resemble a record under another id wait for a word, and are never joined or doubled by themselves', async () => {
      const count = async (): Promise<unknown> =>
        (
          await db.query(
            `select count(*)::int as n, sum(capacity)::int as people from public.shelter where name ~ '^双'`,
          )
        )[0];
      const path = file(
        'twice.csv',
        '牌号,名称,经度,纬度,容纳人数\nT-1,双一小学,113.11,29.11,100\nT-2,双二小学,113.12,29.12,200\n',
      );
      await run('shelter', path, '--district', '4306', '--map', '牌号=externalId');
      expect(await count()).toEqual({ n: 2, people: 300 });

      // The same file read otherwise: without its ids every row looks new.
      const again = file(
        'twice-moved.csv',
        '名称,经度,纬度,容纳人数\n双一小学,113.1101,29.11,120\n双 二小学,113.12,29.12,200\n双三小学,113.13,29.13,50\n',
      );
      const waiting = await run('shelter', again, '--district', '4306');
      expect(waiting.rejected.map(({ row, reason }) => [row, reason])).toEqual([
        [1, 'alike_stored'],
        [2, 'alike_stored'],
      ]);
      expect(waiting.rejected[0]?.message).toContain('双一小学');
      expect(await count()).toEqual({ n: 3, people: 350 });

      const same = await run('shelter', again, '--district', '4306', '--alike', 'same');
      expect(same).toMatchObject({ accepted: 2, unchanged: 1 });
      expect(await count()).toEqual({ n: 3, people: 370 });
      // What resembles a record that the file itself is about is another one.
      expect(
        await run('shelter', path, '--district', '4306', '--map', '牌号=externalId'),
      ).toMatchObject({
        rejected: [],
      });
      await run('shelter', again, '--district', '4306', '--alike', 'new');
      expect((await count()) as { n: number }).toMatchObject({ n: 5 });
      await db.query(`delete from public.shelter where name ~ '^双'`);
    });

    it('come back from the corrected rejects file', async () => {
      const report = await run('shelter', join(folder, 'shelters.csv'), '--district', '4306');
      const rejects = report.rejectsFile ?? '';
      const lines = readFileSync(rejects, 'utf8')
        .replace(/^\uFEFF/, '')
        .split('\r\n');
      expect(lines[0]).toBe(`${header},reason,row`);
      expect(lines.slice(1, 4).map((line) => line.split(',').at(-1))).toEqual(['3', '4', '5']);
      const fixed = readFileSync(rejects, 'utf8')
        .replace('120.0,29.1', '113.0,29.1')
        .replace('人民路3号,,', '人民路3号,113.3,29.3');
      const again = await run('shelter', file('fixed.rejects.csv', fixed), '--district', '4306');
      expect(again).toMatchObject({ read: 3, accepted: 2, unchanged: 1, rejectsFile: null });
      expect(
        await run('shelter', file('fixed.rejects.csv', fixed), '--district', '4306'),
      ).toMatchObject({
        accepted: 0,
        unchanged: 3,
      });
    });

    it('come in without a place when asked to, into the district they name, and keep the place a person gave them', async () => {
      const rows = file(
        'placeless.csv',
        '统计表（截至2026年5月1日）\n名称,地址,乡镇,经度,纬度,容纳人数\n三中,人民路3号,甲区一镇,,,70\n四中,人民路4号,无名镇,0,0,80\n合计,,,,,150\n',
      );
      const refused = await run('shelter', rows, '--district', '4306');
      expect(refused.rejected.map(({ reason }) => reason)).toEqual([
        'no_place',
        'zero_zero',
        'total_row',
      ]);
      const args = [
        'shelter',
        rows,
        '--district',
        '4306',
        '--without-places',
        '--set',
        'observedAt=2026-05-01',
      ] as const;
      const report = await run(...args);
      expect(report).toMatchObject({ read: 3, accepted: 2 });
      expect(report.rejected.map(({ reason }) => reason)).toEqual(['total_row']);
      expect(report.warnings.map(({ code }) => code)).toEqual(
        expect.arrayContaining(['placeless', 'districts_unnamed']),
      );
      const stored = `select name, district_code, lng, geom is null as placeless, observed_at is not null as dated
        from public.shelter where name in ('三中', '四中') order by capacity`;
      expect(await db.query(stored)).toEqual([
        { name: '三中', district_code: '430611101', lng: null, placeless: true, dated: true },
        { name: '四中', district_code: '4306', lng: null, placeless: true, dated: true },
      ]);
      await db.query(
        `update public.shelter set geom = extensions.st_geomfromewkt('SRID=4326;POINT(113.05 29.05)') where name = '三中'`,
      );
      expect(await run(...args)).toMatchObject({ accepted: 0, unchanged: 2 });
      expect(await db.query(stored)).toMatchObject([{ lng: 113.05 }, { placeless: true }]);
    });

    it('write no file on a dry run unless one is asked for', async () => {
      const path = file(
        'phones.csv',
        '名称,经度,纬度,联系人,联系电话\n甲,113.1,29.1,张三,0730-1234567\n乙,,,李四,0730-7654321\n',
      );
      const before = readdirSync(folder).sort();
      const report = await run('shelter', path, '--district', '4306', '--dry-run');
      expect(report).toMatchObject({ rejectsFile: null, rejected: [{ row: 2 }] });
      expect(readdirSync(folder).sort()).toEqual(before);
      const wish = join(folder, 'asked.csv');
      expect(
        await run('shelter', path, '--district', '4306', '--dry-run', '--rejects', wish),
      ).toMatchObject({
        rejectsFile: wish,
      });
      expect(readFileSync(wish, 'utf8')).toContain('0730-7654321');
    });

    it('remember the import, so that the screen lists it and can take it back', async () => {
      const path = file('undone.csv', '名称,经度,纬度\n撤销甲,113.1,29.1\n撤销乙,113.11,29.1\n');
      await run('shelter', path, '--district', '4306');
      const [batch] = await db.query<{
        id: string;
        state: string;
        created: number;
        district_code: string;
      }>(
        `select id, state, created, district_code from public.import_batch where file_name = 'undone.csv'`,
      );
      expect(batch).toMatchObject({ state: 'committed', created: 2, district_code: '4306' });
      await db.query(`select public.import_unwrite($1::uuid)`, [batch?.id ?? '']);
      expect(
        await db.query(
          `select count(*)::int as n from public.shelter where name like '撤销%' and archived_at is null`,
        ),
      ).toEqual([{ n: 0 }]);
    });

    it('need a district when no boundary can tell theirs', async () => {
      const empty = await open();
      try {
        const command = readCommand(['shelter', join(folder, 'shelters.csv')]);
        if (command === null) throw new Error('usage');
        await expect(
          runImport(command, {
            open: () => Promise.resolve({ ...empty, close: () => Promise.resolve() }),
          }),
        ).rejects.toThrow('--district');
        expect(await empty.query('select count(*)::int as n from public.shelter')).toEqual([
          { n: 0 },
        ]);
      } finally {
        await empty.close();
      }
    });

    it('bring everybody to call and the people counted inside, which a second import leaves alone', async () => {
      const lines = [
        '编号,名称,经度,纬度,负责人及电话,现有人数,人数统计时间',
        'P-1,甲棚,113.11,29.12,"王五 0730-0000001转8001、赵六 (0730)0000002",120,2026-11-20 08:00',
        'P-2,乙棚,113.12,29.12,0000-0000003 分機227;0000-0000004,35,',
      ];
      const held = (): Promise<unknown> =>
        db.query(`select s.external_id as key, b.occupancy::int as people, to_json(b.occupancy_at at time zone 'UTC') #>> '{}' as at,
            (select string_agg(concat_ws(' ', c.name, c.phone), ' | ' order by c.name) from public.contact c
             where c.resource_id = s.id) as people_to_call
          from public.shelter s, lateral muster.shelter_occupancy(s.id) b where s.external_id like 'P-_' order by 1`);
      const first = [
        {
          key: 'P-1',
          people: 120,
          at: '2026-11-20T00:00:00',
          people_to_call: '王五 0730-0000001转8001 | 赵六 (0730)0000002',
        },
        {
          key: 'P-2',
          people: 35,
          at: null,
          people_to_call: '乙棚 0000-0000003分機227、0000-0000004',
        },
      ];
      const path = file('counted.csv', lines.join('\n'));
      expect(await run('shelter', path, '--district', '4306')).toMatchObject({
        accepted: 2,
        rejected: [],
      });
      expect(await held()).toEqual(first);
      expect(await run('shelter', path, '--district', '4306')).toMatchObject({
        accepted: 0,
        unchanged: 2,
      });
      const older = file('older.csv', lines.join('\n').replace('120,2026-11-20', '7,2026-11-01'));
      const report = await run('shelter', older, '--district', '4306');
      expect(report.warnings.map(({ code }) => code)).toContain('occupancy_older');
      expect(await held()).toEqual(first);
      const newer = file('newer.csv', lines.join('\n').replace('120,2026-11-20', '80,2026-11-21'));
      expect(await run('shelter', newer, '--district', '4306')).toMatchObject({
        accepted: 1,
        unchanged: 1,
      });
      expect(await held()).toMatchObject([
        { people: 80, at: '2026-11-21T00:00:00' },
        { people: 35, at: null },
      ]);
    });

    it('are rejected one by one when some lie in no district', async () => {
      const report = await run(
        'shelter',
        file('no-district.csv', '名称,经度,纬度\n在内,113.2,29.2\n在外,113.2,30.4\n'),
      );
      expect(report).toMatchObject({ accepted: 1 });
      expect(report.rejected).toMatchObject([{ row: 2, reason: 'no_district' }]);
    });
  });

  describe('depots', () => {
    it('turn inventories into lots with counts, and leave stock alone that moved since', async () => {
      const path = file(
        'depots.csv',
        '仓库名称,经度,纬度,物资\n城东库,113.2,29.2,"捞刀200把、帐篷20顶(加厚)、雨衣若干"\n',
      );
      expect(await run('depot', path, '--district', '4306')).toMatchObject({ accepted: 1 });
      const lots = `select l.item, l.unit, l.spec, b.quantity from public.stock_lot l, lateral muster.stock_balance(l.id) b order by l.item`;
      expect(await db.query(lots)).toEqual([
        { item: '帐篷', unit: '顶', spec: '加厚', quantity: 20 },
        { item: '捞刀', unit: '把', spec: null, quantity: 200 },
        { item: '雨衣若干', unit: '未注明', spec: null, quantity: null },
      ]);
      await db.query(
        `insert into public.stock_movement (lot_id, movement, quantity) select id, 'out', 5 from public.stock_lot where item = '帐篷'`,
      );
      expect(await run('depot', path, '--district', '4306')).toMatchObject({
        accepted: 0,
        unchanged: 1,
      });
      expect(await db.query(lots)).toMatchObject([
        { quantity: 15 },
        { quantity: 200 },
        { quantity: null },
      ]);
      const recount = file(
        'depots-2.csv',
        '仓库名称,经度,纬度,物资\n城东库,113.2,29.2,"捞刀200把、帐篷30顶(加厚)、雨衣若干"\n',
      );
      expect(await run('depot', recount, '--district', '4306')).toMatchObject({ accepted: 1 });
      expect(await db.query(lots)).toMatchObject([
        { quantity: 30 },
        { quantity: 200 },
        { quantity: null },
      ]);
      const times = await db.query<{ at: string | null }>(
        `select b.quantity_at as at from public.stock_lot l, lateral muster.stock_balance(l.id) b`,
      );
      expect(times.map(({ at }) => at)).toEqual([null, null, null]);
      await db.query(
        `insert into public.stock_movement (lot_id, movement, quantity) select id, 'out', 5 from public.stock_lot where item = '帐篷'`,
      );
      const shorter = file('depots-3.csv', '仓库名称,经度,纬度,物资\n城东库,113.2,29.2,雨衣若干\n');
      const report = await run('depot', shorter, '--district', '4306');
      expect(report.warnings.map(({ code }) => code)).toEqual(
        expect.arrayContaining(['stock_gone', 'stock_kept']),
      );
      expect(
        await db.query(
          `select item, archived_at is null as there from public.stock_lot order by item`,
        ),
      ).toEqual([
        { item: '帐篷', there: true },
        { item: '捞刀', there: false },
        { item: '雨衣若干', there: true },
      ]);
    });
  });

  describe('a stock list', () => {
    const quantities = `select d.name as depot, l.item, l.unit, l.batch, l.expires_on::text as expires, b.quantity::int as quantity
      from public.stock_lot l join public.depot d on d.id = l.depot_id, lateral muster.stock_balance(l.id) b
      where l.item in ('救生绳', '应急灯') order by l.item, d.name`;

    it('goes into its depots, waits where one is not known, and makes one that a person wants made', async () => {
      const path = file(
        'stock.csv',
        '储备库,物资名称,规格型号,数量,购置日期,有效期,保管员\n城东库,救生绳,20米,200根,2023.5.1,2028.5.1,李四 13800138000\n新建库,应急灯,,30盏,,,\n',
      );
      const waiting = await run('stock_lot', path, '--district', '4306');
      expect(waiting.rejected.map(({ row, reason }) => [row, reason])).toEqual([[2, 'depot_open']]);
      const made = await run('stock_lot', path, '--district', '4306', '--depot', '新建库=new');
      expect(made).toMatchObject({ read: 2, accepted: 1, unchanged: 1, rejected: [] });
      expect(await db.query(quantities)).toEqual([
        { depot: '新建库', item: '应急灯', unit: '盏', batch: null, expires: null, quantity: 30 },
        {
          depot: '城东库',
          item: '救生绳',
          unit: '根',
          batch: '购置 2023-05-01',
          expires: '2028-05-01',
          quantity: 200,
        },
      ]);
      expect(
        await db.query(`select geom is null as placeless from public.depot where name = '新建库'`),
      ).toEqual([{ placeless: true }]);
      expect(await db.query(`select phone, duty from public.contact where name = '李四'`)).toEqual([
        { phone: '13800138000', duty: '保管员' },
      ]);
      expect(await run('stock_lot', path, '--district', '4306')).toMatchObject({
        accepted: 0,
        unchanged: 2,
      });
    });

    it('counts what differs as a movement, and leaves a number that people moved since an older list', async () => {
      const list = (quantity: string, date: string): string =>
        file(
          'count.csv',
          `储备库,物资名称,规格型号,数量,盘点日期\n城东库,救生绳,20米,${quantity},${date}\n`,
        );
      expect(
        await run('stock_lot', list('180根', '2026-11-01'), '--district', '4306'),
      ).toMatchObject({ accepted: 1 });
      expect(await db.query(quantities)).toMatchObject([{}, { quantity: 180 }]);
      await db.query(
        `insert into public.stock_movement (lot_id, movement, quantity) select id, 'count', 175 from public.stock_lot where item = '救生绳'`,
      );
      const older = await run('stock_lot', list('180根', '2026-11-02'), '--district', '4306');
      expect(older.warnings.map(({ code }) => code)).toContain('stock_newer');
      expect(await db.query(quantities)).toMatchObject([{}, { quantity: 175 }]);
      const movements = await db.query(
        `select m.movement, m.quantity::int as quantity, m.reason from public.stock_movement m
         join public.stock_lot l on l.id = m.lot_id where l.item = '救生绳' order by m.seq`,
      );
      expect(movements).toEqual([
        { movement: 'count', quantity: 200, reason: 'stock.csv' },
        { movement: 'count', quantity: 180, reason: 'count.csv' },
        { movement: 'count', quantity: 175, reason: null },
      ]);
    });
  });

  describe('the other kinds', () => {
    it('hazards stop before writing when their kind is unknown, and take one from --set', async () => {
      const path = file('points.csv', '名称,经度,纬度\n点甲,113.2,29.2\n');
      await expect(run('hazard', path, '--district', '4306')).rejects.toThrow('--set kind=');
      expect(await db.query('select count(*)::int as n from public.hazard')).toEqual([{ n: 0 }]);
      expect(await run('hazard', path, '--district', '4306', '--set', 'kind=flood')).toMatchObject({
        accepted: 1,
      });
      expect(await db.query('select class, kind from public.hazard')).toEqual([
        { class: 'natural', kind: 'flood' },
      ]);
    });

    it('teams, settlements, routes with references, incidents, closures and drawing data are stored and stay', async () => {
      const teams = file(
        'teams.csv',
        '队伍名称,经度,纬度,人数,主要装备,集结时间,状态\n水上队,113.21,29.21,42,冲锋舟3艘,15分钟,待命\n',
      );
      const people = file('villages.csv', '村名,经度,纬度,人口,户数\n一村,113.22,29.22,1200,300\n');
      const line = {
        type: 'LineString',
        coordinates: [
          [113.22, 29.22],
          [113.1, 29.1],
        ],
      };
      const routes = file(
        'routes.geojson',
        collection(
          feature({ 名称: '一村路线', 居民点: '一村', 避难场所: '一中操场', 宽度: '6米' }, line),
          feature({ 名称: '迷路', 居民点: '无此村', 避难场所: '一中操场' }, line),
        ),
      );
      const incidents = file(
        'incidents.csv',
        '事件名称,灾害类型,发生时间,经度,纬度\n某路积水,淹水,2022-06-01 10:30,113.2,29.2\n',
      );
      const closures = file(
        'closures.geojson',
        collection(
          feature({ 原因: '塌方', 开始时间: '2022-06-01', 预计恢复时间: '2022-06-05 08:00' }, line),
        ),
      );
      const roads = file(
        'roads.geojson',
        collection(feature({ rnm: '人民路', class: 'primary' }, line)),
      );
      const all: [string, string, ...string[]][] = [
        ['team', teams],
        ['settlement', people],
        ['evacuation_route', routes],
        ['incident', incidents],
        ['closure', closures],
        ['base_feature', roads],
      ];
      for (const [kind, path] of all) {
        const rows = kind === 'evacuation_route' ? 2 : 1;
        expect(await run(kind, path, '--district', '4306'), kind).toMatchObject({
          accepted: rows,
          unchanged: 0,
        });
        expect(await run(kind, path, '--district', '4306'), kind).toMatchObject({
          accepted: 0,
          unchanged: rows,
        });
      }
      expect(
        await db.query(
          `select people, mobilisation_day_s, availability, equipment, equipment_text from public.team`,
        ),
      ).toEqual([
        {
          people: 42,
          mobilisation_day_s: 900,
          availability: 'available',
          equipment: [{ item: '冲锋舟', unit: '艘', quantity: 3 }],
          equipment_text: '冲锋舟3艘',
        },
      ]);
      expect(await db.query(`select people, households from public.settlement`)).toEqual([
        { people: 1200, households: 300 },
      ]);
      expect(
        await db.query(`select r.width_m, s.name as shelter, v.name as village from public.evacuation_route r
      left join public.shelter s on s.id = r.shelter_id left join public.settlement v on v.id = r.settlement_id order by r.name desc`),
      ).toEqual([
        { width_m: null, shelter: '一中操场', village: null },
        { width_m: 6, shelter: '一中操场', village: '一村' },
      ]);
      expect(
        await db.query(
          `select title, kind, occurred_at at time zone 'UTC' as at, state from public.incident`,
        ),
      ).toMatchObject([{ title: '某路积水', kind: 'waterlogging', state: 'closed' }]);
      expect(
        await db.query(`select reason, until_at is not null as ends from public.closure`),
      ).toEqual([{ reason: '塌方', ends: true }]);
      expect(await db.query(`select layer, class, name from public.base_feature`)).toEqual([
        { layer: 'road', class: 'primary', name: '人民路' },
      ]);
    });
  });

  describe.skipIf(!hasSharedData)('the Taipei files (needs the shared data)', () => {
    const taipei = (path: string): string => join(sharedData, 'taipei', path);

    it('go in with short commands, and change nothing the second time', async () => {
      const commands: [string, string, ...string[]][] = [
        ['district', 'boundary/taipei_town.geojson'],
        ['shelter', 'facilities/patrol_designate_place.geojson', '--district', '63'],
        ['team', 'facilities/patrol_fire_brigade.geojson', '--district', '63'],
        ['shelter', 'facilities/refuge.geojson', '--district', '63'],
        ['depot', 'facilities/engine_machinery_redacted.geojson', '--district', '63'],
        ['hazard', 'hazards/flood_simulate_78.geojson', '--district', '63'],
        ['hazard', 'hazards/patrol_debrisarea.geojson', '--district', '63'],
        [
          'settlement',
          'boundary/taipei_village.geojson',
          '--district',
          '63',
          '--join',
          `${taipei('population/taipei_village_population_2021-03.csv')}:村里`,
        ],
      ];
      const accepted = [12, 260, 46, 5841, 101, 3, 45, 456];
      for (const [i, [kind, path, ...more]] of commands.entries())
        expect(await run(kind, taipei(path), ...more), path).toMatchObject({
          accepted: accepted[i],
          unchanged: 0,
        });
      for (const [i, [kind, path, ...more]] of commands.entries())
        expect(await run(kind, taipei(path), ...more), path).toMatchObject({
          accepted: 0,
          unchanged: accepted[i],
        });
      const valid = await db.query(
        `select bool_and(extensions.st_isvalid(geom)) as valid from public.hazard`,
      );
      expect(valid).toEqual([{ valid: true }]);
      const people = await db.query(
        `select sum(people)::int as people, count(people)::int as known from public.settlement where external_id like '63%'`,
      );
      expect(people).toEqual([{ people: 2586660, known: 456 }]);
    }, 300_000);
  });

  describe('a hundred thousand rows', () => {
    it('go in as one import, and change nothing the second time', async () => {
      const lines = Array.from(
        { length: 100_000 },
        (_, i) =>
          `X${i},点位${i},${(113 + (i % 400) / 1000).toFixed(3)},${(29 + Math.floor(i / 400) / 1000).toFixed(3)},${i % 900}`,
      );
      const path = file('many.csv', `编号,名称,经度,纬度,容纳人数\n${lines.join('\n')}\n`);
      const whole = { read: 100_000, duplicates: 0, rejected: [] };
      turns = [];
      expect(await run('shelter', path, '--district', '4306')).toMatchObject({
        ...whole,
        accepted: 100_000,
        unchanged: 0,
      });
      // The embedded database serves one at a time: consoles wait for the longest turn at most, never for the import.
      const all = turns.reduce((sum, one) => sum + one, 0);
      console.log(
        `100,000 rows: ${Math.round(all)} ms in ${turns.length} turns, the longest ${Math.round(Math.max(...turns))} ms`,
      );
      expect(Math.max(...turns) / all).toBeLessThan(0.1);
      expect(
        await db.query(
          `select count(*)::int as n, sum(capacity)::int as capacity from public.shelter where external_id like 'X%'`,
        ),
      ).toEqual([{ n: 100_000, capacity: lines.reduce((sum, _, i) => sum + (i % 900), 0) }]);
      expect(await run('shelter', path, '--district', '4306')).toMatchObject({
        ...whole,
        accepted: 0,
        unchanged: 100_000,
      });
    }, 600_000);
  });
}
