/** Whether a place is joined to the rest of the roads. */
import { NO_WAY } from './costs.ts';
import type { Direction, Engine, RoadSpot } from './engine.ts';
import { stopOf } from './engine.ts';

/** A place that less than this share of the main part leads to lies in a pocket. Product default. */
const SHARE_OF_MAIN = 0.1;

/**
 * Whether one gets to a place (`towards`), or away from it, from or to more than a pocket of the main part.
 * @param engine with nothing closed in it where `roads` says so
 * @param main 1 per search node of that part, see `mainPart`
 * @param roads as they are closed now, or as if all were open: links hold what is closed, and none that is never used
 */
export function isJoinedTo(
  engine: Engine,
  main: Uint8Array,
  spot: RoadSpot,
  direction: Direction,
  roads: 'now' | 'all open',
): boolean {
  const { arrive, leave } = stopOf(engine, spot);
  const { first, links } = direction === 'towards' ? engine.graph.into : engine.graph.out;
  let wanted = Math.max(1, Math.ceil(SHARE_OF_MAIN * main.reduce((sum, one) => sum + one, 0)));
  const seen = new Set<number>();
  const waiting: number[] = [];
  const visit = (node: number): void => {
    if (seen.has(node)) return;
    seen.add(node);
    waiting.push(node);
    if (main[node] === 1) wanted--;
  };
  (direction === 'towards' ? arrive : leave).forEach((node, i) => {
    if (i % 2 === 0) visit(node);
  });
  for (let node = waiting.pop(); node !== undefined && wanted > 0; node = waiting.pop())
    for (let i = first[node]!; i < first[node + 1]!; i++)
      if (roads === 'all open' || links[2 * i + 1]! < NO_WAY) visit(links[2 * i]!);
  return wanted <= 0;
}
