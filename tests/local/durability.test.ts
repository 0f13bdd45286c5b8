/** Nothing acknowledged is lost: the real app is killed at fifty random moments while it is written to. */
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, expect, it } from 'vitest';
import { addAccount } from '../../supabase/local/accounts.ts';
import { openToolDatabase } from '../../supabase/tools/database.ts';
import { startAppProcess } from '../support/app-process.ts';
import type { AppProcess } from '../support/app-process.ts';
import { rest, tokensOf } from '../support/raw-http.ts';

const KILLS = 50;
const WRITERS = 3;
const dataDir = mkdtempSync(join(tmpdir(), 'muster-kill-'));
const account = {
  email: 'writer@test.example',
  password: 'a long password',
  role: 'commander',
  districtCode: '0',
  displayName: 'writer',
};
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

const incident = (id: string): string =>
  JSON.stringify({
    p_kind: 'incident',
    p_id: id,
    p_version: null,
    p_change: {
      district_code: '0',
      title: id,
      class: 'natural',
      kind: 'flood',
      occurred_at: '2026-07-01T08:00:00Z',
      note: 'x'.repeat(200),
      source: 'test',
      geom: 'SRID=4326;POINT(113.1 29.4)',
    },
  });

/** Writes until the app is gone. @returns the ids it acknowledged */
async function write(app: AppProcess, token: string, onFirst: () => void): Promise<string[]> {
  const acknowledged: string[] = [];
  for (;;) {
    const id = randomUUID();
    const answer = await rest(app, token, 'rpc/save_record', {
      method: 'POST',
      body: incident(id),
    }).catch(() => null);
    if (!answer) return acknowledged;
    if (answer.status !== 200 || !answer.text.includes('"saved"'))
      throw new Error(`${answer.status} ${answer.text}`);
    acknowledged.push(id);
    onFirst();
  }
}

it(`loses nothing acknowledged in ${KILLS} kills`, async () => {
  const acknowledged = new Set<string>();
  let kills = 0;
  let lastRound: string[] = [];
  for (let round = 0; round <= KILLS; round++) {
    const app = await startAppProcess({ dataDir });
    if (round === 0) {
      const tool = await openToolDatabase({ dataDir });
      await addAccount(tool, account);
      await tool.close();
    }
    const { access_token: token } = await tokensOf(app, account);
    const kept = await rest(app, token, 'rpc/sync_state', { method: 'POST', body: '{}' });
    const { counts } = kept.json() as { counts: { incident: number } };
    expect(counts.incident).toBeGreaterThanOrEqual(acknowledged.size);
    for (const id of lastRound)
      expect((await rest(app, token, `incident?id=eq.${id}&select=id`)).json()).toEqual([{ id }]);
    if (round === KILLS) {
      const tool = await openToolDatabase({ dataDir });
      const rows = await tool.query<{ id: string }>('select id from incident');
      const there = new Set(rows.map(({ id }) => id));
      expect([...acknowledged].filter((id) => !there.has(id))).toEqual([]);
      // Every index agrees with its table after all that.
      await tool.query(`set enable_seqscan = off`);
      const [counted] = await tool.query<{ n: number }>(
        `select count(*)::int as n from incident where id > '00000000-0000-0000-0000-000000000000'`,
      );
      expect(counted?.n).toBe(rows.length);
      await tool.close();
      expect(await app.end('SIGTERM')).toBe(0);
      break;
    }
    let begun: () => void = () => undefined;
    const first = new Promise<void>((resolve) => {
      begun = resolve;
    });
    const writers = Array.from({ length: WRITERS }, () => write(app, token, begun));
    // Every fifth round may be killed before anything was written; the others while writing goes on.
    if (round % 5 !== 4) await Promise.race([first, ...writers]);
    await sleep(Math.random() * 400);
    await app.end('SIGKILL');
    kills += 1;
    lastRound = (await Promise.all(writers)).flat();
    for (const id of lastRound) acknowledged.add(id);
  }
  expect(kills).toBe(KILLS);
  expect(acknowledged.size).toBeGreaterThan(KILLS);
  console.log(`${acknowledged.size} rows acknowledged, none lost in ${kills} kills`);
}, 1_800_000);
