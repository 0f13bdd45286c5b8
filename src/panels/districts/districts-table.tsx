import { openDistrict } from '../../actions/districts/show-districts.ts';
import { squareKilometres } from '../../core/districts/extent.ts';
import { recordsIn, unused } from '../../core/districts/use.ts';
import type { DistrictUse } from '../../core/districts/use.ts';
import type { District } from '../../core/model/index.ts';
import { t } from '../../messages/index.ts';
import { useServerNowEvery } from '../../state/clock.ts';
import { useZone } from '../../state/districts.ts';
import { useSession } from '../../state/session.ts';
import { Age } from '../../ui/age.tsx';
import { formatNumber } from '../../ui/format/numbers.ts';
import { formatSource } from '../../ui/format/sources.ts';
import { formatAgo } from '../../ui/format/times.ts';
import kit from '../../ui/form/form.module.css';
import people from '../../ui/list-and-detail.module.css';
import { districtText } from '../parts/districts/district-text.ts';
import type { DistrictRow } from './district-rows.ts';
import styles from './districts.module.css';

interface DistrictsTableProps {
  rows: readonly DistrictRow[];
  /** null = not counted yet. */
  use: ReadonlyMap<string, DistrictUse> | null;
  openCode: string | null;
  onFold: (code: string) => void;
}

/** One district a line, below and to the right of the one it hangs under; the name opens it. */
export function DistrictsTable({ rows, use, openCode, onFold }: DistrictsTableProps) {
  return (
    <table className={`${people.table} ${styles.tree}`} aria-label={t('districts.list')}>
      <thead>
        <tr>
          <th scope="col">{t('districts.column.name')}</th>
          <th scope="col" className={styles.roomy}>
            {t('districts.column.code')}
          </th>
          <th scope="col" className={styles.wide}>
            {t('districts.column.level')}
          </th>
          <th scope="col" className={people.number}>
            {t('districts.column.area')}
          </th>
          <th scope="col" className={people.number}>
            {t('districts.column.records')}
          </th>
          <th scope="col" className={`${people.number} ${styles.roomy}`}>
            {t('districts.column.accounts')}
          </th>
          <th scope="col" className={styles.wide}>
            {t('districts.column.source')}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row
            key={row.district.code}
            row={row}
            use={use === null ? null : (use.get(row.district.code) ?? unused)}
            chosen={row.district.code === openCode}
            onFold={onFold}
          />
        ))}
      </tbody>
    </table>
  );
}

interface RowProps {
  row: DistrictRow;
  use: DistrictUse | null;
  chosen: boolean;
  onFold: (code: string) => void;
}

/** Square kilometres with as many digits as say something. */
export const areaText = (squares: number): string =>
  t('districts.area', {
    area: formatNumber(squares < 10 ? Math.round(squares * 100) / 100 : Math.round(squares)),
  });

function Row({ row: { district, depth, hasBelow, isOpen }, use, chosen, onFold }: RowProps) {
  const { code, level, geometry } = district;
  const name = districtText(district);
  return (
    <tr data-chosen={chosen} data-code={code}>
      <td>
        <span
          className={styles.name}
          style={{ paddingInlineStart: `calc(${depth} * var(--step))` }}
        >
          {hasBelow ? (
            <button
              type="button"
              className={styles.fold}
              aria-expanded={isOpen}
              aria-label={t(isOpen ? 'districts.fold' : 'districts.unfold', { name })}
              onClick={() => onFold(code)}
            >
              <span aria-hidden="true">{isOpen ? '▾' : '▸'}</span>
            </button>
          ) : (
            <span className={styles.fold} aria-hidden="true" />
          )}
          <button
            type="button"
            className={styles.open}
            aria-expanded={chosen}
            onClick={() => openDistrict(district)}
          >
            {name}
            <span className={styles.codeBelow}>{code}</span>
          </button>
        </span>
      </td>
      <td className={`${styles.code} ${styles.roomy}`}>{code}</td>
      <td className={styles.wide}>{t(`card.districtLevel.${level}`)}</td>
      <td className={people.number}>
        {geometry === null ? (
          <span className={styles.unknown}>{t('districts.noBoundary')}</span>
        ) : (
          areaText(squareKilometres(geometry))
        )}
      </td>
      <td className={people.number}>{use === null ? '…' : formatNumber(recordsIn(use))}</td>
      <td className={`${people.number} ${styles.roomy}`}>
        {use === null ? '…' : formatNumber(use.accounts)}
      </td>
      <td className={styles.wide}>
        <Origin district={district} />
      </td>
    </tr>
  );
}

function Origin({ district: { source, observedAt, updatedAt } }: { district: District }) {
  const now = useServerNowEvery(60_000);
  const zone = useZone();
  const language = useSession((state) => state.language);
  return (
    <span className={kit.soft}>
      {source === null ? t('register.unknown') : formatSource(source, language)}
      {' · '}
      {observedAt === null ? (
        t('districts.changed', { ago: formatAgo(updatedAt, now) })
      ) : (
        <Age at={observedAt} now={now} zone={zone} />
      )}
    </span>
  );
}
