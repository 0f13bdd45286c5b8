import { Button, Progress } from '@mantine/core';
import { showRoadImport, showRoadReport } from '../../../actions/roads/networks/list-networks.ts';
import { dropRoadFiles, stopReadingRoads } from '../../../actions/roads/networks/read-files.ts';
import { stopSendingRoads, storeRoads } from '../../../actions/roads/networks/store-roads.ts';
import type { RoadProgress } from '../../../core/roads/import-session.ts';
import { t } from '../../../messages/index.ts';
import { useRoadNetworks } from '../../../state/road-networks.ts';
import type { RoadSending, RoadStage } from '../../../state/road-networks.ts';
import { formatNumber } from '../../../ui/format/numbers.ts';
import { useDistrictText } from '../../parts/districts/use-district-text.ts';
import kit from '../../../ui/form/form.module.css';
import frame from '../roads.module.css';
import styles from './importing.module.css';

function readingText(progress: RoadProgress | null): string {
  if (progress === null) return t('roadNetworks.reading.start');
  const { phase, done, total } = progress;
  if (phase === 'build') return t('roadNetworks.reading.build', { edges: formatNumber(total) });
  return t('roadNetworks.reading.read', {
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
        {t('roadNetworks.stop')}
      </Button>
    </div>
  );
}

const sendingText = ({ step, done, total }: RoadSending): string =>
  t(`roadNetworks.sending.${step}`, { done: formatNumber(done), total: formatNumber(total) });

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
      <p className={frame.soft}>{t('roadNetworks.sendingSafe')}</p>
      {stage.step !== 'finish' && (
        <Button size="compact-sm" variant="default" onClick={stopSendingRoads}>
          {t('roadNetworks.stopSending')}
        </Button>
      )}
    </div>
  );
}

export function StoppedView({ stage }: { stage: Extract<RoadStage, { tag: 'stopped' }> }) {
  return (
    <div className={styles.underWay} role="alert">
      <h3>{t('roadNetworks.stopped')}</h3>
      <p className={frame.fault}>
        {t(`importing.server.${stage.reason}`, { code: stage.code ?? '' })}
      </p>
      <p>
        {sendingText(stage.at)} {t('roadNetworks.stoppedSafe')}
      </p>
      <div className={kit.buttons}>
        <Button onClick={() => void storeRoads()}>{t('roadNetworks.goOn')}</Button>
        <Button variant="default" onClick={stopSendingRoads}>
          {t('roadNetworks.giveUp')}
        </Button>
      </div>
    </div>
  );
}

export function DoneView({ edition }: { edition: number }) {
  const district = useRoadNetworks((state) => state.district);
  const stored = useRoadNetworks(({ networks }) =>
    networks.value?.find((one) => one.districtCode === district && one.state === 'used'),
  );
  const name = useDistrictText()(district);
  return (
    <div className={styles.underWay}>
      <div role="status">
        <h3>{t('roadNetworks.done', { district: name, edition })}</h3>
      </div>
      <p className={frame.soft}>{t('roadNetworks.doneDetail')}</p>
      <div className={kit.buttons}>
        <Button
          onClick={() => {
            dropRoadFiles();
            showRoadImport(false);
            void showRoadReport(stored ?? null);
          }}
        >
          {t('roadNetworks.toList')}
        </Button>
        <Button variant="default" onClick={dropRoadFiles}>
          {t('roadNetworks.another')}
        </Button>
      </div>
    </div>
  );
}

export function BrokenView({ message, onAgain }: { message: string; onAgain: () => void }) {
  return (
    <div className={styles.underWay} role="alert">
      <h3>{t('roadNetworks.broken')}</h3>
      <p className={frame.fault}>{t('roadNetworks.brokenDetail', { message })}</p>
      <Button onClick={onAgain}>{t('roadNetworks.other')}</Button>
    </div>
  );
}
