/** What a role may write of each kind, as the database's own policies say (`core/schema`). Nobody (`null`) writes. */
import type { Role } from '../model/index.ts';
import { SAID_ONCE } from '../register/index.ts';
import { SCHEMA } from '../schema/index.ts';
import type { RegisterKind } from '../schema/index.ts';

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
  if (SAID_ONCE[kind].includes(column)) return false;
  const free = mayChange(role, kind);
  return free === 'all' || (free !== 'none' && free.includes(column));
}
