/** Why somebody cannot come by road: tried in order, as if nothing were closed, then as something small, then against all signs. */
import type { Unreached, Vehicle } from '../ranking/types.ts';
import { barredOn } from '../roads/barred.ts';
import { limitOnRoute } from '../roads/limits.ts';
import type { RoadPlace } from '../roads/network.ts';
import type { Router } from '../roads/router.ts';
import type { KeptSearch } from '../roads/search/routes.ts';
import { directionOf } from './asked.ts';

interface WhyNot {
  by: Vehicle;
  home: RoadPlace;
  /** Those that were not reached. */
  ends: readonly RoadPlace[];
  /** The router that did not reach them. */
  now: Router;
  /** The same as if nothing were closed; null = nothing is. */
  open: Router | null;
  /** As if nothing were closed, of somebody who minds neither signs nor barriers; asked for only where it is needed. */
  heedless: () => Router;
  /** A car's as if nothing were closed, for something large. */
  small: Router | null;
  /** The names of what closes an edge. */
  closedBy: (edge: number) => readonly string[];
}

/** One reason per end, in their order: one search serves them all. */
export function reasonsWhyNot({
  by,
  home,
  ends,
  now,
  open,
  small,
  heedless,
  closedBy,
}: WhyNot): Unreached[] {
  const direction = directionOf(by);
  const searched = (router: Router | null): KeptSearch | null =>
    router === null || ends.length === 0
      ? null
      : router.search(home, router.targets(ends, direction));
  const unclosed = searched(open);
  const asSmall = searched(small);
  let heedlessly: KeptSearch | null = null;
  return ends.map((_, i): Unreached => {
    const without = unclosed?.route(i) ?? null;
    if (without !== null) {
      const closures = new Set(without.members.flatMap((member) => closedBy(member >> 1)));
      return { reason: 'closed', closures: [...closures] };
    }
    const alone = asSmall?.route(i) ?? null;
    if (alone !== null) return { reason: 'too-large', ...limitOnRoute(now, alone) };
    heedlessly ??= searched(heedless());
    const barred = heedlessly?.route(i) ?? null;
    return barred === null ? { reason: 'island' } : { reason: 'barred', by: barredOn(now, barred) };
  });
}
