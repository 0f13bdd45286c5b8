/** The one seam between the console and whatever stores the register. */
import type { Instant, RecordKind, RecordOf } from '../core/model/index.ts';
import type { AuditCalls } from './audit.ts';
import type { HistoryCalls } from './history.ts';
import type { ImportCalls } from './imports.ts';
import type { MovementCalls } from './movements.ts';
import type { DistrictCalls } from './districts.ts';
import type { PeopleCalls } from './people.ts';
import type { RectificationCalls } from './rectification.ts';
import type { RegisterCalls } from './register.ts';
import type { RoadNetworkCalls } from './road-networks.ts';
import type { RoadCalls } from './roads.ts';
import type { ThresholdCalls } from './thresholds.ts';
import type { AccountResult, Result, SignInResult } from './results.ts';

/** What changed since a cursor (or everything), and from where to ask next time. */
export interface SyncState {
  /** Changes when history was rewritten (restore, demo removal): everything must be loaded again. */
  epoch: string;
  /** Ask with this next time; nothing committed later is missed, rows may repeat. */
  cursor: string;
  /** The server's clock. */
  now: Instant;
  /** Another value when the account's own rights changed; undefined where the register does not tell. */
  account: string | undefined;
  counts: Partial<Record<RecordKind, number>>;
  /** Keys of records that left what this account may see. What it still sees of them comes with the changes. */
  gone: Partial<Record<RecordKind, string[]>>;
}

export interface RecordsPage<K extends RecordKind> {
  rows: RecordOf[K][];
  /** Key of the last row sent, readable or not; ask for the page after it. Null = this was the last page. */
  next: string | null;
  /** Rows that could not be read. */
  unreadable: number;
}

export interface Backend
  extends
    RegisterCalls,
    HistoryCalls,
    MovementCalls,
    RectificationCalls,
    ImportCalls,
    AuditCalls,
    PeopleCalls,
    DistrictCalls,
    ThresholdCalls,
    RoadCalls,
    RoadNetworkCalls {
  /** `keep` = stay signed in after the window is closed (own computer); otherwise the session ends with the tab. */
  signIn(email: string, password: string, keep: boolean): Promise<SignInResult>;
  signOut(): Promise<void>;
  currentAccount(): Promise<AccountResult>;
  /**
   * Calls back when the server no longer takes the session, and whether somebody ended it rather than time; returns what
   * stops listening.
   */
  onSessionEnd(ended: (wasWithdrawn: boolean) => void): () => void;
  /** Calls back whenever the server refuses something because its disk is full. */
  onDiskFull(full: () => void): void;
  /** `patience`: milliseconds after which a silent server counts as away; null = as for every call. */
  syncState(since: string | null, patience?: number | null): Promise<Result<SyncState>>;
  recordsPage<K extends RecordKind>(
    kind: K,
    since: string | null,
    after: string | null,
    limit: number,
  ): Promise<Result<RecordsPage<K>>>;
}
