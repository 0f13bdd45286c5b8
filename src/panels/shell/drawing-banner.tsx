import { Button } from '@mantine/core';
import { cancelDrawing } from '../../actions/register/draw-place.ts';
import { t } from '../../messages/index.ts';
import { useRegister } from '../../state/register.ts';
import { useRoads } from '../../state/roads.ts';
import { aimedText } from '../parts/obstacles/road-names.ts';
import styles from './banner.module.css';

/** While the map takes the place of a record: says how over the map, with the way out. */
export function DrawingBanner() {
  const aimed = useRoads((state) => state.aimedAt);
  const tool = useRegister((state) => state.drawing?.tool ?? null);
  return (
    <div className={styles.placing} role="status">
      {tool !== null && (
        <div className={styles.placingBox}>
          <span>
            <strong>{t(`register.drawing.${tool}`)}</strong>
            {aimed !== null && <span className={styles.placingKeys}>{aimedText(aimed)}</span>}
            {tool !== 'change' && (
              <span className={styles.placingKeys}>{t('register.drawing.keys')}</span>
            )}
          </span>
          <Button variant="default" size="compact-sm" onClick={cancelDrawing}>
            {tool === 'change' ? t('register.drawing.done') : t('register.drawing.cancel')}
          </Button>
        </div>
      )}
    </div>
  );
}
