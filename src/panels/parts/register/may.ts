import type { Role } from '../../../core/model/index.ts';
import { useSession } from '../../../state/session.ts';

/** The role of the signed-in person, or null. */
export const useRole = (): Role | null =>
  useSession((state) => (state.auth.tag === 'signed-in' ? state.auth.account.role : null));

/**
 * Everybody but a viewer records movements and says whether a record is still true. The server decides; this only
 * keeps a screen from promising more.
 */
export const mayRecord = (role: Role | null): boolean => role !== null && role !== 'viewer';
