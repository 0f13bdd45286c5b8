/** What the database refused, as the form can show it. */
import { columnOf } from '../schema/index.ts';
import type { RegisterKind } from '../schema/index.ts';

/** Rules about two columns, and those whose name does not hold their column's: the column where it is mended. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  evacuation_route_is_line: 'geom',
  closure_check: 'until_at',
  closure_check1: 'lifted_at',
  hazard_depth_range: 'depth_max_m',
  incident_depth_range: 'depth_max_m',
  hazard_kind_of_class: 'kind',
  incident_kind_of_class: 'kind',
};

/** The column that a refusal is about, from the rule or column that the database named; null = unknown. */
export function refusedColumn(kind: RegisterKind, about: string | null): string | null {
  if (about === null) return null;
  const inName = new RegExp(`^(?:resource|${kind})_(\\w+?)(?:_year)?_check$`).exec(about)?.[1];
  const column = ELSEWHERE[about] ?? inName ?? about;
  return columnOf(kind, column) === null ? null : column;
}
