import { beforeEach, describe, expect, it } from 'vitest';
import { notify } from '../../src/actions/notify.ts';
import { useSession } from '../../src/state/session.ts';

const undo = [
  { tag: 'write', kind: 'shelter', id: 'a', version: 2, columns: { source: '普查' } },
] as const;
const said = () => useSession.getState().notices.map((notice) => notice.tag);

describe('what just happened', () => {
  beforeEach(() => useSession.setState({ notices: [] }));

  it('keeps the way back from a change of many while newer notices come and go', () => {
    notify({ tag: 'records-written', done: 40, failed: 0, undo });
    for (let i = 0; i < 5; i++) notify({ tag: 'copied', what: 'link' });
    expect(said()).toEqual(['records-written', 'copied', 'copied']);
  });

  it('shows the newest three, also of those that stay', () => {
    for (let i = 0; i < 4; i++) notify({ tag: 'records-written', done: i, failed: 0, undo });
    const { notices } = useSession.getState();
    expect(notices.map((notice) => 'done' in notice && notice.done)).toEqual([1, 2, 3]);
  });
});
