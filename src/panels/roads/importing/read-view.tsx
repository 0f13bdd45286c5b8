import { Button } from '@mantine/core';
import { backToRoadSettings } from '../../../actions/roads/networks/read-files.ts';
import { storeRoads } from '../../../actions/roads/networks/store-roads.ts';
import { t } from '../../../messages/index.ts';
import { useRoadNetworks } from '../../../state/road-networks.ts';
import { formatNumber } from '../../../ui/format/numbers.ts';
import { useDistrictText } from '../../parts/districts/use-district-text.ts';
import { ReportView } from '../report/report-view.tsx';
import { shareText } from '../road-text.ts';
import frame from '../roads.module.css';
import styles from './importing.module.css';
import { FilesLine } from './files-line.tsx';
import { DistrictField } from './road-options.tsx';

/** The network as it was built, before anything is stored. */
export function ReadView() {
  const result = useRoadNetworks((state) => state.result);
  const district = useRoadNetworks((state) => state.district);
  const name = useDistrictText()(district);
  if (result === null) return null;
  return (
    <>
      <div className={frame.body}>
        <FilesLine />
        <div className={frame.partHead}>
          <h3>{t('roadNetworks.checked')}</h3>
          <Button size="compact-xs" variant="default" onClick={backToRoadSettings}>
            {t('roadNetworks.toSettings')}
          </Button>
        </div>
        <ReportView report={result.report} bytes={result.bytes} />
      </div>
      <footer className={styles.foot}>
        <DistrictField />
        <div className={styles.footText}>
          <Replaces district={district} meters={result.report.kilometres * 1000} />
        </div>
        <Button onClick={() => void storeRoads()}>
          {t('roadNetworks.store', { district: name })}
        </Button>
      </footer>
    </>
  );
}

/** A new network with less of the old length than this is most often a part of it. */
const SHRINKS = 0.8;

function Replaces({ district, meters }: { district: string; meters: number }) {
  const old = useRoadNetworks(({ networks }) =>
    networks.value?.find(
      ({ districtCode, state }) => districtCode === district && state === 'used',
    ),
  );
  if (old === undefined) return t('roadNetworks.replacesNone');
  const { edition, length, source } = old;
  return (
    <>
      {t('roadNetworks.replaces', { edition, km: formatNumber(Math.round(length / 1000)), source })}
      {meters < SHRINKS * length && (
        <strong className={frame.stale}>
          {' '}
          {t('roadNetworks.shrinks', { share: shareText(meters / length) })}
        </strong>
      )}
    </>
  );
}
