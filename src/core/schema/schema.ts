import { closure } from './tables/closure.ts';
import { depot } from './tables/depot.ts';
import { district } from './tables/district.ts';
import { evacuation_route } from './tables/evacuation-route.ts';
import { hazard } from './tables/hazard.ts';
import { incident } from './tables/incident.ts';
import { settlement } from './tables/settlement.ts';
import { shelter } from './tables/shelter.ts';
import { stock_lot } from './tables/stock-lot.ts';
import { team } from './tables/team.ts';
import type { ColumnSpec, RegisterKind, TableSpec } from './types.ts';

/** The description of every table people keep by hand. */
export const SCHEMA: { readonly [K in RegisterKind]: TableSpec } = {
  hazard,
  shelter,
  depot,
  stock_lot,
  team,
  evacuation_route,
  settlement,
  closure,
  incident,
  district,
};

const byName = new Map<RegisterKind, ReadonlyMap<string, ColumnSpec>>();

/** The columns of a table by name. */
function columnsOf(kind: RegisterKind): ReadonlyMap<string, ColumnSpec> {
  let columns = byName.get(kind);
  if (columns === undefined) {
    columns = new Map(SCHEMA[kind].columns.map((column) => [column.name, column]));
    byName.set(kind, columns);
  }
  return columns;
}

export const columnOf = (kind: RegisterKind, name: string): ColumnSpec | null =>
  columnsOf(kind).get(name) ?? null;
