/** Records that wait for a place. */
import type { District, RecordOf } from '../model/index.ts';
import { compareTexts } from '../text/compare-texts.ts';

/** Kinds that come in without a place and are placed later. A closure or an incident without a place is none. */
export const LOCATED_KINDS = [
  'shelter',
  'depot',
  'team',
  'settlement',
  'hazard',
  'evacuation_route',
] as const;
export type LocatedKind = (typeof LOCATED_KINDS)[number];

export interface Unplaced {
  kind: LocatedKind;
  id: string;
  name: string;
  address: string | null;
  note: string | null;
  districtCode: string;
}

export type LocatedTables = { readonly [K in LocatedKind]: ReadonlyMap<string, RecordOf[K]> } & {
  readonly district: ReadonlyMap<string, District>;
};

interface UnplacedFilter {
  /** This district and everything below it; null = all. */
  districtCode: string | null;
  kind: LocatedKind | null;
}

/**
 * Current records without a place, by district, kind and name, so that neighbours come one after the other; ties break
 * by id. A team's last position is no place of its own: it waits here too.
 */
export function unplacedRecords(tables: LocatedTables, filter: UnplacedFilter): Unplaced[] {
  const pathOf = (code: string): string => tables.district.get(code)?.path ?? `/${code}/`;
  const within = filter.districtCode === null ? '' : pathOf(filter.districtCode);
  const found: Unplaced[] = [];
  for (const kind of LOCATED_KINDS) {
    if (filter.kind !== null && kind !== filter.kind) continue;
    for (const { id, name, address, note, districtCode, lng, archivedAt } of tables[kind].values())
      if (lng === null && archivedAt === null && pathOf(districtCode).startsWith(within))
        found.push({ kind, id, name, address, note, districtCode });
  }
  const order = (one: Unplaced): string =>
    [pathOf(one.districtCode), LOCATED_KINDS.indexOf(one.kind), one.name, one.id].join('\u001f');
  const keyed = found.map((one) => ({ one, key: order(one) }));
  return keyed.sort((a, b) => compareTexts(a.key, b.key)).map(({ one }) => one);
}
