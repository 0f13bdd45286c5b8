import { useSession } from '../state/session.ts';
import type { AnswerTab } from '../state/session.ts';

/** Choose what the answer ranks; filters that mean nothing for it stay but are not asked. */
export function setTab(tab: AnswerTab): void {
  useSession.setState({ tab });
}
