/** The signed-in person's role, and what it may do. */
import type { Role } from '../core/model/index.ts';
import { may } from '../core/rights/may.ts';
import type { Deed } from '../core/rights/may.ts';
import { useSession } from './session.ts';
import type { SessionState } from './session.ts';

/** null = nobody is signed in, or the account has no role. */
export const roleOf = ({ auth }: Pick<SessionState, 'auth'>): Role | null =>
  auth.tag === 'signed-in' ? auth.account.role : null;

/** As it stands now, for whoever is no component. */
export const roleNow = (): Role | null => roleOf(useSession.getState());

export const useRole = (): Role | null => useSession(roleOf);

/** Whether the signed-in person may do something. */
export const useMay = (deed: Deed): boolean => useSession((session) => may(roleOf(session), deed));
