/**
 * What the symbol of a record says: its state, its age, its level. Design rule 1: what is too old counts as unknown,
 * and unknown is never drawn as open or available. Used by the map and by every list, so that both say the same.
 */
import type {
  Closure,
  Depot,
  EvacuationRoute,
  Hazard,
  Incident,
  Instant,
  Level,
  Seconds,
  Settlement,
  Shelter,
  Team,
} from '../model/index.ts';
import type { SymbolAge, SymbolKind, SymbolState } from './symbol-state.ts';

export interface RecordOfSymbol {
  hazard: Hazard;
  shelter: Shelter;
  depot: Depot;
  team: Team;
  evacuation_route: EvacuationRoute;
  settlement: Settlement;
  incident: Incident;
  closure: Closure;
}

interface SymbolContext {
  /** The server's clock in milliseconds since 1970. */
  now: number;
  /** `fact_max_age` of the record's district. */
  maxAge: Seconds;
}

export interface SymbolFacts {
  state: SymbolState;
  age: SymbolAge;
  level: Level | null;
  /** Server clock in ms from which this answer may differ though the record does not; Infinity = never. */
  holdsUntil: number;
}

interface Aged {
  age: SymbolAge;
  holdsUntil: number;
}

/** How old a fact stated at `at` is; `null` = nobody recorded when. */
function symbolAge(at: Instant | null, { now, maxAge }: SymbolContext): Aged {
  const time = at === null ? NaN : Date.parse(at);
  if (Number.isNaN(time)) return { age: 'undated', holdsUntil: Infinity };
  const limit = time + maxAge * 1000;
  return now > limit ? { age: 'old', holdsUntil: Infinity } : { age: 'fresh', holdsUntil: limit };
}

const later = (a: Instant | null, b: Instant | null): Instant | null => {
  if (a === null || b === null) return a ?? b;
  return Date.parse(a) >= Date.parse(b) ? a : b;
};

const HAZARD_STATES = {
  identified: 'plain',
  rectifying: 'ringed',
  recheck: 'ringed',
  closed: 'hollow',
} as const;
const SHELTER_STATES = {
  standby: 'plain',
  open: 'ringed',
  closed: 'barred',
  unknown: 'unknown',
} as const;
const TEAM_STATES = {
  available: 'plain',
  busy: 'ringed',
  off_duty: 'barred',
  unknown: 'unknown',
} as const;
const ROUTE_STATES = { open: 'plain', blocked: 'barred', unknown: 'unknown' } as const;

const recordedState: {
  [K in Exclude<SymbolKind, 'incident' | 'closure'>]: (record: RecordOfSymbol[K]) => SymbolState;
} = {
  hazard: ({ rectificationState }) =>
    rectificationState === null ? 'unknown' : HAZARD_STATES[rectificationState],
  shelter: ({ state }) => SHELTER_STATES[state],
  // A depot has no state of its own; what it holds is said by its lots.
  depot: () => 'plain',
  team: ({ availability }) => TEAM_STATES[availability],
  evacuation_route: ({ state }) => ROUTE_STATES[state],
  settlement: () => 'plain',
};

function closureFacts({ fromAt, untilAt, liftedAt }: Closure, { now }: SymbolContext): SymbolFacts {
  const from = Date.parse(fromAt);
  const end = Math.min(
    ...[untilAt, liftedAt].map((at) => (at === null ? Infinity : Date.parse(at))),
  );
  const inForce = from <= now && now < end;
  const untilEnd = now < end ? end : Infinity;
  const holdsUntil = now < from ? from : untilEnd;
  return { state: inForce ? 'plain' : 'hollow', age: 'fresh', level: null, holdsUntil };
}

/** What the symbol of this record says now. */
export function symbolOf<K extends SymbolKind>(
  kind: K,
  record: RecordOfSymbol[K],
  context: SymbolContext,
): SymbolFacts {
  if (kind === 'incident') {
    const { state, level } = record as Incident;
    return {
      state: state === 'open' ? 'plain' : 'hollow',
      age: 'fresh',
      level,
      holdsUntil: Infinity,
    };
  }
  if (kind === 'closure') return closureFacts(record as Closure, context);
  const resource = record as Exclude<RecordOfSymbol[K], Incident | Closure>;
  const stated =
    kind === 'team' && (record as Team).availabilityAt !== null
      ? (record as Team).availabilityAt
      : later(resource.observedAt, resource.verifiedAt);
  const { age, holdsUntil } = symbolAge(stated, context);
  const read = recordedState[kind as Exclude<SymbolKind, 'incident' | 'closure'>] as (
    record: object,
  ) => SymbolState;
  const recorded = read(resource);
  // What is disputed counts as unknown, like what is too old.
  const doubted = age === 'old' || resource.disputedAt !== null;
  return { state: doubted ? 'unknown' : recorded, age, level: null, holdsUntil };
}

/** Whether a closure stops traffic at this moment, or is a thing of the past or the future. */
export const closureIsOver = ({ untilAt, liftedAt }: Closure, now: number): boolean =>
  [untilAt, liftedAt].some((at) => at !== null && Date.parse(at) <= now);
