/** What is kept beside the records themselves: changes, movements, steps, imports, views, accounts and the audit. */
import type { RecordKind, RectificationState, Role } from './kinds.ts';
import type { Instant } from './units.ts';

/** Columns as the database names them (snake_case); geometry under `geom` as GeoJSON. */
export type Columns = Readonly<Record<string, unknown>>;

/** Kinds whose every change is kept. */
export const REMEMBERED_KINDS = [
  'settlement',
  'hazard',
  'shelter',
  'depot',
  'stock_lot',
  'team',
  'evacuation_route',
  'contact',
  'incident',
  'closure',
  'district_setting',
  'district',
] as const satisfies readonly RecordKind[];
export type RememberedKind = (typeof REMEMBERED_KINDS)[number];

/** Kinds of which people say "still true" or "not true, because …". */
export const VERIFIED_KINDS = [
  'settlement',
  'hazard',
  'shelter',
  'depot',
  'stock_lot',
  'team',
  'evacuation_route',
] as const satisfies readonly RecordKind[];
export type VerifiedKind = (typeof VERIFIED_KINDS)[number];

/** Kinds of which two records can be merged into one. */
export type MergedKind = Exclude<VerifiedKind, 'stock_lot'>;

export const CHANGE_ACTIONS = [
  'create',
  'update',
  'archive',
  'restore',
  'confirm',
  'dispute',
] as const;
type ChangeAction = (typeof CHANGE_ACTIONS)[number];
export const CHANGE_ORIGINS = ['console', 'import', 'tool'] as const;
type ChangeOrigin = (typeof CHANGE_ORIGINS)[number];

/** One change of one record, as the database wrote it down. */
export interface RecordChange {
  id: string;
  kind: RememberedKind;
  recordId: string;
  districtCode: string;
  /** The version that this change made. */
  version: number;
  at: Instant;
  byUser: string | null;
  /** The author's name at that time; null = a tool. */
  byName: string | null;
  origin: ChangeOrigin;
  importId: string | null;
  action: ChangeAction;
  /** The changed fields as they were; null for a creation. */
  before: Columns | null;
  /** The changed fields as they became; for a creation every field that was not empty. */
  after: Columns;
}

/** A bulk change that the signed-in person made, as the history records it. */
export interface BulkEdit {
  id: string;
  at: Instant;
  action: ChangeAction;
  /** What the records became: all were given the same. */
  after: Columns;
  records: number;
  /** Of how many records nobody has written the same field since. */
  standing: number;
}

/** One record of a change of many: its version now, and what it said before. */
export interface BulkEdited {
  id: string;
  version: number;
  before: Columns;
}

export const MOVEMENTS = ['in', 'out', 'count'] as const;
/** `count` states the absolute number, whatever was summed before. */
export type Movement = (typeof MOVEMENTS)[number];

interface MovementMade {
  id: string;
  districtCode: string;
  movement: Movement;
  at: Instant;
  reason: string | null;
  createdBy: string | null;
  byName: string | null;
  createdAt: Instant;
}

export interface StockMovement extends MovementMade {
  lotId: string;
  quantity: number;
  /** A count from a list without a date: `at` is only when it was entered. */
  undated: boolean;
  /** The two movements of one transfer carry the same. */
  transferId: string | null;
}

export interface OccupancyMovement extends MovementMade {
  shelterId: string;
  people: number;
  /** A count from a list without a date: `at` is only when it was entered. */
  undated: boolean;
}

export const RECTIFICATION_STEPS = ['found', 'rectify', 'review', 'close'] as const;
/** 排查, 整改, 复查, 销号. */
export type RectificationStepName = (typeof RECTIFICATION_STEPS)[number];

/** The steps that may follow a state. */
export const NEXT_STEPS: Readonly<
  Record<RectificationState | 'none', readonly RectificationStepName[]>
> = {
  none: ['found'],
  identified: ['rectify'],
  rectifying: ['review'],
  recheck: ['close', 'rectify'],
  closed: ['found'],
};

export interface RectificationStep {
  id: string;
  hazardId: string;
  districtCode: string;
  step: RectificationStepName;
  at: Instant;
  /** Who is responsible and until when (ISO date), where this step said so anew. */
  owner: string | null;
  deadline: string | null;
  note: string | null;
  evidence: string | null;
  createdBy: string | null;
  byName: string | null;
  createdAt: Instant;
}

export const IMPORT_STATES = [
  'staged',
  'writing',
  'committed',
  'undoing',
  'undone',
  'discarded',
] as const;
type ImportState = (typeof IMPORT_STATES)[number];

/** One import: what a file brought, and what became of it. */
export interface ImportBatch {
  id: string;
  districtCode: string;
  kind: string;
  fileName: string;
  state: ImportState;
  /** read, accepted, unchanged, duplicates, rejected … as the console counted them; `writes` to be staged in all. */
  totals: Readonly<Record<string, number>>;
  /** Rows written by the commit and refused by it, so far. */
  created: number | null;
  changed: number | null;
  refused: number | null;
  /** How far writing or undoing is, in rows, while it goes on. */
  done: number | null;
  total: number | null;
  /** Rows that wait to be written, by kind, while nothing is written yet. */
  staged: Readonly<Record<string, { created: number; changed: number }>> | null;
  createdBy: string | null;
  byName: string | null;
  createdAt: Instant;
  committedAt: Instant | null;
  undoneAt: Instant | null;
  undoneByName: string | null;
}

/** How columns of a file were understood, kept by name for a district and what lies below it. */
export interface ImportMapping {
  id: string;
  districtCode: string;
  kind: string;
  name: string;
  /** Tells a file with the same columns; the console decides how it is made. */
  columnsFingerprint: string | null;
  mapping: Readonly<Record<string, unknown>>;
  version: number;
  updatedAt: Instant;
}

/** A table's filter, order and columns, saved by one person for their own use. */
export interface SavedView {
  id: string;
  kind: string;
  name: string;
  view: Readonly<Record<string, unknown>>;
  version: number;
  updatedAt: Instant;
}

export const AUDIT_ACTIONS = [
  'sign_in',
  'sign_in_failed',
  'sign_out',
  'import',
  'import_undo',
  'export',
  'permission',
  'account',
  'district',
] as const;
export type AuditAction = (typeof AUDIT_ACTIONS)[number];

export interface AuditEvent {
  id: string;
  /** Order of arrival; ask for the page before it. */
  seq: number;
  districtCode: string;
  at: Instant;
  action: AuditAction;
  byUser: string | null;
  byName: string | null;
  /** Whom or what it is about: an e-mail address, a kind, a file. */
  about: string | null;
  detail: Readonly<Record<string, unknown>>;
}

/** An account as its admin sees it. */
export interface Account {
  userId: string;
  email: string;
  displayName: string | null;
  /** null = it has no rights here yet (made outside, for instance in a hosted dashboard). */
  role: Role | null;
  districtCode: string | null;
  disabledAt: Instant | null;
  isDemo: boolean;
  version: number | null;
  createdAt: Instant | null;
  lastSignInAt: Instant | null;
  /** The last sign of life of any of its sessions. */
  lastSeenAt: Instant | null;
  sessions: number;
}

export interface AccountSession {
  id: string;
  createdAt: Instant | null;
  lastSeenAt: Instant | null;
  userAgent: string | null;
  ip: string | null;
  /** Whether this is the session in which the question was asked. */
  current: boolean;
}
