/** A way's tags as everything an edge of it states. */
import { EMERGENCY_CAR } from '../../profiles.ts';
import { ALL_MODES, MODE_BIT, TRAVEL_MODES } from '../../types.ts';
import type { RoadClass, RoadEdgeInput, TravelMode } from '../../types.ts';
import type { Tags } from '../elements.ts';
import { accessOf } from './access.ts';
import { FERRY_ROUTES, HIGHWAY_RULES } from './classes.ts';
import type { HighwayRule } from './classes.ts';
import { oneWayOf } from './direction.ts';
import { limitsOf } from './limits.ts';
import { durationIn, lengthIn } from './quantity.ts';
import { speedLimitOf } from './speed-limits.ts';
import { surfaceLimitOf } from './surface.ts';
import { waterOnWay } from './water.ts';

/** What all edges of a way share; `seconds` is the time for the whole way. */
export type WayFacts = Omit<RoadEdgeInput, 'from' | 'to' | 'line'>;

/** Whom limits of size bind. */
const VEHICLES = MODE_BIT.car | MODE_BIT.truck;

/** Values of `junction` for a ring that is driven around. */
const ROUND: ReadonlySet<string> = new Set(['roundabout', 'circular']);

/** Whether a way is worth keeping while reading: it may be a road, or it says that it is none. */
export const isWayOfInterest = (tags: Tags): boolean =>
  tags.has('highway') || FERRY_ROUTES.has(tags.get('route') ?? '');

/** @returns 'not_a_road' for what is planned, gone or beside the road; 'closed_to_all' where nobody may pass */
export function wayFacts(tags: Tags): WayFacts | 'not_a_road' | 'closed_to_all' {
  const highway = HIGHWAY_RULES.get(tags.get('highway') ?? '');
  const ferry = highway === undefined && FERRY_ROUTES.has(tags.get('route') ?? '');
  const rule = highway ?? (ferry ? ferryRule(tags) : undefined);
  if (rule === undefined) return 'not_a_road';
  const { forward, backward } = masksOf(tags, rule);
  if (forward === 0 && backward === 0) return 'closed_to_all';
  const signed = limitsOf(tags, {
    forward: (forward & VEHICLES) !== 0,
    backward: (backward & VEHICLES) !== 0,
  });
  return {
    class: classOf(rule.class, forward | backward),
    name: nameOf(tags),
    forward,
    backward,
    speedKmh: ferry ? null : speedOf(tags, rule.class),
    widthM: signed.widthM ?? widthOf(tags),
    maxWeightT: signed.maxWeightT,
    maxHeightM: signed.maxHeightM,
    bridge: isYes(tags.get('bridge')),
    tunnel: isYes(tags.get('tunnel')) || tags.get('covered') === 'yes',
    layer: layerOf(tags),
    ferry,
    ...(ROUND.has(tags.get('junction') ?? '') ? { roundabout: true } : {}),
    ...waterOnWay(tags),
    seconds: ferry ? durationIn(tags.get('duration')) : null,
  };
}

/** A crossing that says nothing about whom it carries carries everybody; else those it names (OSM wiki "Tag:route=ferry"). */
function ferryRule(tags: Tags): HighwayRule {
  const named = ['motorcar', 'motor_vehicle', 'vehicle', 'hgv', 'foot', 'bicycle'].some((key) =>
    tags.has(key),
  );
  return { class: 'ferry', modes: named ? MODE_BIT.foot : ALL_MODES };
}

function masksOf(tags: Tags, rule: HighwayRule): { forward: number; backward: number } {
  let [forward, backward] = [0, 0];
  for (const mode of TRAVEL_MODES) {
    const way = oneWayOf(tags, mode);
    const bit = MODE_BIT[mode];
    if (way !== 'backward' && maySomewhere(tags, rule, mode, 'forward')) forward |= bit;
    if (way !== 'forward' && maySomewhere(tags, rule, mode, 'backward')) backward |= bit;
  }
  return { forward, backward };
}

function maySomewhere(
  tags: Tags,
  rule: HighwayRule,
  mode: TravelMode,
  direction: 'forward' | 'backward',
): boolean {
  // No vehicle climbs steps, whatever a tag allows.
  if (rule.class === 'steps' && mode !== 'foot') return false;
  const stated = accessOf(tags, mode, direction);
  if (stated !== null) return stated;
  if (mode === 'foot' && tags.get('motorroad') === 'yes') return false;
  return (rule.modes & MODE_BIT[mode]) !== 0;
}

/** A path opened to vehicles (a fire lane) is driven like a track. */
function classOf(own: RoadClass, modes: number): RoadClass {
  const narrow = own === 'path' || own === 'cycleway';
  return narrow && (modes & (MODE_BIT.car | MODE_BIT.truck)) !== 0 ? 'track' : own;
}

function nameOf(tags: Tags): string | null {
  const name = tags.get('name:zh') ?? tags.get('name') ?? tags.get('ref') ?? '';
  return name.trim() === '' ? null : name.trim().slice(0, 200);
}

/** The signed limit or what the ground allows, the lower; the ground alone only where it is slower than the class. */
function speedOf(tags: Tags, roadClass: RoadClass): number | null {
  const limit = speedLimitOf(tags);
  const ground = surfaceLimitOf(tags);
  if (limit !== null) return ground === null ? limit : Math.min(limit, ground);
  return ground !== null && ground < EMERGENCY_CAR.speeds[roadClass] ? ground : null;
}

/** The measured width of the way. */
const widthOf = (tags: Tags): number | null =>
  ['width:carriageway', 'width', 'est_width'].reduce<number | null>(
    (found, key) => found ?? lengthIn(tags.get(key), 'width'),
    null,
  );

const isYes = (value: string | undefined): boolean => value !== undefined && value !== 'no';

/** OSM wiki "Key:layer": whole numbers, 0 on the ground. */
function layerOf(tags: Tags): number {
  const stated = Number(tags.get('layer'));
  return Number.isInteger(stated) && Math.abs(stated) <= 100 ? stated : 0;
}
