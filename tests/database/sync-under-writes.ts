/** Nothing committed is ever missed by a console that asks "what changed since?", whatever commits in which order. */
import { expect, test } from 'vitest';
import type { TestRegister } from '../support/register.ts';
import { COMMANDER, COUNTY } from './people.ts';

interface Console {
  cursor: string;
  /** Reason of every closure received, by id. */
  held: Map<string, string>;
}

/** One round of a console, as the app does it: the state first, then the rows changed since the last state. */
async function refresh(register: TestRegister, console: Console | null): Promise<Console> {
  const [state] = await register.as<{ state: { cursor: string } }>(
    COMMANDER,
    `select public.sync_state(${console ? `'${console.cursor}'` : 'null'}) as state`,
  );
  const [answer] = await register.as<{ page: { id: string; reason: string }[] }>(
    COMMANDER,
    `select public.records_page('closure', ${console ? `'${console.cursor}'` : 'null'}, null, 10000) as page`,
  );
  const held = new Map(console?.held);
  for (const { id, reason } of answer?.page ?? []) held.set(id, reason);
  return { cursor: state?.state.cursor ?? '', held };
}

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));
const insertion = (reason: string, seconds: number): string =>
  `with written as (insert into public.closure (district_code, reason, source) values ('${COUNTY}', '${reason}', '试验') returning id)
   select id, pg_sleep(${seconds}) from written`;

export function testSyncUnderWrites(register: () => TestRegister): void {
  test('a transaction that began before a console asked and commits after it is not missed', async () => {
    const slow = register().as<{ id: string }>(COMMANDER, insertion('慢', 1));
    await pause(300);
    const [quick] = await register().as<{ id: string }>(COMMANDER, insertion('快', 0));
    const before = await refresh(register(), null);
    expect(before.held.has(quick?.id ?? '')).toBe(true);
    const [late] = await slow;
    expect(before.held.has(late?.id ?? '')).toBe(false);
    const after = await refresh(register(), before);
    expect(after.held.get(late?.id ?? '')).toBe('慢');
  });

  test('a console that polls while eight others write holds exactly what the table holds', async () => {
    let writing = true;
    const writers = Array.from({ length: 8 }, async (_, writer) => {
      for (let turn = 0; turn < 12; turn += 1) {
        const [row] = await register().as<{ id: string }>(
          COMMANDER,
          insertion(`${writer}.${turn}`, ((writer * 7 + turn * 3) % 10) / 100),
        );
        if (turn % 3 === 0)
          await register().as(
            COMMANDER,
            `update public.closure set reason = '改' || reason where id = '${row?.id ?? ''}' returning pg_sleep(0.03)`,
          );
      }
    });
    const done = Promise.all(writers).then(() => (writing = false));
    let seen = await refresh(register(), null);
    while (writing) {
      seen = await refresh(register(), seen);
      await pause(15);
    }
    await done;
    seen = await refresh(register(), seen);
    const rows = await register().as<{ id: string; reason: string }>(
      null,
      'select id, reason from public.closure',
    );
    expect(Object.fromEntries(seen.held)).toEqual(
      Object.fromEntries(rows.map(({ id, reason }) => [id, reason])),
    );
    expect(rows.length).toBeGreaterThanOrEqual(96);
  });
}
