/** One screen or part alone, on `npm run dev`: /gallery.html?part=answer&as=viewer&language=en&theme=night */
import '../../src/ui/mantine.css';
import '../../src/ui/tokens.css';
import '../../src/ui/touch.css';
import { createRoot } from 'react-dom/client';
import { runConsole } from '../../src/actions/console/run-console.ts';
import { setLanguage } from '../../src/actions/set-language.ts';
import { setTheme } from '../../src/actions/set-theme.ts';
import { signIn } from '../../src/actions/sign-in.ts';
import { useSession } from '../../src/state/session.ts';
import { Gallery } from './gallery.tsx';

const asked = new URLSearchParams(location.search);

setLanguage(asked.get('language') === 'en' ? 'en' : 'zh-CN');
setTheme(asked.get('theme') === 'night' ? 'night' : 'day');

// Everybody of the demonstration has one password, which the server tells.
let tried = false;
useSession.subscribe(({ auth, config }) => {
  const role = asked.get('as') ?? 'admin';
  const account = config?.demoAccounts.find((one) => one.role === role);
  if (tried || auth.tag !== 'signed-out' || account === undefined) return;
  tried = true;
  void signIn(account.email, account.password, false);
});
runConsole();

const root = document.getElementById('root');
if (root !== null) createRoot(root).render(<Gallery first={asked.get('part')} />);
