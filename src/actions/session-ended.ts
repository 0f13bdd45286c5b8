import { useSession } from '../state/session.ts';

/**
 * The server no longer takes the session. Whoever was working keeps the screen and what was typed, and signs in over it;
 * who had no screen yet comes to the sign-in.
 */
export function sessionEnded(): void {
  const { auth, ended } = useSession.getState();
  if (auth.tag === 'signed-in') {
    if (!ended) useSession.setState({ ended: true });
  } else if (auth.tag !== 'signed-out') useSession.setState({ auth: { tag: 'signed-out', reason: 'expired' } });
}
