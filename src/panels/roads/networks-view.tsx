import { Button } from '@mantine/core';
import {
  loadRoadNetworks,
  showRoadImport,
  showRoadReport,
} from '../../actions/roads/keeping/networks.ts';
import { t } from '../../messages/index.ts';
import { useRoadKeeping } from '../../state/road-keeping.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { useDistrictText } from '../parts/districts/use-district-text.ts';
import { NetworksTable } from './networks-table.tsx';
import { ReportView } from './report/report-view.tsx';
import frame from './roads.module.css';

/** Which networks there are, and what the import of the chosen one said. */
export function NetworksView() {
  const { status, value } = useRoadKeeping((state) => state.networks);
  return (
    <div className={frame.body}>
      <p className={frame.soft}>{t('roadKeeping.explain')}</p>
      {status === 'failed' && (
        <div className={frame.fault} role="alert">
          {t('roadKeeping.failed')}{' '}
          <Button size="compact-xs" variant="default" onClick={() => void loadRoadNetworks()}>
            {t('roadKeeping.again')}
          </Button>
        </div>
      )}
      {value === null && status === 'loading' && <EmptyState title={t('roadKeeping.loading')} />}
      {value?.length === 0 && (
        <EmptyState
          title={t('roadKeeping.empty')}
          detail={t('roadKeeping.emptyDetail')}
          action={
            <Button size="sm" onClick={() => showRoadImport(true)}>
              {t('roadKeeping.import')}
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
  const shown = useRoadKeeping((state) => state.shown);
  const district = useDistrictText();
  if (shown === null) return null;
  const { network, report } = shown;
  return (
    <section className={frame.part} aria-label={t('roadKeeping.stored')}>
      <div className={frame.partHead}>
        <h3>
          {district(network.districtCode)} · {t('roadKeeping.stored')}
        </h3>
        <Button size="compact-xs" variant="default" onClick={() => void showRoadReport(null)}>
          {t('roadKeeping.closeReport')}
        </Button>
      </div>
      {report.status === 'loading' && <p className={frame.soft}>{t('roadKeeping.loading')}</p>}
      {report.status === 'failed' && (
        <p className={frame.fault} role="alert">
          {t('roadKeeping.reportMissing')}
        </p>
      )}
      {report.value !== null && <ReportView report={report.value} bytes={network.bytes} />}
    </section>
  );
}
