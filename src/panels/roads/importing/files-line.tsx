import { Button } from '@mantine/core';
import { dropRoadFiles } from '../../../actions/roads/networks/read-files.ts';
import { t } from '../../../messages/index.ts';
import { useRoadNetworks } from '../../../state/road-networks.ts';
import { sizeText } from '../../parts/files/file-text.ts';
import frame from '../roads.module.css';
import styles from './importing.module.css';

const SHOWN = 4;

/** Which files are in hand, and the way to others. */
export function FilesLine() {
  const files = useRoadNetworks((state) => state.files);
  const size = files.reduce((sum, file) => sum + file.size, 0);
  const names = files.slice(0, SHOWN).map(({ name }) => name);
  return (
    <div className={frame.partHead}>
      <div className={styles.fileNames}>
        <span className={frame.soft}>{t('roadNetworks.files')}</span>{' '}
        <strong>{names.join('、')}</strong>
        {files.length > SHOWN && ` +${files.length - SHOWN}`}{' '}
        <span className={frame.soft}>{sizeText(size)}</span>
      </div>
      <Button size="compact-xs" variant="default" onClick={dropRoadFiles}>
        {t('roadNetworks.other')}
      </Button>
    </div>
  );
}
