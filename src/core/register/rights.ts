/** Who may do what with a kind, as the database's own policies say; the screen only promises what they will keep. */
import type { Role } from '../model/index.ts';
import { SAID_ONCE } from './fields.ts';
import { SCHEMA } from '../schema/index.ts';
import type { RegisterKind } from '../schema/index.ts';

export const mayCreate = (role: Role, kind: RegisterKind): boolean =>
  SCHEMA[kind].insert.includes(role);

/** Which columns of a kind a role may change. */
export function mayChange(role: Role, kind: RegisterKind): 'all' | 'none' | readonly string[] {
  if (!SCHEMA[kind].update.includes(role)) return 'none';
  return SCHEMA[kind].limits.find(({ roles }) => roles.includes(role))?.columns ?? 'all';
}

/** Whether a role may edit a column of a record that exists. */
export function mayChangeColumn(role: Role, kind: RegisterKind, column: string): boolean {
  if (SAID_ONCE[kind].includes(column)) return false;
  const free = mayChange(role, kind);
  return free === 'all' || (free !== 'none' && free.includes(column));
}
