import type { District } from '../../core/model/index.ts';
import type { Report, Tally } from '../../core/rectification/index.ts';
import { t } from '../../messages/index.ts';

export interface ReportTable {
  by: 'class' | 'level' | 'district';
  rows: { key: string; name: string; tally: Tally }[];
}

/** The tables of the report with their rows named. */
export function reportRows(
  report: Report,
  districts: ReadonlyMap<string, District>,
): ReportTable[] {
  return [
    {
      by: 'class',
      rows: [...report.byClass].map(([key, tally]) => ({
        key,
        name: t(`kinds.eventClass.${key}`),
        tally,
      })),
    },
    {
      by: 'level',
      rows: [...report.byLevel].map(([key, tally]) => ({
        key: String(key),
        name: key === null ? t('units.noLevel') : t(`kinds.level.${key}`),
        tally,
      })),
    },
    {
      by: 'district',
      rows: [...report.byDistrict].map(([key, tally]) => ({
        key,
        name: districts.get(key)?.name ?? key,
        tally,
      })),
    },
  ];
}

/** Done in proportion to found; null when nothing was found. */
export const rate = ({ found, done }: Tally): string | null =>
  found === 0 ? null : `${Math.round((100 * done) / found)}%`;

const line = (...cells: (string | number)[]): string => cells.join('\t');

/** The report as text with tabs, which a spreadsheet takes as cells. */
export function reportText(report: Report, tables: readonly ReportTable[]): string {
  const head = [
    t('rectification.report.found'),
    t('rectification.report.done'),
    t('rectification.report.inProgress'),
    t('rectification.report.overdue'),
    t('rectification.report.rate'),
  ];
  const cells = (tally: Tally) => [
    tally.found,
    tally.done,
    tally.inProgress,
    tally.overdue,
    rate(tally) ?? '',
  ];
  const lines = tables.flatMap(({ by, rows }) => [
    line(t(`rectification.report.row.${by}`), ...head),
    ...rows.map(({ name, tally }) => line(name, ...cells(tally))),
    line(t('rectification.report.total'), ...cells(report.total)),
    '',
  ]);
  lines.push(
    line(
      t('rectification.report.row.month'),
      t('rectification.report.found'),
      t('rectification.report.done'),
    ),
  );
  report.byMonth.forEach(({ year, month, found, done }) =>
    lines.push(line(t('rectification.report.month', { year, month }), found, done)),
  );
  return lines.join('\n');
}
