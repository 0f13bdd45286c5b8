/** Whether a place is joined to the rest of the roads, or lies in a pocket of them. */
import { NO_ROUTE } from './costs.ts';
import { stopOf } from './engine.ts';
import type { Direction, Engine, RoadSpot } from './engine.ts';
import { mainPart } from './main-part.ts';

/** A place that less than this share of the main part leads to lies in a pocket. Product default. */
const SHARE_OF_MAIN = 0.1;

/** What is asked of one engine; the main part (see `mainPart`) is looked for when it is asked first. */
export class Joining {
  private found: { main: Uint8Array; moreThanPocket: number; allOpen: Engine } | null = null;

  constructor(private readonly engine: Engine) {}

  /** Whether one gets to a place (`towards`), or away from it, from or to more than a pocket, under what is closed now. */
  isJoined(spot: RoadSpot, direction: Direction): boolean {
    const { main, moreThanPocket } = this.look();
    const sought = { main, wanted: moreThanPocket, isOpen: isPassable };
    return meets(this.engine, spot, direction, sought);
  }

  /** The same with all roads open: then whoever meets one place of the main part meets all of it. */
  wouldBeJoined(spot: RoadSpot, direction: Direction): boolean {
    const { main, allOpen } = this.look();
    // Roads that are never used are not among the links; what closes others now stands in their costs.
    return meets(allOpen, spot, direction, { main, wanted: 1, isOpen: () => true });
  }

  private look(): NonNullable<typeof this.found> {
    if (this.found === null) {
      const { engine } = this;
      const main = mainPart(engine.graph.out);
      const size = main.reduce((sum, one) => sum + one, 0);
      const closed = {
        counts: new Uint16Array(engine.network.edges),
        cuts: new Map<never, never>(),
      };
      this.found = {
        main,
        moreThanPocket: Math.ceil(SHARE_OF_MAIN * size),
        allOpen: { ...engine, closed },
      };
    }
    return this.found;
  }
}

const isPassable = (cost: number): boolean => cost < NO_ROUTE;

interface Sought {
  /** 1 per node of the main part. */
  main: Uint8Array;
  /** How many of them are enough. */
  wanted: number;
  /** Whether a link of this cost may be used. */
  isOpen: (cost: number) => boolean;
}

/** Whether one comes from a place, or to it, to so many nodes of the main part. */
function meets(
  engine: Engine,
  spot: RoadSpot,
  direction: Direction,
  { main, wanted, isOpen }: Sought,
): boolean {
  const { arrive, leave } = stopOf(engine, spot);
  const { first, links } = direction === 'towards' ? engine.graph.into : engine.graph.out;
  const seen = new Set<number>();
  const waiting: number[] = [];
  let met = 0;
  const visit = (node: number): void => {
    if (seen.has(node)) return;
    seen.add(node);
    waiting.push(node);
    met += main[node]!;
  };
  (direction === 'towards' ? arrive : leave).forEach((node, i) => {
    if (i % 2 === 0) visit(node);
  });
  for (let node = waiting.pop(); node !== undefined && met < wanted; node = waiting.pop())
    for (let i = first[node]!; i < first[node + 1]!; i++)
      if (isOpen(links[2 * i + 1]!)) visit(links[2 * i]!);
  return met >= wanted;
}
