import { useSession } from '../state/session.ts';
import type { Notice, NoticeSaid } from '../state/session.ts';

let lastId = 0;
const MOST_SHOWN = 3;

/** The only way back from a change of many records stays until somebody has read it. */
export const staysUntilRead = (notice: NoticeSaid): boolean =>
  notice.tag === 'records-written' && notice.undo !== null;

/** The newest few; what stays until it is read goes last. */
function newest(notices: readonly Notice[]): readonly Notice[] {
  if (notices.length <= MOST_SHOWN) return notices;
  const passing = notices.findIndex((notice) => !staysUntilRead(notice));
  return newest(notices.toSpliced(Math.max(0, passing), 1));
}

/** Tell the person what happened. */
export function notify(said: NoticeSaid): void {
  lastId += 1;
  const notice = { ...said, id: lastId };
  useSession.setState((state) => ({ notices: newest([...state.notices, notice]) }));
}

export function dismissNotice(id: number): void {
  useSession.setState((state) => ({ notices: state.notices.filter((notice) => notice.id !== id) }));
}
