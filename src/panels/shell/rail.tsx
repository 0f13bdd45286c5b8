import { ActionIcon, Tooltip } from '@mantine/core';
import { setMode } from '../../actions/console/set-mode.ts';
import { t } from '../../messages/index.ts';
import { useMay } from '../../state/role.ts';
import { useSession } from '../../state/session.ts';
import type { Mode } from '../../state/session.ts';
import { Icon } from '../../ui/icon.tsx';
import { Mark } from '../../ui/mark.tsx';
import { LanguageButton, ThemeButton } from '../parts/preferences-buttons.tsx';
import styles from './rail.module.css';

/** Ways of working that the signed-in person has. */
export const useModes = (): readonly Mode[] => (useMay('roads') ? ADMIN_MODES : MODES);

const MODES: readonly Mode[] = ['command', 'records', 'people'];
const ADMIN_MODES: readonly Mode[] = [...MODES, 'roads'];

/** The ways of working at the top (only those that exist), the screen itself at the foot. */
export function Rail({ onShortcuts }: { onShortcuts: () => void }) {
  const mode = useSession((state) => state.mode);
  const modes = useModes();
  return (
    <nav className={styles.rail} aria-label={t('shell.region.rail')}>
      <Mark size={32} />
      {modes.map((one) => (
        <button
          key={one}
          type="button"
          className={styles.mode}
          aria-current={mode === one ? 'page' : undefined}
          onClick={() => setMode(one)}
        >
          <Icon name={one} />
          {t(`shell.mode.${one}`)}
        </button>
      ))}
      <div className={styles.railFoot}>
        <Tooltip label={t('shell.shortcuts.open')} position="right">
          <ActionIcon
            variant="subtle"
            size="lg"
            aria-label={t('shell.shortcuts.open')}
            onClick={onShortcuts}
          >
            <Icon name="keyboard" />
          </ActionIcon>
        </Tooltip>
        <ThemeButton />
        <LanguageButton short />
      </div>
    </nav>
  );
}
