/**
 * Who gets first to each of many places while 2,000 closures hold: milliseconds a place, as `npm run reach` asks, on the
 * largest extract at hand; against the same with everything open.
 */
import type { Obstacle } from '../../../src/core/arrival/obstacle.ts';
import { reachTable } from '../../../src/core/arrival/reach-table.ts';
import type { ReachPlace } from '../../../src/core/arrival/reach-table.ts';
import { RouterService } from '../../../src/core/arrival/router-service.ts';
import { buildNetwork } from '../../../src/core/roads/build/build-network.ts';
import { openNetwork } from '../../../src/core/roads/network.ts';
import { EMERGENCY_CAR } from '../../../src/core/roads/profiles.ts';
import type { LngLat } from '../../../src/core/model/index.ts';
import { randomNumbers } from '../../core/nearest/point-sets.ts';
import type { Bench } from '../bench.ts';
import { extracts, readExtract } from '../roads/walks/extracts.ts';
import { bases, houses, mainEdges } from '../roads/walks/places.ts';

const EXTRACT = 'heidelberg.test.pbf';
const OBSTACLES = 2000;
const PLACES = 100;
const TEAMS = 40;
const SEED = 20_261_130;

export const bench: Bench = async (progress) => {
  const name = `${EXTRACT}: ${PLACES} places, ${TEAMS} teams, ${OBSTACLES} closures`;
  if (!extracts().includes(EXTRACT)) {
    const skipped = { all: 'the extracts are not there' };
    return { cases: [{ case: name, wrong: 0, figures: {}, ratios: {}, skipped }], targets: [] };
  }
  progress('building the network');
  const network = openNetwork(buildNetwork(await readExtract(EXTRACT)));
  const main = mainEdges(network, EMERGENCY_CAR);
  const named = (places: readonly LngLat[]): ReachPlace[] =>
    places.map((place, i) => ({ id: String(i), name: String(i), place }));
  const places = named(houses(network, PLACES, randomNumbers(SEED)));
  const teams = named(bases(network, main, TEAMS, randomNumbers(SEED + 1)));
  const closures = bases(network, main, OBSTACLES, randomNumbers(SEED + 2)).map(
    ([lng, lat], i): Obstacle => ({
      id: `c${i}`,
      version: 1,
      geometry: { type: 'Point', coordinates: [lng, lat] },
    }),
  );
  const run = (obstacles: readonly Obstacle[]): { ms: number; reached: number } => {
    const started = performance.now();
    const rows = reachTable(new RouterService(network.buffer), {
      by: 'emergency-car',
      places,
      others: teams,
      obstacles,
    });
    return {
      ms: (performance.now() - started) / PLACES,
      reached: rows.filter(({ now }) => now !== null).length,
    };
  };
  progress('asking with everything open');
  const open = run([]);
  progress('asking under the closures');
  const closed = run(closures);
  return {
    cases: [
      {
        case: name,
        wrong: 0,
        figures: {
          'ms a place, open': open.ms,
          'reached, open': open.reached,
          'ms a place, open and under closures': closed.ms,
          'reached under closures': closed.reached,
        },
        ratios: {},
      },
    ],
    targets: [],
  };
};
