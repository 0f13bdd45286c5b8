/**
 * Which way a road may be driven. OSM wiki "Key:oneway": yes / true / 1, -1 / reverse, no; implied by
 * junction=roundabout and =circular and by highway=motorway, unless `oneway=no` is tagged. `reversible` and
 * `alternating` change with the hour: unknown, so nobody is excluded.
 */
import type { TravelMode } from '../../types.ts';
import type { Tags } from '../elements.ts';

type OneWay = 'both' | 'forward' | 'backward';

const VALUES: Readonly<Record<string, OneWay>> = {
  yes: 'forward',
  true: 'forward',
  '1': 'forward',
  '-1': 'backward',
  reverse: 'backward',
  no: 'both',
  false: 'both',
  '0': 'both',
  reversible: 'both',
  alternating: 'both',
};

/** Keys from special to general; nobody on foot is bound by the plain key. */
const KEYS: Readonly<Record<TravelMode, readonly string[]>> = {
  car: ['oneway:emergency', 'oneway:motorcar', 'oneway:motor_vehicle', 'oneway:vehicle', 'oneway'],
  truck: ['oneway:hgv', 'oneway:motor_vehicle', 'oneway:vehicle', 'oneway'],
  foot: ['oneway:foot'],
};

export function oneWayOf(tags: Tags, mode: TravelMode): OneWay {
  for (const key of KEYS[mode]) {
    const stated = VALUES[(tags.get(key) ?? '').split(';')[0]?.trim() ?? ''];
    if (stated !== undefined) return stated;
  }
  if (mode === 'foot') return 'both';
  const junction = tags.get('junction');
  if (junction === 'roundabout' || junction === 'circular' || tags.get('highway') === 'motorway')
    return 'forward';
  return 'both';
}
