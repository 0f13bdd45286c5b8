/** What a depot's inventory text does to its lots: counted as of a known time or of none, and gone when no longer named. */
import { describe, expect, it } from 'vitest';
import type { PlacedRecord } from '../../../src/core/import/difference/place-records.ts';
import { stockWrites } from '../../../src/core/import/difference/stock.ts';
import type { KnownLot, StockWrites } from '../../../src/core/import/difference/stock.ts';
import { plan } from './support.ts';

const DEPOT = 'd0000000-0000-4000-8000-000000000001';
let made = 0;
const newId = (): string => `new ${++made}`;

async function placed(text: string, before: string | null, when = ''): Promise<PlacedRecord> {
  const file = `仓库名称,经度,纬度,物资,更新时间\n城东库,113.2,29.2,"${text}",${when}\n`;
  const { records } = await plan('depot', file);
  const [record] = records;
  if (record === undefined) throw new Error('no record was planned');
  const stored =
    before === null
      ? null
      : {
          id: DEPOT,
          key: null,
          name: '城东库',
          districtCode: '0',
          archived: false,
          geometry: null,
          fields: { inventoryText: before },
        };
  return { record, district: '0', id: DEPOT, stored, changes: null, moved: false };
}

/** The lots an import of that text made. */
async function lotsOf(text: string, given: Partial<KnownLot> = {}): Promise<KnownLot[]> {
  const { lots, counts } = stockWrites([await placed(text, null)], [], '未注明', newId);
  return lots.map((lot) => ({
    id: String(lot.id),
    depotId: DEPOT,
    externalId: String(lot.external_id),
    item: String(lot.item),
    quantity: counts.find((count) => count.lot_id === lot.id)?.quantity ?? null,
    version: 1,
    archived: false,
    moved: null,
    ...given,
  }));
}

const BEFORE = '捞刀200把、帐篷20顶';

async function reimport(text: string, lots: readonly KnownLot[]): Promise<StockWrites> {
  return stockWrites([await placed(text, BEFORE)], lots, '未注明', newId);
}

describe('counts', () => {
  it('of a list without a date carry no time', async () => {
    const { lots, counts } = stockWrites([await placed(BEFORE, null)], [], '未注明', newId);
    expect(counts.map(({ at }) => at)).toEqual([null, null]);
    expect(lots.map(({ observed_at }) => observed_at)).toEqual([null, null]);
  });

  it('of a dated list carry its date', async () => {
    const { counts } = stockWrites([await placed(BEFORE, null, '2026-05-01')], [], '未注明', newId);
    expect(counts.map(({ at }) => String(at).slice(0, 10))).toEqual(['2026-04-30', '2026-04-30']);
  });
});

describe('an item that a corrected list no longer names', () => {
  it('leaves the register, and this counts as a change of the depot', async () => {
    const lots = await lotsOf(BEFORE);
    const { gone, kept, touched, counts } = await reimport('帐篷20顶', lots);
    expect(gone.map(({ item }) => item)).toEqual(['捞刀']);
    expect([kept, counts]).toEqual([[], []]);
    expect([...touched]).toEqual([DEPOT]);
  });

  it('stays when people moved its stock since, and that is said', async () => {
    const lots = (await lotsOf(BEFORE)).map((lot) => ({
      ...lot,
      quantity: Number(lot.quantity) - 5,
    }));
    const { gone, kept } = await reimport('帐篷20顶', lots);
    expect([gone, kept.map(({ item }) => item)]).toEqual([[], ['捞刀']]);
  });

  it('stays when movements are known even if they cancel out', async () => {
    const { gone, kept } = await reimport('帐篷20顶', await lotsOf(BEFORE, { moved: true }));
    expect([gone, kept.map(({ item }) => item)]).toEqual([[], ['捞刀']]);
  });

  it('comes back when a later list names it again', async () => {
    const lots = (await lotsOf(BEFORE)).map((lot) => ({ ...lot, archived: lot.item === '捞刀' }));
    const back = stockWrites([await placed(BEFORE, '帐篷20顶')], lots, '未注明', newId);
    expect(back.back.map(({ item }) => item)).toEqual(['捞刀']);
    expect([back.lots, back.counts]).toEqual([[], []]);
  });

  it('does not take lots along that the former list never named', async () => {
    const own = { ...(await lotsOf('雨衣10件'))[0]!, externalId: 'mine' };
    expect((await reimport('帐篷20顶', [own])).gone).toEqual([]);
  });
});
