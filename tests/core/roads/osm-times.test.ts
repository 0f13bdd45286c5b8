import { createReadStream, existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { buildNetwork } from '../../../src/core/roads/build/build-network.ts';
import { openNetwork } from '../../../src/core/roads/network.ts';
import { EMERGENCY_CAR, HEAVY_TRUCK, ON_FOOT } from '../../../src/core/roads/profiles.ts';
import { makeRouter } from '../../../src/core/roads/router.ts';
import { UNREACHED } from '../../../src/core/roads/search/many.ts';
import { readOsmRoads } from '../../../src/core/roads/osm/read-osm-roads.ts';
import { NO_ROUTE, edgeCosts } from '../../../src/core/roads/search/costs.ts';
import { someNodes } from '../../bench/roads/questions.ts';
import { sharedData } from '../../support/shared-data.ts';
import { edgeStates } from './edge-states.ts';
import { timesOf } from './asked.ts';

const FILES = [
  'monaco.osm.gz',
  'krems.osm.gz',
  'campo-grande.osm.gz',
  'andorra.osm.pbf',
  'liechtenstein-latest.osm.pbf',
  'baltimore.osm.pbf',
  'harrisburg.osm.pbf',
  'heidelberg.test.pbf',
  'legazpi/legazpi.osm.pbf',
  'nky/streets.osm.pbf',
].map((name) => resolve(sharedData, 'osm', name));

describe.each(FILES)('%s', (file) => {
  it.skipIf(!existsSync(file))(
    'times of all profiles are those of a search over every edge and turn, open, half closed and open again',
    async () => {
      const { input } = await readOsmRoads([createReadStream(file)], file);
      const network = openNetwork(buildNetwork(input));
      const edgeOf = new Int32Array(network.edges);
      network.edgeOrigin.forEach((origin, e) => (edgeOf[origin] = e));
      const shares = [0.5, 0.123, 0.999, 1e-6];
      const places = someNodes(network.edges, 60, 31).map((edge, i) => ({
        edge,
        along: shares[i % 4]!,
      }));
      const starts = someNodes(network.edges, 2, 32).map((edge) => ({ edge, along: 0.3 }));
      const closed = new Set(someNodes(network.edges, network.edges / 40, 33));
      for (const profile of [EMERGENCY_CAR, HEAVY_TRUCK, ON_FOOT]) {
        const router = makeRouter(network, profile);
        const costs = edgeCosts(network, profile);
        const end = (place: (typeof places)[0]) => ({
          edge: edgeOf[place.edge]!,
          along: place.along,
        });
        const targets = router.targets(places.map(end), 'away');
        const check = (without: ReadonlySet<number>): number => {
          const cost = (edge: number, heading: 0 | 1): number => {
            const ms = (heading === 0 ? costs.along : costs.against)[edgeOf[edge]!]!;
            return ms === NO_ROUTE || without.has(edge) ? Infinity : ms;
          };
          const restrictions = profile.obeysTurns ? input.restrictions : [];
          const oracle = edgeStates({ ...input, restrictions }, profile.mode, cost);
          let reached = 0;
          for (const start of starts) {
            const expected = oracle(start, places).map((ms) => (ms === Infinity ? UNREACHED : ms));
            expect([...timesOf(router, end(start), targets)]).toEqual(expected);
            reached += expected.filter((ms) => ms !== UNREACHED).length;
          }
          return reached;
        };
        const open = check(new Set());
        router.close(
          'some',
          [...closed].map((edge) => edgeOf[edge]!),
        );
        expect(check(closed)).toBeLessThanOrEqual(open);
        router.open('some');
        expect(check(new Set())).toBe(open);
        // Sources may lie where a profile never gets; on foot nearly everything is joined.
        if (profile === ON_FOOT) expect(open).toBeGreaterThan(0);
      }
    },
    120_000,
  );
});
