/**
 * Who gets first to Taipei's 260 shelters, of 46 fire brigades. A plain search over every vertex, each point put on its
 * nearest vertex, says that for 23 of them it is another one by road than by the straight line. The router says 28: it
 * puts a point on the nearest place of a road, wherever on its line that is. Given the same vertices it agrees. (Counting the stretch to the vertex too would give 26.)
 */
import { createReadStream, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import type { FeatureCollection, Point } from 'geojson';
import { describe, expect, it } from 'vitest';
import { reachTable } from '../../../src/core/arrival/reach-table.ts';
import type { ReachPlace } from '../../../src/core/arrival/reach-table.ts';
import { RouterService } from '../../../src/core/arrival/router-service.ts';
import { buildNetwork } from '../../../src/core/roads/build/build-network.ts';
import { openNetwork } from '../../../src/core/roads/network.ts';
import { EMERGENCY_CAR } from '../../../src/core/roads/profiles.ts';
import { makeRouter } from '../../../src/core/roads/router.ts';
import { UNREACHED } from '../../../src/core/roads/search/many.ts';
import { snapToRoads } from '../../../src/core/roads/snap.ts';
import type { RoadEdgeInput } from '../../../src/core/roads/types.ts';
import { greatCircle } from '../../../src/core/geo/distance.ts';
import type { LngLat } from '../../../src/core/model/index.ts';
import { readRoads } from '../../../src/core/roads/read-roads.ts';
import { PlainDijkstra, plainGraph } from '../../bench/roads/plain.ts';
import { hasSharedData, sharedData } from '../../support/shared-data.ts';
import { timesOf } from '../roads/asked.ts';

const taipei = (path: string): string => resolve(sharedData, 'taipei', path);

function placesIn(path: string, name: string): ReachPlace[] {
  const { features } = JSON.parse(
    readFileSync(taipei(path), 'utf8'),
  ) as FeatureCollection<Point | null>;
  return features.flatMap(({ geometry, properties }, i) => {
    const [lng, lat] = geometry?.coordinates ?? [];
    if (lng === undefined || lat === undefined) return [];
    return [{ id: String(i), name: String(properties?.[name]), place: [lng, lat] as const }];
  });
}

/** The vertices of the lines, joined as the importer joins them, and millimetres between them. */
function verticesOf(edges: readonly RoadEdgeInput[]) {
  const numbers = new Map<string, number>();
  const places: LngLat[] = [];
  /** An edge that each vertex lies on: others may pass by without touching it. */
  const edgeOf: number[] = [];
  const numberOf = (place: LngLat, edge: number): number => {
    const key = place.map((degrees) => Math.round(degrees * 1e6)).join();
    const known = numbers.get(key);
    if (known !== undefined) return known;
    numbers.set(key, places.length);
    edgeOf.push(edge);
    return places.push(place) - 1;
  };
  const [from, to, mm]: [number[], number[], number[]] = [[], [], []];
  for (const [edge, { line }] of edges.entries())
    for (let i = 1; i < line.length; i++) {
      from.push(numberOf(line[i - 1]!, edge));
      to.push(numberOf(line[i]!, edge));
      mm.push(Math.round(greatCircle(line[i - 1]!, line[i]!) * 1000));
    }
  return { places, edgeOf, search: new PlainDijkstra(plainGraph(places.length, from, to, mm)) };
}

/** Index of the least; the first of equals. */
const least = (values: ArrayLike<number>): number =>
  Array.from(values).reduce((best, value, i, all) => (value < all[best]! ? i : best), 0);

describe.skipIf(!hasSharedData)('the first brigade at each shelter of Taipei', () => {
  it('differs from the straight line for 28; from vertex to vertex for those that a plain search says', async () => {
    const sqliteWasm = (): Promise<Uint8Array> =>
      Promise.resolve(
        readFileSync(createRequire(import.meta.url).resolve('sql.js/dist/sql-wasm.wasm')),
      );
    const file = {
      input: createReadStream(taipei('roads/taipei_roads_buildp.gpkg')),
      fileName: 'roads.gpkg',
    };
    const { input } = await readRoads([file], { layer: 'roads', sqliteWasm }, 'Taipei');
    const graph = buildNetwork(input);
    const shelters = placesIn('facilities/patrol_designate_place.geojson', '名稱');
    const brigades = placesIn('facilities/patrol_fire_brigade.geojson', 'name');
    expect([shelters.length, brigades.length]).toEqual([260, 46]);

    const rows = reachTable(new RouterService(graph), {
      by: 'emergency-car',
      places: shelters,
      others: brigades,
      obstacles: [],
    });
    expect(rows.filter(({ open }) => open !== null)).toHaveLength(260);
    expect(rows.filter(({ straight, open }) => straight?.other !== open?.other)).toHaveLength(28);
    const ratios = rows.map(
      ({ straight, open }) => (open?.meters ?? NaN) / (straight?.meters ?? NaN),
    );
    expect(ratios.sort((a, b) => a - b)[130]).toBeCloseTo(1.3, 1);

    const { places, edgeOf, search } = verticesOf(input.edges);
    const vertexAt = ({ place: [lng, lat] }: ReachPlace): number =>
      least(
        places.map(([x, y]) =>
          // Half a kilometre, more than any is away.
          Math.abs(x - lng) > 0.005 || Math.abs(y - lat) > 0.005
            ? Infinity
            : greatCircle([lng, lat], [x, y]),
        ),
      );
    const homes = brigades.map(vertexAt);
    const goals = shelters.map(vertexAt);
    const meters = goals.map((goal) => {
      search.run(goal, homes);
      return homes.map((home) => search.best[home]! / 1000);
    });
    const plain = meters.map(least);
    const differing = (first: readonly number[]): number =>
      rows.filter(({ straight }, i) => straight?.other !== first[i]).length;
    expect(differing(plain)).toBe(23);

    const network = openNetwork(graph);
    const router = makeRouter(network, EMERGENCY_CAR);
    const onVertex = (vertex: number) => {
      const isOn = (edge: number): boolean => network.edgeOrigin[edge] === edgeOf[vertex];
      return snapToRoads(network, places[vertex]!, 1, 1, isOn)[0]!;
    };
    const targets = router.targets(homes.map(onVertex), 'towards');
    const routed = goals.map((goal) =>
      least(
        timesOf(router, onVertex(goal), targets).map((ms) => (ms === UNREACHED ? 0x7fffffff : ms)),
      ),
    );
    expect(differing(routed)).toBe(23);
    expect(routed).toEqual(plain);
  }, 120_000);
});
