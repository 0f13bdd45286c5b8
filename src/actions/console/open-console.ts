import { loadConfig, openBackend, setBackend } from '../../backend/index.ts';
import { useRecords } from '../../state/records.ts';
import { useSession } from '../../state/session.ts';
import { sessionEnded } from '../session-ended.ts';
import { checkAccount } from '../sign-in.ts';

/** Read the configuration, open the backend and find out who is signed in. May be called again after a failure. */
export async function openConsole(): Promise<void> {
  if (useSession.getState().config === null) {
    const config = await loadConfig(document.baseURI);
    if (config.tag !== 'ok') {
      useSession.setState({ auth: { tag: 'unreachable' } });
      return;
    }
    const { hosted, demo, baseMaps, demoAccounts } = config.value;
    const opened = openBackend(config.value);
    setBackend(opened);
    opened.onDiskFull(() => useRecords.setState({ diskFullAt: Date.now() }));
    opened.onSessionEnd((wasWithdrawn) => {
      const { auth } = useSession.getState();
      if (auth.tag === 'signed-in' || auth.tag === 'no-role') sessionEnded(wasWithdrawn);
    });
    useSession.setState({ config: { hosted, demo, baseMaps, demoAccounts } });
  }
  await checkAccount();
}
