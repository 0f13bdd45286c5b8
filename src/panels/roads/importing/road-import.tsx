import { Button } from '@mantine/core';
import { useRef, useState } from 'react';
import type { DragEvent, ReactNode } from 'react';
import { chooseRoadFiles, dropRoadFiles } from '../../../actions/roads/keeping/read-files.ts';
import { t } from '../../../messages/index.ts';
import { useRoadKeeping } from '../../../state/road-keeping.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { refusalText } from '../road-words.ts';
import styles from '../roads.module.css';
import { FilesLine } from './files-line.tsx';
import { ReadView } from './read-view.tsx';
import { RoadOptions } from './road-options.tsx';
import { BrokenView, DoneView, ReadingView, SendingView, StoppedView } from './under-way.tsx';

/** Road files on their way: given, described, checked, stored. */
export function RoadImport() {
  const stage = useRoadKeeping((state) => state.stage);
  return <FileDrop>{stageView(stage)}</FileDrop>;
}

function stageView(stage: ReturnType<typeof useRoadKeeping.getState>['stage']): ReactNode {
  switch (stage.tag) {
    case 'choose':
      return <ChooseFiles />;
    case 'looking':
      return <EmptyState title={t('roadKeeping.looking')} />;
    case 'settings':
      return (
        <div className={styles.body}>
          <FilesLine />
          <RoadOptions />
        </div>
      );
    case 'refused':
      return (
        <div className={styles.body}>
          <FilesLine />
          <div className={styles.fault} role="alert">
            <strong>{t('roadKeeping.refused')}</strong>
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
const MendOptions = () => (useRoadKeeping((state) => state.look === null) ? null : <RoadOptions />);

const BUSY = new Set(['sending', 'stopped']);
const holdsFiles = (event: DragEvent): boolean => event.dataTransfer.types.includes('Files');

/** Takes files dropped anywhere on it, except while a network is being sent. */
function FileDrop({ children }: { children: ReactNode }) {
  const [over, setOver] = useState(false);
  const depth = useRef(0);
  function enter(event: DragEvent, step: 1 | -1): void {
    if (!holdsFiles(event)) return;
    event.preventDefault();
    depth.current = Math.max(0, depth.current + step);
    setOver(depth.current > 0);
  }
  return (
    <div
      className={styles.dropZone}
      onDragEnter={(event) => enter(event, 1)}
      onDragLeave={(event) => enter(event, -1)}
      onDragOver={(event) => holdsFiles(event) && event.preventDefault()}
      onDrop={(event) => {
        if (!holdsFiles(event)) return;
        event.preventDefault();
        depth.current = 0;
        setOver(false);
        if (!BUSY.has(useRoadKeeping.getState().stage.tag)) void chooseRoadFiles([...event.dataTransfer.files]);
      }}
    >
      {children}
      {over && (
        <div className={styles.dropOver} aria-hidden="true">
          {t('roadKeeping.drop.over')}
        </div>
      )}
    </div>
  );
}

function ChooseFiles() {
  const input = useRef<HTMLInputElement>(null);
  return (
    <div className={styles.choose}>
      <div className={styles.dropArea}>
        <h3>{t('roadKeeping.drop.title')}</h3>
        <p>{t('roadKeeping.drop.detail')}</p>
        <Button onClick={() => input.current?.click()}>{t('roadKeeping.drop.choose')}</Button>
        <input
          ref={input}
          type="file"
          multiple
          hidden
          data-road-files
          onChange={(event) => {
            void chooseRoadFiles([...(event.currentTarget.files ?? [])]);
            event.currentTarget.value = '';
          }}
        />
      </div>
    </div>
  );
}
