/**
 * The router against pgRouting, which knows nothing of it: the same edges with the same milliseconds, and the same times
 * to the last one. pgRouting has no turn restrictions in this form, so the networks are laid without them; those are
 * compared with a search over edges in tests/core/roads.
 */
import { createReadStream, existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, resolve } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildNetwork } from '../../src/core/roads/build/build-network.ts';
import { openNetwork } from '../../src/core/roads/network.ts';
import type { RoadNetwork } from '../../src/core/roads/network.ts';
import { EMERGENCY_CAR, HEAVY_TRUCK, ON_FOOT, PROFILES } from '../../src/core/roads/profiles.ts';
import type { RoadProfile } from '../../src/core/roads/profiles.ts';
import { makeRouter } from '../../src/core/roads/router.ts';
import { UNREACHED } from '../../src/core/roads/search/many.ts';
import type { RoadNetworkInput } from '../../src/core/roads/types.ts';
import { readRoads } from '../../src/core/roads/read-roads.ts';
import { NO_ROUTE, edgeCosts } from '../../src/core/roads/search/costs.ts';
import { demoRoads } from '../../supabase/demo/road-network.ts';
import { someNodes } from '../bench/roads/questions.ts';
import { PLAIN_CAR, hasSeattle, seattle } from '../bench/roads/seattle.ts';
import { randomRoads } from '../core/roads/random-roads.ts';
import { HOW_TO_GET_PGROUTING, hasPgRouting, startPgRouting } from '../support/pgrouting.ts';
import type { PgRouting } from '../support/pgrouting.ts';
import { sharedData } from '../support/shared-data.ts';
import { manyToOne, oneToMany } from '../core/roads/asked.ts';

const FILES: readonly { file: string; layer?: string }[] = [
  { file: 'osm/monaco.osm.gz' },
  { file: 'osm/krems.osm.gz' },
  { file: 'osm/campo-grande.osm.gz' },
  { file: 'osm/andorra.osm.pbf' },
  { file: 'osm/liechtenstein-latest.osm.pbf' },
  { file: 'osm/baltimore.osm.pbf' },
  { file: 'osm/harrisburg.osm.pbf' },
  { file: 'osm/heidelberg.test.pbf' },
  { file: 'osm/legazpi/legazpi.osm.pbf' },
  { file: 'osm/nky/streets.osm.pbf' },
  { file: 'osm/marikina/road_networks_marikina.gpkg' },
  { file: 'taipei/roads/taipei_roads_buildp.gpkg', layer: 'roads' },
];

const sqliteWasm = (): Promise<Uint8Array> =>
  Promise.resolve(
    readFileSync(createRequire(import.meta.url).resolve('sql.js/dist/sql-wasm.wasm')),
  );

const plainNetwork = (input: RoadNetworkInput): RoadNetwork =>
  openNetwork(buildNetwork({ ...input, restrictions: [] }));

describe.skipIf(!hasPgRouting)(
  `the router and pgRouting${hasPgRouting ? '' : ` (${HOW_TO_GET_PGROUTING})`}`,
  () => {
    let peer: PgRouting;
    beforeAll(async () => {
      peer = await startPgRouting();
    }, 60_000);
    afterAll(() => peer.stop());

    /** Times between some nodes in both directions, with some edges closed; returns how many have a route. */
    async function compare(
      network: RoadNetwork,
      profile: RoadProfile,
      closed: readonly number[],
      seed: number,
    ) {
      const { along, against } = edgeCosts(network, profile);
      const shut = new Set(closed);
      const given = (costs: Int32Array): number[] =>
        Array.from(costs, (ms, edge) => (ms === NO_ROUTE || shut.has(edge) ? -1 : ms));
      await peer.load({
        from: network.edgeFrom,
        to: network.edgeTo,
        along: given(along),
        against: given(against),
      });
      const router = makeRouter(network, profile);
      if (closed.length > 0) router.close('some', closed);
      const starts = [...new Set(someNodes(network.nodes, 4, seed))];
      const ends = [...new Set(someNodes(network.nodes, 40, seed + 1))];
      const node = (number: number) => ({ node: number });
      const away = starts.flatMap((start) => [...oneToMany(router, node(start), ends.map(node))]);
      const towards = starts.flatMap((start) => [
        ...manyToOne(router, ends.map(node), node(start)),
      ]);
      const asOurs = (ms: number): number => (ms === Infinity ? UNREACHED : ms);
      expect(away).toEqual((await peer.times(starts, ends)).map(asOurs));
      const back = await peer.times(ends, starts);
      const turned = starts.flatMap((_, s) =>
        ends.map((__, e) => back[e * starts.length + s] ?? NaN),
      );
      expect(towards).toEqual(turned.map(asOurs));
      return away.filter((ms) => ms !== UNREACHED).length;
    }

    /** Open, and with every fortieth edge closed. */
    async function compareAll(
      network: RoadNetwork,
      profiles: readonly RoadProfile[],
    ): Promise<void> {
      let reached = 0;
      for (const profile of profiles) {
        reached += await compare(network, profile, [], 71);
        await compare(network, profile, someNodes(network.edges, network.edges / 40, 72), 73);
      }
      expect(reached).toBeGreaterThan(0);
    }

    it('agree on random networks of one-way streets, parallel and zero-length edges, loops and islands', async () => {
      const samples = fc.sample(randomRoads(12, 24, 0), { numRuns: 60, seed: 2026 });
      for (const [i, { edges }] of samples.entries()) {
        const network = plainNetwork({ edges, restrictions: [], source: 'random' });
        await compare(
          network,
          PROFILES[i % PROFILES.length]!,
          someNodes(network.edges, i % 3, i),
          i,
        );
      }
    }, 60_000);

    it('agree on the demo county', async () => {
      await compareAll(plainNetwork(demoRoads().input), PROFILES);
    }, 60_000);

    it.skipIf(!hasSeattle)(
      'agree on Seattle',
      async () => {
        await compareAll(
          plainNetwork({ edges: seattle().edges, restrictions: [], source: 'Seattle' }),
          [PLAIN_CAR],
        );
      },
      120_000,
    );

    describe.each(FILES)('on $file', ({ file, layer }) => {
      const path = resolve(sharedData, file);
      it.skipIf(!existsSync(path))(
        'agree',
        async () => {
          const input = createReadStream(path);
          const read = await readRoads(
            [{ input, fileName: basename(path) }],
            { layer, sqliteWasm },
            file,
          );
          await compareAll(plainNetwork(read.input), [EMERGENCY_CAR, HEAVY_TRUCK, ON_FOOT]);
        },
        180_000,
      );
    });
  },
);
