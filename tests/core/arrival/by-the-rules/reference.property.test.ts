/** The router service, from the file to the answer, is equal to the same rules written a second time. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Obstacle } from '../../../../src/core/arrival/obstacle.ts';
import { RouterService } from '../../../../src/core/arrival/router-service.ts';
import { buildNetwork } from '../../../../src/core/roads/build/build-network.ts';
import type { LngLat } from '../../../../src/core/model/index.ts';
import { roadsOf } from '../../roads/osm/support.ts';
import { Reference } from './reference.ts';
import type { Traveller } from './reference.ts';
import { asOsm, metersAt, placeAt, town } from './town.ts';
import type { Town } from './town.ts';

const obstaclesOf = ({ closures }: Town): Obstacle[] =>
  closures.map((closure, i) => ({
    id: `closure ${i}`,
    version: 1,
    geometry:
      'point' in closure
        ? { type: 'Point', coordinates: [...closure.point] }
        : { type: 'LineString', coordinates: closure.line.map((at) => [...at]) },
  }));

/** Anywhere in the town, or beside something that is drawn. */
type Somewhere = { at: LngLat } | { node: number; x: number; y: number };

const beside = fc.integer({ min: -150, max: 150 }).map((n) => n / 10);
const somewhere: fc.Arbitrary<Somewhere> = fc.oneof(
  fc
    .tuple(fc.integer({ min: -1500, max: 4200 }), fc.integer({ min: -1500, max: 3300 }))
    .map(([x, y]) => ({ at: placeAt(x / 10, y / 10) })),
  fc.record({ node: fc.nat(), x: beside, y: beside }),
);

function placeIn({ nodes }: Town, where: Somewhere): LngLat {
  if ('at' in where) return where.at;
  const [x, y] = metersAt([...nodes.values()].at(-1 - (where.node % nodes.size))!.at);
  return placeAt(x + where.x, y + where.y);
}

/** The network keeps places to a centimetre and times to a millisecond an edge. */
const SAME_METERS = 0.1;
const SAME_SECONDS = 0.3;

const TRAVELLERS: readonly Traveller[] = ['emergency-car', 'foot'];

describe('arrival by road', () => {
  it('is that of the rules written a second time: islands, gates, one-way streets, tunnels, cuts', async () => {
    const seen = {
      own: 0,
      otherHome: 0,
      detour: 0,
      otherEnd: 0,
      unreached: 0,
      closed: 0,
      tooNear: 0,
    };
    await fc.assert(
      fc.asyncProperty(
        town,
        somewhere,
        fc.array(somewhere, { minLength: 1, maxLength: 6 }),
        async (drawn, from, to) => {
          const [incident, others] = [
            placeIn(drawn, from),
            to.map((where) => placeIn(drawn, where)),
          ];
          fc.pre(drawn.ways.length > 0);
          const service = new RouterService(buildNetwork((await roadsOf(asOsm(drawn))).input));
          service.close(obstaclesOf(drawn));
          for (const by of TRAVELLERS) {
            const reference = new Reference(drawn, by);
            if (!reference.hasMain) continue;
            const wanted = reference.answers(incident, others);
            const got = service.times({
              by,
              place: incident,
              others: Float64Array.from(others.flat()),
            });
            wanted.forEach(({ seconds, offRoad, otherHome, isDetour, margin }, i) => {
              const time = got[i]!;
              if (margin.meters < SAME_METERS) return void seen.tooNear++;
              if (seconds === null) {
                seen.unreached++;
                if (drawn.closures.length > 0) seen.closed++;
                return expect(time.tag).toBe('unreached');
              }
              expect(time).toMatchObject({ tag: 'reached' });
              if (time.tag !== 'reached') return;
              if (margin.seconds < SAME_SECONDS) return void seen.tooNear++;
              expect(Math.abs(time.seconds - seconds)).toBeLessThan(SAME_SECONDS);
              expect(Math.abs(time.offRoad - offRoad)).toBeLessThan(SAME_METERS);
              const tags = time.remarks?.map(({ tag }) => tag) ?? [];
              expect([tags.includes('other-home'), tags.includes('detour')]).toEqual([
                otherHome && !isDetour,
                isDetour,
              ]);
              if (isDetour) seen.detour++;
              else if (otherHome) seen.otherHome++;
              else if (time.otherRoad === undefined) seen.own++;
              else seen.otherEnd++;
            });
          }
        },
      ),
      { numRuns: 400 },
    );
    expect(
      Math.min(seen.own, seen.otherHome, seen.detour, seen.otherEnd, seen.unreached, seen.closed),
    ).toBeGreaterThan(10);
    expect(seen.tooNear).toBeLessThan((seen.own + seen.unreached) / 2);
  });
});
