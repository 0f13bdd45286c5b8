/** Upkeep, by which the register stays true: what is typed and not yet acknowledged, what was read on demand, which view is open. */
import { create } from 'zustand';
import type { TrustClass } from '../core/trust/index.ts';
import type {
  RecordChange,
  RectificationStep,
  RectificationStepName,
  VerifiedKind,
} from '../core/model/index.ts';
import type { LocatedKind } from '../core/locating/index.ts';
import type { LedgerEntry, MovementEntry } from '../core/stock/index.ts';
import type { SaveFailure, Saving } from './saving.ts';

export const UPKEEP_VIEWS = [
  'tables',
  'locate',
  'verify',
  'stock',
  'rectification',
  'evacuation',
] as const;
export type UpkeepView = (typeof UPKEEP_VIEWS)[number];

/** Something asked of the server for one record. What was read before stays while it is read again. */
export interface Fetched<Value> {
  status: 'loading' | 'failed' | 'loaded';
  value: Value | null;
}

/** What is typed about one lot or shelter; it stays until the server has acknowledged it. */
export interface EntryDraft {
  /** Of the movement: the same save again records nothing a second time. */
  id: string;
  entry: MovementEntry;
  /** Faults are shown once somebody tried to save. */
  tried: boolean;
  save: EntrySave;
}
/** `short`: the server has less than was to leave. */
export type EntrySave = Saving<{ tag: 'short'; has: number; asked: number }>;

export interface RectificationDraft {
  id: string;
  step: RectificationStepName;
  note: string;
  evidence: string;
  owner: string;
  deadline: string;
  tried: boolean;
  save: Saving<{ tag: 'out-of-order' }>;
}

export interface DisputeDraft {
  reason: string;
  tried: boolean;
  save: VerificationSave;
}
/** `changed`: somebody changed the record since it was on this screen. */
export type VerificationSave = Saving<never, SaveFailure | 'changed'>;

/** A version somebody looks at to go back to it. */
export interface RestoreDraft {
  toVersion: number;
  save: Saving;
}

export interface QueueChoice {
  /** null = the whole register. */
  districtCode: string | null;
  mine: boolean;
  kind: VerifiedKind | null;
  /** Why it is trusted so little; null = for any reason. */
  trustClass: TrustClass | null;
}

export const WATCH_LISTS = ['expired', 'low', 'expiring', 'uncounted', 'all'] as const;
export type WatchList = (typeof WATCH_LISTS)[number];

export interface UpkeepState {
  view: UpkeepView;
  queue: QueueChoice;
  /** What of the records without a place is shown. */
  locating: { districtCode: string | null; kind: LocatedKind | null };
  /** How many were verified in this sitting. */
  verified: number;
  watchList: WatchList;
  /** The lot whose movements are looked at in the stock view. */
  lotId: string | null;
  report: { year: number | null; districtCode: string | null };
  entries: ReadonlyMap<string, EntryDraft>;
  steps: ReadonlyMap<string, RectificationDraft>;
  disputes: ReadonlyMap<string, DisputeDraft>;
  /** "Still true" under way or failed, by record. */
  verifying: ReadonlyMap<string, VerificationSave>;
  restores: ReadonlyMap<string, RestoreDraft>;
  /** By lot or shelter. */
  ledgers: ReadonlyMap<string, Fetched<readonly LedgerEntry[]>>;
  histories: ReadonlyMap<string, Fetched<readonly RecordChange[]>>;
  /** By hazard; under '' those of every hazard. */
  stepLists: ReadonlyMap<string, Fetched<readonly RectificationStep[]>>;
}

const initialUpkeep: UpkeepState = {
  view: 'tables',
  queue: { districtCode: null, mine: false, kind: null, trustClass: null },
  locating: { districtCode: null, kind: null },
  verified: 0,
  watchList: 'expired',
  lotId: null,
  report: { year: null, districtCode: null },
  entries: new Map(),
  steps: new Map(),
  disputes: new Map(),
  verifying: new Map(),
  restores: new Map(),
  ledgers: new Map(),
  histories: new Map(),
  stepLists: new Map(),
};

export const useUpkeep = create<UpkeepState>(() => initialUpkeep);

/** Forget everything (another person at this computer). */
export const clearUpkeep = (): void => useUpkeep.setState(initialUpkeep);

type Kept =
  | 'entries'
  | 'steps'
  | 'disputes'
  | 'verifying'
  | 'restores'
  | 'ledgers'
  | 'histories'
  | 'stepLists';
type ValueIn<Name extends Kept> =
  UpkeepState[Name] extends ReadonlyMap<string, infer Value> ? Value : never;

/** Put one value under a record's id, or take it away (null). */
export function keepFor<Name extends Kept>(
  name: Name,
  id: string,
  value: ValueIn<Name> | null,
): void {
  useUpkeep.setState((state) => {
    const next = new Map<string, unknown>(state[name]);
    if (value === null) next.delete(id);
    else next.set(id, value);
    return { [name]: next } as Partial<UpkeepState>;
  });
}

/** What is kept under a record's id, or null. */
export const useKept = <Name extends Kept>(name: Name, id: string): ValueIn<Name> | null =>
  useUpkeep((state) => (state[name].get(id) as ValueIn<Name> | undefined) ?? null);

/** The same outside of a component. */
export const keptFor = <Name extends Kept>(name: Name, id: string): ValueIn<Name> | null =>
  (useUpkeep.getState()[name].get(id) as ValueIn<Name> | undefined) ?? null;
