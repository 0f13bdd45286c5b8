import { ActionIcon, Tooltip } from '@mantine/core';
import { copyLink } from '../../actions/copy-link.ts';
import { t } from '../../messages/index.ts';
import { Icon } from '../../ui/icon.tsx';
import styles from './top-bar.module.css';

/** The address of what is on the screen, for a colleague. */
export function CopyLink() {
  return (
    <Tooltip label={t('shell.copyLink')}>
      <ActionIcon
        className={styles.wideOnly}
        variant="subtle"
        size="lg"
        aria-label={t('shell.copyLink')}
        onClick={() => void copyLink()}
      >
        <Icon name="link" />
      </ActionIcon>
    </Tooltip>
  );
}
