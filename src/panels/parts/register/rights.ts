import type { MergedKind } from '../../../core/model/index.ts';
import { mayChange, mayCreate } from '../../../core/register/index.ts';
import type { RegisterKind } from '../../../core/schema/index.ts';
import { useSession } from '../../../state/session.ts';

/** Kinds of which two records can become one. */
export const MERGED: readonly MergedKind[] = [
  'settlement',
  'hazard',
  'shelter',
  'depot',
  'team',
  'evacuation_route',
];

export interface Rights {
  create: boolean;
  change: 'all' | 'none' | readonly string[];
}

/** What the signed-in person may do with a kind; the server decides, this only keeps a screen from promising more. */
export function useRights(kind: RegisterKind): Rights {
  const role = useSession((state) =>
    state.auth.tag === 'signed-in' ? state.auth.account.role : null,
  );
  if (role === null) return { create: false, change: 'none' };
  return { create: mayCreate(role, kind), change: mayChange(role, kind) };
}
