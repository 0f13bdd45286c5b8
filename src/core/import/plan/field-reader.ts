/** One field of the rows of a file, as values of the right type: where it stands is found out once, not for every row. */
import type { SourceRow } from '../../files/source-row.ts';
import type { Cell } from '../../text/cell.ts';
import { assumedIn, readDate, readInstant } from '../values/dates.ts';
import { readArea, readCount, readDuration, readLength } from '../values/numbers.ts';
import { isDoubtful } from '../values/doubt.ts';
import { saysMore } from '../values/quantity.ts';
import { codeOrNull, lineOrNull, partsOf, textOrNull } from '../../text/clean.ts';

/** The row that all fields of a file speak about, and what they share. */
export interface Turned {
  source: SourceRow | null;
  timezone: string;
  /** Milliseconds; facts observed after it (and a day) are not believed. */
  now: number;
  /** Remember a cell that was left out of the record. */
  miss: (field: string, text: string) => void;
  /** Remember a cell of which a part was left out. */
  leave: (field: string, text: string) => void;
  /** Remember a date of which only a part is stated, with what was read. */
  assume: (field: string, text: string) => void;
  /** Remember a cell that says more than the value that was taken from it. */
  remark: (field: string, title: string | null, text: string) => void;
}

interface FieldPlace {
  name: string;
  /** 0-based; -1 = the file has no column for it. */
  column: number;
  /** Title of the column. */
  title: string;
  /** A value for every row. */
  set: string | undefined;
  /** Whether the column was chosen by a person. */
  byPerson: boolean;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const always = (): boolean => true;

export class FieldReader {
  readonly name: string;
  readonly title: string;
  private readonly column: number;
  private readonly set: string | undefined;
  private readonly byPerson: boolean;

  constructor(
    private readonly turned: Turned,
    { name, title, column, set, byPerson }: FieldPlace,
  ) {
    this.name = name;
    this.title = title;
    this.column = column;
    this.set = set;
    this.byPerson = byPerson;
  }

  /** A set value replaces columns that were found by title; it fills the gaps of a column chosen by a person. */
  cell(): Cell {
    if (this.column < 0) return this.set;
    const cell = this.turned.source?.cells[this.column];
    if (this.set === undefined) return cell;
    return this.byPerson && textOrNull(cell) !== null ? cell : this.set;
  }

  text(longest = 20_000): string | null {
    return this.fits(textOrNull(this.cell()), longest);
  }

  line(longest = 500): string | null {
    return this.fits(lineOrNull(this.cell()), longest);
  }

  code(): string | null {
    return this.fits(codeOrNull(this.cell()), 500);
  }

  /** The id of another record. */
  uuid(): string | null {
    return this.read((text) => (UUID.test(text) ? text.toLowerCase() : null));
  }

  private fits(text: string | null, longest: number): string | null {
    if (text === null || text.length <= longest) return text;
    this.miss(text);
    return text.slice(0, longest - 1) + '…';
  }

  /** A value by a reader of text; a cell with words that the reader cannot use is remembered. */
  read<T>(reader: (text: string) => T | null, accept: (value: T) => boolean = always): T | null {
    const text = textOrNull(this.cell());
    if (text === null) return null;
    const value = reader(text);
    if (value !== null && accept(value)) return value;
    this.miss(text);
    return null;
  }

  /** A value by a reader of numbers; one that is only about right is kept and remembered as such. */
  measure(
    reader: (text: string, title: string) => number | null,
    accept: (value: number) => boolean,
  ): number | null {
    const value = this.read((text) => reader(text, this.title), accept);
    if (value === null) return null;
    const text = textOrNull(this.cell());
    if (text !== null && saysMore(text)) this.remark(text);
    return value;
  }

  count(most = 100_000_000): number | null {
    return this.measure(readCount, (value) => value <= most);
  }

  area(): number | null {
    return this.measure(readArea, (value) => value < 1e9);
  }

  length(most = 200): number | null {
    return this.measure(readLength, (value) => value > 0 && value <= most);
  }

  duration(): number | null {
    return this.measure(readDuration, (value) => value >= 0 && value <= 604_800);
  }

  /**
   * Parts of a list that something has: those that negate, plan or except (无厕所, 拟建, 除…外) are left out and
   * remembered. `whole`: one such part makes the others unsure.
   */
  held(whole = false): string[] {
    const text = this.text();
    if (text === null) return [];
    if (!isDoubtful(text)) return partsOf(text);
    const parts = whole ? [text] : partsOf(text);
    for (const part of parts) if (isDoubtful(part)) this.miss(part);
    return whole ? [] : parts.filter((part) => !isDoubtful(part));
  }

  /** A moment; one that lies ahead (by more than `slack` milliseconds) is not believed unless `ahead`. */
  instant(ahead = false, slack = 86_400_000): string | null {
    const cell = this.cell();
    const { timezone, now } = this.turned;
    const believable = (at: string): boolean => ahead || Date.parse(at) < now + slack;
    if (typeof cell === 'number') {
      const at = readInstant(cell, timezone);
      if (at !== null && believable(at)) return at;
      this.miss(String(cell));
      return null;
    }
    return this.assuming(this.read((text) => readInstant(text, timezone), believable));
  }

  date(): string | null {
    return this.assuming(this.read(readDate, (day) => day >= '1990' && day < '2200'));
  }

  /** Says of a date that was read what it does not state itself. */
  private assuming(read: string | null): string | null {
    const text = read === null ? null : textOrNull(this.cell());
    if (text !== null && assumedIn(text) !== null)
      this.turned.assume(this.name, `${text} = ${read?.slice(0, 10) ?? ''}`);
    return read;
  }

  /** Remember a cell that was left out of the record. */
  miss(text: string): void {
    this.turned.miss(this.name, text);
  }

  /** Remember a cell of which only a part is in the record. */
  leave(text: string): void {
    this.turned.leave(this.name, text);
  }

  /**
   * Remember a cell that says more than the value taken from it (约, 以上, a remark in brackets).
   * @param keep whether the text must go into the record's note, because no field of its own holds it
   */
  remark(text: string, keep = true): void {
    this.turned.remark(this.name, keep ? this.title : null, text);
  }
}
