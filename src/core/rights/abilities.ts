/**
 * What a role may do, in the grain in which people are informed: every ability stands for cells of the database's own matrix
 * (supabase/tests/001_matrix.sql), and a test holds the two together. The database decides; this only puts it in words.
 */
import { ROLES } from '../model/index.ts';
import type { Role } from '../model/index.ts';

export const ABILITIES = [
  'read',
  'contacts',
  'record',
  'incident',
  'closure',
  'team',
  'shelterState',
  'activeArea',
  'register',
  'import',
  'thresholds',
  'accounts',
  'audit',
] as const;
export type Ability = (typeof ABILITIES)[number];

/** Which roles have an ability, each in the own district and in all below it. */
export const WHO_MAY: Readonly<Record<Ability, readonly Role[]>> = {
  /** See every record of the register, without telephones. */
  read: ROLES,
  /** See whom to call. */
  contacts: ['admin', 'commander', 'planner', 'field'],
  /** Stock and people in and out; "still true" and "disputed". */
  record: ['admin', 'commander', 'planner', 'field'],
  /** Mark, edit and close incidents. */
  incident: ['admin', 'commander'],
  /** Report that a road is closed. */
  closure: ['admin', 'commander', 'field'],
  /** Say where a team is and whether it can go. */
  team: ['admin', 'commander', 'planner', 'field'],
  /** Open, close and count a shelter. */
  shelterState: ['admin', 'commander', 'planner'],
  /** Say that a hazard has come true, how deep the water is, and that it is over. */
  activeArea: ['admin', 'commander', 'planner'],
  /** Create, edit, archive and merge hazards, shelters, depots, lots, teams, routes, settlements. */
  register: ['admin', 'planner'],
  /** Bring in files, and take an import back. */
  import: ['admin', 'planner'],
  /** Set the thresholds of the district. */
  thresholds: ['admin'],
  /** Make accounts, give roles, disable, end sessions. */
  accounts: ['admin'],
  /** Read who signed in, imported and exported. */
  audit: ['admin'],
};

export const abilitiesOf = (role: Role): readonly Ability[] =>
  ABILITIES.filter((ability) => WHO_MAY[ability].includes(role));

export const missingOf = (role: Role): readonly Ability[] =>
  ABILITIES.filter((ability) => !WHO_MAY[ability].includes(role));
