/** What changed is told truly: against the answer under the closures of before, and by closures that lie on the route. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RoadQuestion } from '../../../src/core/arrival/asked.ts';
import { comesSame } from '../../../src/core/arrival/compare.ts';
import type { Obstacle } from '../../../src/core/arrival/obstacle.ts';
import { RouterService } from '../../../src/core/arrival/router-service.ts';
import { buildNetwork } from '../../../src/core/roads/build/build-network.ts';
import type { RoadEdgeInput } from '../../../src/core/roads/types.ts';
import type { LngLat } from '../../../src/core/model/index.ts';
import { roadEdge } from '../roads/road-edge.ts';

const SIZE = 6;
const at = (x: number, y: number): LngLat => [113 + x / 200, 29 + y / 200];

/** A grid of streets of which some are one-way and some are missing. */
function streets(holes: readonly number[]): ArrayBuffer {
  const edges: RoadEdgeInput[] = [];
  const key = (x: number, y: number): number => x * SIZE + y;
  for (let x = 0; x < SIZE; x++)
    for (let y = 0; y < SIZE; y++) {
      const fits = { backward: (x + y) % 5 === 0 ? 0 : 7 };
      if (x + 1 < SIZE)
        edges.push(roadEdge(key(x, y), key(x + 1, y), [at(x, y), at(x + 1, y)], fits));
      if (y + 1 < SIZE)
        edges.push(roadEdge(key(x, y), key(x, y + 1), [at(x, y), at(x, y + 1)], fits));
    }
  const kept = edges.filter((_, i) => !holes.includes(i));
  return buildNetwork({ edges: kept, restrictions: [], source: 'test' });
}

const place = fc.tuple(
  fc.double({ min: 0, max: 5, noNaN: true }),
  fc.double({ min: 0, max: 5, noNaN: true }),
);
const obstacle = fc.record({ id: fc.integer({ min: 0, max: 5 }), a: place, b: place });
const obstacles = fc.uniqueArray(obstacle, { selector: ({ id }) => id, maxLength: 4 });

/** Another geometry is another version, however little it differs. */
const versions = new Map<string, number>();
const versionOf = (drawn: unknown): number => {
  const text = JSON.stringify(drawn);
  if (!versions.has(text)) versions.set(text, versions.size);
  return versions.get(text)!;
};

const asObstacles = (
  drawn: readonly { id: number; a: [number, number]; b: [number, number] }[],
): Obstacle[] =>
  drawn.map(({ id, a, b }) => ({
    id: `c${id}`,
    version: versionOf([a, b]),
    geometry: { type: 'LineString', coordinates: [[...at(...a)], [...at(...b)]] },
  }));

describe('an answer compared with the one before', () => {
  it('is the answer under the obstacles of before, and its causes lie on the routes', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat({ max: 59 }), { maxLength: 12 }),
        place,
        fc.array(place, { minLength: 1, maxLength: 6 }),
        fc.record({ before: obstacles, now: obstacles }),
        fc.constantFrom('emergency-car' as const, 'foot' as const),
        (holes, home, others, drawn, by) => {
          const bytes = streets(holes);
          const question: RoadQuestion = {
            by,
            place: at(...home),
            others: Float64Array.from(others.flatMap((one) => [...at(...one)])),
          };
          const before = asObstacles(drawn.before);
          const now = asObstacles(drawn.now);
          const service = new RouterService(bytes);
          service.close(now);
          const { times, causes } = service.compare(question, before, now);

          const alone = new RouterService(bytes);
          alone.close(before);
          expect(times).toEqual(alone.times(question));

          // The service is left as it was found.
          const fresh = new RouterService(bytes);
          fresh.close(now);
          const timesNow = fresh.times(question);
          expect(service.times(question)).toEqual(timesNow);

          const kept = (one: Obstacle, list: readonly Obstacle[]): boolean =>
            list.some(({ id, version }) => id === one.id && version === one.version);
          const added = now.filter((one) => !kept(one, before)).map(({ id }) => id);
          const gone = before.filter((one) => !kept(one, now)).map(({ id }) => id);
          times.forEach((was, i) => {
            const is = timesNow[i]!;
            const cause = causes[i]!;
            if (comesSame(was, is)) {
              expect(causes[i]).toBeNull();
              return;
            }
            expect(cause.closed.filter((id) => !added.includes(id))).toEqual([]);
            expect(cause.opened.filter((id) => !gone.includes(id))).toEqual([]);
            const seconds = (time: typeof was): number =>
              time.tag === 'reached' ? time.seconds : Infinity;
            // Whoever comes later was stopped by something; whoever comes sooner was let through by something.
            if (seconds(is) > seconds(was)) expect(cause.closed).not.toEqual([]);
            else expect(cause.opened).not.toEqual([]);
          });
        },
      ),
      { numRuns: 400 },
    );
  });
});
