/** The district tree as the importer needs it. */
import type { Geometry } from 'geojson';
import type { DistrictArea } from '../../../src/core/import/plan/assign-districts.ts';
import type { Fence } from '../../../src/core/import/types.ts';
import type { DistrictLevel } from '../../../src/core/model/index.ts';
import type { Queryable } from '../../local/queryable.ts';
import { Refusal } from '../../local/text.ts';

export interface KnownDistrict extends DistrictArea {
  name: string;
  level: DistrictLevel;
  parentCode: string | null;
  timezone: string;
  source: string | null;
  observedAt: string | null;
  archived: boolean;
}

interface Row {
  code: string;
  parent_code: string | null;
  path: string;
  name: string;
  level: DistrictLevel;
  timezone: string;
  source: string | null;
  observed_at: string | null;
  archived: boolean;
  shape: string | null;
}

/** The district `code` and everything below it, or all districts for null. @throws Refusal when there is none */
export async function readDistricts(db: Queryable, code: string | null): Promise<KnownDistrict[]> {
  const rows = await db.query<Row>(
    `select d.code, d.parent_code, d.path, d.name, d.level, d.timezone, d.source,
       d.observed_at::text as observed_at, d.archived_at is not null as archived,
       extensions.st_asgeojson(d.geom, 15) as shape
     from public.district d
     where $1::text is null
       or d.path like (select replace(h.path, '_', '\\_') from public.district h where h.code = $1) || '%'
     order by d.path`,
    [code],
  );
  if (code !== null && rows.length === 0) throw new Refusal('importer.districtUnknown', { code });
  return rows.map(({ shape, parent_code: parentCode, observed_at: observedAt, ...row }) => ({
    ...row,
    parentCode,
    observedAt,
    geometry: shape === null ? null : (JSON.parse(shape) as Geometry),
  }));
}

/** The boundary of the district stated for a file, when it has one. */
export function fenceOf(districts: readonly KnownDistrict[], code: string): Fence | undefined {
  const geometry = districts.find((district) => district.code === code)?.geometry ?? null;
  return geometry === null ? undefined : { code, geometry };
}
