import { setBackend } from '../../src/backend/index.ts';
import { emptyRecords, useRecords } from '../../src/state/records.ts';
import { initialSession, useSession } from '../../src/state/session.ts';
import { openFake } from '../backend/open-fake.ts';
import type { Opened } from '../backend/open-fake.ts';

export const account = {
  userId: 'u1',
  email: 'a@b.cn',
  displayName: '张三',
  role: 'commander',
  districtCode: '0',
} as const;

/** A fresh tab in which 张三 is signed in at a fake register. */
export async function signedIn(): Promise<Opened> {
  const opened = openFake();
  await opened.backend.signIn('a@b.cn', 'right', false);
  setBackend(opened.backend);
  useRecords.setState(emptyRecords);
  useSession.setState({ ...initialSession, auth: { tag: 'signed-in', account } });
  return opened;
}
