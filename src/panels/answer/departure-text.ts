/** Why somebody left the top of an answer, in words. */
import type { Departure } from '../../core/ranking/departures.ts';
import { t } from '../../messages/index.ts';
import { formatSource } from '../../ui/format/sources.ts';
import { formatAgo } from '../../ui/format/times.ts';
import { useSession } from '../../state/session.ts';
import { becauseText } from './left-out-view.ts';

/** `出动中（1 分钟前）` and the like. */
function whyText({ cause }: Departure, now: number): string {
  switch (cause.tag) {
    case 'gone':
      return t('answer.left.gone');
    case 'availability':
      return dated(t(`kinds.availability.${cause.value}`), cause.at, now);
    case 'left-out':
      return becauseText(cause.because, now);
    case 'moved':
      return dated(t('answer.left.moved'), cause.at, now);
    case 'changed':
      return dated(t('answer.left.changed'), cause.at, now);
    case 'overtaken':
      return cause.by.length === 0
        ? t('answer.left.overtakenBySome')
        : t('answer.left.overtaken', { by: cause.by.slice(0, 3).join(t('answer.text.comma')) });
  }
}

const dated = (what: string, at: string | null, now: number): string =>
  at === null
    ? t('answer.left.undated', { what })
    : t('answer.left.dated', { what, ago: formatAgo(at, now) });

/** `双汊站 出动中（1 分钟前）；原第 1，现已不在名单（来源：…）`. */
export function departureText(departure: Departure, now: number): string {
  const { name, before, now: rank, source } = departure;
  const where =
    rank === null
      ? t('answer.left.off', { before })
      : t('closure.change.rank', { before, now: rank });
  const line = t('answer.left.line', { name, why: whyText(departure, now), where });
  if (source === null) return line;
  return t('answer.left.sourced', {
    line,
    source: formatSource(source, useSession.getState().language),
  });
}
