/** The demo county in numbers: what a county of its size reports, what is wrong in it on purpose, what is invented. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { resolve } from 'node:path';
import type { Geometry } from 'geojson';
import { describe, expect, it } from 'vitest';
import { clockAt } from '../../supabase/demo/clock.ts';
import { generateDemo } from '../../supabase/demo/generate.ts';
import { TEXT_ONLY, UNCOUNTED } from '../../supabase/demo/register/depots.ts';
import { RIVERSIDE_SHELTER, TWINS } from '../../supabase/demo/register/shelters.ts';
import { demoRoads } from '../../supabase/demo/road-network.ts';
import { RouterService } from '../../src/core/arrival/router-service.ts';
import { buildNetwork } from '../../src/core/roads/build/build-network.ts';
import { NEXT_STEPS } from '../../src/core/model/index.ts';
import type { DemoDistrict } from '../../supabase/demo/rows.ts';

const now = new Date('2026-11-22T02:30:00Z');
const demo = generateDemo(now);
const DAY = 86_400_000;

const count = <Row>(rows: readonly Row[], keyOf: (row: Row) => string): Record<string, number> =>
  rows.reduce<Record<string, number>>(
    (sums, row) => ({ ...sums, [keyOf(row)]: (sums[keyOf(row)] ?? 0) + 1 }),
    {},
  );

const ageOf = (at: string | null): number => (at === null ? NaN : now.getTime() - Date.parse(at));

/** Quantity of every lot of a depot, by item and order, from its movements alone. */
function quantityOf(lotId: string): number | null {
  const moves = demo.stock_movement.filter((move) => move.lot_id === lotId);
  if (moves.length === 0) return null;
  return moves
    .sort((a, b) => a.at.localeCompare(b.at))
    .reduce(
      (sum, { movement, quantity }) =>
        ({ count: quantity, in: sum + quantity, out: sum - quantity })[movement],
      0,
    );
}

function stockOf(depot: string): { item: string; unit: string; quantity: number | null }[] {
  const id = demo.depot.find(({ name }) => name === depot)?.id;
  return demo.stock_lot
    .filter((lot) => lot.depot_id === id)
    .map(({ id: lotId, item, unit }) => ({ item, unit, quantity: quantityOf(lotId) }));
}

const named = <Row extends { name: string }>(rows: readonly Row[], name: string): Row => {
  const row = rows.find((candidate) => candidate.name === name);
  if (!row) throw new Error(`no row is named ${name}`);
  return row;
};

describe('the demo county', () => {
  it('is one county of 14 townships below an invented province and prefecture', () => {
    expect(count(demo.district, ({ level }) => level)).toEqual({
      province: 1,
      prefecture: 1,
      county: 1,
      township: 14,
    });
    expect(
      demo.district.map(({ parent_code, code }) => `${parent_code}<${code}`).slice(0, 4),
    ).toEqual(['0<99', '99<9901', '9901<990101', '990101<990101100']);
    expect(demo.district.every(({ is_demo, code }) => is_demo && code.startsWith('99'))).toBe(true);
  });

  it('has about 200,000 people in 150 to 200 settlements, all named differently', () => {
    const people = demo.settlement.reduce((sum, settlement) => sum + (settlement.people ?? 0), 0);
    expect(people).toBeGreaterThan(195_000);
    expect(people).toBeLessThan(205_000);
    expect(demo.settlement.length).toBeGreaterThanOrEqual(150);
    expect(demo.settlement.length).toBeLessThanOrEqual(200);
    expect(new Set(demo.settlement.map(({ name }) => name)).size).toBe(demo.settlement.length);
    const largest = Math.max(...demo.settlement.map((settlement) => settlement.people ?? 0));
    expect(largest).toBeLessThan(9_000);
  });

  it('lists 45 hazards in four classes, 16 rectified and 29 in progress, some overdue', () => {
    expect(count(demo.hazard, (hazard) => hazard.class)).toEqual({
      natural: 3,
      accident: 18,
      public_health: 11,
      social_security: 13,
    });
    const closed = demo.hazard.filter(
      ({ rectification_state }) => rectification_state === 'closed',
    );
    const going = demo.hazard.filter(({ rectification_state }) => rectification_state !== 'closed');
    expect([closed.length, going.length]).toEqual([16, 29]);
    expect(new Set(going.map(({ rectification_state }) => rectification_state))).toEqual(
      new Set(['identified', 'rectifying', 'recheck']),
    );
    const today = clockAt(now).dayFromNow(0);
    const overdue = going.filter(({ rectification_deadline: day }) => day !== null && day < today);
    expect(overdue.length).toBeGreaterThanOrEqual(4);
    expect(going.filter(({ rectification_owner }) => rectification_owner).length).toBeGreaterThan(
      25,
    );
    expect(count(demo.hazard, ({ geom }) => geom?.type ?? 'none')).toEqual({
      Polygon: 3,
      LineString: 3,
      Point: 39,
    });
  });

  it('took steps about each hazard that lead to its state, spread over the year', () => {
    const after = {
      found: 'identified',
      rectify: 'rectifying',
      review: 'recheck',
      close: 'closed',
    } as const;
    for (const hazard of demo.hazard) {
      const steps = demo.rectification_step.filter(({ hazard_id }) => hazard_id === hazard.id);
      const [first] = steps;
      const last = steps.at(-1);
      expect([hazard.name, first?.step]).toEqual([hazard.name, 'found']);
      steps.slice(1).forEach(({ step, at }, i) => {
        const before = steps[i];
        expect(Date.parse(at)).toBeGreaterThan(Date.parse(before?.at ?? ''));
        expect(NEXT_STEPS[before === undefined ? 'none' : after[before.step]]).toContain(step);
      });
      expect([hazard.name, last && after[last.step]]).toEqual([
        hazard.name,
        hazard.rectification_state,
      ]);
      const withDeadline = steps.findLast(({ deadline }) => deadline !== null);
      if (withDeadline) expect(withDeadline.deadline).toBe(hazard.rectification_deadline);
    }
    const monthsOf = (step: string): Set<string> =>
      new Set(
        demo.rectification_step.filter((one) => one.step === step).map(({ at }) => at.slice(0, 7)),
      );
    expect(monthsOf('found').size).toBeGreaterThan(7);
    expect(monthsOf('close').size).toBeGreaterThan(6);
    expect([...monthsOf('found')].every((month) => month.startsWith('2026'))).toBe(true);
  });

  it('gives every township a militia team of 40 to 60 people', () => {
    const militia = demo.team.filter(({ kind }) => kind === '应急民兵');
    expect(militia).toHaveLength(14);
    expect(new Set(militia.map(({ district_code }) => district_code)).size).toBe(14);
    for (const { people } of militia) {
      expect(people).toBeGreaterThanOrEqual(40);
      expect(people).toBeLessThanOrEqual(60);
    }
    expect(demo.team.length).toBeGreaterThanOrEqual(30);
  });

  it('holds the reported items in the county depot, as sums of movements', () => {
    const stock = new Map(
      stockOf('县应急物资储备库').map(({ item, quantity, unit }) => [item, `${quantity} ${unit}`]),
    );
    for (const [item, amount] of Object.entries({
      捞刀: '200 把',
      扑火拖把: '60 把',
      铁铲: '60 把',
      手锯: '30 把',
      救生衣: '50 件',
      灭火枪: '20 支',
      化纤袋: '40000 条',
    }))
      expect([item, stock.get(item)]).toEqual([item, amount]);
    const items = new Set(demo.stock_lot.map(({ item }) => item));
    for (const item of ['帐篷', '冲锋舟', '潜水泵', '发电机', '大米', '菜籽油'])
      expect(items).toContain(item);
    expect(demo.depot).toHaveLength(20);
  });

  it('has an incident history of two years and something going on', () => {
    expect(count(demo.incident, ({ state }) => state)).toEqual({ open: 2, closed: 20 });
    const oldest = Math.max(...demo.incident.map(({ occurred_at }) => ageOf(occurred_at)));
    expect(oldest).toBeGreaterThan(600 * DAY);
    expect(oldest).toBeLessThan(2 * 366 * DAY);
    expect(demo.closure.length).toBeGreaterThanOrEqual(3);
    // A road, and not the ones that meet it.
    const service = new RouterService(buildNetwork(demoRoads().input));
    const effects = service.effects(
      demo.closure.map(({ id, geom }) => ({ id, version: 1, geometry: geom as Geometry })),
    );
    expect(effects.map(({ stretches }) => stretches)).toEqual(effects.map(() => 1));
  });

  it('names a responsible person for every evacuation route', () => {
    expect(demo.evacuation_route.length).toBeGreaterThan(50);
    const responsible = demo.contact
      .filter(({ duty }) => duty === '疏散责任人')
      .map(({ resource_id }) => resource_id);
    expect(demo.evacuation_route.filter(({ id }) => !responsible.includes(id))).toEqual([]);
  });
});

describe('what is old, missing or contradictory in it', () => {
  it('has a team last seen three days ago, teams without a base, and one of which only the name is known', () => {
    const lost = named(demo.team, '县森林防灭火大队');
    expect(ageOf(lost.position_at)).toBeGreaterThan(3 * DAY);
    const homeless = demo.team.filter(({ geom }) => geom === null);
    expect(homeless).toHaveLength(1);
    expect(ageOf(homeless[0]?.position_at ?? null)).toBeGreaterThan(1_800_000);
    const bare = named(demo.team, '石梁镇山地搜救队');
    expect(bare).toMatchObject({
      people: null,
      capabilities: [],
      availability: 'unknown',
      mobilisation_day_s: null,
    });
    expect(
      demo.team.filter(({ position_at }) => ageOf(position_at) < 1_800_000).length,
    ).toBeGreaterThanOrEqual(3);
    expect(new Set(demo.team.map(({ availability }) => availability)).size).toBe(4);
  });

  it('has a depot nobody counted, one that is only a line of text, and a text that contradicts the count', () => {
    const uncounted = stockOf(`${UNCOUNTED}应急物资储备点`);
    expect(uncounted.length).toBeGreaterThan(3);
    expect(uncounted.every(({ quantity }) => quantity === null)).toBe(true);
    expect(stockOf(`${TEXT_ONLY}应急物资储备点`)).toEqual([]);
    expect(named(demo.depot, `${TEXT_ONLY}应急物资储备点`).inventory_text).toContain('救生衣');
    expect(named(demo.depot, '县应急物资储备库').inventory_text).toContain('救生衣80件');
  });

  it('has stock that is expired, about to expire, and below its minimum', () => {
    const today = clockAt(now).dayFromNow(0);
    const soon = clockAt(now).dayFromNow(60);
    const dated = demo.stock_lot.filter(({ expires_on }) => expires_on !== null);
    expect(
      dated.filter(({ expires_on }) => (expires_on ?? '') < today).length,
    ).toBeGreaterThanOrEqual(3);
    expect(
      dated.filter(({ expires_on: day }) => day !== null && day >= today && day < soon).length,
    ).toBeGreaterThan(2);
    const short = demo.stock_lot.filter(
      ({ id, minimum }) => minimum !== null && (quantityOf(id) ?? Infinity) < minimum,
    );
    expect(short.length).toBeGreaterThan(1);
  });

  it('has a riverside shelter unfit for floods, one shelter twice, and capacities nobody measured', () => {
    expect(named(demo.shelter, RIVERSIDE_SHELTER).suitability.flood).toBe('no');
    const [one, other] = TWINS.map((name) => named(demo.shelter, name));
    expect(one?.capacity).not.toBe(other?.capacity);
    expect(demo.shelter.filter(({ capacity }) => capacity === null).length).toBeGreaterThan(1);
    expect(
      demo.shelter.filter(({ suitability }) => Object.keys(suitability).length === 0).length,
    ).toBeGreaterThan(2);
    const answers = new Set(demo.shelter.flatMap(({ suitability }) => Object.values(suitability)));
    expect(answers).toEqual(new Set(['yes', 'no', 'unknown']));
    const full = named(demo.shelter, '双汊镇中心小学操场');
    const inside = demo.occupancy_movement.filter(({ shelter_id }) => shelter_id === full.id);
    expect(inside.reduce((sum, { people }) => sum + people, 0)).toBe(full.capacity);
    expect(new Set(demo.shelter.map(({ state }) => state))).toEqual(
      new Set(['open', 'standby', 'closed', 'unknown']),
    );
  });

  it('has records without a time, records older than a year, and a village nobody counted', () => {
    for (const rows of [
      demo.settlement,
      demo.hazard,
      demo.shelter,
      demo.team,
      demo.evacuation_route,
    ]) {
      expect(rows.some(({ observed_at }) => observed_at === null)).toBe(true);
      expect(rows.some(({ observed_at }) => ageOf(observed_at) > 365 * DAY)).toBe(true);
      expect(
        rows.filter(({ observed_at }) => ageOf(observed_at) < 365 * DAY).length,
      ).toBeGreaterThan(rows.length / 2);
    }
    expect(demo.settlement.filter(({ people }) => people === null)).toHaveLength(1);
  });
});

describe('what makes it safe to show', () => {
  const sources = (Object.values(demo) as object[][])
    .flat()
    .flatMap((row) => ('source' in row ? [String(row.source)] : []));

  it('says 演示数据 wherever it says where something is from', () => {
    expect(sources.length).toBeGreaterThan(1_500);
    expect(sources.filter((source) => !source.startsWith('演示数据'))).toEqual([]);
  });

  it('has only telephone numbers that cannot be dialled, in contacts alone', () => {
    const phones = demo.contact.flatMap(({ phone }) => phone ?? []);
    expect(phones.length).toBeGreaterThan(300);
    expect(phones.filter((phone) => !/^0000-555\d{4}$/.test(phone))).toEqual([]);
    expect(new Set(phones).size).toBe(phones.length);
    expect(JSON.stringify({ ...demo, contact: [] })).not.toMatch(
      /0000-555|\b1[3-9]\d{9}\b|\b0\d{2,3}-\d{7,8}\b/,
    );
    expect(new Set(demo.contact.map(({ name }) => name)).size).toBe(demo.contact.length);
  });

  it('is the same for the same time and moves with another', () => {
    const tables = (at: Date): DemoDistrict => generateDemo(at);
    expect(tables(now)).toEqual(demo);
    const later = tables(new Date(now.getTime() + 40 * DAY));
    expect(later.incident.map(({ id }) => id)).toEqual(demo.incident.map(({ id }) => id));
    expect(later.base_feature).toEqual(demo.base_feature);
    expect(ageOf(later.team[0]?.availability_at ?? null) + 40 * DAY).toBe(
      ageOf(demo.team[0]?.availability_at ?? null),
    );
  });

  it('is the same in another process', () => {
    const script = `import { createHash } from 'node:crypto';
      import { generateDemo } from './supabase/demo/generate.ts';
      const rows = JSON.stringify(generateDemo(new Date('${now.toISOString()}')));
      process.stdout.write(createHash('sha256').update(rows).digest('hex'));`;
    const elsewhere = execFileSync(
      process.execPath,
      ['--import', 'tsx', '--input-type=module', '-e', script],
      {
        cwd: resolve(import.meta.dirname, '../..'),
        encoding: 'utf8',
      },
    );
    expect(elsewhere).toBe(createHash('sha256').update(JSON.stringify(demo)).digest('hex'));
  }, 60_000);

  it('gives every row an identity of its own', () => {
    for (const [table, rows] of Object.entries(demo)) {
      const ids = (rows as { id?: unknown; code?: unknown }[]).map(
        ({ id, code }) => id ?? code ?? null,
      );
      expect([table, new Set(ids).size]).toEqual([table, ids.length]);
    }
  });

  it('puts nothing later than now, announced ends apart', () => {
    const text = JSON.stringify(demo, (key, value: unknown) => (key === 'until_at' ? null : value));
    const times = text.match(/\d{4}-\d\d-\d\dT[\d:.]+Z/g) ?? [];
    expect(times.length).toBeGreaterThan(1_000);
    expect(times.filter((time) => Date.parse(time) > now.getTime())).toEqual([]);
  });
});
