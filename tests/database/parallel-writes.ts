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
    expect(await register().run(`select quantity from muster.stock_balance('${id}')`)).toEqual([
      '0',
    ]);
  });

  test('100 transfers between two depots, back and forth at once: nothing is lost, made or below zero', async () => {
    const lots = await register().as<{ id: string; depot_id: string }>(
      null,
      `with depot as (
         insert into public.depot (district_code, name, source)
         select '${COUNTY}', '库' || n, '试验' from generate_series(1, 2) n returning id
       )
       insert into public.stock_lot (depot_id, item, unit, source)
       select id, '帐篷', '顶', '试验' from depot returning id, depot_id`,
    );
    const [one, other] = lots;
    await register().run(
      `insert into public.stock_movement (lot_id, movement, quantity)
       values ('${one?.id ?? ''}', 'count', 30), ('${other?.id ?? ''}', 'count', 0)`,
    );
    const outcomes = await Promise.all(
      hundred.map(async (number) => {
        // Two of three go there, one comes back.
        const [from, to] = number % 3 === 0 ? [other, one] : [one, other];
        const [row] = await register().as<{ outcome: string }>(
          COMMANDER,
          `select public.transfer_stock(gen_random_uuid(), '${from?.id ?? ''}', '${to?.depot_id ?? ''}', 1) ->> 'outcome' as outcome`,
        );
        return { back: number % 3 === 0, done: row?.outcome === 'saved', outcome: row?.outcome };
      }),
    );
    expect(new Set(outcomes.map(({ outcome }) => outcome))).toEqual(new Set(['saved', 'short']));
    const there = outcomes.filter(({ done, back }) => done && !back).length;
    const back = outcomes.filter(({ done, back: came }) => done && came).length;
    const [left, arrived] = await Promise.all(
      [one, other].map((lot) =>
        register().run(`select quantity from muster.stock_balance('${lot?.id ?? ''}')`),
      ),
    );
    expect([left, arrived]).toEqual([[String(30 - there + back)], [String(there - back)]]);
    expect(
      await register().run(`select count(*) from public.stock_lot where item = '帐篷'`),
    ).toEqual(['2']);
  });

  test('50 first transfers to a depot without the thing make one lot there', async () => {
    const [lot] = await register().as<{ id: string }>(
      null,
      `with depot as (insert into public.depot (district_code, name, source) values ('${COUNTY}', '源', '试验') returning id)
       insert into public.stock_lot (depot_id, item, unit, source) select id, '雨衣', '件', '试验' from depot returning id`,
    );
    const [depot] = await register().as<{ id: string }>(
      null,
      `insert into public.depot (district_code, name, source) values ('${COUNTY}', '新库', '试验') returning id`,
    );
    await register().run(
      `insert into public.stock_movement (lot_id, movement, quantity) values ('${lot?.id ?? ''}', 'count', 40)`,
    );
    const outcomes = await Promise.all(
      hundred.slice(50).map(async () => {
        const [row] = await register().as<{ outcome: string }>(
          COMMANDER,
          `select public.transfer_stock(gen_random_uuid(), '${lot?.id ?? ''}', '${depot?.id ?? ''}', 1) ->> 'outcome' as outcome`,
        );
        return row?.outcome;
      }),
    );
    expect(outcomes.filter((outcome) => outcome === 'saved')).toHaveLength(40);
    expect(
      await register().run(
        `select b.quantity from public.stock_lot l, lateral muster.stock_balance(l.id) b where l.depot_id = '${depot?.id ?? ''}'`,
      ),
    ).toEqual(['40']);
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
    expect(await register().run(`select occupancy from muster.shelter_occupancy('${id}')`)).toEqual(
      [String(cameIn - wentOut)],
    );
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
    expect(
      await register().run(
        `select version from public.incident where id = '${incident?.id ?? ''}'`,
      ),
    ).toEqual(['2']);
  });
}
