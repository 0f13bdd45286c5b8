/** Which part of the people's screen is open, and what it needs to show. */
import { backend } from '../../backend/index.ts';
import type { AuditAction, ThresholdKey } from '../../core/model/index.ts';
import { usePeople } from '../../state/people.ts';
import type { PeopleState, PeopleView } from '../../state/people.ts';
import { setMode } from '../console/set-mode.ts';

const PAGE = 100;

export const showPeople = (view: PeopleView): void => usePeople.setState({ view });

/** Thresholds of which district to show (null = one's own). */
export const lookAtRules = (districtCode: string | null): void =>
  usePeople.setState(({ rules }) => ({ rules: { ...rules, districtCode } }));

/** Open one threshold, or close it. */
export const openRule = (key: ThresholdKey | null): void =>
  usePeople.setState(({ rules }) => ({ rules: { ...rules, key } }));

/** Show one threshold of a district, from wherever one is. */
export function showRule(key: ThresholdKey, districtCode: string): void {
  lookAtRules(districtCode);
  openRule(key);
  // The part first: people's mode with another one, for a moment, would be the end of the question in hand.
  showPeople('rules');
  setMode('people');
}

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

/** The audit from its newest event, of one action or of all. */
export async function loadAudit(action: AuditAction | null): Promise<void> {
  usePeople.setState({ audit: { status: 'loading', value: null, action, more: false } });
  await readAudit(null);
}

/** The page before the oldest event on the screen. */
export const loadOlderAudit = (): Promise<void> =>
  readAudit(usePeople.getState().audit.value?.at(-1)?.seq ?? null);

async function readAudit(beforeSeq: number | null): Promise<void> {
  const { action } = usePeople.getState().audit;
  const actions = action === null ? null : [action];
  const result = await backend().auditEvents({ beforeSeq, actions, limit: PAGE });
  usePeople.setState(({ audit }) => {
    if (audit.action !== action) return {};
    if (result.tag !== 'ok') return { audit: { ...audit, status: 'failed' } };
    const value = beforeSeq === null ? result.value : [...(audit.value ?? []), ...result.value];
    return { audit: { action, status: 'loaded', value, more: result.value.length === PAGE } };
  });
}
