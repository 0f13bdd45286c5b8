/** Every planned record gets its district; rows without one are rejected. */
import { assignDistricts, districtsByName } from '../plan/assign-districts.ts';
import type { DistrictArea } from '../plan/assign-districts.ts';
import type { Fault, ImportPlan, PlannedRecord } from '../types.ts';

/** Move planned records to the rejected rows. */
export function rejectPlanned(plan: ImportPlan, faults: ReadonlyMap<number, Fault>): void {
  if (faults.size === 0) return;
  for (const [row, { reason, params }] of faults)
    plan.rejected.push({ row, raw: plan.rawOf(row), reason, params });
  plan.rejected.sort((a, b) => a.row - b.row);
  plan.records = plan.records.filter(({ row }) => !faults.has(row));
  plan.repaired = plan.repaired.filter(({ row }) => !faults.has(row));
}

/**
 * The district of every record: the one it states, if that is known; otherwise the smallest one that holds it;
 * otherwise the one stated for the file. Records that have none are moved to the plan's rejected rows.
 */
export function settleDistricts(
  plan: ImportPlan,
  districts: readonly DistrictArea[],
  stated: string | null,
): (record: PlannedRecord) => string {
  const found = assignDistricts(plan.records, districts, stated);
  const districtOf = new Map<number, string>();
  const faults = new Map<number, Fault>();
  plan.records.forEach(({ row }, i) => {
    const code = found[i] ?? null;
    if (code === null) faults.set(row, { reason: 'no_district', params: {} });
    else districtOf.set(row, code);
  });
  rejectPlanned(plan, faults);
  sayUnnamed(plan, districts);
  return ({ row }) => districtOf.get(row) ?? stated ?? '';
}

/** Records without a place whose district, as the file names it, is not registered: they went to the stated one. */
function sayUnnamed(plan: ImportPlan, districts: readonly DistrictArea[]): void {
  const find = districtsByName(districts);
  const lost = plan.records.filter(
    ({ geometry, districtCode, districtName }) =>
      geometry === null &&
      districtCode === null &&
      districtName != null &&
      find(districtName) === undefined,
  );
  plan.warnings = plan.warnings.filter(({ code }) => code !== 'districts_unnamed');
  if (lost.length === 0) return;
  const names = [...new Set(lost.map(({ districtName }) => districtName))].slice(0, 10).join('、');
  plan.warnings.push({
    code: 'districts_unnamed',
    params: { count: lost.length, names },
    rows: lost.slice(0, 1000).map(({ row }) => row),
  });
}
