import type { Instant } from '../../core/model/index.ts';
import type {
  Answer,
  AssumedFrom,
  Fact,
  PassedOver,
  PlaceBasis,
  Ranked,
  RoadRemark,
  StockSum,
  Term,
  UnknownFact,
  Unreached,
  Walk,
} from '../../core/ranking/types.ts';
import type { Barred } from '../../core/roads/barred.ts';
import { t } from '../../messages/index.ts';
import { countedNames } from '../parts/obstacles/counted-names.ts';
import { useSession } from '../../state/session.ts';
import {
  formatDistance,
  formatDuration,
  formatDurationRange,
  formatNumber,
  quantityText,
} from '../../ui/format/numbers.ts';
import { formatSource } from '../../ui/format/sources.ts';
import { formatAgo } from '../../ui/format/times.ts';

import type { StatusTone } from '../../ui/status-dot.tsx';

interface TermText {
  label: string;
  value: string;
}

/** One summand in words. New kinds of terms need a case here and nothing else in the panel. */
export function termText(term: Term): TermText {
  switch (term.tag) {
    case 'straight-line':
      return {
        label: t('answer.term.straightLine'),
        value: formatDistance(term.meters),
      };
    case 'base-distance':
      return { label: t('answer.term.baseDistance'), value: formatDistance(term.meters) };
    case 'mobilisation':
    case 'loading':
      return { label: t(`answer.term.${term.tag}`), value: leavingText(term) };
    case 'off-road': {
      const distance = t('answer.term.straight', { distance: formatDistance(term.meters) });
      return { label: t('answer.term.offRoad'), value: lengthText(term, distance, 1) };
    }
    case 'closed-road':
      return {
        label: t('answer.term.closedRoad'),
        value: t('answer.term.notCounted', { distance: formatDistance(term.meters) }),
      };
    case 'road': {
      const label = t(`answer.term.by.${term.by}`);
      if (term.meters === null) return { label, value: formatDuration(term.seconds) };
      return { label, value: lengthText(term, formatDistance(term.meters), term.factor) };
    }
  }
}

/** How long and how far. */
function lengthText(
  { seconds }: Term & { tag: 'road' | 'off-road' },
  distance: string,
  factor: number,
): string {
  const length = { duration: formatDuration(seconds), distance };
  return factor === 1
    ? t('answer.term.roadLength', length)
    : t('answer.term.roadSlower', { ...length, factor: formatNumber(factor) });
}

/** At which pace residents are reckoned, and when they are there at the ordinary one; null where none walk. */
export function pacesText({ terms }: Pick<Ranked, 'terms'>): string | null {
  let ordinary = 0;
  let walk: Walk | undefined;
  for (const term of terms) {
    if (term.tag !== 'road' && term.tag !== 'off-road') continue;
    walk ??= term.walk;
    ordinary += term.walk?.ordinary ?? term.seconds;
  }
  if (walk === undefined) return null;
  return t('answer.fact.paces', {
    slow: formatNumber(walk.slowKmh),
    ordinary: formatDuration(ordinary),
  });
}

/** The time before anything moves: a range with where it is from, where nobody recorded it. */
function leavingText({ seconds, assumed }: Term & { tag: 'mobilisation' | 'loading' }): string {
  if (assumed === null) return formatDuration(seconds);
  return t('answer.term.assumed', {
    range: formatDurationRange(assumed.fast, seconds),
    from: assumedFromText(assumed.from),
  });
}

function assumedFromText(from: AssumedFrom): string {
  switch (from.by) {
    case 'kind':
      return t('answer.term.assumedFrom.kind', { teams: from.teams, kind: from.kind });
    case 'register':
      return t('answer.term.assumedFrom.register', { teams: from.teams });
    case 'rule': {
      if (from.source === null) return t('answer.term.assumedFrom.unset');
      return t('answer.term.assumedFrom.rule', {
        source: formatSource(from.source, useSession.getState().language),
      });
    }
  }
}

/** What was summed: the label alone when there is one term (its value is the total), else every part. */
export function sumText(terms: readonly Term[]): string {
  const words = terms.map(termText);
  if (words.length === 1 && terms[0]?.tag !== 'base-distance') return words[0]?.label ?? '';
  return words.map(({ label, value }) => `${label} ${value}`).join(t('answer.term.plus'));
}

/** Whether the route ends at the edge of an area, with closed road between that and the incident. */
export const isToEdge = ({ terms }: Pick<Ranked, 'terms'>): boolean =>
  terms.some(({ tag }) => tag === 'closed-road');

/** The row's total: when they arrive (at the edge, where roads end there), or how far it is where no road was asked or leads there. */
export function totalText({ score, fastest, terms, otherCase }: Total): string {
  if (!terms.some(({ tag }) => tag === 'road')) return formatDistance(score);
  // Where water nobody has sounded may have to be gone around, the way around is the far end of the span.
  const around = otherCase?.water === 'closed' ? (otherCase.seconds ?? score) : score;
  const duration = formatDurationRange(fastest ?? Math.min(score, around), Math.max(score, around));
  return isToEdge({ terms }) ? t('answer.toEdge', { duration }) : duration;
}

type Total = Pick<Ranked, 'score' | 'terms'> & Partial<Pick<Ranked, 'fastest' | 'otherCase'>>;

/** Why there is no route by road; `nameOf` says what an obstacle is called. */
export function unreachedText(
  because: Unreached,
  nameOf: ((id: string) => string) | null = null,
): string {
  switch (because.reason) {
    case 'no-road':
      return t(`answer.unreached.noRoad.${because.end}`, { limit: formatDistance(because.limit) });
    case 'closed':
      return nameOf === null || because.closures.length === 0
        ? t('answer.unreached.closed', { count: because.closures.length })
        : t('answer.unreached.closedBy', { by: countedNames(because.closures, nameOf).text });
    case 'too-large': {
      const road = because.road ?? t('route.unnamed');
      if (because.limit === null) return t('answer.unreached.noVehicle', { road });
      const { what, value } = because.limit;
      const limit = t(`answer.unreached.limit.${what}`, { value: formatNumber(value) });
      return t('answer.unreached.tooLarge', { road, limit });
    }
    case 'barred':
      return t('answer.unreached.barred', { what: barredText(because.by) });
    case 'island':
      return t('answer.unreached.island');
  }
}

/** What bars a route, with the names of its roads. */
const barredText = (barred: readonly Barred[]): string =>
  barred
    .map(({ by, road }) => {
      const what = t(`answer.barred.${by}`);
      return road === null ? what : t('answer.barredOn', { what, road });
    })
    .join(t('answer.text.comma'));

const barriersText = (what: readonly PassedOver[]): string =>
  what.map((one) => t(`answer.barrier.${one}`)).join(t('answer.text.comma'));

/** What walks are not held against, said once for all rows; null = nothing. */
export const uncheckedText = ({ ground }: Pick<Answer, 'ground'>): string | null =>
  ground === null || ground.unchecked.length === 0
    ? null
    : t('answer.ground.unchecked', {
        what: ground.unchecked
          .map((one) => t(`answer.unmapped.${one}`))
          .join(t('answer.text.comma')),
      });

/** What is known of the ground at the incident, said once for all rows: that it lies in water, and what walks are not held against. */
export const groundTexts = (answer: Pick<Answer, 'ground'>): string[] => {
  const unchecked = uncheckedText(answer);
  return [
    ...(answer.ground?.inWater === true ? [t('answer.ground.inWater')] : []),
    ...(unchecked === null ? [] : [unchecked]),
  ];
};

/** What a person has to know about how somebody comes. */
export function remarkText(remark: RoadRemark): string {
  switch (remark.tag) {
    case 'other-home':
      return t('answer.fact.remark.otherHome');
    case 'detour':
      return t('answer.fact.remark.detour');
    case 'from-road':
      return t('answer.fact.remark.fromRoad', { distance: formatDistance(remark.meters) });
    case 'on':
      return remark.at === 'incident'
        ? t(`answer.fact.remark.on.${remark.structure}`)
        : t('answer.fact.remark.onCandidate', { what: t(`answer.barrier.${remark.structure}`) });
    case 'across': {
      const words = { distance: formatDistance(remark.meters), what: barriersText(remark.what) };
      return t(`answer.fact.remark.across.${remark.at}`, words);
    }
    case 'passed-over':
      return t(`answer.fact.remark.passedOver.${remark.at}`, { what: barriersText(remark.what) });
    case 'barred':
      return t('answer.fact.remark.barred', { what: barredText(remark.by) });
    case 'ford':
      return t('answer.fact.remark.ford');
    case 'flood-prone':
      return t('answer.fact.remark.floodProne');
  }
}

export interface FactText {
  tone: StatusTone | 'plain';
  text: string;
  /** Explains the row rather than decides about it: read with its details. */
  minor?: true;
}

const AVAILABILITY_TONES = { available: 'good', busy: 'waiting', off_duty: 'bad' } as const;
const SHELTER_TONES = { open: 'good', standby: 'waiting', closed: 'bad' } as const;

const dated = (fact: string, at: Instant | null, now: number): string =>
  at === null ? fact : t('answer.fact.asOf', { fact, ago: formatAgo(at, now) });

const sumsText = (sums: readonly StockSum[]): string =>
  sums.map((sum) => quantityText(sum.quantity, sum.unit)).join(t('answer.term.plus'));

/** The word asked for, and what the lots are called where that is something else: 袋（化纤袋、麻袋）. */
const heldText = ({ item, items }: Fact & { tag: 'stock' }): string =>
  items.every((name) => name === item)
    ? item
    : t('answer.fact.held', { item, items: items.join(t('answer.text.comma')) });

/** A recorded fact in words. */
export function factText(fact: Fact, now: number): FactText {
  switch (fact.tag) {
    case 'availability':
      return {
        tone: AVAILABILITY_TONES[fact.value],
        text: dated(t(`kinds.availability.${fact.value}`), fact.at, now),
      };
    case 'capability':
      return {
        tone: 'plain',
        minor: true,
        text: t('answer.fact.capability', { capability: fact.capability }),
      };
    case 'people':
      return {
        tone: 'plain',
        minor: true,
        text: t('answer.fact.people', { people: formatNumber(fact.people) }),
      };
    case 'stock': {
      const text =
        fact.sums.length === 0
          ? t('answer.fact.stockNone', { item: fact.item })
          : t('answer.fact.stock', { item: heldText(fact), quantity: sumsText(fact.sums) });
      return {
        tone: 'plain',
        text:
          fact.at === null && fact.sums.length > 0
            ? t('answer.fact.countUndated', { fact: text })
            : dated(text, fact.at, now),
      };
    }
    case 'expired-stock':
      return {
        tone: 'bad',
        text:
          fact.quantity === null
            ? t('answer.fact.expiredUncounted', { lots: fact.lots, item: fact.item })
            : t('answer.fact.expired', {
                lots: fact.lots,
                item: fact.item,
                quantity: quantityText(fact.quantity, fact.unit),
              }),
      };
    case 'capacity':
      return {
        tone: 'plain',
        text: t('answer.fact.capacity', { capacity: formatNumber(fact.capacity) }),
      };
    case 'free-capacity': {
      const words = { free: formatNumber(fact.free), capacity: formatNumber(fact.capacity) };
      return { tone: 'plain', text: dated(t('answer.fact.freeCapacity', words), fact.at, now) };
    }
    case 'shelter-state':
      return { tone: SHELTER_TONES[fact.value], text: t(`kinds.shelterState.${fact.value}`) };
    case 'suitability': {
      const event = t(`kinds.event.${fact.eventKind}`);
      return fact.value === 'yes'
        ? { tone: 'good', text: t('answer.fact.suitable', { event }) }
        : { tone: 'bad', text: t('answer.fact.unsuitable', { event }) };
    }
    case 'rectification':
      return { tone: 'plain', text: t(`kinds.rectification.${fact.state}`) };
  }
}

/** What is not known, and why, in words. */
export function unknownText(unknown: UnknownFact, now: number): string {
  if (unknown.fact === 'record') {
    return unknown.why === 'disputed'
      ? t('answer.unknown.record', { reason: unknown.reason })
      : t('units.unknown');
  }
  const fact = t(`answer.unknown.${unknown.fact}`);
  switch (unknown.why) {
    case 'never-recorded':
      return fact;
    case 'too-old':
      return t('answer.unknown.tooOld', { fact, ago: formatAgo(unknown.at, now) });
    case 'disputed':
      return t('answer.unknown.disputed', { fact });
    case 'units-differ':
      return t('answer.unknown.unitsDiffer', { fact });
    case 'word-unheard':
      return t('answer.unknown.wordUnheard', { fact });
    case 'only-in-text':
      return t('answer.unknown.onlyInText', { fact });
  }
}

/** Why the distance was measured from there; null when it needs no word. */
export function basisText(basis: PlaceBasis, now: number): string | null {
  switch (basis.tag) {
    case 'recorded':
      return null;
    case 'position':
      return t('answer.basis.position', { ago: formatAgo(basis.at, now) });
    case 'base-position-too-old':
      return basis.at === null
        ? t('answer.basis.baseUndated')
        : t('answer.basis.baseTooOld', { ago: formatAgo(basis.at, now) });
    case 'away':
      return basis.at === null
        ? t('answer.basis.awayUnseen')
        : t('answer.basis.away', { ago: formatAgo(basis.at, now) });
    case 'position-undated':
      return t('answer.basis.positionUndated');
  }
}
