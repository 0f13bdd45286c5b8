import type { Role } from '../../core/model/index.ts';

/** Who may mark, edit and close incidents; the server decides, this only keeps a screen from promising more. */
const CHANGES_INCIDENTS: readonly Role[] = ['admin', 'commander'];

export const mayChangeIncidents = (role: Role): boolean => CHANGES_INCIDENTS.includes(role);
