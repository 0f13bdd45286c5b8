import { ActionIcon, Menu } from '@mantine/core';
import { copyLink } from '../../actions/copy-link.ts';
import { setLanguage } from '../../actions/set-language.ts';
import { setMode } from '../../actions/console/set-mode.ts';
import { setTheme } from '../../actions/set-theme.ts';
import { signOut } from '../../actions/console/sign-out.ts';
import { t, translate } from '../../messages/index.ts';
import { useSession } from '../../state/session.ts';
import { Icon } from '../../ui/icon.tsx';
import { useModes } from './rail.tsx';
import styles from './top-bar.module.css';

/** Who is signed in, and the way out. On a phone also what the rail holds elsewhere. */
export function AccountMenu({ onShortcuts }: { onShortcuts: () => void }) {
  const account = useSession((state) =>
    state.auth.tag === 'signed-in' ? state.auth.account : null,
  );
  const theme = useSession((state) => state.theme);
  const other = useSession((state) => (state.language === 'zh-CN' ? 'en' : 'zh-CN'));
  const modes = useModes();
  if (account === null) return null;
  const role = t(`kinds.role.${account.role}`);
  return (
    <Menu position="bottom-end" withArrow shadow="md">
      <Menu.Target>
        <ActionIcon
          className={styles.account}
          variant="subtle"
          size="lg"
          aria-label={`${t('shell.account.menu')}: ${account.displayName}, ${role}`}
        >
          <Icon name="person" />
          <span className={styles.accountName}>{account.displayName}</span>
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          <strong>{account.displayName}</strong>
          <br />
          {`${t('shell.account.role')}: ${role}`}
          <br />
          {account.email}
        </Menu.Label>
        <Menu.Divider />
        {modes.map((mode) => (
          <Menu.Item
            key={mode}
            leftSection={<Icon name={mode} size={16} />}
            onClick={() => setMode(mode)}
          >
            {t(`shell.mode.${mode}`)}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item leftSection={<Icon name="link" size={16} />} onClick={() => void copyLink()}>
          {t('shell.copyLink')}
        </Menu.Item>
        <Menu.Item
          leftSection={<Icon name={theme === 'day' ? 'moon' : 'sun'} size={16} />}
          onClick={() => setTheme(theme === 'day' ? 'night' : 'day')}
        >
          {theme === 'day' ? t('shell.toNight') : t('shell.toDay')}
        </Menu.Item>
        <Menu.Item
          leftSection={<Icon name="language" size={16} />}
          onClick={() => setLanguage(other)}
          lang={other}
        >
          {translate(other, 'shell.ownName')}
        </Menu.Item>
        <Menu.Item leftSection={<Icon name="keyboard" size={16} />} onClick={onShortcuts}>
          {t('shell.shortcuts.open')}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item leftSection={<Icon name="leave" size={16} />} onClick={() => void signOut()}>
          {t('shell.account.signOut')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
