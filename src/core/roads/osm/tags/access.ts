/**
 * Who may pass. Keys from general to special, the most special one that is tagged decides (OSM wiki "Key:access",
 * "Land-based transportation"); a key with `:forward` / `:backward` goes before the same key without. Conditions
 * (`…:conditional`) depend on the hour and are not judged: the import counts them.
 */
import { MODE_BIT } from '../../types.ts';
import type { TravelMode } from '../../types.ts';
import type { Tags } from '../elements.ts';

export type Direction = 'forward' | 'backward';

/** From special to general. */
const KEYS: Readonly<Record<TravelMode, readonly string[]>> = {
  car: ['emergency', 'motorcar', 'motor_vehicle', 'vehicle', 'access'],
  truck: ['hgv', 'goods', 'motor_vehicle', 'vehicle', 'access'],
  foot: ['foot', 'access'],
};

const { car, truck, foot } = MODE_BIT;
const EVERYONE = car + truck + foot;

/**
 * What a value means for whom (OSM wiki "Key:access", list of values). Private ground stops the public; an emergency car
 * and a supply truck on duty are let in, which is this product's reading and not OpenStreetMap's.
 */
const ACCESS_VALUES: ReadonlyMap<string, number> = new Map([
  ['yes', EVERYONE],
  ['designated', EVERYONE],
  ['official', EVERYONE],
  ['permissive', EVERYONE],
  ['public', EVERYONE],
  ['discouraged', EVERYONE],
  ['destination', EVERYONE],
  ['customers', EVERYONE],
  ['residents', EVERYONE],
  ['permit', car + truck + foot],
  ['delivery', car + truck],
  ['private', car + truck],
  ['restricted', car + truck],
  ['agricultural', car + truck],
  ['forestry', car + truck],
  ['employees', car + truck],
  ['psv', car],
  ['bus', car],
  ['emergency', car],
  ['dismount', foot],
  ['use_sidepath', 0],
  ['military', 0],
  ['no', 0],
]);

/** true: may pass; false: may not; null: the tags do not say. */
export function accessOf(tags: Tags, mode: TravelMode, direction: Direction): boolean | null {
  for (const key of KEYS[mode])
    for (const spelling of [`${key}:${direction}`, key]) {
      const allowed = meaning(tags.get(spelling));
      if (allowed !== null) return (allowed & MODE_BIT[mode]) !== 0;
    }
  return null;
}

/** A list means its most generous part; a value nobody documented says nothing. */
function meaning(value: string | undefined): number | null {
  if (value === undefined) return null;
  const known = value
    .split(/[;|]/)
    .map((part) => ACCESS_VALUES.get(part.trim()))
    .filter((modes) => modes !== undefined);
  return known.length === 0 ? null : known.reduce((all, modes) => all | modes, 0);
}
