/** What the register says of a row that it did not take, as the reason of a rejected row. */
import { MOST_CORNERS } from '../../geo/corners.ts';
import type { RejectReason } from '../codes.ts';
import type { RefusedRow } from './types.ts';

/** The rule of the database that bounds a shape (`too_many_corners`), where it is the one that refused. */
const isTooDetailed = (what: string | null): boolean => what === 'too_many_corners';

/** version: changed meanwhile; taken: id or external id is there; the others as they are called. */
export type Refusal = 'version' | 'gone' | 'taken' | 'geometry' | 'refused';

const REASONS: Readonly<Record<Refusal, RejectReason>> = {
  version: 'changed_meanwhile',
  gone: 'changed_meanwhile',
  taken: 'already_there',
  geometry: 'bad_geometry',
  refused: 'refused_by_register',
};

export const asRefusedRow = (said: {
  row: number;
  reason: Refusal;
  what: string | null;
}): RefusedRow => ({
  row: said.row,
  reason: isTooDetailed(said.what) ? 'too_many_corners' : REASONS[said.reason],
  params: isTooDetailed(said.what)
    ? { corners: '?', limit: MOST_CORNERS }
    : { text: said.what ?? '' },
});
