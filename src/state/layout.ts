/** How the screen is divided: by the way of working; districts are seen with the map beside them. */
import { usePeople } from './people.ts';
import type { PeopleState } from './people.ts';
import { useSession } from './session.ts';
import type { Mode, SessionState } from './session.ts';

export type Layout = Mode | 'districts';

function layoutOf({ mode, auth }: SessionState, { view }: PeopleState): Layout {
  const isAdmin = auth.tag === 'signed-in' && auth.account.role === 'admin';
  return mode === 'people' && isAdmin && view === 'districts' ? 'districts' : mode;
}

/** As it stands now, for whoever is no component. */
export const layoutNow = (): Layout => layoutOf(useSession.getState(), usePeople.getState());

export function useLayout(): Layout {
  const people = usePeople();
  return useSession((session) => layoutOf(session, people));
}
