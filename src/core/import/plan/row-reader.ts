/** The fields that a file speaks about, for one row after the other; cells that could not be read are remembered. */
import type { WarningCode } from '../codes.ts';
import type { Mapping } from '../columns/map-columns.ts';
import type { Warning } from '../types.ts';
import type { SourceRow } from '../../files/source-row.ts';
import { FieldReader } from './field-reader.ts';
import type { Turned } from './field-reader.ts';

const MOST_EXAMPLES = 5;

interface Remembered {
  rows: number[];
  count: number;
  /** Different texts, the first few. */
  examples: string[];
}

interface ReaderOptions {
  mapping: Mapping;
  columns: readonly string[];
  set: Readonly<Record<string, string>>;
  timezone: string;
  /** Milliseconds; facts observed after it (and a day) are not believed. */
  now: number;
}

export class RowReader {
  private readonly unreadable = new Map<string, Remembered>();
  private readonly keptInPart = new Map<string, Remembered>();
  private readonly assumed = new Map<string, Remembered>();
  private readonly inexact = new Map<string, Remembered>();
  /** What the cells of the present row say beyond the values taken from them. */
  private remarks: string[] = [];
  private readonly fields = new Map<string, FieldReader>();
  private readonly turned: Turned;

  constructor({ mapping, columns, set, timezone, now }: ReaderOptions) {
    this.turned = {
      source: null,
      timezone,
      now,
      miss: (field, text) => this.remember(this.unreadable, field, text),
      leave: (field, text) => this.remember(this.keptInPart, field, text),
      assume: (field, text) => this.remember(this.assumed, field, text),
      remark: (field, title, text) => {
        this.remember(this.inexact, field, text);
        if (title !== null) this.remarks.push(`${title || field}：${text}`);
      },
    };
    for (const name of new Set([...mapping.keys(), ...Object.keys(set)])) {
      const mapped = mapping.get(name);
      const column = mapped?.column ?? -1;
      const place = {
        name,
        column,
        title: columns[column] ?? '',
        set: set[name],
        byPerson: mapped?.by === 'person',
      };
      this.fields.set(name, new FieldReader(this.turned, place));
    }
  }

  /** The row that the fields speak about. */
  turnTo(source: SourceRow): void {
    this.turned.source = source;
    if (this.remarks.length > 0) this.remarks = [];
  }

  /** A field that the file (or a set value) speaks about, or null. */
  field(name: string): FieldReader | null {
    return this.fields.get(name) ?? null;
  }

  /** What stands in a cell, for messages. */
  raw(name: string): string {
    const cell = this.field(name)?.cell();
    if (cell === undefined || cell === null) return '';
    return typeof cell === 'string' ? cell : JSON.stringify(cell);
  }

  /** What the cells of the present row say beyond the values taken from them, as words for its note. */
  remarksOfRow(): readonly string[] {
    return this.remarks;
  }

  private remember(cells: Map<string, Remembered>, field: string, text: string): void {
    const row = this.turned.source?.row ?? 0;
    const known = cells.get(field);
    if (known === undefined)
      cells.set(field, { rows: [row], count: 1, examples: [text.slice(0, 40)] });
    else if (known.rows.at(-1) !== row || cells === this.unreadable) {
      known.count++;
      const short = text.slice(0, 40);
      if (known.examples.length < MOST_EXAMPLES && !known.examples.includes(short))
        known.examples.push(short);
      if (known.rows.length < 1000) known.rows.push(row);
    }
  }

  /** One warning per field with cells that could not be used, were left out in part, or say more than was taken. */
  warnings(): Warning[] {
    const warningsOf = (code: WarningCode, cells: ReadonlyMap<string, Remembered>): Warning[] =>
      [...cells].map(([field, { rows, count, examples }]) => ({
        code,
        params: {
          field,
          column: this.field(field)?.title ?? '',
          count,
          example: examples.join(' · '),
        },
        rows,
      }));
    return [
      ...warningsOf('unreadable_values', this.unreadable),
      ...warningsOf('kept_in_part', this.keptInPart),
      ...warningsOf('inexact_values', this.inexact),
      ...warningsOf('dates_assumed', this.assumed),
    ];
  }
}
