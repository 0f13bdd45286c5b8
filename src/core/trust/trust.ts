/**
 * How far a fact can be trusted, and in which order facts should be looked at again. The order, documented once:
 *
 * 1. `disputed`: somebody says it is not true; the oldest dispute first.
 * 2. `never-verified`: nobody has ever verified it; those without any date first, then the oldest observation.
 * 3. `too-old`: verified, but longer ago than the district's `fact_max_age`, so that it counts as unknown.
 * 4. `incomplete`: verified in time, but something the rankings ask for is unknown.
 * 5. `current`: verified, complete and young enough. Not in the queue.
 *
 * Within a class the oldest statement comes first (the later of observed and verified), then the one with more unknown
 * facts, then the id, so that two consoles show one order.
 */
import { VERIFIED_KINDS } from '../model/index.ts';
import type { Instant, Provenance, RecordOf, Seconds, VerifiedKind } from '../model/index.ts';
import { recordedAt } from './ages.ts';

export const isVerifiedKind = (kind: string): kind is VerifiedKind =>
  (VERIFIED_KINDS as readonly string[]).includes(kind);

export const TRUST_CLASSES = [
  'disputed',
  'never-verified',
  'too-old',
  'incomplete',
  'current',
] as const;
export type TrustClass = (typeof TRUST_CLASSES)[number];

/** Facts that a ranking or a route depends on; their absence lowers trust in the answer. */
type NeededFact =
  | 'place'
  | 'capacity'
  | 'shelter-state'
  | 'occupancy'
  | 'suitability'
  | 'availability'
  | 'capability'
  | 'mobilisation'
  | 'quantity'
  | 'rectification'
  | 'passable'
  | 'people'
  | 'need-help'
  | 'settlement'
  | 'shelter';

export interface Trust {
  class: TrustClass;
  /** When somebody last said that it is true; null = nobody recorded it. */
  statedAt: Instant | null;
  /** Of a dispute. */
  disputedAt: Instant | null;
  reason: string | null;
  unknowns: readonly NeededFact[];
}

type Asks = {
  readonly [K in VerifiedKind]: (
    record: RecordOf[K],
  ) => readonly (readonly [NeededFact, boolean])[];
};

/** What each kind should know; true = unknown. */
const ASKS: Asks = {
  shelter: (s) => [
    ['place', s.lng === null],
    ['shelter-state', s.state === 'unknown'],
    ['capacity', s.capacity === null],
    ['occupancy', s.occupancy === null && s.state === 'open'],
    ['suitability', Object.values(s.suitability).every((said) => said === 'unknown')],
  ],
  team: (t) => [
    ['place', t.lng === null && t.positionLng === null],
    ['availability', t.availability === 'unknown'],
    ['capability', t.capabilities.length === 0],
    ['mobilisation', t.mobilisationDayS === null && t.mobilisationNightS === null],
  ],
  depot: (d) => [['place', d.lng === null]],
  stock_lot: (l) => [['quantity', l.quantity === null]],
  hazard: (h) => [
    ['place', h.lng === null],
    ['rectification', h.rectificationState === null],
  ],
  evacuation_route: (r) => [
    ['place', r.lng === null],
    ['passable', r.state === 'unknown'],
    ['settlement', r.settlementId === null],
    ['shelter', r.shelterId === null],
  ],
  settlement: (s) => [
    ['place', s.lng === null],
    ['people', s.people === null],
    ['need-help', s.peopleNeedHelp === null],
  ],
};

const unknownFacts = <K extends VerifiedKind>(kind: K, record: RecordOf[K]): NeededFact[] =>
  ASKS[kind](record)
    .filter(([, unknown]) => unknown)
    .map(([fact]) => fact);

const isOld = (at: Instant | null, maxAge: Seconds, now: number): boolean =>
  at !== null && now - Date.parse(at) > maxAge * 1000;

function classOf(
  fact: Provenance,
  statedAt: Instant | null,
  unknowns: number,
  maxAge: Seconds,
  now: number,
): TrustClass {
  if (fact.disputedAt !== null) return 'disputed';
  if (fact.verifiedAt === null) return 'never-verified';
  if (isOld(statedAt, maxAge, now)) return 'too-old';
  return unknowns > 0 ? 'incomplete' : 'current';
}

/** How far a record can be trusted. `now`: the server's clock in ms; `maxAge`: the district's `fact_max_age`. */
export function trustOf<K extends VerifiedKind>(
  kind: K,
  record: RecordOf[K],
  maxAge: Seconds,
  now: number,
): Trust {
  const statedAt = recordedAt(record);
  const unknowns = unknownFacts(kind, record);
  const { disputedAt, disputeReason: reason } = record;
  return {
    class: classOf(record, statedAt, unknowns.length, maxAge, now),
    statedAt,
    disputedAt,
    reason,
    unknowns,
  };
}
