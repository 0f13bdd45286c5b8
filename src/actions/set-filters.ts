import { noFilters, useSession } from '../state/session.ts';
import type { AnswerFilters } from '../state/session.ts';

/** Change some of the answer's filters. */
export function setFilters(change: Partial<AnswerFilters>): void {
  useSession.setState(({ filters }) => ({ filters: { ...filters, ...change } }));
}

export function clearFilters(): void {
  useSession.setState({ filters: noFilters });
}
