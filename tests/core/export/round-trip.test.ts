/** What comes out goes in again as exactly the same: every kind, format, language and coordinate system. */
import { occupancyWrites } from '../../../src/core/import/difference/occupancy.ts';
import { changesOf } from '../../../src/core/import/plan/compare.ts';
import type { PlannedRecord } from '../../../src/core/import/types.ts';
import type { Geometry } from 'geojson';
import { describe, expect, it } from 'vitest';
import { placeOf } from '../../../src/core/export/geometry.ts';
import { EXPORT_CRS, EXPORT_FORMATS } from '../../../src/core/export/types.ts';
import type { RecordOf } from '../../../src/core/model/index.ts';
import { REGISTER } from './register.ts';
import { importBytes, exportToBytes } from './there-and-back.ts';

const KINDS = Object.keys(REGISTER) as (keyof typeof REGISTER)[];

/** What the importer rightly says about such a file; anything else would mean that something was not understood. */
const SAID: ReadonlySet<string> = new Set([
  'possible_duplicates',
  'name_missing',
  'references_unresolved',
  'crs_from_header',
  'formula_cells',
  'sheet_chosen',
  'layers_joined',
]);

/** A district is known by its code. */
const keyOf = (record: object): string =>
  'code' in record ? String(record.code) : String((record as { id: string }).id);
const nameOf = (record: object): string | null => {
  const { name, title, reason } = record as {
    name?: string | null;
    title?: string;
    reason?: string;
  };
  return name ?? title ?? reason ?? null;
};

/** What the database is asked afterwards: names of a route's ends are resolved by the tool. */
function settled(planned: PlannedRecord): PlannedRecord {
  const fields = { ...planned.fields };
  for (const name of ['settlementName', 'shelterName', 'parentName']) delete fields[name];
  const madeUp = planned.kind === 'base_feature' ? [...planned.madeUp, 'source'] : planned.madeUp;
  return { ...planned, fields, madeUp };
}

describe.each(KINDS)('%s', (kind) => {
  const records = REGISTER[kind] as readonly RecordOf[keyof typeof REGISTER][];
  const stored = new Map(
    records.map((record) => [
      keyOf(record),
      {
        name: nameOf(record),
        geometry: placeOf(record, 'wgs84'),
        fields: { ...record } as Record<string, unknown>,
      },
    ]),
  );

  it.each(
    EXPORT_FORMATS.flatMap((format) =>
      EXPORT_CRS.flatMap((crs) =>
        (['zh-CN', 'en'] as const).map((language) => [format, crs, language] as const),
      ),
    ),
  )('%s %s %s comes back unchanged', async (format, crs, language) => {
    const taken = await exportToBytes(kind, format, records, { crs, language });
    const plan = await importBytes(kind, taken);
    expect(plan.rejected.map(({ row, reason, params }) => [row, reason, params])).toEqual([]);
    expect(plan.duplicates).toEqual([]);
    expect(plan.blockers).toEqual([]);
    expect(plan.repaired).toEqual([]);
    expect(plan.warnings.map(({ code }) => code).filter((code) => !SAID.has(code))).toEqual([]);
    expect(plan.records).toHaveLength(taken.file.rows);
    expect(taken.file.rows + taken.file.leftOut).toBe(records.length);
    for (const planned of plan.records) {
      const key = kind === 'district' ? planned.externalId : planned.recordId;
      const there = stored.get(key ?? '');
      expect(there, `row ${planned.row}`).toBeDefined();
      if (there === undefined) continue;
      const known = there.fields as { occupancy?: number | null; occupancyAt?: string | null };
      const people = { people: known.occupancy ?? null, at: known.occupancyAt ?? null };
      expect(planned.occupancy?.people ?? null).toBe(people.people);
      const placed = {
        record: planned,
        district: '',
        id: key ?? '',
        stored: { ...there, id: '', key: '', districtCode: '', archived: false },
        changes: null,
        moved: false,
      };
      expect(occupancyWrites([placed], () => people).counts).toEqual([]);
      const own = settled(planned);
      expect(
        changesOf({ ...own, geometry: asStored(own.geometry, there.geometry) }, there),
        `${key}`,
      ).toBeNull();
      // A place that is there came back; one that is not was not made up.
      expect(own.geometry === null).toBe(there.geometry === null);
    }
  });
});

/** Districts are stored as areas of many parts. */
const asStored = (geometry: Geometry | null, there: Geometry | null): Geometry | null =>
  geometry?.type === 'Polygon' && there?.type === 'MultiPolygon'
    ? { type: 'MultiPolygon', coordinates: [geometry.coordinates] }
    : geometry;
