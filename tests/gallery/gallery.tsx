import { MantineProvider } from '@mantine/core';
import { useEffect, useState } from 'react';
import { followAnswer } from '../../src/actions/answer/follow-answer.ts';
import { followClosed } from '../../src/actions/roads/follow-closed.ts';
import { setLanguage } from '../../src/actions/set-language.ts';
import { setTheme } from '../../src/actions/set-theme.ts';
import { FailedBoundary } from '../../src/panels/shell/failed-boundary.tsx';
import { useRecords } from '../../src/state/records.ts';
import { initialSession, useSession } from '../../src/state/session.ts';
import { theme as mantineTheme } from '../../src/ui/theme.ts';
import { PARTS } from './parts.tsx';

/** The list of parts, and the chosen one alone in the chosen language and colours. */
export function Gallery({ first }: { first: string | null }) {
  const [name, setName] = useState(first);
  const theme = useSession((state) => state.theme);
  const language = useSession((state) => state.language);
  const isSignedIn = useSession((state) => state.auth.tag === 'signed-in');
  const isLive = useRecords((state) => state.status.tag === 'live');
  useEffect(() => {
    document.documentElement.dataset.theme = theme;
    document.documentElement.lang = language;
  }, [theme, language]);
  useEffect(() => {
    if (!isSignedIn) return;
    const stops = [followClosed(), followAnswer()];
    return () => stops.reverse().forEach((stop) => stop());
  }, [isSignedIn]);
  return (
    <MantineProvider theme={mantineTheme} forceColorScheme={theme === 'night' ? 'dark' : 'light'}>
      <div style={{ display: 'grid', gridTemplateColumns: '200px minmax(0, 1fr)' }}>
        <nav aria-label="gallery" style={{ height: '100dvh', overflow: 'auto', padding: 8 }}>
          <button onClick={() => setLanguage(language === 'en' ? 'zh-CN' : 'en')}>
            {language}
          </button>
          <button onClick={() => setTheme(theme === 'night' ? 'day' : 'night')}>{theme}</button>
          {Object.keys(PARTS).map((one) => (
            <div key={one}>
              <button aria-current={one === name} onClick={() => setName(one)}>
                {one}
              </button>
            </div>
          ))}
        </nav>
        {name !== null && isLive && <Stage key={name} name={name} />}
      </div>
    </MantineProvider>
  );
}

/** One part, from the state in which nobody has touched anything. */
function Stage({ name }: { name: string }) {
  const [isPrepared, setPrepared] = useState(false);
  const part = PARTS[name];
  useEffect(() => {
    const { mode, selection, focus, otherDrafts } = initialSession;
    useSession.setState({ mode, selection, focus, otherDrafts });
    part?.prepare?.();
    setPrepared(true);
  }, [part]);
  if (part === undefined) return <p>{`There is no part ${name}.`}</p>;
  return (
    <main
      data-part={name}
      style={{
        position: 'relative',
        width: part.wide ? '100%' : 440,
        height: '100dvh',
        overflow: 'auto',
      }}
    >
      <FailedBoundary scope="part">{isPrepared && part.show()}</FailedBoundary>
    </main>
  );
}
