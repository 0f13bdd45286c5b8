/** What became of a row since other roads are closed, in words. */
import type { RowChange, Standing } from '../../core/ranking/changes.ts';
import { t } from '../../messages/index.ts';
import { formatDuration } from '../../ui/format/numbers.ts';
import { countedNames } from '../parts/obstacles/counted-names.ts';

function timeOf({ seconds, rest }: Standing): string {
  if (seconds === null) return t('closure.change.noRoute');
  return rest === undefined
    ? formatDuration(seconds)
    : t('answer.toEdge', { duration: formatDuration(seconds) });
}

/** Whether they come later, less near, or not at all any more. */
export const isWorse = ({ before, now }: RowChange): boolean =>
  now.rank > before.rank ||
  (now.seconds ?? Infinity) > (before.seconds ?? Infinity) ||
  (now.rest ?? 0) > (before.rest ?? 0);

/** `11 分 → 19 分`; a difference too small to show in such words is told by itself. null = the same time. */
export function arrivalText({ before, now }: RowChange): string | null {
  const [was, is] = [timeOf(before), timeOf(now)];
  if (was !== is) return t('closure.change.arrival', { before: was, now: is });
  if (before.seconds === null || now.seconds === null) return null;
  const by = now.seconds - before.seconds;
  if (Math.abs(by) < 1) return null;
  const words = { now: is, by: formatDuration(Math.abs(by)) };
  return by > 0 ? t('closure.change.slower', words) : t('closure.change.faster', words);
}

/** `原第 1，现第 3`; null = where it was. */
const rankText = ({ before, now }: RowChange): string | null =>
  before.rank === now.rank
    ? null
    : t('closure.change.rank', { before: before.rank, now: now.rank });

/** `原路上有 3 处中断（塌方（2 处）、积水）`; null = the times are the same. */
function whyText({ closed, opened }: RowChange, nameOf: (id: string) => string): string | null {
  const said = (ids: readonly string[]) => ({
    count: ids.length,
    reasons: countedNames(ids, nameOf).text,
  });
  const parts = [
    ...(closed.length === 0 ? [] : [t('closure.change.closed', said(closed))]),
    ...(opened.length === 0 ? [] : [t('closure.change.opened', said(opened))]),
  ];
  return parts.length === 0 ? null : parts.join(t('closure.change.semicolon'));
}

/** All of it in one line. */
export function changeText(change: RowChange, nameOf: (id: string) => string): string {
  const arrival = arrivalText(change);
  const why = whyText(change, nameOf);
  const arrivalAndWhy =
    arrival !== null && why !== null ? t('closure.change.row', { arrival, why }) : (arrival ?? why);
  return [arrivalAndWhy, rankText(change)]
    .filter((part) => part !== null)
    .join(t('closure.change.semicolon'));
}
