import { Button, Progress } from '@mantine/core';
import { showRoadImport, showRoadReport } from '../../../actions/roads/keeping/networks.ts';
import { dropRoadFiles, stopReadingRoads } from '../../../actions/roads/keeping/read-files.ts';
import { stopSendingRoads, storeRoads } from '../../../actions/roads/keeping/store-roads.ts';
import type { RoadProgress } from '../../../core/roads/import-session.ts';
import { t } from '../../../messages/index.ts';
import { useRoadKeeping } from '../../../state/road-keeping.ts';
import type { RoadSending, RoadStage } from '../../../state/road-keeping.ts';
import { formatNumber } from '../../../ui/format/numbers.ts';
import { useDistrictText } from '../../parts/districts/use-district-text.ts';
import kit from '../../../ui/form/form.module.css';
import frame from '../roads.module.css';
import styles from './importing.module.css';

function readingText(progress: RoadProgress | null): string {
  if (progress === null) return t('roadKeeping.reading.start');
  const { phase, done, total } = progress;
  if (phase === 'build') return t('roadKeeping.reading.build', { edges: formatNumber(total) });
  return t('roadKeeping.reading.read', {
    share: total === 0 ? 0 : Math.floor((100 * done) / total),
  });
}

export function ReadingView({ progress }: { progress: RoadProgress | null }) {
  const text = readingText(progress);
  const share = progress === null || progress.total === 0 ? 0 : progress.done / progress.total;
  return (
    <div className={styles.underWay}>
      <div role="status">
        <h3>{text}</h3>
      </div>
      <Progress
        value={progress?.phase === 'build' ? 100 : share * 100}
        animated={progress?.phase === 'build'}
        aria-label={text}
        transitionDuration={100}
      />
      <Button size="compact-sm" variant="default" onClick={stopReadingRoads}>
        {t('roadKeeping.stop')}
      </Button>
    </div>
  );
}

const sendingText = ({ step, done, total }: RoadSending): string =>
  t(`roadKeeping.sending.${step}`, { done: formatNumber(done), total: formatNumber(total) });

/** Share of the whole at which a step begins, by the time it takes. */
const BEGINS = { graph: 0, edges: 0.2, assemble: 0.95, finish: 0.98 } as const;
const TAKES = { graph: 0.2, edges: 0.75, assemble: 0, finish: 0 } as const;
const shareOf = ({ step, done, total }: RoadSending): number =>
  100 * (BEGINS[step] + (total === 0 ? 0 : (TAKES[step] * done) / total));

export function SendingView({ stage }: { stage: RoadSending }) {
  const text = sendingText(stage);
  return (
    <div className={styles.underWay}>
      <div role="status">
        <h3>{text}</h3>
      </div>
      <Progress value={shareOf(stage)} aria-label={text} transitionDuration={100} />
      <p className={frame.soft}>{t('roadKeeping.sendingSafe')}</p>
      {stage.step !== 'finish' && (
        <Button size="compact-sm" variant="default" onClick={stopSendingRoads}>
          {t('roadKeeping.stopSending')}
        </Button>
      )}
    </div>
  );
}

export function StoppedView({ stage }: { stage: Extract<RoadStage, { tag: 'stopped' }> }) {
  return (
    <div className={styles.underWay} role="alert">
      <h3>{t('roadKeeping.stopped')}</h3>
      <p className={frame.fault}>
        {t(`importing.server.${stage.reason}`, { code: stage.code ?? '' })}
      </p>
      <p>
        {sendingText(stage.at)} {t('roadKeeping.stoppedSafe')}
      </p>
      <div className={kit.buttons}>
        <Button onClick={() => void storeRoads()}>{t('roadKeeping.goOn')}</Button>
        <Button variant="default" onClick={stopSendingRoads}>
          {t('roadKeeping.giveUp')}
        </Button>
      </div>
    </div>
  );
}

export function DoneView({ edition }: { edition: number }) {
  const district = useRoadKeeping((state) => state.district);
  const stored = useRoadKeeping(({ networks }) =>
    networks.value?.find((one) => one.districtCode === district && one.state === 'used'),
  );
  const name = useDistrictText()(district);
  return (
    <div className={styles.underWay}>
      <div role="status">
        <h3>{t('roadKeeping.done', { district: name, edition })}</h3>
      </div>
      <p className={frame.soft}>{t('roadKeeping.doneDetail')}</p>
      <div className={kit.buttons}>
        <Button
          onClick={() => {
            dropRoadFiles();
            showRoadImport(false);
            void showRoadReport(stored ?? null);
          }}
        >
          {t('roadKeeping.toList')}
        </Button>
        <Button variant="default" onClick={dropRoadFiles}>
          {t('roadKeeping.another')}
        </Button>
      </div>
    </div>
  );
}

export function BrokenView({ message, onAgain }: { message: string; onAgain: () => void }) {
  return (
    <div className={styles.underWay} role="alert">
      <h3>{t('roadKeeping.broken')}</h3>
      <p className={frame.fault}>{t('roadKeeping.brokenDetail', { message })}</p>
      <Button onClick={onAgain}>{t('roadKeeping.other')}</Button>
    </div>
  );
}
