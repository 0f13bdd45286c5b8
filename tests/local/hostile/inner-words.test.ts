/** Whatever is sent, the answer holds a code and a word for people: nothing of the database, of its functions or of this machine. */
import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { shortly } from '../../../supabase/local/short-lines.ts';
import type { TestApp } from '../../support/embedded.ts';
import { raw, rest, tokensOf } from '../../support/raw-http.ts';
import type { RawAnswer } from '../../support/raw-http.ts';
import { startTier, TIERS } from '../../support/tiers.ts';

/** Words of PostgreSQL, PostGIS, PostgREST and Node. */
const INNER =
  /invalid input|syntax|does not exist|schema cache|violates|relation|operator|out of range|unsupported|parse error|decode the JWT|TypeError|node_modules|\bat .+:\d+:\d+|unknown\b|Searched for|Perhaps you meant|uuid|timestamp|integer/i;

const id = randomUUID();
const newIncident = (columns: Record<string, unknown>): Record<string, unknown> => ({
  p_kind: 'incident',
  p_id: randomUUID(),
  p_version: null,
  p_change: columns,
});
const BAD: readonly [name: string, path: string, body?: unknown][] = [
  ['no uuid in a condition', 'incident?id=eq.not-a-uuid'],
  ['no uuid in a call', 'rpc/record_history', { p_kind: 'hazard', p_id: 'secret-zzz' }],
  [
    'no time',
    'rpc/move_occupancy',
    {
      p_id: id,
      p_shelter_id: id,
      p_movement: 'in',
      p_people: 1,
      p_reason: null,
      p_at: 'secret-zzz',
    },
  ],
  ['no such argument', 'rpc/save_record', { zz: 1 }],
  ['a list for an object', 'rpc/save_record', [1, 2]],
  ['no JSON', 'rpc/save_record', '{"a":'],
  [
    'no geometry',
    'rpc/save_record',
    { p_kind: 'hazard', p_id: id, p_version: null, p_change: { geom: 'secret-zzz', name: 'x' } },
  ],
  [
    'no coordinates',
    'rpc/save_record',
    {
      p_kind: 'hazard',
      p_id: id,
      p_version: null,
      p_change: { geom: '{"type":"Point","coordinates":["a"]}' },
    },
  ],
  [
    'no such kind',
    'rpc/save_record',
    { p_kind: 'secret-zzz', p_id: id, p_version: null, p_change: {} },
  ],
  [
    'no such column',
    'rpc/save_record',
    { p_kind: 'hazard', p_id: id, p_version: null, p_change: { secretzzz: 1 } },
  ],
  ['no such column to read', 'incident?secretzzz=eq.1'],
  ['a table of the system', 'pg_class?select=relname'],
  ['no such table', 'secretzzz'],
  ['a table that is not written directly', 'incident', { title: 'x', secretzzz: 1 }],
  ['no such column to write', 'rpc/save_record', newIncident({ title: 'x', secretzzz: 1 })],
  [
    'out of reach',
    'rpc/save_record',
    newIncident({
      district_code: 'secret-zzz',
      title: 'x',
      class: 'natural',
      kind: 'flood',
      occurred_at: '2026-01-01',
      source: 'x',
    }),
  ],
  [
    'a rule',
    'rpc/save_record',
    newIncident({
      district_code: '0',
      title: 'x',
      class: 'natural',
      kind: 'fire',
      occurred_at: '2026-01-01',
      source: 'x',
    }),
  ],
  ['nothing where something must be', 'rpc/save_record', newIncident({ district_code: '0' })],
  [
    'a zero byte',
    'rpc/save_record',
    { p_kind: 'hazard', p_id: id, p_version: null, p_change: { name: 'a\u0000b' } },
  ],
  ['a number too large', 'rpc/audit_events', { p_limit: 99_999_999_999_999 }],
  ['a comparison that a column does not know', 'incident?occurred_at=like.secret-zzz'],
  ['a network that is none', 'rpc/road_graph?p_network=secret-zzz'],
];

for (const { tier, here } of TIERS)
  describe.skipIf(!here)(
    `a request that cannot be right on the ${tier} tier`,
    { timeout: 60_000 },
    () => {
      let app: TestApp;
      let token: string;
      beforeAll(async () => {
        app = await startTier(tier);
        token = (await tokensOf(app, await app.account('admin'))).access_token;
      }, 120_000);
      afterAll(async () => {
        await app.stop();
      });

      const expectPlain = (answer: RawAnswer): void => {
        expect(answer.status).toBeGreaterThanOrEqual(400);
        // What cannot be right is not the server's illness: a console would ask again for ever.
        expect(answer.status).toBeLessThan(500);
        const { code, message } = answer.json() as { code: unknown; message: unknown };
        expect(String(code)).toMatch(/^\w{1,20}$/);
        // The rule or column that a form has to show is named, and nothing else of the database.
        const text = String(message).replace(/ \((?:constraint|column) "\w+"\)$/, '');
        expect(text).not.toBe('');
        expect(text).not.toMatch(INNER);
        expect(text).not.toContain(process.cwd());
        expect(answer.text).not.toMatch(/secret-?zzz/);
      };

      it.each(BAD)('is answered in plain words: %s', async (_, path, body) => {
        const sent =
          body === undefined
            ? {}
            : { method: 'POST', body: typeof body === 'string' ? body : JSON.stringify(body) };
        expectPlain(await rest(app, token, path, sent));
      });

      it('is answered in plain words: a token that is none', async () => {
        expectPlain(await rest(app, 'abc.def.ghi', 'incident'));
      });

      it.each([
        ['password', { email: { a: 1 }, password: [] }],
        ['password', { email: 'a@b.cc' }],
        ['refresh_token', { refresh_token: { a: 1 } }],
        ['password', 'no json'],
      ])('is no sign-in: %s %j', async (grant, body) => {
        const answer = await raw(app.address, `/auth/v1/token?grant_type=${grant}`, {
          method: 'POST',
          headers: { apikey: app.publishableKey, 'content-type': 'application/json' },
          body: typeof body === 'string' ? body : JSON.stringify(body),
        });
        expect(answer.status).toBe(400);
        expect(answer.json()).toMatchObject({ code: 'validation_failed' });
      });

      it('names the rule that a form has to show', async () => {
        const titleless = newIncident({
          district_code: '0',
          title: ' ',
          class: 'natural',
          kind: 'flood',
          occurred_at: '2026-01-01',
          source: 'x',
        });
        const answer = await rest(app, token, 'rpc/save_record', {
          method: 'POST',
          body: JSON.stringify(titleless),
        });
        expect(answer.json()).toMatchObject({
          code: '23514',
          message: expect.stringContaining('"incident_title_check"') as string,
        });
      });
    },
  );

describe('what is logged of a refused query', () => {
  afterEach(() => vi.restoreAllMocks());

  it('is a line and the beginning of its way, whatever a driver hangs on the error', () => {
    const error = Object.assign(new Error(`refused: ${'长'.repeat(5_000)}`), {
      code: 'XX000',
      query: 'q'.repeat(5_000),
      parameters: ['138 0000 0000'],
    });
    const said = shortly(error);
    expect(said.split('\n')[0]?.length).toBeLessThan(540);
    expect(said.length).toBeLessThan(540 * 9);
    expect(said).toContain('XX000');
    expect(said).not.toMatch(/q{100}|138/);
  });

  it('is bounded too where the library prints it', async () => {
    const printed: unknown[] = [];
    vi.spyOn(console, 'error').mockImplementation(
      (...parts: unknown[]) => void printed.push(...parts),
    );
    vi.resetModules();
    const { quietDatabaseErrors } = await import('../../../supabase/local/quiet-errors.ts');
    quietDatabaseErrors();
    console.error('select '.repeat(1_000));
    expect(String(printed[0]).length).toBeLessThan(540);
  });
});
