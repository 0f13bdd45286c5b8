/** What people are told they may do is what the database's matrix lets them do. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROLES } from '../../../src/core/model/index.ts';
import { ABILITIES, abilitiesOf, missingOf } from '../../../src/core/rights/abilities.ts';
import { may } from '../../../src/core/rights/may.ts';
import type { Deed } from '../../../src/core/rights/may.ts';

const matrix = readFileSync(
  join(import.meta.dirname, '../../../supabase/tests/001_matrix.sql'),
  'utf8',
);
const header = /table\s+verb((?:\s+\w+)+)\n/.exec(matrix)?.[1]?.trim().split(/\s+/) ?? [];

/** Roles whose cell says "own district and below". */
function rolesOf(table: string, verb: string): string[] {
  const cells = new RegExp(`^\\s+${table}\\s+${verb}((?:\\s+\\S+)+)$`, 'm')
    .exec(matrix)?.[1]
    ?.trim()
    .split(/\s+/);
  if (cells === undefined) throw new Error(`no cells for ${verb} on ${table}`);
  return header.filter(
    (role, i) => cells[i]?.includes('oc') && (ROLES as readonly string[]).includes(role),
  );
}

const CELLS: Readonly<
  Record<Exclude<Deed, 'closeHazard'>, readonly (readonly [table: string, verb: string])[]>
> = {
  read: [
    'hazard',
    'shelter',
    'depot',
    'stock_lot',
    'team',
    'evacuation_route',
    'settlement',
    'incident',
    'closure',
  ].map((table) => [table, 'select'] as const),
  contacts: [['contact', 'select']],
  record: [
    ['stock_movement', 'insert'],
    ['occupancy_movement', 'insert'],
  ],
  incident: [
    ['incident', 'insert'],
    ['incident', 'update'],
  ],
  closure: [['closure', 'insert']],
  team: [['team', 'update']],
  shelterState: [['shelter', 'update']],
  activeArea: [['hazard', 'update']],
  register: [
    'hazard',
    'shelter',
    'depot',
    'stock_lot',
    'team',
    'evacuation_route',
    'settlement',
  ].map((table) => [table, 'insert'] as const),
  import: [['import_batch', 'insert']],
  thresholds: [
    ['district_setting', 'insert'],
    ['district_setting', 'update'],
  ],
  accounts: [
    ['profile', 'insert'],
    ['profile', 'update'],
  ],
  audit: [['audit_event', 'select']],
  writeContacts: [
    ['contact', 'insert'],
    ['contact', 'update'],
  ],
  baseMap: [
    ['base_feature', 'insert'],
    ['base_feature', 'update'],
  ],
  districts: [
    ['district', 'insert'],
    ['district', 'update'],
  ],
  roads: [
    ['road_network', 'insert'],
    ['road_network', 'update'],
  ],
};

describe('abilities', () => {
  it.each(Object.keys(CELLS) as (keyof typeof CELLS)[])('%s: as the matrix has it', (deed) => {
    const roles = ROLES.filter((role) => may(role, deed)).sort();
    for (const [table, verb] of CELLS[deed])
      expect(rolesOf(table, verb).sort(), `${verb} on ${table}`).toEqual(roles);
  });

  it('are told without what goes with them', () => {
    expect(abilitiesOf('admin')).toEqual(ABILITIES);
    expect(missingOf('admin')).toEqual([]);
  });
});
