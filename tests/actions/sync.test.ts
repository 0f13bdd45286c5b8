import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { PAGE_SIZE } from '../../src/actions/load-records.ts';
import { sessionEnded } from '../../src/actions/session-ended.ts';
import { signIn } from '../../src/actions/sign-in.ts';
import {
  HIDDEN_POLL_MS,
  pauseAfter,
  POLL_MS,
  startSync,
  syncNow,
} from '../../src/actions/start-sync.ts';
import { useRecords } from '../../src/state/records.ts';
import { useSession } from '../../src/state/session.ts';
import type { Opened } from '../backend/open-fake.ts';
import { quietAuthLibrary } from '../backend/quiet.ts';
import { incidentRow, teamRow } from '../backend/sample-rows.ts';
import { FakeTab } from './fake-tab.ts';
import { account, signedIn } from './signed-in.ts';

quietAuthLibrary();

const teams = () => [...useRecords.getState().tables.team.keys()].sort();
const status = () => useRecords.getState().status.tag;

describe('keeping current', () => {
  let opened: Opened;
  let tab: FakeTab;
  let stop: () => void;

  beforeEach(async () => {
    vi.useFakeTimers({ now: Date.parse('2026-11-22T04:00:00Z') });
    tab = new FakeTab();
    opened = await signedIn();
  });
  afterEach(() => {
    stop();
    vi.useRealTimers();
    vi.unstubAllGlobals();
    vi.restoreAllMocks();
  });
  const begin = async () => {
    stop = startSync();
    await vi.waitFor(() => expect(status()).not.toBe('loading'));
    await vi.waitFor(() => expect(status()).not.toBe('idle'));
  };
  const wait = (ms: number) => vi.advanceTimersByTimeAsync(ms);

  it('loads everything, in pages', async () => {
    for (let n = 0; n < PAGE_SIZE + 5; n += 1)
      opened.server.put('team', teamRow(`t${String(n).padStart(5, '0')}`));
    await begin();
    expect(teams()).toHaveLength(PAGE_SIZE + 5);
    expect(opened.server.requests.filter((line) => line.endsWith('records_page'))).toHaveLength(2);
  });

  it('shows within one round what another console saved, and lets archived rows go', async () => {
    opened.server.put('team', teamRow('a'));
    await begin();
    opened.server.put('incident', incidentRow('i1'));
    opened.server.put('team', { ...teamRow('a'), version: 2, archived_at: '2026-11-22T04:00:00Z' });
    await wait(POLL_MS + 100);
    expect([teams(), useRecords.getState().tables.incident.size]).toEqual([[], 1]);
    expect(POLL_MS).toBeLessThan(15_000);
  });

  it('lets a record go that moved to a district not to be seen here, and keeps one that came back', async () => {
    for (const id of ['a', 'b', 'c']) opened.server.put('team', teamRow(id));
    await begin();
    opened.server.gone = { team: ['a', 'b', 'never-seen'] };
    opened.server.put('team', { ...teamRow('b'), version: 3 });
    await wait(POLL_MS + 100);
    expect(teams()).toEqual(['b', 'c']);
  });

  it('asks only for what changed', async () => {
    opened.server.put('team', teamRow('a'));
    await begin();
    opened.server.requests = [];
    await wait(POLL_MS + 100);
    expect(opened.server.requests).toEqual(['POST /rest/v1/rpc/sync_state']);
  });

  it('misses nothing that is saved while the pages come', async () => {
    for (const id of ['b', 'd']) opened.server.put('team', teamRow(id));
    const answer = opened.server.beforeAnswer;
    opened.server.beforeAnswer = (line) => {
      // Behind the pages already read: only the next round can bring it.
      if (line.endsWith('records_page')) {
        opened.server.put('team', teamRow('a'));
        opened.server.beforeAnswer = answer;
        opened.server.hidden.add('a');
      }
    };
    await begin();
    expect(teams()).toEqual(['b', 'd']);
    opened.server.hidden.clear();
    await wait(POLL_MS + 100);
    expect(teams()).toEqual(['a', 'b', 'd']);
  });

  it('loads everything anew when the history of the server is another', async () => {
    opened.server.put('team', teamRow('demo'));
    await begin();
    opened.server.rows.clear();
    opened.server.put('team', teamRow('real'));
    opened.server.xid = 50;
    opened.server.epoch = 'e2';
    await wait(POLL_MS + 100);
    expect(teams()).toEqual(['real']);
  });

  it('says that it is offline, keeps what it has, and comes back by itself', async () => {
    opened.server.put('team', teamRow('a'));
    await begin();
    opened.server.fault = { down: true };
    await wait(POLL_MS + 100);
    expect([status(), teams()]).toEqual(['offline', ['a']]);
    opened.server.put('team', teamRow('b'));
    opened.server.fault = {};
    await wait(60_000);
    expect([status(), teams()]).toEqual(['live', ['a', 'b']]);
  });

  it('starts offline when the first round fails, and loads everything later', async () => {
    opened.server.put('team', teamRow('a'));
    opened.server.fault = { down: true };
    await begin();
    expect(status()).toBe('offline');
    opened.server.fault = {};
    syncNow();
    await vi.waitFor(() => expect(teams()).toEqual(['a']));
  });

  it('asks less often when nobody looks, and at once when somebody does', async () => {
    await begin();
    tab.hide(true);
    await wait(POLL_MS + 100);
    opened.server.requests = [];
    await wait(HIDDEN_POLL_MS - 2 * POLL_MS);
    expect(opened.server.requests).toEqual([]);
    tab.hide(false);
    await wait(50);
    expect(opened.server.requests).toEqual(['POST /rest/v1/rpc/sync_state']);
  });

  it('sees a server again within a quarter of a minute, however long it was away and however dead the line was', async () => {
    // The browser's own timeouts do not run by the clock of this test.
    vi.spyOn(AbortSignal, 'timeout').mockImplementation((ms) => {
      const controller = new AbortController();
      setTimeout(() => controller.abort(new DOMException('too long', 'TimeoutError')), ms);
      return controller.signal;
    });
    opened.server.put('team', teamRow('a'));
    await begin();
    for (const away of [3_000, 20_000, 47_000, 300_000]) {
      opened.server.fault = { silent: true };
      await wait(POLL_MS + 21_000 + away);
      expect(status()).toBe('offline');
      opened.server.fault = {};
      await wait(15_000);
      expect([away, status()]).toEqual([away, 'live']);
    }
  });

  it('lets growing pauses between tries, never longer than half a minute', () => {
    const pauses = [1, 2, 3, 4, 5, 6, 60].map((failures) => pauseAfter(failures, false));
    expect(pauses).toEqual([1000, 2000, 4000, 8000, 8000, 8000, 8000]);
  });

  const endSession = async () => {
    const token = (JSON.parse([...opened.tab.kept.values()][0] ?? '{}') as { access_token: string })
      .access_token;
    opened.server.revoked.add(token);
    opened.server.refreshRefused = true;
    await wait(POLL_MS + 100);
  };

  it('asks to sign in over the screen when the session has ended, and asks the server nothing meanwhile', async () => {
    opened.server.put('team', teamRow('a'));
    await begin();
    await endSession();
    const { auth, ended } = useSession.getState();
    expect([auth, ended, teams()]).toEqual([{ tag: 'signed-in', account }, true, ['a']]);
    opened.server.requests = [];
    await wait(10 * POLL_MS);
    expect(opened.server.requests).toEqual([]);
  });

  it('puts the screen away at once when somebody ended the session: the machine may be lost', async () => {
    opened.server.put('team', teamRow('a'));
    opened.server.withdrawn = true;
    opened.backend.onSessionEnd(sessionEnded);
    await begin();
    await endSession();
    const { auth, ended } = useSession.getState();
    expect([auth, ended]).toEqual([{ tag: 'signed-out', reason: 'expired' }, false]);
  });

  it('goes on at once, with all that is held, when the same person signs in again', async () => {
    opened.server.put('team', teamRow('a'));
    await begin();
    await endSession();
    opened.server.put('team', teamRow('b'));
    opened.server.refreshRefused = false;
    opened.server.revoked.clear();
    expect(await signIn('a@b.cn', 'right', false)).toEqual({ tag: 'done' });
    expect([useSession.getState().ended, teams()]).toEqual([false, ['a']]);
    await wait(100);
    expect(teams()).toEqual(['a', 'b']);
  });

  it('puts the whole page away before another person sees anything of it', async () => {
    tab.jump('#in=somebodys-question');
    await begin();
    useSession.setState({
      auth: { tag: 'signed-in', account: { ...account, userId: 'somebody else' } },
    });
    await endSession();
    opened.server.refreshRefused = false;
    await signIn('a@b.cn', 'right', false);
    expect([tab.loads, tab.steps[tab.at]]).toEqual([1, '/']);
    // Until the page is gone the dialog stands, and the screen behind it is whose it was.
    const { auth, ended } = useSession.getState();
    expect([auth.tag === 'signed-in' && auth.account.userId, ended]).toEqual([
      'somebody else',
      true,
    ]);
  });

  it('notices that the role was taken away', async () => {
    await begin();
    opened.server.profile = { ...opened.server.profile, disabled_at: '2026-11-22T04:00:00Z' };
    await wait(7 * POLL_MS);
    expect(useSession.getState().auth).toEqual({ tag: 'no-role', email: 'a@b.cn', disabled: true });
  });

  it('measures the clock of the server', async () => {
    opened.server.now = '2026-11-22T05:00:00.000Z';
    await begin();
    expect(useRecords.getState().clockOffsetMs).toBeCloseTo(3_600_000, -3);
  });

  it('counts what it cannot read', async () => {
    opened.server.put('team', { ...teamRow('a'), availability: 'maybe' });
    await begin();
    expect([teams(), useRecords.getState().unreadable]).toEqual([[], 1]);
  });
});
