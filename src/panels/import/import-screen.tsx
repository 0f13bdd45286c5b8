import { Button } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { closeImport } from '../../actions/importing/open-import.ts';
import { showImports } from '../../actions/importing/undo-import.ts';
import { t } from '../../messages/index.ts';
import { useImport } from '../../state/import.ts';
import type { ImportStage } from '../../state/import.ts';
import { ChooseFile } from './choose-file.tsx';
import { DifferenceView } from './difference/difference-view.tsx';
import { DoneView } from './done-view.tsx';
import frame from './frame.module.css';
import { PastImports } from './past-imports.tsx';
import { OtherFile } from './queue/other-file.tsx';
import { QueueBar } from './queue/queue-bar.tsx';
import { Steps } from './steps.tsx';
import { Broken, Sending, Stopped } from './trouble.tsx';
import { UnderstoodView } from './understood/understood-view.tsx';
import { Waiting } from './waiting.tsx';
import { WaitingBatch } from './waiting-batch.tsx';

/** Where another file is offered in the middle of the screen, or not at all. */
const OTHER_ELSEWHERE: ReadonlySet<ImportStage['tag']> = new Set<ImportStage['tag']>([
  'sending',
  'done',
  'unreadable',
  'waiting',
]);

/** A file on its way into the register: chosen, checked, compared, written. Fills what it stands in. */
export function ImportScreen() {
  const list = useImport((state) => state.list);
  const stage = useImport((state) => state.stage);
  const file = useImport((state) => state.file);
  const name = file?.name ?? '';
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    // The button that led here is gone: whoever works by keyboard goes on from the top of the screen.
    if (document.activeElement === document.body) heading.current?.focus();
  }, [stage.tag, list]);
  return (
    <section className={frame.screen} aria-label={t('importing.title')}>
      <header className={frame.head}>
        <h2 ref={heading} tabIndex={-1}>
          {t('importing.title')}
        </h2>
        {!list && <Steps stage={stage} />}
        <span className={frame.spring} />
        {!list && file !== null && !OTHER_ELSEWHERE.has(stage.tag) && (
          <OtherFile variant="subtle" />
        )}
        {!list && (
          <Button size="compact-sm" variant="subtle" onClick={() => showImports(true)}>
            {t('importing.past')}
          </Button>
        )}
        <Button size="compact-sm" variant="default" onClick={closeImport}>
          {t('importing.back')}
        </Button>
      </header>
      {!list && <QueueBar stage={stage} />}
      {list ? <PastImports /> : <Stage stage={stage} file={name} />}
    </section>
  );
}

function Stage({ stage, file }: { stage: ImportStage; file: string }) {
  switch (stage.tag) {
    case 'choose':
      return <ChooseFile />;
    case 'reading':
      return <Waiting title={t('importing.reading', { file })} progress={stage.progress} />;
    case 'unreadable':
    case 'understood':
      return <UnderstoodView stage={stage} />;
    case 'comparing':
      return <Waiting title={t('importing.comparing')} progress={stage.progress} />;
    case 'difference':
      return <DifferenceView />;
    case 'sending':
      return <Sending stage={stage} />;
    case 'stopped':
      return <Stopped stage={stage} />;
    case 'waiting':
      return <WaitingBatch batch={stage.batch} />;
    case 'broken':
      return <Broken trouble={stage.trouble} />;
    case 'done':
      return <DoneView result={stage.result} />;
  }
}
