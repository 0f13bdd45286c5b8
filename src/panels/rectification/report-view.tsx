import { Button, NativeSelect } from '@mantine/core';
import { useEffect, useMemo } from 'react';
import { copyText } from '../../actions/copy-text.ts';
import { ALL_HAZARDS, loadSteps } from '../../actions/upkeep/rectification-steps.ts';
import { setReport } from '../../actions/upkeep/views.ts';
import type { Hazard } from '../../core/model/index.ts';
import { rectificationReport } from '../../core/rectification/index.ts';
import type { Report } from '../../core/rectification/index.ts';
import { subtreeOf } from '../../core/trust/index.ts';
import { t } from '../../messages/index.ts';
import { useServerNowEvery } from '../../state/clock.ts';
import { useZone } from '../../state/districts.ts';
import { useRecordMap } from '../../state/records.ts';
import { useKept, useUpkeep } from '../../state/upkeep.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { formatNumber } from '../../ui/format/numbers.ts';
import { formatFullClock } from '../../ui/format/times.ts';
import { DistrictChoice } from '../parts/districts/district-choice.tsx';
import styles from '../../ui/form/form.module.css';
import { MonthBars } from './month-bars.tsx';
import { MonthTable } from './month-table.tsx';
import { OverdueList } from './overdue-list.tsx';
import own from './rectification.module.css';
import { reportRows, reportText } from './report-rows.ts';
import { TallyTable } from './tally-table.tsx';

interface Made {
  report: Report;
  hazards: Hazard[];
  today: string;
}

function useReport(now: number, zone: string): Made {
  const { year, districtCode } = useUpkeep((state) => state.report);
  const hazard = useRecordMap('hazard');
  const districts = useRecordMap('district');
  const steps = useKept('stepLists', ALL_HAZARDS)?.value ?? null;
  const today = formatFullClock(now, zone).slice(0, 10);
  return useMemo(() => {
    const within = districtCode === null ? null : subtreeOf(districts, districtCode);
    const hazards = [...hazard.values()].filter(
      (one) => within === null || within.has(one.districtCode),
    );
    const report = rectificationReport({
      hazards,
      steps: steps ?? [],
      districts,
      year,
      today,
      zone,
    });
    return { report, hazards, today };
  }, [hazard, districts, steps, year, districtCode, today, zone]);
}

/** 排查、整改、销号 as a yearly report counts them: numbers first, then tables, a small chart and what is overdue. */
export function ReportView() {
  const now = useServerNowEvery(60_000);
  const zone = useZone();
  const { year, districtCode } = useUpkeep((state) => state.report);
  const steps = useKept('stepLists', ALL_HAZARDS);
  const districts = useRecordMap('district');
  const { report, hazards, today } = useReport(now, zone);
  useEffect(() => void loadSteps(ALL_HAZARDS), []);
  const tables = reportRows(report, districts);
  const monthsTitle =
    year === null ? t('rectification.report.lastMonths') : t('rectification.report.by.month');
  return (
    <div className={styles.view}>
      <div className={styles.viewHead}>
        <h2>{t('rectification.report.title')}</h2>
        <div className={styles.choices}>
          <NativeSelect
            size="xs"
            label={t('rectification.report.year')}
            value={year === null ? '' : String(year)}
            onChange={({ currentTarget: { value } }) =>
              setReport({ year: value === '' ? null : Number(value) })
            }
          >
            <option value="">{t('rectification.report.allYears')}</option>
            {report.years.map((one) => (
              <option key={one} value={one}>
                {one}
              </option>
            ))}
          </NativeSelect>
          <DistrictChoice
            label={t('rectification.report.district')}
            all={t('verification.queue.allDistricts')}
            value={districtCode}
            onChoose={(code) => setReport({ districtCode: code })}
          />
          <Button
            size="xs"
            variant="default"
            onClick={() => void copyText(reportText(report, tables), 'list')}
          >
            {t('rectification.report.copy')}
          </Button>
        </div>
      </div>
      {report.total.found === 0 ? (
        <EmptyState title={t('rectification.report.none')} />
      ) : (
        <>
          <Summary report={report} />
          <p className={styles.soft}>
            {t('rectification.report.asOf', { clock: formatFullClock(now, zone) })}
            {steps?.status === 'failed' && ` · ${t('rectification.report.stepsMissing')}`}
            {year !== null &&
              report.undated > 0 &&
              ` · ${t('rectification.report.undated', { count: report.undated })}`}
            {report.total.unstated > 0 &&
              ` · ${t('rectification.report.unstated', { count: report.total.unstated })}`}
          </p>
          <div className={own.grid}>
            <div>
              <h3>{monthsTitle}</h3>
              <MonthBars months={report.byMonth} />
              {report.doneUndated > 0 && (
                <p className={styles.soft}>
                  {t('rectification.report.doneUndated', { count: report.doneUndated })}
                </p>
              )}
            </div>
            {tables.map((table) => (
              <TallyTable key={table.by} table={table} total={report.total} />
            ))}
            <MonthTable months={report.byMonth} title={monthsTitle} />
          </div>
          <OverdueList hazards={hazards} today={today} />
        </>
      )}
    </div>
  );
}

function Summary({ report: { total } }: { report: Report }) {
  const { found, done, inProgress, overdue } = total;
  return (
    <p className={own.summary}>
      {t('rectification.report.summary', {
        found: formatNumber(found),
        done: formatNumber(done),
        inProgress: formatNumber(inProgress),
      })}
      {overdue > 0 && (
        <>
          {' · '}
          <span className={styles.bad}>
            {t('rectification.report.overdueSummary', { overdue: formatNumber(overdue) })}
          </span>
        </>
      )}
    </p>
  );
}
