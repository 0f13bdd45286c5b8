/**
 * What stops whoever walks between a place and a road (OSM wiki "Key:barrier", "Key:waterway", "Tag:natural=water",
 * "Key:railway"), and what opens it.
 *
 * Walls, fences, hedges and ditches stop a crew with a stretcher; what is made to stop vehicles or to lean on (guard rails,
 * kerbs, handrails, bollards, chains, jersey barriers) is stepped over and does not. Trams run in streets and are crossed
 * anywhere; a railway in a tunnel is below, one on a bridge above. Water stops where it is drawn with its banks or is a
 * river or canal; a stream, drain or ditch only where it is tagged as wide as nobody jumps. `layer` alone says nothing of a
 * river: many are tagged a layer down merely because a bridge crosses them.
 */
import type { Meters } from '../../../model/index.ts';
import type { GroundBarrier } from '../../barriers/kinds.ts';
import type { Tags } from '../elements.ts';
import { lengthIn } from './quantity.ts';

const WALLS = new Set(['wall', 'city_wall', 'fence', 'retaining_wall', 'hedge', 'ditch', 'yes']);
const RAILWAYS = new Set([
  'rail',
  'light_rail',
  'narrow_gauge',
  'subway',
  'preserved',
  'funicular',
]);
const WATERWAYS = new Set(['river', 'canal', 'riverbank', 'dock', 'tidal_channel']);
const NARROW_WATERWAYS = new Set(['stream', 'drain', 'ditch']);
const WATER_LANDUSE = new Set(['reservoir', 'salt_pond']);

/** A stream as wide as this is not jumped; a wall lower than that is stepped over. Product defaults. */
const NOT_JUMPED: Meters = 3;
const STEPPED_OVER: Meters = 0.9;

const isSaid = (value: string | undefined): boolean => value !== undefined && value !== 'no';

/** Below the ground or led over it. */
const isAway = (tags: Tags): boolean =>
  isSaid(tags.get('tunnel')) ||
  isSaid(tags.get('bridge')) ||
  tags.get('location') === 'underground';

/** What a way, or a relation of ways, stops; null = nobody. */
export function groundBarrierOf(tags: Tags): GroundBarrier | null {
  if (isAway(tags)) return null;
  if (isWater(tags)) return 'water';
  const railway = tags.get('railway') ?? '';
  if (RAILWAYS.has(railway))
    return railway === 'subway' && Number(tags.get('layer')) < 0 ? null : 'railway';
  if (WALLS.has(tags.get('barrier') ?? '')) {
    const height = lengthIn(tags.get('height'));
    return height !== null && height < STEPPED_OVER ? null : 'wall';
  }
  return tags.get('natural') === 'cliff' ? 'cliff' : null;
}

function isWater(tags: Tags): boolean {
  if (tags.get('covered') === 'yes') return false;
  const natural = tags.get('natural');
  if (natural === 'water' || natural === 'coastline') return true;
  if (WATER_LANDUSE.has(tags.get('landuse') ?? '')) return true;
  const waterway = tags.get('waterway') ?? '';
  if (WATERWAYS.has(waterway)) return true;
  return NARROW_WATERWAYS.has(waterway) && (lengthIn(tags.get('width')) ?? 0) >= NOT_JUMPED;
}

/** Whether a closed way with these tags surrounds what it is; the land lies within a coastline, and a river's line is none. */
export const isSurface = (tags: Tags): boolean => {
  const waterway = tags.get('waterway');
  return (
    tags.get('natural') === 'water' ||
    WATER_LANDUSE.has(tags.get('landuse') ?? '') ||
    waterway === 'riverbank' ||
    waterway === 'dock'
  );
};

/** Nodes of a wall or railway at which it is open to people: gates and what else is not the wall itself, crossings, doors. */
export function isOpening(tags: Tags): boolean {
  const barrier = tags.get('barrier');
  if (barrier !== undefined)
    return (
      !WALLS.has(barrier) &&
      tags.get('locked') !== 'yes' &&
      tags.get('access') !== 'no' &&
      barrier !== 'no'
    );
  const railway = tags.get('railway');
  return railway === 'level_crossing' || railway === 'crossing' || isSaid(tags.get('entrance'));
}
