/** Rows repeated whole: found by a short hash of their content, and then compared. */
import type { SourceRow } from '../types.ts';

const PRIME = 0x01000193;

/** Parts of a geometry that go into the hash; equality looks at all of them. */
const HASHED_PARTS = 64;

function mix(hash: number, value: unknown): number {
  if (typeof value === 'string') {
    let mixed = hash;
    for (let i = 0; i < value.length; i++) mixed = Math.imul(mixed ^ value.charCodeAt(i), PRIME);
    return Math.imul(mixed ^ 0x1f, PRIME);
  }
  if (typeof value === 'number') {
    const whole = Math.trunc(value);
    return Math.imul(Math.imul(hash ^ (whole | 0), PRIME) ^ (((value - whole) * 0x7fffffff) | 0), PRIME);
  }
  if (typeof value === 'boolean') return Math.imul(hash ^ (value ? 3 : 5), PRIME);
  if (value === null || value === undefined) return Math.imul(hash ^ 7, PRIME);
  let mixed = hash;
  if (Array.isArray(value)) for (let i = 0; i < value.length && i < HASHED_PARTS; i++) mixed = mix(mixed, value[i]);
  else if (typeof value === 'object') for (const part of Object.values(value)) mixed = mix(mixed, part);
  return Math.imul(mixed ^ 11, PRIME);
}

function same(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a)) return Array.isArray(b) && a.length === b.length && a.every((part, i) => same(part, b[i]));
  if (Array.isArray(b)) return false;
  const [left, right] = [Object.entries(a), b as Record<string, unknown>];
  return (
    left.length === Object.keys(right).length && left.every(([key, part]) => key in right && same(part, right[key]))
  );
}

/** Remembers rows by their content. */
export class SeenRows {
  private readonly byHash = new Map<number, SourceRow | SourceRow[]>();

  /** @param width columns of the file itself; joined ones behind them are not its content. */
  constructor(private readonly width: number) {}

  /** The earlier row with the same content, or null; then this row is remembered. */
  earlier(row: SourceRow): SourceRow | null {
    let hash = mix(0x811c9dc5, row.geometry);
    const width = this.widthOf(row);
    for (let i = 0; i < width; i++) hash = mix(hash, row.cells[i]);
    const known = this.byHash.get(hash);
    if (known === undefined) {
      this.byHash.set(hash, row);
      return null;
    }
    const list = Array.isArray(known) ? known : [known];
    const found = list.find((one) => this.isSame(one, row));
    if (found === undefined) this.byHash.set(hash, [...list, row]);
    return found ?? null;
  }

  private widthOf({ cells, raw }: SourceRow): number {
    // A line of a table may be longer than its header; what was joined to it is not its own.
    return Array.isArray(raw) ? Math.min(cells.length, raw.length) : Math.min(cells.length, this.width);
  }

  private isSame(a: SourceRow, b: SourceRow): boolean {
    const width = this.widthOf(a);
    if (width !== this.widthOf(b)) return false;
    for (let i = 0; i < width; i++) if (!same(a.cells[i], b.cells[i])) return false;
    return same(a.geometry, b.geometry);
  }
}
