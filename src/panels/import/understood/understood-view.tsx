import { Button } from '@mantine/core';
import { useEffect } from 'react';
import { compareImport } from '../../../actions/importing/compare-import.ts';
import { loadMappings } from '../../../actions/importing/mappings.ts';
import type { Understood } from '../../../core/import/session/types.ts';
import { t } from '../../../messages/index.ts';
import { useImport } from '../../../state/import.ts';
import type { ImportStage } from '../../../state/import.ts';
import { formatNumber } from '../../../ui/format/numbers.ts';
import { BoundariesMissing } from './boundaries-missing.tsx';
import frame from '../frame.module.css';
import styles from './understood.module.css';
import tone from '../tone.module.css';
import { OtherFile } from '../queue/other-file.tsx';
import { MENDABLE } from '../own-words.ts';
import { failureText, sizeText } from '../../parts/files/file-text.ts';
import { AwaitedTable } from './awaited-table.tsx';
import { ColumnTable } from './column-table.tsx';
import { FileSettings } from './file-settings.tsx';
import { Findings } from './findings.tsx';
import { JoinFiles } from './join-files.tsx';
import { MappingBar } from './mapping-bar.tsx';
import { RowValues } from './row-values.tsx';

const COUNTS = ['read', 'usable', 'rejected', 'duplicates', 'repaired'] as const;

/** How a file was understood, everything of it to be corrected; also where a file that cannot be read is read otherwise. */
export function UnderstoodView({
  stage,
}: {
  stage: Extract<ImportStage, { tag: 'understood' | 'unreadable' }>;
}) {
  const understood = useImport((state) => state.understood);
  const district = useImport((state) => state.settings.district);
  const rereading = useImport((state) => state.rereading);
  useEffect(() => void loadMappings(), []);
  const readable = stage.tag === 'understood' && understood !== null;
  const mendable = stage.tag === 'understood' || MENDABLE.has(stage.code);
  const mayCompare =
    readable && !rereading && understood.blockers.length === 0 && understood.counts.usable > 0;
  return (
    <>
      <div className={frame.body} aria-busy={rereading}>
        <FileLine />
        {stage.tag === 'unreadable' && <WhyUnreadable stage={stage} mendable={mendable} />}
        {mendable && (
          <>
            <MappingBar />
            <AwaitedTable />
            <FileSettings understood={readable ? understood : null} />
            {readable && understood.kind !== 'district' && <BoundariesMissing code={district} />}
          </>
        )}
        {readable && (
          <>
            <Findings understood={understood} />
            <ColumnTable understood={understood} />
            <RowValues understood={understood} />
          </>
        )}
        {mendable && <JoinFiles />}
      </div>
      {mendable && (
        <footer className={frame.foot}>
          {readable && <Counts counts={understood.counts} />}
          <span className={frame.spring} />
          {rereading && <span className={tone.soft}>{t('importing.rereading')}</span>}
          <Button disabled={!mayCompare} onClick={() => void compareImport()}>
            {t('importing.compare')}
          </Button>
        </footer>
      )}
    </>
  );
}

/** The file in hand, its size and what lies beside it. */
function FileLine() {
  const file = useImport((state) => state.file);
  return (
    <div className={styles.fileLine}>
      <strong>{file?.name}</strong>
      <span className={tone.soft}>
        {[sizeText(file?.size ?? 0), ...(file?.companions ?? [])].join(' · ')}
      </span>
    </div>
  );
}

interface WhyUnreadableProps {
  stage: Extract<ImportStage, { tag: 'unreadable' }>;
  /** Other settings may make the file readable. */
  mendable: boolean;
}

function WhyUnreadable({ stage, mendable }: WhyUnreadableProps) {
  return (
    <div role="alert" className={tone.refused}>
      <h3>{t('importing.unreadable.title')}</h3>
      <p>{failureText(stage.code, stage.params)}</p>
      <p className={tone.soft}>
        {t(mendable ? 'importing.unreadable.keep' : 'importing.unreadable.hopeless')}
      </p>
      <OtherFile variant="default" />
    </div>
  );
}

function Counts({ counts }: { counts: Understood['counts'] }) {
  const shown = COUNTS.filter((name) => name !== 'repaired' || counts.repaired > 0);
  return (
    <div role="status" aria-label={t('importing.counts.label')}>
      <dl className={styles.counts}>
        {shown.map((name) => (
          <div key={name}>
            <dt>{t(`importing.counts.${name}`)}</dt>
            <dd>{formatNumber(counts[name])}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
