/** Which column fills which field. */
import { FileFailure } from '../../files/failure.ts';
import { fieldOf } from '../../model/index.ts';
import type { ImportKind } from '../types.ts';
import { fieldsOf } from './fields.ts';
import type { Field } from './fields.ts';
import { foldBareTitle, foldTitle } from '../../text/fold.ts';
import { plainHashtag } from './hashtags.ts';

export interface MappedField {
  field: Field;
  /** 0-based column. */
  column: number;
  /** Chosen by a person, by a known title, or from the values of a file without titles. */
  by: 'person' | 'title' | 'values';
}

export type Mapping = ReadonlyMap<string, MappedField>;

/** The field a person means by a word, with underscores or without. */
export const findField = (fields: readonly Field[], name: string): Field | undefined =>
  fields.find((field) => field.name === name.trim() || field.name === fieldOf(name.trim())) ??
  fields.find(
    (field) =>
      field.name === { reason: 'name', title: 'name', external_id: 'externalId' }[name.trim()],
  );

/** 0-based index of the column a person means: its title, or its 1-based number. */
export function findColumn(columns: readonly string[], name: string): number {
  const plain = name.trim();
  const exact = columns.indexOf(plain);
  if (exact >= 0) return exact;
  const folded = columns.findIndex(
    (title) => title !== '' && foldTitle(title) === foldTitle(plain),
  );
  if (folded >= 0) return folded;
  const number = /^\d+$/.test(plain) ? Number(plain) : 0;
  return number >= 1 && number <= columns.length ? number - 1 : -1;
}

/** Columns as a person can name them, for error lines. */
export const listColumns = (columns: readonly string[]): string =>
  columns
    .map((title, i) => (title === '' || title === String(i + 1) ? `${i + 1}` : title))
    .join('、');

/**
 * What a person mapped: `column=field` as written, or the other way round when only that makes sense.
 * @throws FileFailure unknown_column, unknown_field, bad_map
 */
export function mapByHand(
  kind: ImportKind,
  columns: readonly string[],
  pairs: readonly (readonly [string, string])[],
): Map<string, MappedField> {
  const fields = fieldsOf(kind);
  const mapped = new Map<string, MappedField>();
  for (const [left, right] of pairs) {
    if (left.trim() === '' || right.trim() === '')
      throw new FileFailure('bad_map', { text: `${left}=${right}` });
    const straight = { column: findColumn(columns, left), field: findField(fields, right) };
    const reversed = { column: findColumn(columns, right), field: findField(fields, left) };
    const [chosen] = [straight, reversed].filter(
      ({ column, field }) => column >= 0 && field !== undefined,
    );
    if (chosen?.field !== undefined) {
      mapped.set(chosen.field.name, { field: chosen.field, column: chosen.column, by: 'person' });
    } else if (straight.field === undefined && reversed.field === undefined) {
      throw new FileFailure('unknown_field', {
        field: right,
        fields: fields.map(({ name }) => name).join(', '),
      });
    } else {
      const column = straight.field === undefined ? right : left;
      throw new FileFailure('unknown_column', { column, columns: listColumns(columns) });
    }
  }
  return mapped;
}

/** What a person said of columns by their place, added to what was said by name; and the columns not to be used. */
export function mapByPlace(
  kind: ImportKind,
  width: number,
  said: Readonly<Record<number, string | null>>,
  byHand: Map<string, MappedField>,
): ReadonlySet<number> {
  const fields = fieldsOf(kind);
  const unused = new Set<number>();
  for (const [place, name] of Object.entries(said)) {
    const column = Number(place);
    const field = name === null ? undefined : findField(fields, name);
    // Another kind may not have the field; another sheet may not have the column.
    if (column >= width || (name !== null && field === undefined)) continue;
    if (field === undefined) unused.add(column);
    else byHand.set(field.name, { field, column, by: 'person' });
  }
  return unused;
}

/** How a title means a word: whole, without its brackets, or by its end or beginning; the longer the part, the surer. */
function costOf(word: string, full: string, bare: string): number | null {
  if (full === word) return 0;
  if (bare === word) return 1;
  const part = word.replace('*', '');
  if (part === word || bare.length <= part.length) return null;
  return (word.startsWith('*') ? bare.endsWith(part) : bare.startsWith(part))
    ? 100 - part.length
    : null;
}

/** Prefixes that exports put before every title. */
const EXPORT_PREFIX = /^(user|muster|attr|fld)[_\s.-]+/i;

/** Add the columns whose titles are known to what a person mapped. Every column fills at most one field. */
export function mapByTitle(
  kind: ImportKind,
  columns: readonly string[],
  byHand: ReadonlyMap<string, MappedField>,
  unused: ReadonlySet<number> = new Set(),
): Mapping {
  const mapped = new Map(byHand);
  const taken = new Set([...byHand.values()].map(({ column }) => column).concat(...unused));
  const titles = columns.map((title) => {
    const plain = plainHashtag(title.replace(EXPORT_PREFIX, ''));
    return { full: foldTitle(plain), bare: foldBareTitle(plain) };
  });
  const fields = fieldsOf(kind);
  const claims: { column: number; field: Field; cost: number; rank: number; order: number }[] = [];
  fields.forEach((field, rank) => {
    if (mapped.has(field.name)) return;
    field.words.forEach((word, order) => {
      titles.forEach(({ full, bare }, column) => {
        const cost = costOf(word, full, bare);
        if (cost !== null) claims.push({ column, field, cost, rank, order });
      });
    });
  });
  // The surest claim first, whatever the order of the fields: 经纬度 is a pair, not something that ends in 纬度.
  claims.sort((a, b) => a.cost - b.cost || a.rank - b.rank || a.order - b.order);
  for (const { column, field } of claims) {
    if (taken.has(column) || mapped.has(field.name)) continue;
    mapped.set(field.name, { field, column, by: 'title' });
    taken.add(column);
  }
  // A longitude without a latitude, or the other way round, is of no use, so the column stays unmapped.
  const lng = mapped.get('lng');
  const lat = mapped.get('lat');
  if (lng?.by === 'title' && lat === undefined) mapped.delete('lng');
  if (lat?.by === 'title' && lng === undefined) mapped.delete('lat');
  return mapped;
}

/** How many cells of a line are titles of some kind's fields (exactly, ignoring case and spelling). */
export function countKnownTitles(cells: readonly string[]): number {
  const known = knownTitles();
  return cells.filter(
    (cell) =>
      known.has(foldTitle(plainHashtag(cell.replace(EXPORT_PREFIX, '')))) ||
      known.has(foldBareTitle(cell)),
  ).length;
}

let titles: Set<string> | undefined;
function knownTitles(): Set<string> {
  if (titles === undefined) {
    const kinds: readonly ImportKind[] = [
      'district',
      'settlement',
      'hazard',
      'shelter',
      'depot',
      'stock_lot',
      'team',
      'evacuation_route',
    ];
    const words = [...kinds, 'incident' as const, 'closure' as const].flatMap((kind) =>
      fieldsOf(kind).flatMap((field) => field.words),
    );
    // Latin words of one or two letters are left out, because they occur in data as often as in titles.
    titles = new Set(words.filter((word) => !word.includes('*') && !/^[a-z]{1,2}$/.test(word)));
  }
  return titles;
}
