import { Button } from '@mantine/core';
import {
  loadRoadNetworks,
  showRoadImport,
  showRoadReport,
} from '../../actions/roads/networks/list-networks.ts';
import { t } from '../../messages/index.ts';
import { useRoadNetworks } from '../../state/road-networks.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { useDistrictText } from '../parts/districts/use-district-text.ts';
import { NetworksTable } from './networks-table.tsx';
import { ReportView } from './report/report-view.tsx';
import frame from './roads.module.css';

/** Which networks there are, and what the import of the chosen one said. */
export function NetworksView() {
  const { status, value } = useRoadNetworks((state) => state.networks);
  return (
    <div className={frame.body}>
      <p className={frame.soft}>{t('roadNetworks.explain')}</p>
      {status === 'failed' && (
        <div className={frame.fault} role="alert">
          {t('roadNetworks.failed')}{' '}
          <Button size="compact-xs" variant="default" onClick={() => void loadRoadNetworks()}>
            {t('roadNetworks.again')}
          </Button>
        </div>
      )}
      {value === null && status === 'loading' && <EmptyState title={t('roadNetworks.loading')} />}
      {value?.length === 0 && (
        <EmptyState
          title={t('roadNetworks.empty')}
          detail={t('roadNetworks.emptyDetail')}
          action={
            <Button size="sm" onClick={() => showRoadImport(true)}>
              {t('roadNetworks.import')}
            </Button>
          }
        />
      )}
      {value !== null && value.length > 0 && <NetworksTable networks={value} />}
      <ShownReport />
    </div>
  );
}

function ShownReport() {
  const shown = useRoadNetworks((state) => state.shown);
  const district = useDistrictText();
  if (shown === null) return null;
  const { network, report } = shown;
  return (
    <section className={frame.part} aria-label={t('roadNetworks.stored')}>
      <div className={frame.partHead}>
        <h3>
          {district(network.districtCode)} · {t('roadNetworks.stored')}
        </h3>
        <Button size="compact-xs" variant="default" onClick={() => void showRoadReport(null)}>
          {t('roadNetworks.closeReport')}
        </Button>
      </div>
      {report.status === 'loading' && <p className={frame.soft}>{t('roadNetworks.loading')}</p>}
      {report.status === 'failed' && (
        <p className={frame.fault} role="alert">
          {t('roadNetworks.reportMissing')}
        </p>
      )}
      {report.value !== null && <ReportView report={report.value} bytes={network.bytes} />}
    </section>
  );
}
