/** Reads fields of one row as values of the right type, and remembers the cells that could not be read. */
import type { Mapping } from '../columns/map-columns.ts';
import type { SourceRow, Warning } from '../types.ts';
import { readDate, readInstant } from '../values/dates.ts';
import { readArea, readCount, readDuration, readLength } from '../values/numbers.ts';
import { codeOrNull, lineOrNull, textOrNull } from '../values/text.ts';

interface Unreadable {
  rows: number[];
  count: number;
  example: string;
}

export interface ReaderOptions {
  mapping: Mapping;
  columns: readonly string[];
  set: Readonly<Record<string, string>>;
  timezone: string;
  /** Milliseconds; facts observed after it (and a day) are not believed. */
  now: number;
}

export class RowReader {
  private source: SourceRow | null = null;
  private readonly unreadable = new Map<string, Unreadable>();

  private readonly known: ReadonlySet<string>;

  constructor(private readonly options: ReaderOptions) {
    this.known = new Set([...options.mapping.keys(), ...Object.keys(options.set)]);
  }

  /** Those of some fields that the file (or a set value) speaks about; the same for every row. */
  readonly among: <T extends { name: string }>(fields: readonly T[]) => readonly T[] = (fields) => {
    const found = this.chosen.get(fields) ?? fields.filter(({ name }) => this.has(name));
    this.chosen.set(fields, found);
    return found as never;
  };

  private readonly chosen = new Map<object, readonly { name: string }[]>();

  /** The row that the other methods speak about. */
  turnTo(source: SourceRow): void {
    this.source = source;
  }

  get row(): number {
    return this.source?.row ?? 0;
  }

  /** Whether the file (or a set value) speaks about a field at all. */
  has(field: string): boolean {
    return this.known.has(field);
  }

  /** A set value replaces columns that were found by title; it fills the gaps of a column chosen by a person. */
  private cellOf(field: string): unknown {
    const mapped = this.options.mapping.get(field);
    const set = this.options.set[field];
    if (mapped === undefined) return set;
    const cell = this.source?.cells[mapped.column];
    if (set === undefined) return cell;
    return mapped.by === 'person' && textOrNull(cell) !== null ? cell : set;
  }

  raw(field: string): string {
    const cell = this.cellOf(field);
    return typeof cell === 'string' ? cell : cell === undefined || cell === null ? '' : JSON.stringify(cell);
  }

  cell(field: string): unknown {
    return this.cellOf(field);
  }

  text(field: string, longest = 20_000): string | null {
    return this.fits(field, textOrNull(this.cellOf(field) as string), longest);
  }

  line(field: string, longest = 500): string | null {
    return this.fits(field, lineOrNull(this.cellOf(field) as string), longest);
  }

  code(field: string): string | null {
    return this.fits(field, codeOrNull(this.cellOf(field) as string), 500);
  }

  /** The id of another record. */
  uuid(field: string): string | null {
    return this.read(field, (text) =>
      /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text) ? text.toLowerCase() : null,
    );
  }

  private fits(field: string, text: string | null, longest: number): string | null {
    if (text === null || text.length <= longest) return text;
    this.miss(field, text);
    return text.slice(0, longest - 1) + '…';
  }

  /** A value by a reader of text; a cell with words that the reader cannot use is remembered. */
  read<T>(field: string, reader: (text: string) => T | null, accept: (value: T) => boolean = () => true): T | null {
    const text = textOrNull(this.cellOf(field) as string);
    if (text === null) return null;
    const value = reader(text);
    if (value !== null && accept(value)) return value;
    this.miss(field, text);
    return null;
  }

  count(field: string, most = 100_000_000): number | null {
    return this.read(field, readCount, (value) => value <= most);
  }

  area(field: string): number | null {
    return this.read(
      field,
      (text) => readArea(text, this.titleOf(field)),
      (value) => value < 1e9,
    );
  }

  length(field: string): number | null {
    return this.read(field, readLength, (value) => value > 0 && value <= 200);
  }

  duration(field: string): number | null {
    return this.read(field, readDuration, (value) => value >= 0 && value <= 604_800);
  }

  /** A moment; one that lies ahead is not believed unless `ahead`. */
  instant(field: string, ahead = false): string | null {
    const cell = this.cellOf(field);
    const { timezone, now } = this.options;
    const believable = (at: string): boolean => ahead || Date.parse(at) < now + 86_400_000;
    if (typeof cell === 'number') {
      const at = readInstant(cell, timezone);
      if (at !== null && believable(at)) return at;
      this.miss(field, String(cell));
      return null;
    }
    return this.read(field, (text) => readInstant(text, timezone), believable);
  }

  date(field: string): string | null {
    return this.read(field, readDate, (day) => day >= '1990' && day < '2200');
  }

  /** Title of the column that fills a field. */
  titleOf(field: string): string {
    return this.options.columns[this.options.mapping.get(field)?.column ?? -1] ?? '';
  }

  /** Remember a cell that was left out of the record. */
  miss(field: string, text: string): void {
    const known = this.unreadable.get(field);
    if (known === undefined) this.unreadable.set(field, { rows: [this.row], count: 1, example: text.slice(0, 40) });
    else {
      known.count++;
      if (known.rows.length < 1000) known.rows.push(this.row);
    }
  }

  /** One warning per field with cells that could not be used. */
  warnings(): Warning[] {
    return [...this.unreadable].map(([field, { rows, count, example }]) => ({
      code: 'unreadable_values' as const,
      params: { field, column: this.titleOf(field), count, example },
      rows,
    }));
  }
}
