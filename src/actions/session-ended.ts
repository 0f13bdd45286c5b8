import { useSession } from '../state/session.ts';

/**
 * The server no longer takes the session. Whoever was working keeps the screen and what was typed, and signs in over it;
 * who had no screen yet comes to the sign-in. So does whose session somebody ended: the machine may be lost, and telephone
 * numbers stand on its screen.
 */
export function sessionEnded(wasWithdrawn = false): void {
  const { auth, ended } = useSession.getState();
  if (auth.tag === 'signed-in' && !wasWithdrawn) {
    if (!ended) useSession.setState({ ended: true });
  } else if (auth.tag !== 'signed-out')
    useSession.setState({ auth: { tag: 'signed-out', reason: 'expired' }, ended: false });
}
