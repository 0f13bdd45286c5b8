import { ActionIcon, Tooltip } from '@mantine/core';
import { t } from '../../messages/index.ts';
import { useSession } from '../../state/session.ts';
import { Icon } from '../../ui/icon.tsx';
import { Mark } from '../../ui/mark.tsx';
import { LanguageButton, ThemeButton } from './preferences-buttons.tsx';
import styles from './shell.module.css';

/** The ways of working at the top (only those that exist), the screen itself at the foot. */
export function Rail({ onShortcuts }: { onShortcuts: () => void }) {
  const mode = useSession((state) => state.mode);
  return (
    <nav className={styles.rail} aria-label={t('shell.region.rail')}>
      <Mark size={32} />
      <a className={styles.mode} href="#answer" aria-current={mode === 'command' ? 'page' : undefined}>
        <Icon name="command" />
        {t('shell.mode.command')}
      </a>
      <div className={styles.railFoot}>
        <Tooltip label={t('shell.shortcuts.open')} position="right">
          <ActionIcon variant="subtle" size="lg" aria-label={t('shell.shortcuts.open')} onClick={onShortcuts}>
            <Icon name="keyboard" />
          </ActionIcon>
        </Tooltip>
        <ThemeButton />
        <LanguageButton short />
      </div>
    </nav>
  );
}
