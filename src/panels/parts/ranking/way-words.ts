/** A way in words: what one would read out to the driver. */
import type { Way } from '../../../core/arrival/index.ts';
import type { Meters } from '../../../core/model/index.ts';
import type { Ranked, Term, Vehicle } from '../../../core/ranking/types.ts';
import { t } from '../../../messages/index.ts';
import { formatDistance, formatDuration } from '../../../ui/format/numbers.ts';

export interface WayWords {
  /** Whom the way leads from and to. */
  title: string;
  /** How long and how far. */
  total: string;
  /** One line per step of the way. */
  steps: string[];
  /** On foot before the first step (people who leave the incident), and after the last one. */
  before: string | null;
  after: string;
}

/** What a row says about its way; null when it has none. */
interface ToldWay {
  way: Way;
  by: Vehicle;
  seconds: number;
  /** Between the incident and the road; 0 = beside it. */
  offRoad: Meters;
  /** Between the incident and the edge of the area that closes its road, along that road; null = the way leads to the incident. */
  closedRoad: Meters | null;
}

export function toldWay({ terms }: Pick<Ranked, 'terms'>, way: Way | undefined): ToldWay | null {
  const road = terms.find((term): term is Term & { tag: 'road' } => term.tag === 'road');
  if (road === undefined || way === undefined) return null;
  const walk = terms.find((term): term is Term & { tag: 'off-road' } => term.tag === 'off-road');
  const rest = terms.find(
    (term): term is Term & { tag: 'closed-road' } => term.tag === 'closed-road',
  );
  return {
    way,
    by: road.by,
    seconds: road.seconds,
    offRoad: walk?.meters ?? 0,
    closedRoad: rest?.meters ?? null,
  };
}

export function wayWords(
  name: string,
  { way, by, seconds, offRoad, closedRoad }: ToldWay,
): WayWords {
  const isFromIncident = by === 'foot';
  return {
    title: isFromIncident ? t('way.titleTo', { name }) : t('way.titleFrom', { name }),
    total: t('way.total', {
      distance: formatDistance(way.meters),
      duration: formatDuration(seconds),
    }),
    steps: way.steps.map(stepText),
    before: isFromIncident ? beforeText(offRoad, closedRoad) : null,
    after: isFromIncident ? t('way.arriveAt', { name }) : afterText(offRoad, closedRoad),
  };
}

function beforeText(offRoad: Meters, closedRoad: Meters | null): string | null {
  if (closedRoad !== null) return t('way.closedFirst', { distance: formatDistance(closedRoad) });
  return offRoad === 0 ? null : t('way.walkFirst', { distance: formatDistance(offRoad) });
}

function afterText(offRoad: Meters, closedRoad: Meters | null): string {
  if (closedRoad !== null) return t('way.closedLast', { distance: formatDistance(closedRoad) });
  return offRoad === 0 ? t('way.arrive') : t('way.walkLast', { distance: formatDistance(offRoad) });
}

/** One step: the turn, the road and how far along it. */
function stepText({ turn, name, meters, exit }: Way['steps'][number]): string {
  const road = name ?? t('way.unnamed');
  const words = { road, distance: formatDistance(meters) };
  if (turn === 'roundabout' && exit !== null) return t('way.step.roundabout', { ...words, exit });
  return t(`way.step.${turn === 'roundabout' ? 'straight' : turn}`, words);
}

/** The whole of it as lines of text. */
export function wayLines(words: WayWords): string[] {
  const lines = [...(words.before === null ? [] : [words.before]), ...words.steps, words.after];
  return [`${words.title} · ${words.total}`, ...lines.map((line, i) => `${i + 1}. ${line}`)];
}
