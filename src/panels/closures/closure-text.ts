/** What a closure is, in words. */
import type { ClosurePhase } from '../../core/arrival/closures.ts';
import type { ClosureEffect } from '../../core/arrival/effect.ts';
import type { Closure } from '../../core/model/index.ts';
import { t } from '../../messages/index.ts';
import { formatDistance } from '../../ui/format/numbers.ts';
import { formatAgo, formatClock } from '../../ui/format/times.ts';
import { namesText } from '../parts/obstacles/road-names.ts';

type Times = Pick<Closure, 'fromAt' | 'untilAt' | 'liftedAt'>;

/** `生效中`, `14:00 起生效`, `5 分钟前解除`. */
export function phaseText(
  phase: ClosurePhase,
  { fromAt, untilAt, liftedAt }: Times,
  now: number,
  zone: string,
): string {
  if (phase === 'in-force') return t('closure.phase.in-force');
  if (phase === 'upcoming')
    return t('closure.phase.upcoming', { clock: formatClock(fromAt, now, zone) });
  const lifted =
    liftedAt !== null && (untilAt === null || Date.parse(liftedAt) <= Date.parse(untilAt));
  return lifted
    ? t('closure.phase.lifted', { ago: formatAgo(liftedAt, now) })
    : t('closure.phase.expired', { ago: formatAgo(untilAt ?? fromAt, now) });
}

/** `13:05 起，至解除为止`, `13:05 至 18:00`. */
export function spanText({ fromAt, untilAt, liftedAt }: Times, now: number, zone: string): string {
  const from = formatClock(fromAt, now, zone);
  if (liftedAt !== null)
    return t('closure.span.fromUntil', { from, until: formatClock(liftedAt, now, zone) });
  return untilAt === null
    ? `${t('closure.span.from', { clock: from })} · ${t('closure.span.untilLifted')}`
    : t('closure.span.fromUntil', { from, until: formatClock(untilAt, now, zone) });
}

/** What it closes; null = nobody asked the roads, or has imported none there. */
export function effectText(
  effect: ClosureEffect | null,
  hasPlace: boolean,
  inForce: boolean,
): string {
  if (!hasPlace) return t('closure.effect.noPlace');
  if (effect === null) return t('closure.effect.unknown');
  const { stretches: count, meters, names } = effect;
  if (count === 0) return t('closure.effect.none');
  const words = { count, length: formatDistance(meters), names: namesText(names) };
  if (!inForce)
    return names.length === 0
      ? t('closure.effect.wouldUnnamed', words)
      : t('closure.effect.would', words);
  return names.length === 0
    ? t('closure.effect.closesUnnamed', words)
    : t('closure.effect.closes', words);
}
