/** What a role may write of each kind, as the database's own policies say (`core/schema`). Nobody (`null`) writes. */
import type { Role } from '../model/index.ts';
import { SCHEMA } from '../schema/index.ts';
import type { RegisterKind } from '../schema/index.ts';

/** Said when a record is made; afterwards other acts change it (the steps of a rectification), never an edit. */
export const SAID_ONCE: { readonly [K in RegisterKind]?: readonly string[] } = {
  hazard: ['rectification_state'],
  // What everything in it refers to.
  district: ['code'],
};

/** Whether a role may make records of a kind. */
export const mayCreate = (role: Role | null, kind: RegisterKind): boolean =>
  role !== null && SCHEMA[kind].insert.includes(role);

/** Which columns of a kind a role may change. */
export function mayChange(
  role: Role | null,
  kind: RegisterKind,
): 'all' | 'none' | readonly string[] {
  if (role === null || !SCHEMA[kind].update.includes(role)) return 'none';
  return SCHEMA[kind].limits.find(({ roles }) => roles.includes(role))?.columns ?? 'all';
}

/** Whether a role may edit a column of a record that exists. */
export function mayChangeColumn(role: Role | null, kind: RegisterKind, column: string): boolean {
  if (SAID_ONCE[kind]?.includes(column)) return false;
  const free = mayChange(role, kind);
  return free === 'all' || (free !== 'none' && free.includes(column));
}
