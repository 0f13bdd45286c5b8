/** The demo branch of the district tree: an invented province, prefecture and county, and the county's townships. */
import { toMultiPolygon } from './geometry/plane.ts';
import type { Geography } from './geography.ts';
import { ANCESTORS, COUNTY, townships } from './land/places.ts';
import type { DistrictRow } from './rows.ts';

/** Parents before children. */
export function districts({ borders }: Geography): DistrictRow[] {
  return [
    ...ANCESTORS.map(({ code, parent, name, level }) => ({
      code,
      parent_code: parent,
      name,
      level,
      is_demo: true as const,
      geom: null,
    })),
    {
      code: COUNTY.code,
      parent_code: '9901',
      name: COUNTY.name,
      level: 'county',
      is_demo: true,
      geom: toMultiPolygon(borders.county),
    },
    ...townships.map(({ code, name }, t) => ({
      code,
      parent_code: COUNTY.code,
      name,
      level: 'township' as const,
      is_demo: true as const,
      geom: toMultiPolygon(borders.townships[t] ?? []),
    })),
  ];
}
