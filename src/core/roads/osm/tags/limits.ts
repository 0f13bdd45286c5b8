/**
 * How wide, high and heavy one may be (OSM wiki "Key:maxheight", "Key:maxwidth", "Key:maxweight", "Key:maxweightrating").
 * A road carries one limit of each kind for everybody and both directions, so that of all that are tagged the lowest holds:
 * signed and physical, in general and for lorries, along and against. It may keep somebody off who would pass, and never
 * promises a way to somebody who would not. Limits by the hour (`:conditional`) are not judged: the import counts them.
 */
import type { Meters } from '../../../model/index.ts';
import type { Tags } from '../elements.ts';
import type { Direction } from './access.ts';
import { lengthIn, weightIn } from './quantity.ts';

export interface TaggedLimits {
  widthM: Meters | null;
  maxHeightM: Meters | null;
  /** Tonnes. */
  maxWeightT: number | null;
}

const KEY =
  /^max(height|width|weight|weightrating)((?::(?:physical|legal|hgv|goods|forward|backward))*)$/;

/** @param passable whether somebody passes in a direction at all: a limit for one in which nobody does binds nobody */
export function limitsOf(
  tags: Tags,
  passable: Readonly<Record<Direction, boolean>> = { forward: true, backward: true },
): TaggedLimits {
  const limits: TaggedLimits = { widthM: null, maxHeightM: null, maxWeightT: null };
  for (const [key, text] of tags) {
    if (!key.startsWith('max')) continue;
    const [, kind, suffix = ''] = KEY.exec(key) ?? [];
    if (kind === undefined) continue;
    const oneSide = /:(forward|backward)/.exec(suffix)?.[1] as Direction | undefined;
    if (oneSide !== undefined && !passable[oneSide]) continue;
    if (kind === 'height') limits.maxHeightM = lower(limits.maxHeightM, lengthIn(text, kind));
    else if (kind === 'width') limits.widthM = lower(limits.widthM, lengthIn(text, kind));
    else limits.maxWeightT = lower(limits.maxWeightT, weightIn(text));
  }
  return limits;
}

const lower = (a: number | null, b: number | null): number | null =>
  a === null || b === null ? (a ?? b) : Math.min(a, b);
