import { NEAR_ROAD } from '../../core/arrival/first-team.ts';
import { notBy } from '../../core/arrival/uncovered.ts';
import type { Tally } from '../../core/arrival/uncovered.ts';
import { t } from '../../messages/index.ts';
import type { TimeMap } from '../../state/time-map.ts';
import { formatDistance, formatNumber } from '../../ui/format/numbers.ts';
import { formatClock } from '../../ui/format/times.ts';
import { slowedText } from '../parts/ranking/slowed-text.ts';

interface BandRow {
  label: string;
  tally: string;
}

/** From which band on it is told in a sentence how many are not reached: the one of twenty minutes, or the last. */
const SENTENCE_FROM_S = 1200;

function tallyText({ places, people, unrecorded }: Tally): string {
  if (places === 0) return t('timeMap.tallyNone');
  const words = { places: formatNumber(places), people: formatNumber(people) };
  if (unrecorded === places) return t('timeMap.tallyPlaces', words);
  return unrecorded > 0 ? t('timeMap.tallyUnrecorded', words) : t('timeMap.tally', words);
}

const minutesOf = (seconds: number): number => Math.round(seconds / 60);

/** A row per band, the last one for what lies beyond them all. */
export function bandRows({ limits, settlements: { within, beyond } }: TimeMap): BandRow[] {
  const last = minutesOf(limits[limits.length - 1] ?? 0);
  return [
    ...limits.map((limit, i) => ({
      label:
        i === 0
          ? t('timeMap.within', { minutes: minutesOf(limit) })
          : t('timeMap.between', { from: minutesOf(limits[i - 1]!), to: minutesOf(limit) }),
      tally: tallyText(within[i]!),
    })),
    { label: t('timeMap.beyond', { minutes: last }), tally: tallyText(beyond) },
  ];
}

/** Whom nobody reaches within twenty minutes, in one line. */
export function lateText({ limits, settlements }: TimeMap): string {
  const at = limits.includes(SENTENCE_FROM_S) ? limits.indexOf(SENTENCE_FROM_S) : limits.length - 1;
  const minutes = minutesOf(limits[at] ?? 0);
  const late = notBy(settlements, at);
  return late.places === 0
    ? t('timeMap.lateNone', { minutes })
    : t('timeMap.late', { minutes, tally: tallyText(late) });
}

/** What it was reckoned from, and what is not known. */
export function groundLines(
  { asOf, teams, slowed, settlements: { noRoad }, source }: TimeMap,
  zone: string,
): string[] {
  const { counted, assumed, unknown, withoutRoad, without } = teams;
  return [
    t('timeMap.asOf', { clock: formatClock(asOf, Date.parse(asOf), zone), count: counted }),
    ...(assumed > 0 ? [t('timeMap.assumed', { count: assumed })] : []),
    ...(unknown > 0 ? [t('timeMap.unknown', { count: unknown })] : []),
    ...(withoutRoad > 0 ? [t('timeMap.withoutRoad', { count: withoutRoad })] : []),
    ...(without.unavailable + without.noPlace > 0 ? [t('timeMap.left', without)] : []),
    ...slowedText(slowed),
    ...(noRoad.places > 0 ? [t('timeMap.noRoad', { tally: tallyText(noRoad) })] : []),
    t('timeMap.outside', { meters: formatDistance(NEAR_ROAD) }),
    t('timeMap.source', { source }),
  ];
}

/** The least that paper needs of it. */
export const paperLines = ({ asOf, teams, slowed }: TimeMap, zone: string): string[] => [
  t('timeMap.asOf', { clock: formatClock(asOf, Date.parse(asOf), zone), count: teams.counted }),
  ...slowedText(slowed),
  t('timeMap.outside', { meters: formatDistance(NEAR_ROAD) }),
];
