import { usePeople } from '../../state/people.ts';
import { useSession } from '../../state/session.ts';
import type { Mode } from '../../state/session.ts';

/** How the screen is divided: by the way of working; districts are seen with the map beside them. */
export function useLayout(): Mode | 'districts' {
  const mode = useSession((state) => state.mode);
  const admin = useSession(
    (state) => state.auth.tag === 'signed-in' && state.auth.account.role === 'admin',
  );
  const view = usePeople((state) => state.view);
  return mode === 'people' && admin && view === 'districts' ? 'districts' : mode;
}
