/**
 * Where the symbol of a kind stands beside its place: a few pixels towards a corner of its own, at every scale. A
 * rescue team, its store and the shelter of one village then stand around the village instead of on top of each other.
 */
import type { ExpressionSpecification } from 'maplibre-gl';
import type { MapLayer } from '../../state/session.ts';

type Offset = readonly [right: number, down: number];

/** In image pixels, as `icon-offset` counts (times `icon-size`). Kinds that are not named stand on their place. */
export const KIND_OFFSETS: Partial<Record<MapLayer, Offset>> = {
  hazard: [-8, -7],
  shelter: [8, -7],
  depot: [-8, 8],
  team: [8, 8],
};

export const offsetOf = (kind: MapLayer): [number, number] => [
  ...(KIND_OFFSETS[kind] ?? ([0, 0] as const)),
];

/** The offset of whatever kind a feature is of, moved on by `beside`; `em`: in ems of so many pixels, for text. */
export function offsetOfFeature([right, down]: Offset = [0, 0], em = 1): ExpressionSpecification {
  const literal = (x: number, y: number) => ['literal', [(x + right) / em, (y + down) / em]];
  const cases = Object.entries(KIND_OFFSETS).flatMap(([kind, [x, y]]) => [kind, literal(x, y)]);
  return ['match', ['get', 'kind'], ...cases, literal(0, 0)] as unknown as ExpressionSpecification;
}
