import type { TableColumn } from './column.ts';
import { UNKNOWN_FILTER } from './column.ts';

/** Width and case do not matter; blanks between words do not either. */
const foldText = (text: string): string => text.normalize('NFKC').toLowerCase().trim();

type Test<Row> = (row: Row) => boolean;

const isUnknown = <Row>(column: TableColumn<Row>, row: Row): boolean =>
  column.value === undefined ? column.text(row) === '' : column.value(row) === null;

/** `>100`, `≥ 100`, `10-20`, `10~20`, `=5`, `5`: which numbers a filter takes; null when it is none of these. */
export function readRange(filter: string): ((value: number) => boolean) | null {
  const plain = filter
    .normalize('NFKC')
    .replace(/[\s,]/g, '')
    .replace(/≥|=>/g, '>=')
    .replace(/≤|=</g, '<=');
  const one = /^(>=|<=|>|<|=)?(-?\d+(?:\.\d+)?)$/.exec(plain);
  if (one !== null) {
    const end = Number(one[2]);
    switch (one[1]) {
      case '>=':
        return (value) => value >= end;
      case '<=':
        return (value) => value <= end;
      case '>':
        return (value) => value > end;
      case '<':
        return (value) => value < end;
      default:
        return (value) => value === end;
    }
  }
  const two = /^(-?\d+(?:\.\d+)?)(?:-|~|\.\.|至)(-?\d+(?:\.\d+)?)$/.exec(plain);
  if (two === null) return null;
  const [least, most] = [Number(two[1]), Number(two[2])];
  return (value) => value >= least && value <= most;
}

function testOf<Row>(column: TableColumn<Row>, filter: string): Test<Row> | null {
  const typed = filter.trim();
  if (typed === '') return null;
  if (typed === UNKNOWN_FILTER || typed === '？') return (row) => isUnknown(column, row);
  if (column.filter === 'words') return (row) => column.value?.(row) === typed;
  if (column.filter === 'number') {
    const takes = readRange(typed);
    if (takes !== null)
      return (row) => {
        const value = column.value?.(row);
        return typeof value === 'number' && takes(value);
      };
  }
  const wanted = foldText(typed);
  return (row) => foldText(column.text(row)).includes(wanted);
}

/** Searches in all columns; keeps what it has once folded, as long as the columns say the same. */
export function createSearch<Row extends object>(
  columns: readonly TableColumn<Row>[],
): (row: Row, words: readonly string[]) => boolean {
  const folded = new WeakMap<Row, string>();
  const searched = columns.filter((column) => column.searched !== false);
  return (row, words) => {
    let text = folded.get(row);
    if (text === undefined) {
      text = foldText(searched.map((column) => column.text(row)).join('\n'));
      folded.set(row, text);
    }
    const whole = text;
    return words.every((word) => whole.includes(word));
  };
}

/** The words of a search, folded; every one of them has to be found. */
export const searchWords = (text: string): string[] =>
  foldText(text)
    .split(/\s+/)
    .filter((word) => word !== '');

/** Rows that every filter and every word of the search takes, in the order they came. */
export function filterRows<Row extends object>(
  rows: readonly Row[],
  columns: readonly TableColumn<Row>[],
  filters: Readonly<Record<string, string>>,
  text: string,
  search: (row: Row, words: readonly string[]) => boolean,
): readonly Row[] {
  const tests = columns.flatMap((column) => testOf(column, filters[column.name] ?? '') ?? []);
  const words = searchWords(text);
  if (tests.length === 0 && words.length === 0) return rows;
  return rows.filter(
    (row) => tests.every((test) => test(row)) && (words.length === 0 || search(row, words)),
  );
}
