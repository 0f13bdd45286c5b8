import { afterEach, describe, expect, it, vi } from 'vitest';
import { openFake } from './open-fake.ts';
import { quietAuthLibrary } from './quiet.ts';

quietAuthLibrary();

describe('sign-in', () => {
  it('gives the account with role and district', async () => {
    const { backend } = openFake();
    expect(await backend.signIn('a@b.cn', 'right', false)).toEqual({
      tag: 'ok',
      account: {
        userId: 'u1',
        email: 'a@b.cn',
        displayName: '张三',
        role: 'commander',
        districtCode: '0',
      },
    });
  });

  it('tells a wrong password', async () => {
    const { backend } = openFake();
    expect(await backend.signIn('a@b.cn', 'wrong', false)).toEqual({ tag: 'wrong-password' });
  });

  it('tells how long to wait after too many tries', async () => {
    const { backend, server } = openFake();
    server.throttledFor = 37;
    expect(await backend.signIn('a@b.cn', 'right', false)).toEqual({
      tag: 'throttled',
      retryAfter: 37,
    });
  });

  it('tells an account without a role from a disabled one', async () => {
    const { backend, server } = openFake();
    server.profile = null;
    expect(await backend.signIn('a@b.cn', 'right', false)).toEqual({
      tag: 'no-role',
      email: 'a@b.cn',
    });
    server.profile = {
      district_code: '0',
      role: 'viewer',
      display_name: 'x',
      disabled_at: '2026-01-01T00:00:00Z',
    };
    expect(await backend.currentAccount()).toEqual({ tag: 'disabled', email: 'a@b.cn' });
  });

  it('treats a role it does not know as none', async () => {
    const { backend, server } = openFake();
    server.profile = { district_code: '0', role: 'emperor', display_name: 'x', disabled_at: null };
    expect(await backend.signIn('a@b.cn', 'right', false)).toEqual({
      tag: 'no-role',
      email: 'a@b.cn',
    });
  });

  it('tells a server that does not answer', async () => {
    const { backend, server } = openFake();
    server.fault = { down: true };
    expect(await backend.signIn('a@b.cn', 'right', false)).toEqual({ tag: 'unreachable' });
  });
});

describe('the session', () => {
  it('belongs to the tab unless the person asks to stay signed in', async () => {
    const { backend, tab, computer } = openFake();
    await backend.signIn('a@b.cn', 'right', false);
    expect([tab.kept.size, computer.kept.size]).toEqual([1, 0]);
    await backend.signIn('a@b.cn', 'right', true);
    expect([tab.kept.size, computer.kept.size]).toEqual([0, 1]);
  });

  it('is nobody before sign-in and after sign-out, also when the server is away', async () => {
    const { backend, server, tab } = openFake();
    expect(await backend.currentAccount()).toEqual({ tag: 'nobody' });
    await backend.signIn('a@b.cn', 'right', false);
    server.fault = { down: true };
    await backend.signOut();
    expect(tab.kept.size).toBe(0);
    server.fault = {};
    expect(await backend.currentAccount()).toEqual({ tag: 'nobody' });
  });

  it('renews a token the server no longer takes, without telling anyone', async () => {
    const { backend, server, tab } = openFake();
    await backend.signIn('a@b.cn', 'right', false);
    server.revoked.add(
      (JSON.parse([...tab.kept.values()][0] ?? '{}') as { access_token: string }).access_token,
    );
    expect((await backend.syncState(null)).tag).toBe('ok');
  });

  it.each([false, true])(
    'has ended when the refresh is refused; somebody ended it: %s',
    async (withdrawn) => {
      const { backend, server, tab } = openFake();
      const ended: boolean[] = [];
      backend.onSessionEnd((wasWithdrawn) => ended.push(wasWithdrawn));
      server.withdrawn = withdrawn;
      await backend.signIn('a@b.cn', 'right', false);
      server.revoked.add(
        (JSON.parse([...tab.kept.values()][0] ?? '{}') as { access_token: string }).access_token,
      );
      server.refreshRefused = true;
      expect(await backend.syncState(null)).toEqual({ tag: 'session-ended' });
      expect(ended).toEqual([withdrawn]);
    },
  );

  it('does not go on as a stranger when an expired token cannot be renewed for want of a line', async () => {
    const { backend, server } = openFake();
    server.tokenLife = -10;
    await backend.signIn('a@b.cn', 'right', false);
    server.fault = { down: true };
    server.requests = [];
    expect(await backend.syncState(null)).toEqual({ tag: 'unreachable' });
    expect(server.requests).not.toContain('POST /rest/v1/rpc/sync_state');
  });

  it('is not reported as ended when the person signs out', async () => {
    const { backend } = openFake();
    let ended = 0;
    backend.onSessionEnd(() => (ended += 1));
    await backend.signIn('a@b.cn', 'right', false);
    await backend.signOut();
    expect(ended).toBe(0);
  });
});

describe('after a reload', () => {
  const endOnServer = ({ server, tab }: ReturnType<typeof openFake>): void => {
    server.revoked.add(
      (JSON.parse([...tab.kept.values()][0] ?? '{}') as { access_token: string }).access_token,
    );
    server.refreshRefused = true;
  };

  it('a session that ended meanwhile has ended: that is not the same as nobody', async () => {
    const before = openFake();
    before.server.tokenLife = -10;
    await before.backend.signIn('a@b.cn', 'right', false);
    before.server.refreshRefused = true;
    expect(await openFake(before).backend.currentAccount()).toEqual({ tag: 'session-ended' });
  });

  it('it still says so, until somebody signs in or leaves', async () => {
    const first = openFake();
    await first.backend.signIn('a@b.cn', 'right', false);
    endOnServer(first);
    expect(await first.backend.syncState(null)).toEqual({ tag: 'session-ended' });
    const second = openFake(first);
    expect(await second.backend.currentAccount()).toEqual({ tag: 'session-ended' });
    const third = openFake(first);
    expect(await third.backend.currentAccount()).toEqual({ tag: 'session-ended' });
    await third.backend.signIn('a@b.cn', 'right', false);
    await third.backend.signOut();
    expect(await openFake(first).backend.currentAccount()).toEqual({ tag: 'nobody' });
  });

  it('a session that was kept on the computer is told to have ended too', async () => {
    const before = openFake();
    await before.backend.signIn('a@b.cn', 'right', true);
    before.server.revoked.add(
      (JSON.parse([...before.computer.kept.values()][0] ?? '{}') as { access_token: string })
        .access_token,
    );
    before.server.refreshRefused = true;
    before.tab.kept.clear();
    expect(await openFake(before).backend.currentAccount()).toEqual({ tag: 'session-ended' });
  });
});

describe('a clock that is wrong', () => {
  afterEach(() => vi.useRealTimers());

  /** Two minutes at the desk: a question every five seconds, with the desk's clock so many hours off the server's. */
  async function atDesk(hoursOff: number): Promise<string[]> {
    const opened = openFake();
    const { backend, server } = opened;
    // The server dates its tokens by its own clock.
    server.clock = () => Date.now() - hoursOff * 3_600_000;
    vi.useFakeTimers({
      now: Date.parse('2026-11-29T12:00:00Z'),
      toFake: ['Date', 'setInterval', 'setTimeout'],
    });
    const signedIn = backend.signIn('a@b.cn', 'right', false);
    await vi.advanceTimersByTimeAsync(1000);
    expect((await signedIn).tag).toBe('ok');
    for (let round = 0; round < 24; round++) {
      const asked = backend.syncState(null);
      await vi.advanceTimersByTimeAsync(5000);
      expect((await asked).tag).toBe('ok');
    }
    return server.requests.filter((line) => line.endsWith('/auth/v1/token'));
  }

  it.each([2, -2, 0, 26, -26])('by %i hours renews nothing that is still good', async (hours) => {
    expect(await atDesk(hours)).toHaveLength(1);
  });

  it('still renews what is about to end', async () => {
    const { backend, server } = openFake();
    server.tokenLife = 900;
    server.clock = () => Date.now() + 7_200_000;
    vi.useFakeTimers({
      now: Date.parse('2026-11-29T12:00:00Z'),
      toFake: ['Date', 'setInterval', 'setTimeout'],
    });
    const signedIn = backend.signIn('a@b.cn', 'right', false);
    await vi.advanceTimersByTimeAsync(1000);
    await signedIn;
    await vi.advanceTimersByTimeAsync(850_000);
    const asked = backend.syncState(null);
    await vi.advanceTimersByTimeAsync(1000);
    await asked;
    expect(server.requests.filter((line) => line.endsWith('/auth/v1/token'))).toHaveLength(2);
  });
});
