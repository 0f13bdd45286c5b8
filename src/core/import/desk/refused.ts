/** What the register says of a row that it did not take, as the reason of a rejected row. */
import type { RejectReason } from '../codes.ts';
import type { RefusedRow } from './types.ts';

/** version: changed meanwhile; taken: id or external id is there; the others as they are called. */
export const REFUSALS = ['version', 'gone', 'taken', 'geometry', 'refused'] as const;
export type Refusal = (typeof REFUSALS)[number];

const REASONS: Readonly<Record<Refusal, RejectReason>> = {
  version: 'changed_meanwhile',
  gone: 'changed_meanwhile',
  taken: 'already_there',
  geometry: 'bad_geometry',
  refused: 'refused_by_register',
};

export const asRefusedRow = (said: { row: number; reason: Refusal; what: string | null }): RefusedRow => ({
  row: said.row,
  reason: REASONS[said.reason],
  params: { text: said.what ?? '' },
});
