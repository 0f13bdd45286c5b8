/** A stock list (物资台账): its depots by name, its lots, and counts where the number differs. */
import { describe, expect, it } from 'vitest';
import { ImportSession } from '../../../src/core/import/session/session.ts';
import type {
  Difference,
  ImportContext,
  ImportSettings,
  Write,
} from '../../../src/core/import/session/types.ts';
import { exportToBytes } from '../export/there-and-back.ts';
import { lot as lotOf } from '../ranking/register.ts';
import { WORDS, inChunks, plan, warned } from './support.ts';

const context: ImportContext = {
  fileName: '应急物资台账.csv',
  kinds: ['shelter', 'depot', 'stock_lot', 'team'],
  likelyKind: 'shelter',
  districts: [{ code: '0', path: '/0/', name: '', geometry: null, timezone: 'Asia/Shanghai' }],
  words: WORDS,
  now: Date.parse('2026-11-22T00:00:00Z'),
};
const settings: ImportSettings = {
  kind: null,
  district: '0',
  layer: null,
  encoding: null,
  crs: null,
  header: null,
  columns: {},
  set: {},
  source: null,
};
const silent = (): void => undefined;
const lot: typeof lotOf = (id, depotId, given) =>
  lotOf(id, depotId, { districtCode: '0', quantityAt: null, ...given });
const depot = (id: string, name: string) => ({
  id,
  name,
  districtCode: '0',
  archivedAt: null,
  version: 1,
});
const DEPOTS = [
  depot('d-east', '城东库'),
  depot('d-west', '城西库'),
  depot('d-twin1', '中心库'),
  depot('d-twin2', '中心库'),
];

async function sessionOf(
  bytes: Uint8Array | string,
  lots: readonly object[] = [],
  depots = DEPOTS,
) {
  const file = typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes;
  let last = 0;
  const session = new ImportSession(
    { open: () => inChunks(file), size: file.length },
    context,
    () => `id-${++last}`,
  );
  const read = await session.read(settings, silent);
  if (read.tag !== 'understood') throw new Error(read.code);
  session.addStored('depot', depots);
  session.addStored('stock_lot', lots);
  return { session, understood: read.understood, difference: session.compare(silent) };
}
function writesOf(session: ImportSession): readonly Write[] {
  return session.writes(0, session.prepareWrites('2026-11-22T00:00:00Z'));
}
const groups = ({ groups: all }: Difference) =>
  Object.fromEntries(Object.entries(all).filter(([, count]) => count > 0));

const HEAD = '序号,储备库,物资名称,规格型号,数量,单位,购置日期,有效期,保管员,批号\n';
const LIST =
  `${HEAD}1,城东库,救生衣,成人,200把,,2023.5.1,2028年5月1日,张三 13800138000,A1\n` +
  `2,城东库,帐篷,12㎡,50,顶,2023/6/1,长期,张三,\n3,城西库,编织袋,,"1,200",条,,,,\n合计,,,,1450,,,,,\n`;

describe('a stock list', () => {
  it('is known as one, its cells read as a person reads them', async () => {
    const { understood, session } = await sessionOf(LIST);
    expect(understood.kind).toBe('stock_lot');
    expect(understood.refusedBy).toEqual({ total_row: 1 });
    const writes = writesOf(session);
    const lots = writes.filter(({ kind }) => kind === 'stock_lot').map(({ change }) => change);
    expect(lots).toMatchObject([
      {
        depot_id: 'd-east',
        item: '救生衣',
        spec: '成人',
        unit: '把',
        batch: 'A1（购置 2023-05-01）',
        expires_on: '2028-05-01',
      },
      {
        depot_id: 'd-east',
        item: '帐篷',
        spec: '12㎡',
        unit: '顶',
        batch: '购置 2023-06-01',
        expires_on: null,
      },
      { depot_id: 'd-west', item: '编织袋', unit: '条', batch: null },
    ]);
    expect(lots.some((change) => 'geom' in change || 'quantity' in change)).toBe(false);
    expect(
      writes.filter(({ kind }) => kind === 'stock_movement').map(({ change }) => change),
    ).toMatchObject([
      { movement: 'count', quantity: 200, undated: true, reason: '应急物资台账.csv' },
      { quantity: 50 },
      { quantity: 1200 },
    ]);
    expect(
      writes.filter(({ kind }) => kind === 'contact').map(({ change }) => change),
    ).toMatchObject([
      {
        resource_kind: 'depot',
        resource_id: 'd-east',
        name: '张三',
        phone: '13800138000',
        duty: '保管员',
      },
    ]);
    expect(
      understood.warnings.find(({ code }) => code === 'unreadable_values')?.params,
    ).toMatchObject({
      field: 'expiresOn',
      example: '长期',
    });
  });

  it('waits for a person where a depot is unknown, one of several, or not named', async () => {
    const { session, difference } = await sessionOf(
      '储备库,物资名称,数量\n城东仓库,铁锹,5把\n中心库,水泵,2台\n,沙袋,9条\n城东仓库,绳索,7根\n',
    );
    expect(groups(difference)).toEqual({ rejected: 4 });
    expect(difference.open.map(({ name, why, rows }) => [name, why, rows])).toEqual([
      ['城东仓库', 'unknown', 2],
      ['中心库', 'ambiguous', 1],
      ['', 'unnamed', 1],
    ]);
    expect(difference.open[0]?.candidates[0]?.name).toBe('城东库');
    expect(difference.open[1]?.candidates.map(({ id }) => id)).toEqual(['d-twin1', 'd-twin2']);

    expect(groups(session.settleDepot('城东仓库', 'd-east'))).toEqual({ new: 2, rejected: 2 });
    expect(groups(session.settleDepot('中心库', 'd-twin2'))).toEqual({ new: 3, rejected: 1 });
    const whole = session.settleDepot('', 'd-west');
    expect([groups(whole), whole.open]).toEqual([{ new: 4 }, []]);
    expect(whole.totals).toMatchObject({ read: 4, accepted: 4, rejected: 0 });
  });

  it('makes a depot when a person says so, before its lots', async () => {
    const { session } = await sessionOf('储备库,物资名称,数量\n新库,铁锹,5把\n新库,绳索,7根\n');
    session.settleDepot('新库', 'new');
    const writes = writesOf(session);
    expect(writes.map(({ kind }) => kind)).toEqual([
      'depot',
      'stock_lot',
      'stock_lot',
      'stock_movement',
      'stock_movement',
    ]);
    expect(writes[0]?.change).toMatchObject({ name: '新库', district_code: '0', geom: null });
    expect(writes[1]?.change.depot_id).toBe(writes[0]?.id);
  });

  it('turns a difference into a count and never into an edited cell; lots it does not name are missing, not gone', async () => {
    const lots = [
      lot('l1', 'd-east', { item: '救生衣', unit: '件', spec: '成人', quantity: 200 }),
      lot('l2', 'd-east', { item: '帐篷', unit: '顶', quantity: 50 }),
      lot('l3', 'd-west', { item: '水泵', unit: '台', quantity: 3 }),
    ];
    const { session, difference } = await sessionOf(
      '储备库,物资名称,规格,数量,单位\n城东库,救生衣,成人,180,件\n',
      lots,
    );
    expect(groups(difference)).toEqual({ changed: 1, missing: 1 });
    expect(session.rows('changed', 0, 9)[0]?.changes).toContainEqual({
      field: 'quantity',
      from: 200,
      to: 180,
    });
    const writes = writesOf(session);
    expect(
      writes.filter(({ kind }) => kind === 'stock_movement').map(({ change }) => change),
    ).toMatchObject([{ lot_id: 'l1', movement: 'count', quantity: 180 }]);
    expect(writes.every(({ change }) => !('quantity' in change) || 'lot_id' in change)).toBe(true);
  });

  it('leaves a number alone that is older than what the register knows, and says so', async () => {
    const lots = [
      lot('l1', 'd-east', {
        item: '铁锹',
        unit: '把',
        quantity: 15,
        quantityAt: '2026-06-01T00:00:00Z',
      }),
    ];
    const list = (date: string) => `储备库,物资名称,数量,盘点日期\n城东库,铁锹,20把,${date}\n`;
    const old = await sessionOf(list('2026-05-01'), lots);
    expect(old.difference.warnings.map(({ code }) => code)).toEqual(['stock_newer']);
    expect(writesOf(old.session).some(({ kind }) => kind === 'stock_movement')).toBe(false);
    const fresh = await sessionOf(list('2026-07-01'), lots);
    expect(
      writesOf(fresh.session).find(({ kind }) => kind === 'stock_movement')?.change,
    ).toMatchObject({ quantity: 20 });
  });

  it('asks where several batches fit', async () => {
    const lots = [
      lot('l1', 'd-east', { item: '铁锹', unit: '把', batch: 'A' }),
      lot('l2', 'd-east', { item: '铁锹', unit: '把', batch: 'B' }),
    ];
    const { session, difference } = await sessionOf(
      '储备库,物资名称,数量\n城东库,铁锹,20把\n',
      lots,
    );
    expect(groups(difference)).toEqual({ rejected: 1 });
    expect(session.rows('rejected', 0, 9)[0]?.fault?.reason).toBe('lot_open');
    const named = await sessionOf('储备库,物资名称,数量,批号\n城东库,铁锹,20把,B\n', lots);
    expect(groups(named.difference)).toEqual({ changed: 1, missing: 1 });
  });

  it('keeps what is only about right as such, and takes no number that does not hold', async () => {
    const made = await plan(
      'stock_lot',
      '储备库,物资名称,数量\n甲,铁锹,约20把\n甲,水泵,拟购5台\n甲,绳索,若干\n',
    );
    expect(made.records.map(({ stock }) => stock[0]?.quantity)).toEqual([20, null, null]);
    expect(warned(made)).toContain('unreadable_values');
  });

  it.each(['csv', 'xlsx'] as const)(
    'comes back unchanged from its own export as %s, in both languages',
    async (format) => {
      const lots = [
        lot('10000000-0000-4000-8000-000000000001', 'd-east', {
          item: '救生衣',
          unit: '件',
          spec: '成人',
          batch: 'A',
          quantity: 200,
          quantityAt: '2026-06-01T00:00:00Z',
          expiresOn: '2028-05-01',
          minimum: 10,
        }),
        lot('10000000-0000-4000-8000-000000000002', 'd-twin1', {
          item: '帐篷',
          unit: '顶',
          quantity: null,
        }),
        lot('10000000-0000-4000-8000-000000000003', 'd-twin2', {
          item: '帐篷',
          unit: '顶',
          quantity: 0,
          quantityAt: '2026-06-01T00:00:00Z',
        }),
      ];
      const ids = {
        'd-east': '20000000-0000-4000-8000-000000000001',
        'd-twin1': '20000000-0000-4000-8000-000000000002',
        'd-twin2': '20000000-0000-4000-8000-000000000003',
      };
      const stored = lots.map((one) => ({
        ...one,
        districtCode: '0',
        depotId: ids[one.depotId as keyof typeof ids],
      }));
      const depots = [
        depot(ids['d-east'], '城东库'),
        depot(ids['d-twin1'], '中心库'),
        depot(ids['d-twin2'], '中心库'),
      ];
      for (const language of ['zh-CN', 'en'] as const) {
        const nameOf = (_: string, key: string) =>
          depots.find(({ id }) => id === key)?.name ?? null;
        const { bytes } = await exportToBytes('stock_lot', format, stored, { language, nameOf });
        const { session, understood, difference } = await sessionOf(bytes, stored, depots);
        expect([understood.kind, groups(difference)]).toEqual(['stock_lot', { unchanged: 3 }]);
        expect(writesOf(session)).toEqual([]);
        expect(understood.warnings.filter(({ code }) => code !== 'sheet_chosen')).toEqual([]);
      }
    },
  );
});
