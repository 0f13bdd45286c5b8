import { Button } from '@mantine/core';
import { cancelPlacing } from '../../actions/start-placing.ts';
import { t } from '../../messages/index.ts';
import { useSession } from '../../state/session.ts';
import styles from './banner.module.css';

/** While the next click is the place: says so over the map, with the way out. */
export function PlacingBanner() {
  const focus = useSession((state) => state.focus);
  return (
    <div className={styles.placing} role="status">
      {focus.tag === 'placing' && (
        <div className={styles.placingBox}>
          <span>
            <strong>{focus.moves ? t('shell.placing.moveHint') : t('shell.placing.hint')}</strong>
            <span className={styles.placingKeys}>{t('shell.placing.keys')}</span>
          </span>
          <Button variant="default" size="compact-sm" onClick={cancelPlacing}>
            {t('shell.placing.cancel')}
          </Button>
        </div>
      )}
    </div>
  );
}
