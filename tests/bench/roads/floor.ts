/** How near a whole search comes to the memory's own speed: arcs relaxed a second against one plain pass over them. */
import { makeEngine } from '../../../src/core/roads/search/engine.ts';
import { timesToAll } from '../../../src/core/roads/search/many.ts';
import { prepareTargets } from '../../../src/core/roads/search/targets.ts';
import type { CaseReport } from '../bench.ts';
import { interleave } from '../interleave.ts';
import { someNodes } from './questions.ts';
import type { Ground } from './questions.ts';
import { PLAIN_CAR } from './seattle.ts';

export function memoryFloor({ network, end, city }: Ground): CaseReport {
  const engine = makeEngine(network, PLAIN_CAR);
  const { first, links, arcs } = engine.graph.out;
  const { label } = engine.sweep;
  const sources = someNodes(city.nodes, 32, 3).map(end);
  // Nobody is listened for, so that the search ends when everything is reached.
  const never = prepareTargets(engine, [null], 'away');
  const pass = (): number => {
    let sum = 0;
    for (let v = 0; v + 1 < first.length; v++) {
      const here = label[v]!;
      const last = 2 * first[v + 1]!;
      for (let i = 2 * first[v]!; i < last; i += 2)
        if (here + links[i + 1]! < label[links[i]!]!) sum++;
    }
    return sum;
  };
  const times = interleave(
    [
      { name: 'search', call: (i) => timesToAll(engine, sources[i % 32]!, never) },
      { name: 'pass', call: pass },
    ],
    80,
    40,
  );
  // After a whole search no arc can improve anything: the pass proves it as it goes.
  timesToAll(engine, sources[0]!, never);
  const search = times.get('search')!.ms;
  const floor = times.get('pass')!.ms;
  return {
    case: 'Seattle: one to all junctions against one pass over all arcs',
    wrong: pass(),
    figures: {
      arcs: arcs.length,
      search_ms: search,
      pass_ms: floor,
      relaxations_per_s: arcs.length / (search / 1000),
      pass_arcs_per_s: arcs.length / (floor / 1000),
      'search / pass': search / floor,
    },
    ratios: {},
  };
}
