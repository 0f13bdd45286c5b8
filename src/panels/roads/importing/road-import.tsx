import type { ReactNode } from 'react';
import { chooseRoadFiles, dropRoadFiles } from '../../../actions/roads/networks/read-files.ts';
import { t } from '../../../messages/index.ts';
import { useRoadNetworks } from '../../../state/road-networks.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { ChooseFiles, FileDrop } from '../../../ui/file-drop.tsx';
import { refusalText } from '../road-text.ts';
import frame from '../roads.module.css';
import styles from './importing.module.css';
import { FilesLine } from './files-line.tsx';
import { ReadView } from './read-view.tsx';
import { RoadOptions } from './road-options.tsx';
import { BrokenView, DoneView, ReadingView, SendingView, StoppedView } from './under-way.tsx';

/** Stages in which other files are not taken: a network is being sent. */
const BUSY = new Set(['sending', 'stopped']);

/** Road files on their way: given, described, checked, stored. */
export function RoadImport() {
  const stage = useRoadNetworks((state) => state.stage);
  return (
    <FileDrop
      over={t('roadNetworks.drop.over')}
      onFiles={(files) => {
        if (!BUSY.has(useRoadNetworks.getState().stage.tag)) void chooseRoadFiles(files);
      }}
    >
      <div className={styles.stage}>{stageView(stage)}</div>
    </FileDrop>
  );
}

function stageView(stage: ReturnType<typeof useRoadNetworks.getState>['stage']): ReactNode {
  switch (stage.tag) {
    case 'choose':
      return (
        <div className={styles.choose}>
          <ChooseFiles
            title={t('roadNetworks.drop.title')}
            detail={t('roadNetworks.drop.detail')}
            choose={t('roadNetworks.drop.choose')}
            takes="roads"
            onFiles={(files) => void chooseRoadFiles(files)}
          />
        </div>
      );
    case 'looking':
      return <EmptyState title={t('roadNetworks.looking')} />;
    case 'settings':
      return (
        <div className={frame.body}>
          <FilesLine />
          <RoadOptions />
        </div>
      );
    case 'refused':
      return (
        <div className={frame.body}>
          <FilesLine />
          <div className={frame.fault} role="alert">
            <strong>{t('roadNetworks.refused')}</strong>
            <p>{refusalText(stage.trouble)}</p>
          </div>
          <MendOptions />
        </div>
      );
    case 'reading':
      return <ReadingView progress={stage.progress} />;
    case 'read':
      return <ReadView />;
    case 'sending':
      return <SendingView stage={stage} />;
    case 'stopped':
      return <StoppedView stage={stage} />;
    case 'done':
      return <DoneView edition={stage.edition} />;
    case 'broken':
      return <BrokenView message={stage.message} onAgain={dropRoadFiles} />;
  }
}

/** What may mend it; nothing that is said helps a file that could not even be looked at. */
const MendOptions = () =>
  useRoadNetworks((state) => state.look === null) ? null : <RoadOptions />;
