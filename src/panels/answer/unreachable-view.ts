import type { LngLat } from '../../core/model/index.ts';
import type { Answer, RankedKind } from '../../core/ranking/types.ts';
import { t } from '../../messages/index.ts';
import { formatDistance, formatNumber } from '../../ui/format/numbers.ts';
import type { RowContext } from './row-view.ts';
import { unreachedText } from './row-text.ts';

/** Somebody without a route by road, in words. */
export interface UnreachableView {
  kind: RankedKind;
  id: string;
  name: string;
  place: LngLat;
  because: string;
  /** 直线 1.2 公里: a straight line says that it is one. */
  distance: string;
  /** The place it would have by the straight line. */
  straightRank: number;
}

export const unreachableViews = (answer: Answer, { obstacles }: RowContext): UnreachableView[] =>
  answer.unreachable.map(({ kind, id, name, place, distance, unreached, straightRank }, i) => ({
    kind,
    id,
    name,
    place,
    because: unreached === null ? '' : unreachedText(unreached, obstacles?.closure),
    distance: t('answer.leftOut.distance', { distance: formatDistance(distance) }),
    straightRank: straightRank ?? i + 1,
  }));

/** So many of the nearest by straight line are told where they would stand: their absence would be taken for an error. */
const NOTED = 3;

/** By number of the row before which it is told; the number of rows = after the last. */
export function notedAt(
  views: readonly UnreachableView[],
  rows: number,
): ReadonlyMap<number, UnreachableView[]> {
  const noted = new Map<number, UnreachableView[]>();
  for (const view of views) {
    if (view.straightRank > NOTED) continue;
    const at = Math.min(view.straightRank - 1, rows);
    noted.set(at, [...(noted.get(at) ?? []), view]);
  }
  return noted;
}

export const noteText = ({ straightRank, name, because }: UnreachableView): string =>
  t('answer.unreachable.note', { rank: straightRank, name, because });

/** In the copied and the printed list. */
export const unreachableLine = ({ name, because, distance }: UnreachableView): string =>
  t('answer.unreachable.line', { name, because, distance });

/** That the nearest by straight line is not the first to arrive; null when it is, or when it has no route (a note says that). */
export function orderDiffersText(
  { ranked, scoreUnit }: Answer,
  totals: readonly string[],
): string | null {
  if (scoreUnit !== 'seconds') return null;
  const at = ranked.findIndex(({ straightRank }) => straightRank === 1);
  const nearest = ranked[at];
  if (nearest === undefined || at < 1 || nearest.unreached !== null) return null;
  return t('answer.orderDiffers', {
    name: nearest.name,
    rank: formatNumber(at + 1),
    total: totals[at] ?? '',
  });
}
