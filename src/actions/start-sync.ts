/**
 * Keeps the console current. What another console saved shows within 15 s: a round every 10 s while the window is
 * seen, at once when it is looked at again or the line comes back, slower when it is hidden, with growing pauses while
 * the server does not answer.
 */
import type { Failure } from '../backend/index.ts';
import { serverNow } from '../state/clock.ts';
import { useRecords } from '../state/records.ts';
import { useSession } from '../state/session.ts';
import { sessionEnded } from './session-ended.ts';
import { checkAccount } from './sign-in.ts';
import { syncRound } from './sync-round.ts';
import type { SyncPoint } from './sync-round.ts';

export const POLL_MS = 10_000;
export const HIDDEN_POLL_MS = 60_000;
const RETRY_MS = [1_000, 2_000, 4_000, 8_000];
/**
 * Milliseconds after which a try is given up while the server is away: a question sent into a dead line hangs for long, and
 * with the longest pause the server is seen again within a quarter of a minute.
 */
const PATIENCE_WHEN_AWAY = 6_500;
/** Every so many rounds the account itself is checked again, where the register does not tell when its rights change. */
const ACCOUNT_EVERY = 6;

/** How long to wait before the next round, in milliseconds. */
export function pauseAfter(failures: number, hidden: boolean): number {
  if (failures > 0) return RETRY_MS[Math.min(failures, RETRY_MS.length) - 1] ?? POLL_MS;
  return hidden ? HIDDEN_POLL_MS : POLL_MS;
}

function sayOffline(failure: Failure): void {
  const { status } = useRecords.getState();
  const why = failure.tag === 'unreachable' ? failure.why : undefined;
  if (status.tag === 'offline' && status.why === why) return;
  const since = status.tag === 'offline' ? status.since : new Date(serverNow()).toISOString();
  useRecords.setState({ status: { tag: 'offline', since, ...(why === undefined ? {} : { why }) } });
}

let runNow: () => void = () => {};

/** Ask the server at once (the person does not want to wait for the next round). */
export const syncNow = (): void => runNow();

/** Told when a round that began after they asked has ended. */
let waiting: (() => void)[] = [];
/** Nobody waits longer for it than this. */
const SYNCED_WITHIN = 8_000;

/**
 * Ask the server at once and wait for what it says, so that what was just written (here or elsewhere) is known. Without an
 * answer it goes on with what is held.
 */
export const synced = (): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, SYNCED_WITHIN);
    waiting.push(() => {
      clearTimeout(timer);
      resolve();
    });
    runNow();
  });

/** Start keeping current; `onAnswer` hears of every round that the server answered. Returns what stops it. */
export function startSync(onAnswer: () => void = () => {}): () => void {
  let point: SyncPoint = null;
  let failures = 0;
  let rounds = 0;
  let account: string | undefined;
  let stopped = false;
  let running = false;
  let askedMeanwhile = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function round(): Promise<void> {
    const result = await syncRound(point, failures > 0 ? PATIENCE_WHEN_AWAY : null);
    if (stopped) return;
    if (result.tag === 'ok') {
      point = result.point;
      failures = 0;
      onAnswer();
      rounds += 1;
      const changed = rounds > 1 && result.account !== account;
      account = result.account;
      if (changed || (account === undefined && rounds % ACCOUNT_EVERY === 0)) await checkAccount();
    } else if (result.tag === 'session-ended') {
      sessionEnded();
    } else {
      failures += 1;
      sayOffline(result);
      // Refused may mean that the account lost its role since.
      if (result.tag === 'refused') await checkAccount();
    }
  }

  async function run(): Promise<void> {
    // Without a session there is nothing to ask; signing in goes on at once.
    if (stopped || useSession.getState().ended) return;
    if (running) {
      askedMeanwhile = true;
      return;
    }
    running = true;
    askedMeanwhile = false;
    clearTimeout(timer);
    const released = waiting;
    waiting = [];
    await round();
    for (const release of released) release();
    running = false;
    if (stopped) return;
    timer = setTimeout(
      () => void run(),
      askedMeanwhile ? 0 : pauseAfter(failures, document.hidden),
    );
  }

  const now = () => {
    if (!document.hidden) void run();
  };
  window.addEventListener('online', now);
  window.addEventListener('focus', now);
  document.addEventListener('visibilitychange', now);
  const stopWatching = useSession.subscribe((now, before) => {
    if (before.ended && !now.ended) void run();
  });
  runNow = () => void run();
  runNow();

  return () => {
    stopped = true;
    stopWatching();
    runNow = () => {};
    clearTimeout(timer);
    window.removeEventListener('online', now);
    window.removeEventListener('focus', now);
    document.removeEventListener('visibilitychange', now);
  };
}
