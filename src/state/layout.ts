/** How the screen is divided: by the way of working; districts are seen with the map beside them. */
import { usePeople } from './people.ts';
import type { PeopleState } from './people.ts';
import { useSession } from './session.ts';
import type { Mode, SessionState } from './session.ts';

export type Layout = Mode | 'districts';

const isAdmin = ({ auth }: SessionState): boolean =>
  auth.tag === 'signed-in' && auth.account.role === 'admin';

const layoutOf = (session: SessionState, view: PeopleState['view']): Layout =>
  session.mode === 'people' && view === 'districts' && isAdmin(session)
    ? 'districts'
    : session.mode;

/** As it stands now, for whoever is no component. */
export const layoutNow = (): Layout => layoutOf(useSession.getState(), usePeople.getState().view);

export function useLayout(): Layout {
  const view = usePeople((state) => state.view);
  return useSession((session) => layoutOf(session, view));
}
