/** Errors as data, so that they cross threads and sockets and arrive with what the database said. */
import type { MessageKey } from '../../src/messages/index.ts';
import type { PlainError } from './embedded-protocol.ts';
import { Refusal } from './text.ts';

const FIELDS = ['code', 'detail', 'hint', 'constraint', 'table', 'column'] as const;

/** What a database says about a failed statement; field names as in both drivers. */
class DatabaseError extends Error {
  override readonly name = 'DatabaseError';
  declare code?: string;
  declare detail?: string;
  declare hint?: string;
  declare constraint?: string;
  declare table?: string;
  declare column?: string;
}

export function toPlainError(error: unknown): PlainError {
  if (error instanceof Refusal)
    return { message: error.message, refusal: { key: error.key, params: { ...error.params } } };
  const plain: PlainError = { message: error instanceof Error ? error.message : String(error) };
  const said = error as Record<string, unknown>;
  for (const field of FIELDS) if (typeof said[field] === 'string') plain[field] = said[field];
  return plain;
}

export function fromPlainError({ message, refusal, ...said }: PlainError): Error {
  if (refusal) return new Refusal(refusal.key as MessageKey, refusal.params);
  return Object.assign(new DatabaseError(message), said);
}
