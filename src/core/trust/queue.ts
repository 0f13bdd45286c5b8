/** The queue of facts to look at again: whose, in which district, in the order of trust. */
import { nameOf, VERIFIED_KINDS } from '../model/index.ts';
import type { District, RecordOf, Threshold, VerifiedKind } from '../model/index.ts';
import { thresholdByDistrict } from '../thresholds/index.ts';
import { TRUST_CLASSES, trustOf } from './trust.ts';
import type { Trust, TrustClass } from './trust.ts';
import { compareTexts } from '../text/compare-texts.ts';

export type QueueTables = { readonly [K in VerifiedKind]: ReadonlyMap<string, RecordOf[K]> } & {
  readonly district: ReadonlyMap<string, District>;
  readonly district_setting: ReadonlyMap<string, Threshold>;
};

export interface QueueItem {
  kind: VerifiedKind;
  id: string;
  name: string;
  districtCode: string;
  trust: Trust;
}

export interface QueueFilter {
  /** This district and everything below it; null = all. */
  districtCode: string | null;
  /** Only what this person last verified or changed; null = everybody's. */
  userId: string | null;
  kind: VerifiedKind | null;
  /** Only what is trusted so little for this reason; null or absent = all. The counts stay those of all. */
  trustClass?: TrustClass | null;
}

export interface Queue {
  /** Everything but `current`, in the order of trust. */
  items: QueueItem[];
  counts: Readonly<Record<TrustClass, number>>;
}

const inMs = (at: string | null): number => (at === null ? -Infinity : Date.parse(at));

/** The order documented in trust.ts. */
function compareTrust(a: QueueItem, b: QueueItem): number {
  const rank = TRUST_CLASSES.indexOf(a.trust.class) - TRUST_CLASSES.indexOf(b.trust.class);
  if (rank !== 0) return rank;
  const since = (item: QueueItem): number =>
    inMs(item.trust.class === 'disputed' ? item.trust.disputedAt : item.trust.statedAt);
  const [sinceA, sinceB] = [since(a), since(b)];
  if (sinceA !== sinceB) return sinceA - sinceB;
  return b.trust.unknowns.length - a.trust.unknowns.length || compareTexts(a.id, b.id);
}

/** Codes of a district and everything below it. */
export function subtreeOf(
  districts: ReadonlyMap<string, District>,
  code: string,
): ReadonlySet<string> {
  const path = districts.get(code)?.path;
  const inside = [...districts.values()].filter(
    (one) => path !== undefined && one.path.startsWith(path),
  );
  return new Set([code, ...inside.map((one) => one.code)]);
}

/** What should be looked at again, the least trusted first. `now`: the server's clock in ms. */
export function verificationQueue(tables: QueueTables, filter: QueueFilter, now: number): Queue {
  const within =
    filter.districtCode === null ? null : subtreeOf(tables.district, filter.districtCode);
  const maxAge = thresholdByDistrict(tables, 'fact_max_age');
  const items: QueueItem[] = [];
  const counts = Object.fromEntries(TRUST_CLASSES.map((one) => [one, 0])) as Record<
    TrustClass,
    number
  >;
  const add = <K extends VerifiedKind>(kind: K): void => {
    const table = tables[kind] as ReadonlyMap<string, RecordOf[K]>;
    for (const record of table.values()) {
      const { id, districtCode, verifiedBy, updatedBy } = record;
      if (within !== null && !within.has(districtCode)) continue;
      if (filter.userId !== null && verifiedBy !== filter.userId && updatedBy !== filter.userId)
        continue;
      const trust = trustOf(kind, record, maxAge(districtCode), now);
      counts[trust.class]++;
      const isWanted = filter.trustClass == null || filter.trustClass === trust.class;
      if (trust.class !== 'current' && isWanted)
        items.push({ kind, id, name: nameOf(kind, record), districtCode, trust });
    }
  };
  VERIFIED_KINDS.filter((kind) => filter.kind === null || filter.kind === kind).forEach(add);
  return { items: items.sort(compareTrust), counts };
}
