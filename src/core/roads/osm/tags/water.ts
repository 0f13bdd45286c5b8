/**
 * Water on a way or at a point of it (OSM wiki "Key:ford", "Key:flood_prone", "Key:hazard", "Tag:bridge=low_water_crossing").
 * Any kind of ford counts, `boat` and `stepping_stones` too: whoever comes by road has to know. Words that deny it or say
 * that nobody knows do not.
 */
import { waterInName } from '../../water.ts';
import type { WaterOnRoad } from '../../water.ts';
import type { Tags } from '../elements.ts';

const NOT = /^(?:no|none|unknown|unsigned|former|disused|removed|)$/;
const FLOOD = /^flood(?:ing|s|ed)?$/;
const NAMES = ['name', 'name:zh', 'alt_name', 'bridge:name'];

const values = (text = ''): string[] => text.split(';').map((value) => value.trim().toLowerCase());
const isSaid = (text: string | undefined): boolean =>
  values(text).some((value) => !NOT.test(value));

/** What tags say; `highway=ford` is how a ford at a node was once tagged. A stop on a road is named after what is near it. */
export function waterAtPoint(tags: Tags): WaterOnRoad {
  const ford = isSaid(tags.get('ford')) || tags.get('highway') === 'ford';
  const floodProne =
    isSaid(tags.get('flood_prone')) ||
    values(tags.get('hazard')).some((value) => FLOOD.test(value)) ||
    tags.get('bridge') === 'low_water_crossing';
  return { ...(ford ? { ford } : {}), ...(floodProne ? { floodProne } : {}) };
}

/** What tags say, and the names of a way where no tag says the contrary. */
export function waterOnWay(tags: Tags): WaterOnRoad {
  const found = waterAtPoint(tags);
  for (const key of NAMES) {
    const { ford, floodProne } = waterInName(tags.get(key));
    if (ford === true && tags.get('ford') !== 'no') found.ford = true;
    if (floodProne === true && tags.get('flood_prone') !== 'no') found.floodProne = true;
  }
  return found;
}
