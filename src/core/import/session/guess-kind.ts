/** What kind of record a file is a list of: by its name, its columns, which fields they fill, and what its rows are called. */
import { foldCharacters } from '../../text/fold.ts';
import { KIND_WORDS } from '../columns/kind-words.ts';
import { ownFields } from '../columns/fields.ts';
import { mapByTitle } from '../columns/map-columns.ts';
import type { StoredKind } from '../difference/tables.ts';
import { readBaseLayer } from '../values/enum-words.ts';

/** How rows are called where a kind has names of its own; the words above count as well. */
const CALLED: Readonly<Partial<Record<StoredKind, RegExp>>> = {
  settlement: /(村|社区|社區|居委会|村委会|屯|寨|庄|里)$/,
};

const IN_NAME = 6;
const IN_TITLE = 1;
const OWN_FIELD = 2;
/** Less than a column of its own: shelters are often called by their village. */
const IN_ROWS = 1.5;
const MOST_TITLES = 3;

/**
 * Fields that tell nothing of the kind: those of all kinds, ids, which a list of what they point at has as well, and what
 * only the register's own exports have.
 */
const COMMON = new Set(
  [
    'externalId',
    'address',
    'note',
    'source',
    'observedAt',
    'verifiedAt',
    'districtName',
    'name',
    'kind',
    'state',
  ].concat([
    'contactName',
    'contactPhone',
    'contactDuty',
    'lng',
    'lat',
    'lnglat',
    'wkt',
    'level',
    'class',
    'recordId',
    'settlementId',
    'shelterId',
    'capacityText',
    'suitability',
    'equipmentItems',
  ]),
);

/** What tells the kind of a list. */
interface KindEvidence {
  /** Of the file, and of the sheet or layer. */
  names: readonly string[];
  columns: readonly string[];
  /** What the first rows are called. */
  rows: readonly string[];
  /** Lines or areas without a single point. */
  drawn: boolean;
}

function score(kind: StoredKind, { names, columns, rows }: KindEvidence): number {
  const words = KIND_WORDS[kind];
  const named = names.some((name) => words?.test(name) === true) ? IN_NAME : 0;
  const titled = columns.filter((title) => words?.test(title) === true).length;
  const own = new Set(
    ownFields(kind)
      .map(({ name }) => name)
      .filter((name) => !COMMON.has(name)),
  );
  const filled = [...mapByTitle(kind, columns, new Map()).keys()].filter((name) =>
    own.has(name),
  ).length;
  const called = rows.filter(
    (row) => words?.test(row) === true || CALLED[kind]?.test(row) === true,
  ).length;
  const inRows = rows.length > 0 && called * 2 > rows.length ? IN_ROWS : 0;
  return named + Math.min(titled, MOST_TITLES) * IN_TITLE + filled * OWN_FIELD + inRows;
}

/**
 * The likeliest of some kinds.
 * @param fallback when nothing points anywhere; `seen` is false then, and where a file looks like mere drawing data
 */
export function guessKind(
  kinds: readonly StoredKind[],
  evidence: KindEvidence,
  fallback: StoredKind,
): { kind: StoredKind; seen: boolean } {
  const fold = (texts: readonly string[]): string[] => texts.map(foldCharacters);
  const folded = {
    ...evidence,
    names: fold(evidence.names),
    columns: fold(evidence.columns),
    rows: fold(evidence.rows),
  };
  let best = { kind: fallback, points: 0 };
  for (const kind of kinds) {
    const points = score(kind, folded);
    if (points > best.points || (points === best.points && kind === fallback))
      best = { kind, points };
  }
  // Roads and rivers have widths and names as routes do, and are most often only to be drawn.
  const named = KIND_WORDS[best.kind];
  const isNamed = folded.names.some((name) => named?.test(name) === true);
  const isGround =
    evidence.drawn && !isNamed && evidence.names.some((name) => readBaseLayer(name) !== null);
  return { kind: best.kind, seen: best.points > 0 && !isGround };
}
