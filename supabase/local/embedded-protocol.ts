/** What the server's thread and the database's thread say to each other. */
import type { Work } from './engine.ts';
import type { PlainRequest, PlainResponse } from './plain-http.ts';
import type { Secrets } from './secrets.ts';

export interface EmbeddedOptions {
  /** The data folder, which the caller has locked; null = in memory. */
  dataDir: string | null;
  secrets: Secrets;
  tokenLife: number;
}

interface SqlStep {
  sql: string;
  params: readonly unknown[];
}

/** The calls a worker answers, as name → [what it takes, what it gives]. */
export interface WorkerCalls {
  open: [options: EmbeddedOptions, result: { fresh: boolean; migrated: string[] }];
  answer: [request: PlainRequest, result: PlainResponse];
  query: [step: SqlStep, rows: object[]];
  exec: [script: string, nothing: null];
  work: [nothing: null, work: Work];
  close: [nothing: null, nothing: null];
}
export type WorkerCall = keyof WorkerCalls;

export interface CallMessage {
  id: number;
  call: WorkerCall;
  input: unknown;
}

/** An error that crosses threads or sockets with what the database said about it. */
export interface PlainError {
  message: string;
  /** Set for a refusal: the message and its slots. */
  refusal?: { key: string; params: Readonly<Record<string, string | number>> };
  code?: string;
  detail?: string;
  hint?: string;
  constraint?: string;
  table?: string;
  column?: string;
}

export type ReplyMessage =
  { id: number; result: unknown } | { id: number; error: PlainError } | { progress: Progress };

/** What takes its time while a database is opened; preparing a new one (`share` 0 … 1) takes longest. */
export type Progress =
  { step: 'preparing'; share: number } | { step: 'loading' } | { step: 'opening' };
