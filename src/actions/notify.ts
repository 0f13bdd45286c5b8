import { useSession } from '../state/session.ts';
import type { NoticeSaid } from '../state/session.ts';

let lastId = 0;
const MOST_SHOWN = 3;

/** Tell the person what happened; the newest few stay. */
export function notify(said: NoticeSaid): void {
  lastId += 1;
  const notice = { ...said, id: lastId };
  useSession.setState((state) => ({ notices: [...state.notices, notice].slice(-MOST_SHOWN) }));
}

export function dismissNotice(id: number): void {
  useSession.setState((state) => ({ notices: state.notices.filter((notice) => notice.id !== id) }));
}
