/** Records for search tests: only what a search reads is given, the rest is filled with "unknown". */
import type { RecordOf, Team } from '../../../src/core/model/index.ts';
import { SEARCHED_KINDS } from '../../../src/core/search/entry.ts';
import type { SearchedKind } from '../../../src/core/search/entry.ts';
import type { SearchTables } from '../../../src/core/search/search-index.ts';

const stored = {
  version: 1,
  createdAt: '2026-01-01T00:00:00Z',
  updatedAt: '2026-01-01T00:00:00Z',
  updatedBy: null,
  archivedAt: null,
};

export function teamNamed(id: string, name: string, given: Partial<Team> = {}): Team {
  return {
    ...stored,
    id,
    name,
    source: 'test',
    observedAt: null,
    verifiedAt: null,
    verifiedBy: null,
    disputedAt: null,
    disputedBy: null,
    disputeReason: null,
    lng: null,
    lat: null,
    geometry: null,
    districtCode: '430611',
    address: null,
    externalId: null,
    note: null,
    kind: 'rescue',
    capabilities: [],
    people: null,
    equipment: [],
    equipmentText: null,
    mobilisationDayS: null,
    mobilisationNightS: null,
    availability: 'unknown',
    availabilityAt: null,
    positionLng: null,
    positionLat: null,
    positionAt: null,
    ...given,
  };
}

export function districtNamed(code: string, name: string): RecordOf['district'] {
  return {
    ...stored,
    id: `district-${code}`,
    code,
    districtCode: code,
    source: null,
    observedAt: null,
    name,
    parentCode: null,
    path: `/${code}/`,
    level: 'county',
    timezone: 'Asia/Shanghai',
    isDemo: false,
    lng: null,
    lat: null,
    geometry: null,
  };
}

export function tablesOf(given: { [K in SearchedKind]?: readonly RecordOf[K][] }): SearchTables {
  const tables = SEARCHED_KINDS.map((kind) => {
    const rows = (given[kind] ?? []) as readonly (RecordOf[SearchedKind] & {
      id?: string;
      code?: string;
    })[];
    return [kind, new Map(rows.map((row) => [row.id ?? row.code ?? '', row]))];
  });
  return Object.fromEntries(tables) as SearchTables;
}
