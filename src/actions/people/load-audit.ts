/** The audit, a page at a time, from its newest event backwards. */
import { backend } from '../../backend/index.ts';
import type { AuditAction } from '../../core/model/index.ts';
import { usePeople } from '../../state/people.ts';

const PAGE = 100;

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
