/** Many consoles at once: sums never fall below zero and no save is lost. Declared for both databases. */
import { expect, test } from 'vitest';
import type { TestRegister } from '../support/register.ts';
import { COMMANDER, COUNTY } from './people.ts';

type Outcome = 'done' | 'refused';

/** One withdrawal or save as the commander. A check violation (SQLSTATE 23514) is "refused"; anything else throws. */
async function attempt(register: TestRegister, statement: string): Promise<Outcome> {
  try {
    const rows = await register.as(COMMANDER, statement);
    return rows.length === 1 ? 'done' : 'refused';
  } catch (error) {
    if ((error as { code?: string }).code === '23514') return 'refused';
    throw error;
  }
}

const count = (outcomes: readonly Outcome[], wanted: Outcome): number =>
  outcomes.filter((outcome) => outcome === wanted).length;
const hundred = Array.from({ length: 100 }, (_, number) => number);

export function testParallelWrites(register: () => TestRegister): void {
  test('100 withdrawals of 1 from a lot of 60: 60 succeed, 40 are refused, 0 are left', async () => {
    const [lot] = await register().as<{ id: string }>(
      null,
      `with depot as (insert into public.depot (district_code, name, source) values ('${COUNTY}', '库', '试验') returning id),
         lot as (insert into public.stock_lot (depot_id, item, unit, source) select id, '救生衣', '件', '试验' from depot returning id)
       select id from lot`,
    );
    const id = lot?.id ?? '';
    await register().run(
      `insert into public.stock_movement (lot_id, movement, quantity) values ('${id}', 'count', 60)`,
    );
    const outcomes = await Promise.all(
      hundred.map(() =>
        attempt(
          register(),
          `insert into public.stock_movement (lot_id, movement, quantity) values ('${id}', 'out', 1) returning id`,
        ),
      ),
    );
    expect([count(outcomes, 'done'), count(outcomes, 'refused')]).toEqual([60, 40]);
    expect(await register().run(`select quantity from muster.stock_balance('${id}')`)).toEqual(['0']);
  });

  test('100 people movements in and out of one shelter end at the sum of those that succeeded', async () => {
    const [shelter] = await register().as<{ id: string }>(
      null,
      `insert into public.shelter (district_code, name, source, kind) values ('${COUNTY}', '操场', '试验', '操场') returning id`,
    );
    const id = shelter?.id ?? '';
    const outcomes = await Promise.all(
      hundred.map((number) =>
        attempt(
          register(),
          `insert into public.occupancy_movement (shelter_id, movement, people)
           values ('${id}', '${number % 2 === 0 ? 'in' : 'out'}', 3) returning id`,
        ),
      ),
    );
    const cameIn =
      3 *
      count(
        outcomes.filter((_, number) => number % 2 === 0),
        'done',
      );
    const wentOut =
      3 *
      count(
        outcomes.filter((_, number) => number % 2 === 1),
        'done',
      );
    expect(cameIn).toBe(150);
    expect(cameIn - wentOut).toBeGreaterThanOrEqual(0);
    expect(await register().run(`select occupancy from muster.shelter_occupancy('${id}')`)).toEqual([
      String(cameIn - wentOut),
    ]);
  });

  test('of 20 saves over the same version exactly one succeeds', async () => {
    const [incident] = await register().as<{ id: string }>(
      COMMANDER,
      `insert into public.incident (district_code, title, class, kind, occurred_at, source)
       values ('${COUNTY}', '起火', 'accident', 'fire', now(), '试验') returning id`,
    );
    const outcomes = await Promise.all(
      hundred
        .slice(0, 20)
        .map((number) =>
          attempt(
            register(),
            `update public.incident set title = '第${number}人' where id = '${incident?.id ?? ''}' and version = 1 returning id`,
          ),
        ),
    );
    expect(count(outcomes, 'done')).toBe(1);
    expect(await register().run(`select version from public.incident where id = '${incident?.id ?? ''}'`)).toEqual([
      '2',
    ]);
  });
}
