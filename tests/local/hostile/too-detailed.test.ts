/**
 * A shape of a hundred thousand corners is refused before anybody works on it, at every door that takes a shape, and nobody else
 * waits for it. On both tiers: only the embedded one cannot be interrupted.
 */
import { randomUUID } from 'node:crypto';
import type { MultiPolygon, Polygon } from 'geojson';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { countCorners, MOST_CORNERS } from '../../../src/core/geo/corners.ts';
import { toEwkt } from '../../../src/core/geo/ewkt.ts';
import type { TestApp } from '../../support/embedded.ts';
import { raw, rest, tokensOf } from '../../support/raw-http.ts';
import type { RawAnswer } from '../../support/raw-http.ts';
import { startTier, TIERS } from '../../support/tiers.ts';

/** Milliseconds in which the answer has to be there; on an idle machine it takes a fifth of it. */
const SOON = 2_000;

/** Around [113, 29]; `inner` is the radius of every other corner: 1 = a circle, near 0 = a star whose sides all meet. */
function ring(corners: number, inner = 1, digits = 15): Polygon {
  const round = (value: number): number => Number(value.toPrecision(digits));
  const points = Array.from({ length: corners }, (_, i) => {
    const angle = (2 * Math.PI * i) / corners;
    const radius = i % 2 === 1 ? 0.3 : 0.3 * inner;
    return [round(113 + radius * Math.cos(angle)), round(29 + radius * Math.sin(angle))];
  });
  return { type: 'Polygon', coordinates: [[...points, points[0] ?? []]] };
}
const inParts = ({ coordinates }: Polygon): MultiPolygon => ({
  type: 'MultiPolygon',
  coordinates: [coordinates],
});

const HUGE = ring(100_000);
/** As many corners as one megabyte holds: known by their signs. */
const PACKED = ring(55_000, 1, 5);
/** Too many for the database, too few to be known by their signs. */
const LONG = ring(31_000, 0.999, 8);
/** Few enough corners, but whether its sides cross takes seconds. */
const STAR = ring(20_000, 0.03);

const CONTENT: Readonly<Record<string, Record<string, unknown>>> = {
  settlement: { district_code: '0', name: '某村', source: '试验' },
  hazard: { district_code: '0', name: '某处', source: '试验', class: 'natural', kind: 'flood' },
  shelter: { district_code: '0', name: '某处', source: '试验', kind: '操场' },
  closure: { district_code: '0', reason: '塌方', source: '试验' },
  incident: {
    district_code: '0',
    title: '某事',
    class: 'natural',
    kind: 'flood',
    occurred_at: '2026-01-01',
    source: '试验',
  },
  district: { parent_code: '0', name: '某县', level: 'county' },
};

for (const { tier, here } of TIERS)
  describe.skipIf(!here)(
    `a shape of too many corners on the ${tier} tier`,
    { timeout: 60_000 },
    () => {
      let app: TestApp;
      let token: string;

      beforeAll(async () => {
        app = await startTier(tier);
        token = (await tokensOf(app, await app.account('admin'))).access_token;
        await save('settlement', ring(10));
      }, 120_000);
      afterAll(async () => {
        await app.stop();
      });

      const call = (path: string, body: unknown): Promise<RawAnswer> =>
        rest(app, token, path, { method: 'POST', body: JSON.stringify(body) });
      const save = (kind: string, shape: Polygon): Promise<RawAnswer> =>
        call('rpc/save_record', {
          p_kind: kind,
          p_id: randomUUID(),
          p_version: null,
          p_change: {
            ...CONTENT[kind],
            ...(kind === 'district' ? { code: randomUUID().slice(0, 8) } : {}),
            geom: kind === 'district' ? inParts(shape) : shape,
          },
        });
      /**
       * Milliseconds: on the embedded tier those the processor worked, all threads together, because the database is one of them
       * and a busy machine makes everybody wait; PostgreSQL works elsewhere, so that there the clock has to do.
       */
      function now(): number {
        if (tier === 'server') return performance.now();
        const { user, system } = process.cpuUsage();
        return (user + system) / 1_000;
      }
      /** Time of an answer, and of another console's question asked right after it, in milliseconds. */
      async function timed(
        ask: () => Promise<RawAnswer>,
      ): Promise<{ answer: RawAnswer; took: number; other: number }> {
        const began = now();
        const asked = ask();
        const other = raw(app.address, '/rest/v1/district?select=code', {
          headers: { apikey: app.publishableKey, authorization: `Bearer ${token}` },
        }).then(() => now() - began);
        const answer = await asked;
        return { answer, took: now() - began, other: await other };
      }

      it('counts as the console does', async () => {
        const [row] = await app.engine.query<{ most: number; corners: number }>(
          `select muster.most_corners() as most, extensions.st_npoints($1::text::extensions.geometry) as corners`,
          [JSON.stringify(STAR)],
        );
        expect(row).toEqual({ most: MOST_CORNERS, corners: countCorners(STAR) });
      });

      it.each(Object.keys(CONTENT))('is refused soon and with a word: %s', async (kind) => {
        for (const shape of [HUGE, PACKED, LONG, STAR]) {
          const { answer, took, other } = await timed(() => save(kind, shape));
          if (shape === HUGE || shape === PACKED) expect(answer.status).toBe(413);
          else {
            expect(answer.status).toBe(400);
            expect(answer.json()).toMatchObject({
              code: '23514',
              message: expect.stringContaining('too many corners') as string,
            });
          }
          expect(took).toBeLessThan(SOON);
          expect(other).toBeLessThan(SOON);
        }
      });

      it('is refused as EWKT, which is what a console sends', async () => {
        const { answer, took } = await timed(() =>
          call('rpc/save_record', {
            p_kind: 'incident',
            p_id: randomUUID(),
            p_version: null,
            p_change: { ...CONTENT.incident, geom: toEwkt(LONG) },
          }),
        );
        expect(answer.status).toBe(400);
        expect(answer.text).toContain('too many corners');
        expect(took).toBeLessThan(SOON);
      });

      it('reaches no table itself', async () => {
        const { answer, took } = await timed(() =>
          call('incident', { ...CONTENT.incident, geom: toEwkt(LONG) }),
        );
        expect(answer.status).toBe(404);
        expect(took).toBeLessThan(SOON);
      });

      it('is refused before an import stages it', async () => {
        const batch = randomUUID();
        await call('rpc/import_open', {
          p_id: batch,
          p_kind: 'hazard',
          p_district: '0',
          p_file_name: 'x.geojson',
          p_totals: {},
        });
        const stage = (shape: Polygon) =>
          call('rpc/import_stage', {
            p_batch: batch,
            p_rows: [
              {
                seq: 1,
                row: 2,
                kind: 'hazard',
                id: randomUUID(),
                version: null,
                change: { ...CONTENT.hazard, geom: shape },
              },
            ],
          });
        for (const shape of [HUGE, PACKED]) {
          const { answer, took, other } = await timed(() => stage(shape));
          expect(answer.status).toBe(400);
          expect(answer.json()).toMatchObject({
            code: '23514',
            message: expect.stringContaining('too_many_corners') as string,
          });
          expect(took).toBeLessThan(SOON);
          expect(other).toBeLessThan(SOON);
        }
        // What is found only when it is written is refused for itself.
        expect((await stage(STAR)).status).toBe(200);
        const { answer, took } = await timed(() => call('rpc/import_write', { p_batch: batch }));
        expect(answer.json()).toMatchObject({
          state: 'committed',
          created: 0,
          refused: [{ what: 'too_many_corners' }],
        });
        expect(took).toBeLessThan(SOON);
      });

      it('and one that a city’s flood simulation has is taken', async () => {
        for (const shape of [ring(25_000, 0.999, 8), ring(4_000, 0.03, 8)]) {
          const { answer, took } = await timed(() => save('hazard', shape));
          expect(answer.json()).toMatchObject({ outcome: 'saved' });
          expect(took).toBeLessThan(2 * SOON);
        }
      });
    },
  );
