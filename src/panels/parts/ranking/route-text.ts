/** A route in words: what one would read out to the driver. */
import type { Route } from '../../../core/arrival/asked.ts';
import type { Meters } from '../../../core/model/index.ts';
import type { Ranked, Term, Vehicle } from '../../../core/ranking/types.ts';
import { t } from '../../../messages/index.ts';
import { formatDistance, formatDuration } from '../../../ui/format/numbers.ts';

export interface RouteText {
  /** Whom the route leads from and to. */
  title: string;
  /** How long and how far. */
  total: string;
  /** One line per step of the route. */
  steps: string[];
  /** On foot before the first step (people who leave the incident), and after the last one. */
  before: string | null;
  after: string;
}

/** What a row says about its route; null when it has none. */
interface ShownRoute {
  route: Route;
  by: Vehicle;
  seconds: number;
  /** Between the incident and the road; 0 = beside it. */
  offRoad: Meters;
  /** Between the incident and the edge of the area that closes its road, along that road; null = the route leads to the incident. */
  closedRoad: Meters | null;
}

export function shownRoute(
  { terms }: Pick<Ranked, 'terms'>,
  route: Route | undefined,
): ShownRoute | null {
  const road = terms.find((term): term is Term & { tag: 'road' } => term.tag === 'road');
  if (road === undefined || route === undefined) return null;
  const walk = terms.find((term): term is Term & { tag: 'off-road' } => term.tag === 'off-road');
  const rest = terms.find(
    (term): term is Term & { tag: 'closed-road' } => term.tag === 'closed-road',
  );
  return {
    route,
    by: road.by,
    seconds: road.seconds,
    offRoad: walk?.meters ?? 0,
    closedRoad: rest?.meters ?? null,
  };
}

export function routeText(
  name: string,
  { route: way, by, seconds, offRoad, closedRoad }: ShownRoute,
): RouteText {
  const isFromIncident = by === 'foot';
  return {
    title: isFromIncident ? t('route.titleTo', { name }) : t('route.titleFrom', { name }),
    total: t('route.total', {
      distance: formatDistance(way.meters),
      duration: formatDuration(seconds),
    }),
    steps: way.steps.map(stepText),
    before: isFromIncident ? beforeText(offRoad, closedRoad) : null,
    after: isFromIncident ? t('route.arriveAt', { name }) : afterText(offRoad, closedRoad),
  };
}

function beforeText(offRoad: Meters, closedRoad: Meters | null): string | null {
  if (closedRoad !== null) return t('route.closedFirst', { distance: formatDistance(closedRoad) });
  return offRoad === 0 ? null : t('route.walkFirst', { distance: formatDistance(offRoad) });
}

function afterText(offRoad: Meters, closedRoad: Meters | null): string {
  if (closedRoad !== null) return t('route.closedLast', { distance: formatDistance(closedRoad) });
  return offRoad === 0
    ? t('route.arrive')
    : t('route.walkLast', { distance: formatDistance(offRoad) });
}

/** One step: the turn, the road and how far along it. */
function stepText({ turn, name, meters, exit }: Route['steps'][number]): string {
  const road = name ?? t('route.unnamed');
  const words = { road, distance: formatDistance(meters) };
  if (turn === 'roundabout' && exit !== null) return t('route.step.roundabout', { ...words, exit });
  return t(`route.step.${turn === 'roundabout' ? 'straight' : turn}`, words);
}

/** The whole of it as lines of text. */
export function routeLines(words: RouteText): string[] {
  const lines = [...(words.before === null ? [] : [words.before]), ...words.steps, words.after];
  return [`${words.title} · ${words.total}`, ...lines.map((line, i) => `${i + 1}. ${line}`)];
}
