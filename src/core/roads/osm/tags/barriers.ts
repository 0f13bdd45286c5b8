/**
 * What stands on the road at one point (OSM wiki "Key:barrier", the access each value implies). Gates are passed: they
 * open, and for whom is said by their access tags. Values not listed stop nobody.
 */
import { MODE_BIT, TRAVEL_MODES } from '../../types.ts';
import type { Tags } from '../elements.ts';
import { accessOf } from './access.ts';
import { limitsOf } from './limits.ts';
import type { TaggedLimits } from './limits.ts';
import type { WaterOnRoad } from '../../water.ts';
import { waterAtPoint } from './water.ts';

const { foot, car } = MODE_BIT;
const EVERYONE = 7;

const BARRIERS: ReadonlyMap<string, number> = new Map([
  ['bollard', foot],
  ['block', foot],
  ['jersey_barrier', foot],
  ['cycle_barrier', foot],
  ['motorcycle_barrier', foot],
  ['stile', foot],
  ['turnstile', foot],
  ['full-height_turnstile', foot],
  ['kissing_gate', foot],
  ['chain', foot],
  ['log', foot],
  ['debris', foot],
  ['planter', foot],
  ['bus_trap', foot],
  ['sump_buster', foot],
]);

/** Bollards that a crew with the key lowers. */
const LOWERED = new Set(['rising', 'removable', 'foldable', 'retractable']);

export interface PointLimit extends TaggedLimits, WaterOnRoad {
  /** Sum of MODE_BIT: who passes. */
  modes: number;
}

/** What a point of the road does or means to who passes it; null = nothing. */
export function pointLimitOf(tags: Tags): PointLimit | null {
  const barrier = tags.get('barrier');
  let implied = BARRIERS.get(barrier ?? '') ?? EVERYONE;
  if (barrier === 'bollard' && LOWERED.has(tags.get('bollard') ?? '')) implied |= car;
  let modes = 0;
  for (const mode of TRAVEL_MODES) {
    const bit = MODE_BIT[mode];
    // An entrance or a shop carries access tags that are not the road's.
    const stated = barrier === undefined ? null : accessOf(tags, mode, 'forward');
    if (stated ?? (implied & bit) !== 0) modes |= bit;
  }
  const limit: PointLimit = { modes, ...limitsOf(tags), ...waterAtPoint(tags) };
  const { widthM, maxHeightM, maxWeightT, ford, floodProne } = limit;
  const free =
    modes === EVERYONE && [widthM, maxHeightM, maxWeightT].every((value) => value === null);
  return free && ford !== true && floodProne !== true ? null : limit;
}
