/** Pairs of records that may be one thing recorded twice: nearly the same name at nearly the same place. */
import { greatCircle } from '../geo/distance.ts';
import type { LngLat, Meters } from '../model/index.ts';
import { likeness, nameKey } from './likeness.ts';
import type { NameKey } from './likeness.ts';

export interface Comparable {
  id: string;
  name: string;
  /** WGS-84; null = no place known. */
  place: LngLat | null;
}

/** The thresholds of a record's district. */
interface DuplicateLimits {
  within: Meters;
  /** Least share of a name's characters in common, 0 to 1. */
  alike: number;
}

export interface DuplicatePair {
  a: string;
  b: string;
  likeness: number;
  /** null: one of the two has no place. */
  distance: Meters | null;
}

const METRES_PER_DEGREE = 111_195;

/** Which records lie near a place, found by squares as wide as the largest distance asked for. */
class Squares {
  private readonly held = new Map<string, Comparable[]>();
  private readonly degrees: number;

  constructor(widest: Meters) {
    this.degrees = Math.max(widest, 1) / METRES_PER_DEGREE;
  }

  private row(lat: number): number {
    return Math.floor(lat / this.degrees);
  }

  /** Squares narrow towards the poles; every row has its own width. */
  private column(lng: number, row: number): number {
    const nearPole = Math.min(89.9, Math.max(Math.abs(row), Math.abs(row + 1)) * this.degrees);
    return Math.floor((lng * Math.cos((nearPole * Math.PI) / 180)) / this.degrees);
  }

  add(record: Comparable, [lng, lat]: LngLat): void {
    const row = this.row(lat);
    const key = `${row} ${this.column(lng, row)}`;
    const held = this.held.get(key);
    if (held === undefined) this.held.set(key, [record]);
    else held.push(record);
  }

  *near([lng, lat]: LngLat): Generator<Comparable> {
    const middle = this.row(lat);
    for (let row = middle - 1; row <= middle + 1; row++) {
      const column = this.column(lng, row);
      for (let at = column - 2; at <= column + 2; at++) yield* this.held.get(`${row} ${at}`) ?? [];
    }
  }
}

/**
 * Every pair once, the most alike first, then the nearest. Records without a place are compared by name alone, and
 * then only the very same name counts. `limitsOf` answers with the thresholds of a record's district; null = none set.
 */
export function findDuplicates(
  records: readonly Comparable[],
  limitsOf: (record: Comparable) => DuplicateLimits | null,
): DuplicatePair[] {
  const limits = new Map(records.map((record) => [record.id, limitsOf(record)]));
  const widest = Math.max(0, ...new Set([...limits.values()].map((limit) => limit?.within ?? 0)));
  const squares = new Squares(widest);
  const keys = new Map<string, NameKey>(records.map((record) => [record.id, nameKey(record.name)]));
  const seen = new Map<string, Comparable[]>();
  const pairs: DuplicatePair[] = [];
  for (const record of records) {
    const key = keys.get(record.id);
    const limit = limits.get(record.id);
    if (key === undefined || limit === null || limit === undefined || key.text === '') continue;
    if (record.place !== null) {
      for (const other of squares.near(record.place)) {
        const distance = greatCircle(record.place, other.place ?? record.place);
        const shared = keys.get(other.id);
        const share = distance > limit.within || shared === undefined ? 0 : likeness(key, shared);
        if (share >= limit.alike)
          pairs.push({ a: other.id, b: record.id, likeness: share, distance });
      }
      squares.add(record, record.place);
    }
    const namesakes = seen.get(key.text);
    if (namesakes === undefined) {
      seen.set(key.text, [record]);
      continue;
    }
    for (const other of namesakes)
      if (record.place === null || other.place === null)
        pairs.push({ a: other.id, b: record.id, likeness: 1, distance: null });
    namesakes.push(record);
  }
  const far = (pair: DuplicatePair): number => pair.distance ?? Infinity;
  return pairs.sort(
    (a, b) => b.likeness - a.likeness || far(a) - far(b) || (a.a + a.b < b.a + b.b ? -1 : 1),
  );
}
