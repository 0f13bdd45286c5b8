/** For files without titles: the columns that by their values can only be coordinates, and the one that looks like a name. */
import type { SourceRow } from '../../files/source-row.ts';
import type { Cell } from '../../text/cell.ts';
import { plainDigits } from '../values/numbers.ts';
import { textOrNull } from '../../text/clean.ts';
import type { Field } from './fields.ts';
import type { MappedField } from './map-columns.ts';

const SAMPLE = 300;

const degreesIn = (cell: Cell): number | null => {
  const text = textOrNull(cell);
  if (text === null) return null;
  const plain = plainDigits(text);
  return /^-?\d{1,3}\.\d{3,}$/.test(plain) ? Number(plain) : NaN;
};

interface Column {
  column: number;
  values: number[];
}

function degreeColumns(rows: readonly SourceRow[], width: number): Column[] {
  return Array.from({ length: width }, (_, column) => {
    const values = rows
      .map(({ cells }) => degreesIn(cells[column]))
      .filter((value): value is number => value !== null);
    return { column, values };
  }).filter(({ values }) => values.length > 0 && values.every((value) => Math.abs(value) <= 180));
}

/** Guesses for lng, lat and name in a file whose columns have only numbers. Never overrides what a person mapped. */
export function guessByValues(
  rows: readonly SourceRow[],
  width: number,
  fields: readonly Field[],
  byHand: ReadonlyMap<string, MappedField>,
  unused: ReadonlySet<number> = new Set(),
): Map<string, MappedField> {
  const mapped = new Map(byHand);
  const sample = rows.filter(({ fault }) => fault === null).slice(0, SAMPLE);
  const taken = new Set([...byHand.values()].map(({ column }) => column).concat(...unused));
  const take = (name: string, column: number): void => {
    const field = fields.find((one) => one.name === name);
    if (field === undefined || mapped.has(name)) return;
    mapped.set(name, { field, column, by: 'values' });
    taken.add(column);
  };
  if (!['lng', 'lat', 'lnglat', 'wkt'].some((name) => mapped.has(name))) {
    const columns = degreeColumns(sample, width).filter(({ column }) => !taken.has(column));
    const beyond90 = columns.find(({ values }) => values.every((value) => Math.abs(value) > 90));
    const within90 = columns.filter(
      ({ column, values }) =>
        column !== beyond90?.column && values.every((value) => Math.abs(value) <= 90),
    );
    const neighbour = within90.sort(
      (a, b) =>
        Math.abs(a.column - (beyond90?.column ?? 0)) - Math.abs(b.column - (beyond90?.column ?? 0)),
    )[0];
    if (beyond90 !== undefined && neighbour !== undefined) {
      take('lng', beyond90.column);
      take('lat', neighbour.column);
    }
  }
  const name = nameColumn(sample, width, taken);
  if (name !== null) take('name', name);
  return mapped;
}

/** The first column of words in which nearly every row says something of its own. */
function nameColumn(
  sample: readonly SourceRow[],
  width: number,
  taken: ReadonlySet<number>,
): number | null {
  for (let column = 0; column < width; column++) {
    if (taken.has(column)) continue;
    const texts = sample
      .map(({ cells }) => textOrNull(cells[column]))
      .filter((text): text is string => text !== null);
    const words = texts.filter(
      (text) =>
        /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text) ||
        /^[A-Za-z][^\d]{3,}$/.test(text),
    );
    if (
      texts.length >= sample.length * 0.9 &&
      words.length >= texts.length * 0.9 &&
      new Set(words).size >= words.length * 0.8
    )
      return column;
  }
  return null;
}
