/** The accounts, the one that is open, and where it is signed in. */
import { backend } from '../../backend/index.ts';
import { usePeople } from '../../state/people.ts';
import type { PeopleState } from '../../state/people.ts';

/** Read the accounts anew; those on the screen stay meanwhile. */
export async function loadAccounts(): Promise<void> {
  usePeople.setState(({ accounts }) => ({ accounts: { ...accounts, status: 'loading' } }));
  const result = await backend().accounts();
  usePeople.setState(({ accounts }) => ({
    accounts:
      result.tag === 'ok'
        ? { status: 'loaded', value: result.value }
        : { status: 'failed', value: accounts.value },
  }));
}

/** Open an account, or the form for a new one. */
export function openAccount(open: PeopleState['open']): void {
  usePeople.setState({ open });
  if (open.tag === 'account') void loadSessions(open.userId);
}

/** Where an account is signed in now. */
export async function loadSessions(userId: string): Promise<void> {
  usePeople.setState(({ sessions }) => ({
    sessions: {
      userId,
      status: 'loading',
      value: sessions.userId === userId ? sessions.value : null,
    },
  }));
  const result = await backend().accountSessions(userId);
  usePeople.setState(({ sessions }) => {
    if (sessions.userId !== userId) return {};
    return {
      sessions:
        result.tag === 'ok'
          ? { userId, status: 'loaded', value: result.value }
          : { ...sessions, status: 'failed' },
    };
  });
}
