import type { MergedKind } from '../../../core/model/index.ts';
import { mayChange, mayCreate } from '../../../core/rights/records.ts';
import type { RegisterKind } from '../../../core/schema/index.ts';
import { useRole } from '../../../state/role.ts';

/** Kinds of which two records can become one. */
export const MERGED: readonly MergedKind[] = [
  'settlement',
  'hazard',
  'shelter',
  'depot',
  'team',
  'evacuation_route',
];

interface Rights {
  create: boolean;
  change: 'all' | 'none' | readonly string[];
}

/** What the signed-in person may do with a kind; the server decides, this only keeps a screen from promising more. */
export function useRights(kind: RegisterKind): Rights {
  const role = useRole();
  return { create: mayCreate(role, kind), change: mayChange(role, kind) };
}
