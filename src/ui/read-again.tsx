import { Button } from '@mantine/core';
import { t } from '../messages/index.ts';
import styles from './list-and-detail.module.css';

/** Said where a list could not be read. */
export function ReadAgain({ onAgain }: { onAgain: () => void }) {
  return (
    <p role="alert" className={styles.fault}>
      {t('people.failed')}{' '}
      <Button size="compact-xs" variant="default" onClick={onAgain}>
        {t('people.again')}
      </Button>
    </p>
  );
}
