/** Rows repeated whole: found by a short hash of their content, and then compared. */
import type { SourceRow } from '../../files/source-row.ts';
import { slotOf } from './hash-counts.ts';

const PRIME = 0x01000193;

/** Parts of a geometry that go into the hash; equality looks at all of them. */
const HASHED_PARTS = 64;

const REPLACEMENT = 0xfffd;

function mix(hash: number, value: unknown): number {
  if (typeof value === 'string') {
    let mixed = hash;
    for (let i = 0; i < value.length; i++) mixed = Math.imul(mixed ^ value.charCodeAt(i), PRIME);
    return Math.imul(mixed ^ 0x1f, PRIME);
  }
  if (typeof value === 'number') {
    const whole = Math.trunc(value);
    return Math.imul(
      Math.imul(hash ^ (whole | 0), PRIME) ^ (((value - whole) * 0x7fffffff) | 0),
      PRIME,
    );
  }
  if (typeof value === 'boolean') return Math.imul(hash ^ (value ? 3 : 5), PRIME);
  if (value === null || value === undefined) return Math.imul(hash ^ 7, PRIME);
  let mixed = hash;
  if (Array.isArray(value))
    for (let i = 0; i < value.length && i < HASHED_PARTS; i++) mixed = mix(mixed, value[i]);
  else if (typeof value === 'object')
    for (const name in value) mixed = mix(mixed, (value as Part)[name]);
  return Math.imul(mixed ^ 11, PRIME);
}

type Part = Readonly<Record<string, unknown>>;

function same(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a))
    return Array.isArray(b) && a.length === b.length && a.every((part, i) => same(part, b[i]));
  if (Array.isArray(b)) return false;
  const [left, right] = [Object.entries(a), b as Record<string, unknown>];
  return (
    left.length === Object.keys(right).length &&
    left.every(([key, part]) => key in right && same(part, right[key]))
  );
}

/** Remembers rows by their content. One walk over the characters of a row finds its hash and what may have been lost. */
export class SeenRows {
  private readonly rows: SourceRow[] = [];
  private readonly hashes: Int32Array;
  /** Number of a row in `rows`, plus one; 0 = free. */
  private readonly slots: Int32Array;
  private hash = 0;

  /**
   * @param width columns of the file itself; joined ones behind them are not its content.
   * @param most rows that may come
   */
  constructor(
    private readonly width: number,
    most: number,
  ) {
    this.hashes = new Int32Array(most);
    this.slots = new Int32Array(2 ** Math.ceil(Math.log2(Math.max(8, most * 2))));
  }

  /** Walk over a row: whether one of its texts holds U+FFFD, or may (objects are not looked into). */
  look(row: SourceRow): boolean {
    const { cells } = row;
    const width = this.widthOf(row);
    let hash = mix(0x811c9dc5, row.geometry);
    let suspicious = false;
    for (let column = 0; column < cells.length; column++) {
      const cell = cells[column];
      if (typeof cell === 'string') {
        let mixed = hash;
        for (let i = 0; i < cell.length; i++) {
          const code = cell.charCodeAt(i);
          if (code === REPLACEMENT) suspicious = true;
          mixed = Math.imul(mixed ^ code, PRIME);
        }
        if (column < width) hash = Math.imul(mixed ^ 0x1f, PRIME);
      } else {
        if (typeof cell === 'object' && cell !== null) suspicious = true;
        if (column < width) hash = mix(hash, cell);
      }
    }
    this.hash = hash;
    return suspicious;
  }

  /** The earlier row with the content of the one just looked at, or null; then this row is remembered. */
  earlier(row: SourceRow): SourceRow | null {
    const { rows, slots, hashes, hash } = this;
    const mask = slots.length - 1;
    let at = slotOf(hash) & mask;
    for (let found = slots[at] ?? 0; found !== 0; found = slots[at] ?? 0) {
      const one = rows[found - 1];
      if (hashes[found - 1] === hash && one !== undefined && this.isSame(one, row)) return one;
      at = (at + 1) & mask;
    }
    hashes[rows.length] = hash;
    slots[at] = rows.push(row);
    return null;
  }

  private widthOf({ cells, raw }: SourceRow): number {
    // A line of a table may be longer than its header; what was joined to it is not its own.
    return Array.isArray(raw)
      ? Math.min(cells.length, raw.length)
      : Math.min(cells.length, this.width);
  }

  private isSame(a: SourceRow, b: SourceRow): boolean {
    const width = this.widthOf(a);
    if (width !== this.widthOf(b)) return false;
    for (let i = 0; i < width; i++) if (!same(a.cells[i], b.cells[i])) return false;
    return same(a.geometry, b.geometry);
  }
}
