/**
 * The speed a road states. `maxspeed` as a number, or by the place it lies in (`CN:urban`), which this table turns into
 * km/h. Source: OSM wiki "Default speed limits" and "Key:maxspeed" (implicit values), read in 2026, for ordinary cars;
 * countries with several values per place carry the lowest that is common. Who needs another country adds a line.
 */
import type { Tags } from '../elements.ts';
import { speedIn } from './quantity.ts';

/** km/h by country (ISO 3166-1) and place. `null`: no limit there. */
const IMPLIED_LIMITS: Readonly<Record<string, Readonly<Record<string, number | null>>>> = {
  CN: { urban: 50, rural: 70, motorway: 120 },
  HK: { urban: 50, rural: 50, motorway: 110 },
  TW: { urban: 50, rural: 50, motorway: 110 },
  JP: { urban: 60, rural: 60, national: 60, motorway: 100 },
  DE: { living_street: 7, urban: 50, rural: 100, motorway: null },
  AT: { living_street: 20, urban: 50, rural: 100, trunk: 100, motorway: 130 },
  CH: { living_street: 20, urban: 50, rural: 80, trunk: 100, motorway: 120 },
  LI: { living_street: 20, urban: 50, rural: 80 },
  FR: { living_street: 20, urban: 50, rural: 80, motorway: 130 },
  ES: { living_street: 20, urban: 50, rural: 90, trunk: 90, motorway: 120 },
  IT: { urban: 50, rural: 90, trunk: 110, motorway: 130 },
  GB: {
    urban: 48.28032,
    nsl_restricted: 48.28032,
    nsl_single: 96.56064,
    nsl_dual: 112.65408,
    motorway: 112.65408,
  },
  PL: { living_street: 20, urban: 50, rural: 90, motorway: 140 },
  CZ: { living_street: 20, urban: 50, rural: 90, motorway: 130 },
  RU: { living_street: 20, urban: 60, rural: 90, motorway: 110 },
};

/** Walking pace (OSM wiki "Key:maxspeed", value `walk`). */
const WALK = 5;

/** Keys that may name the place, after `maxspeed` itself. */
const PLACE_KEYS = ['maxspeed:type', 'source:maxspeed', 'zone:maxspeed', 'zone:traffic'];

/** km/h, or null: nothing stated, no limit, or one that changes with the hour. The lower one where directions differ. */
export function speedLimitOf(tags: Tags): number | null {
  const stated = ['maxspeed', 'maxspeed:forward', 'maxspeed:backward']
    .map((key) => limitIn(tags.get(key)))
    .filter((value) => value !== null);
  if (stated.length > 0) return Math.min(...stated);
  if (tags.has('maxspeed')) return null;
  for (const key of PLACE_KEYS) {
    const implied = impliedIn(tags.get(key));
    if (implied !== null) return implied;
  }
  return null;
}

function limitIn(text: string | undefined): number | null {
  if (text === undefined) return null;
  if (/^walk/i.test(text)) return WALK;
  return speedIn(text) ?? impliedIn(text);
}

/** `CN:urban`, `DE:zone30`, `AT:zone:30`, `DE:30`; `zh:` is written for `CN:` now and then. */
function impliedIn(text: string | undefined): number | null {
  const [, country = '', place = ''] = /^([A-Za-z]{2}):(.+)$/.exec(text?.trim() ?? '') ?? [];
  const zone = /^(?:zone:?)?(\d+)$/.exec(place)?.[1];
  if (zone !== undefined)
    return country.toUpperCase() === 'GB' ? Number(zone) * 1.609344 : Number(zone);
  const code = country.toUpperCase();
  return IMPLIED_LIMITS[code === 'ZH' ? 'CN' : code]?.[place.toLowerCase()] ?? null;
}
