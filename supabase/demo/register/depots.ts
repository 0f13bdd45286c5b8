/** Depots with lots, and the movements from which every quantity follows: counted once, added to, taken from. */
import { toPoint } from '../geometry/plane.ts';
import { demoId } from '../identity.ts';
import { townships } from '../land/places.ts';
import { randomFor } from '../random.ts';
import type { DepotRow, StockLotRow, StockMovementRow } from '../rows.ts';
import { DEMO } from './county.ts';
import type { County } from './county.ts';
import {
  COUNTY_STOCK,
  FLOOD_STOCK,
  FOREST_STOCK,
  GRAIN_STOCK,
  HEALTH_STOCK,
  TOWNSHIP_STOCK,
} from './stock-list.ts';
import type { ListedLot } from './stock-list.ts';

const depotId = (name: string): string => demoId('depot', name);

interface ListedDepot {
  name: string;
  at: string;
  lots: readonly ListedLot[];
  isCounted: boolean;
  inventoryText: string | null;
}

/** This township's depot has a list of items, but nobody has ever counted them. */
export const UNCOUNTED = '上源乡';
/** This township's depot is one line of free text, which disagrees with what was counted next door. */
export const TEXT_ONLY = '枫林坳乡';

function listed(): ListedDepot[] {
  const random = randomFor('township stock');
  const county = (
    name: string,
    at: string,
    lots: readonly ListedLot[],
    text: string | null = null,
  ): ListedDepot => ({
    name,
    at,
    lots,
    isCounted: true,
    inventoryText: text,
  });
  const own = townships.map(({ name, shortName }): ListedDepot => {
    const lots = TOWNSHIP_STOCK.filter(() => random.chance(0.72)).map(
      ([item, unit, low, high, step]): ListedLot => {
        const quantity = Math.max(step, Math.round(random.between(low, high) / step) * step);
        const water = item === '瓶装水' ? { expires: random.whole(-60, 260) } : {};
        return { item, unit, quantity, ...water, ...(random.chance(0.35) ? { minimum: low } : {}) };
      },
    );
    return {
      name: `${name}应急物资储备点`,
      at: shortName === '云洄' ? '城北' : shortName,
      lots: name === TEXT_ONLY ? [] : lots,
      isCounted: name !== UNCOUNTED,
      inventoryText:
        name === TEXT_ONLY ? '捞刀30把、铁铲20把、救生衣约15件（部分破损）、化纤袋若干' : null,
    };
  });
  return [
    county('县应急物资储备库', '城北', COUNTY_STOCK, '救生衣80件、帐篷216顶（年初上报数）'),
    county('县防汛物资仓库', '南苑', FLOOD_STOCK),
    county(
      '双汊防汛物资分库',
      '双汊',
      FLOOD_STOCK.slice(0, 6).map((lot) => ({ ...lot, quantity: Math.ceil(lot.quantity / 4) })),
    ),
    county('县森林防火物资库', '长冲', FOREST_STOCK),
    county('县粮油储备库', '工业园', GRAIN_STOCK),
    county('县卫生应急物资库', '学府', HEALTH_STOCK),
    ...own,
  ];
}

/** Movements that add up to `quantity`: a count some time ago, and for some lots what came and went since. */
function movementsOf(
  lotId: string,
  { quantity, item }: ListedLot,
  county: County,
): StockMovementRow[] {
  const random = randomFor(`movements/${lotId}`);
  const rows: StockMovementRow[] = [];
  let number = 0;
  const move = (
    movement: StockMovementRow['movement'],
    amount: number,
    days: number,
    reason: string,
  ): void => {
    number += 1;
    rows.push({
      id: demoId('stock_movement', `${lotId}/${number}`),
      lot_id: lotId,
      movement,
      quantity: amount,
      at: county.clock.daysAgo(days, random),
      reason,
    });
  };
  const isWhole = Number.isInteger(quantity);
  const part = isWhole
    ? Math.max(1, Math.round(quantity * random.between(0.05, 0.2)))
    : quantity * 0.5;
  const pattern = random.next();
  if (pattern < 0.5) {
    move('count', quantity, random.whole(8, 150), '季度盘点');
  } else if (pattern < 0.75) {
    move('count', quantity + part, random.whole(120, 300), '年度盘点');
    move('out', part, random.whole(5, 110), item === '化纤袋' ? '堤段加固领用' : '演练领用未归还');
  } else {
    move('count', quantity, random.whole(200, 330), '年度盘点');
    move('in', part, random.whole(90, 190), '采购入库');
    move('out', part, random.whole(3, 80), '调拨乡镇');
  }
  return rows;
}

interface Stores {
  depot: DepotRow[];
  stock_lot: StockLotRow[];
  stock_movement: StockMovementRow[];
}

export function stores(county: County): Stores {
  const random = randomFor('depots');
  const result: Stores = { depot: [], stock_lot: [], stock_movement: [] };
  listed().forEach(({ name, at, lots, isCounted, inventoryText }, d) => {
    const place = county.roomAt(county.siteNamed(at), 80, 320);
    const daysOld = isCounted ? random.whole(6, 170) : null;
    result.depot.push({
      id: depotId(name),
      district_code: county.districtAt(place),
      name,
      address: county.siteNamed(at).name,
      external_id: `CK-${String(d + 1).padStart(3, '0')}`,
      note: isCounted ? null : '账册只列品名，从未盘点过数量。',
      ...county.provenance('物资储备台账', daysOld),
      geom: toPoint(place),
      inventory_text: inventoryText,
    });
    lots.forEach((lot, i) => {
      const key = `${name}/${i + 1}`;
      const id = demoId('stock_lot', key);
      result.stock_lot.push({
        id,
        depot_id: depotId(name),
        item: lot.item,
        unit: lot.unit,
        spec: lot.spec ?? null,
        batch: random.chance(0.6)
          ? `P${random.whole(1, 4)}-${String(random.whole(1, 99)).padStart(2, '0')}`
          : null,
        expires_on: lot.expires === undefined ? null : county.clock.dayFromNow(lot.expires),
        minimum: lot.minimum ?? null,
        external_id: String(i + 1),
        source: `${DEMO}·物资储备台账`,
        observed_at: daysOld === null ? null : county.clock.daysAgo(daysOld, random),
      });
      if (isCounted) result.stock_movement.push(...movementsOf(id, lot, county));
    });
  });
  return result;
}
