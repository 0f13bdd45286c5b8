/** How the screen is divided: by the way of working; districts are seen with the map beside them. */
import { may } from '../core/rights/may.ts';
import { usePeople } from './people.ts';
import type { PeopleState } from './people.ts';
import { roleOf } from './role.ts';
import { useSession } from './session.ts';
import type { Mode, SessionState } from './session.ts';

export type Layout = Mode | 'districts';

const layoutOf = (session: SessionState, view: PeopleState['view']): Layout =>
  session.mode === 'people' && view === 'districts' && may(roleOf(session), 'districts')
    ? 'districts'
    : session.mode;

/** As it stands now, for whoever is no component. */
export const layoutNow = (): Layout => layoutOf(useSession.getState(), usePeople.getState().view);

export function useLayout(): Layout {
  const view = usePeople((state) => state.view);
  return useSession((session) => layoutOf(session, view));
}
