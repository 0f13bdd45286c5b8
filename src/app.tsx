import { MantineProvider } from '@mantine/core';
import { lazy, Suspense, useEffect, useState } from 'react';
import type ConsoleView from './console.tsx';
import { t } from './messages/index.ts';
import { FailedBoundary } from './panels/shell/failed-boundary.tsx';
import { CheckingScreen } from './panels/sign-in/checking-screen.tsx';
import { NoRoleScreen } from './panels/sign-in/no-role-screen.tsx';
import { SessionEndedDialog } from './panels/sign-in/session-ended-dialog.tsx';
import { SignInScreen } from './panels/sign-in/sign-in-screen.tsx';
import { UnreachableScreen } from './panels/sign-in/unreachable-screen.tsx';
import { useSession } from './state/session.ts';
import { lazyPart } from './ui/loading/lazy-part.ts';
import { theme as mantineTheme } from './ui/theme.ts';

// The map is heavy; whoever has to sign in first shall not wait for it. It comes while they type.
const consolePart = lazyPart(() => import('./console.tsx'));
consolePart.fetchAhead();
const Console = lazy(
  () =>
    new Promise<{ default: typeof ConsoleView }>(
      (resolve) => void consolePart.want((module) => resolve(module)),
    ),
);

/** The wait for the console, also for a server that went away in this very moment. */
function ConsoleComing() {
  const [missing, setMissing] = useState(false);
  useEffect(
    () =>
      consolePart.want(
        () => setMissing(false),
        () => setMissing(true),
      ),
    [],
  );
  return missing ? <UnreachableScreen /> : <CheckingScreen />;
}

/** Which screen: by who is signed in, and nothing else. */
function Screen() {
  const auth = useSession((state) => state.auth);
  const ended = useSession((state) => state.ended);
  switch (auth.tag) {
    case 'checking':
      return <CheckingScreen />;
    case 'unreachable':
      return <UnreachableScreen />;
    case 'signed-out':
      return <SignInScreen reason={auth.reason} />;
    case 'no-role':
      return <NoRoleScreen email={auth.email} disabled={auth.disabled} />;
    case 'signed-in':
      return (
        <>
          {/* Another person gets no part of a screen that somebody else filled in. */}
          <Suspense key={auth.account.userId} fallback={<ConsoleComing />}>
            <Console />
          </Suspense>
          {ended && <SessionEndedDialog />}
        </>
      );
  }
}

/** The page in the chosen language and colours. */
export function App() {
  const theme = useSession((state) => state.theme);
  const language = useSession((state) => state.language);
  useEffect(() => {
    document.documentElement.dataset.theme = theme;
    document.documentElement.lang = language;
    document.title = t('shell.documentTitle');
  }, [theme, language]);
  return (
    <MantineProvider theme={mantineTheme} forceColorScheme={theme === 'night' ? 'dark' : 'light'}>
      {/* Words are read while drawing: another language draws everything below anew; the map and the state stay. */}
      <FailedBoundary scope="page">
        <Screen />
      </FailedBoundary>
    </MantineProvider>
  );
}
