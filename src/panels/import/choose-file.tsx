import { importableKinds } from '../../actions/importing/import-context.ts';
import { openImport } from '../../actions/importing/open-import.ts';
import { t } from '../../messages/index.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ChooseFiles } from '../../ui/file-drop.tsx';
import styles from './choose.module.css';
import { FolderAccount } from './queue/folder-account.tsx';
import { StillWaiting } from './queue/still-waiting.tsx';
import { Unfinished } from './unfinished.tsx';

/** Where a file is dropped or chosen. */
export function ChooseFile() {
  if (importableKinds().length === 0) return <EmptyState title={t('importing.drop.mayNot')} />;
  return (
    <div className={styles.choose}>
      <StillWaiting />
      <FolderAccount />
      <Unfinished />
      <ChooseFiles
        title={t('importing.drop.title')}
        detail={t('importing.drop.detail')}
        choose={t('importing.drop.choose')}
        folder={t('importQueue.folder')}
        takes="import"
        onFiles={openImport}
      />
    </div>
  );
}
