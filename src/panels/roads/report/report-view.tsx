import type { RoadReport } from '../../../core/roads/report.ts';
import { showIsland } from '../../../actions/roads/keeping/gaps.ts';
import { t } from '../../../messages/index.ts';
import { formatNumber } from '../../../ui/format/numbers.ts';
import { sizeText } from '../../parts/files/file-words.ts';
import { kilometresText, noteText, shareText } from '../road-words.ts';
import frame from '../roads.module.css';
import styles from './report.module.css';
import { GapsView } from './gaps-view.tsx';

const ISLANDS_SHOWN = 8;

/** What a network is made of, what was not used, and where it may be broken. */
export function ReportView({ report, bytes }: { report: RoadReport; bytes: number }) {
  return (
    <>
      <Figures report={report} bytes={bytes} />
      <GapsView report={report} />
      <Islands report={report} />
      <LeftOut report={report} />
      <section className={styles.block} aria-label={t('roadKeeping.notes')}>
        <h4>{t('roadKeeping.notes')}</h4>
        <ul>
          {report.notes.map((noted) => (
            <li key={`${noted.note} ${noted.params.field ?? ''}`}>{noteText(noted)}</li>
          ))}
        </ul>
      </section>
    </>
  );
}

function Figures({ report, bytes }: { report: RoadReport; bytes: number }) {
  const { islands, known, gaps } = report;
  const left = report.leftOut.reduce((sum, { count }) => sum + count, 0);
  const sayOneWay = !report.notes.some(({ note }) => note === 'no_one_way_column');
  const figures = [
    [t('roadKeeping.figure.kilometres'), kilometresText(report.kilometres * 1000)],
    [
      t('roadKeeping.figure.edges'),
      t('roadKeeping.edges', {
        edges: formatNumber(report.edges),
        directed: formatNumber(report.directedEdges),
      }),
    ],
    [t('roadKeeping.figure.components'), formatNumber(report.components)],
    [t('roadKeeping.figure.largest'), shareText(report.largestShare)],
    [
      t('roadKeeping.figure.islands'),
      t('roadKeeping.islandsValue', {
        count: formatNumber(islands.count),
        km: formatNumber(Math.round(islands.kilometres * 10) / 10),
      }),
    ],
    [t('roadKeeping.figure.gaps'), t('roadKeeping.places', { count: formatNumber(gaps.count) })],
    [
      t('roadKeeping.figure.oneWay'),
      sayOneWay ? shareText(report.oneWayShare) : t('roadKeeping.oneWayUnknown'),
    ],
    [
      t('roadKeeping.figure.restrictions'),
      t('roadKeeping.places', { count: formatNumber(report.restrictions) }),
    ],
    [t('roadKeeping.figure.leftOut'), t('roadKeeping.lines', { count: formatNumber(left) })],
    [t('roadKeeping.figure.speed'), shareText(known.speed)],
    [t('roadKeeping.figure.width'), shareText(known.width)],
    [t('roadKeeping.figure.size'), sizeText(bytes)],
  ] as const;
  return (
    <dl className={styles.figures}>
      {figures.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function Islands({ report: { islands } }: { report: RoadReport }) {
  if (islands.count === 0) return null;
  const shown = islands.listed.slice(0, ISLANDS_SHOWN);
  return (
    <section className={styles.block} aria-label={t('roadKeeping.islandsTitle')}>
      <h4>{t('roadKeeping.islandsTitle')}</h4>
      <ul className={styles.places}>
        {shown.map(({ place, kilometres, edges }) => (
          <li key={place.join()}>
            <button type="button" className={styles.link} onClick={() => showIsland(place)}>
              {t('roadKeeping.island', {
                km: formatNumber(Math.round(kilometres * 100) / 100),
                edges: formatNumber(edges),
              })}
            </button>
          </li>
        ))}
      </ul>
      {islands.count > shown.length && (
        <p className={frame.soft}>
          {t('roadKeeping.islandsMore', { count: formatNumber(islands.count - shown.length) })}
        </p>
      )}
    </section>
  );
}

function LeftOut({ report: { leftOut } }: { report: RoadReport }) {
  if (leftOut.length === 0) return null;
  return (
    <section className={styles.block} aria-label={t('roadKeeping.leftOutTitle')}>
      <h4>{t('roadKeeping.leftOutTitle')}</h4>
      <ul>
        {leftOut.map(({ reason, count, examples }) => (
          <li key={reason}>
            {t('roadKeeping.leftOut', {
              reason: t(`roads.reason.${reason}`),
              count: formatNumber(count),
            })}{' '}
            <span className={frame.soft}>
              {t('roadKeeping.examples', { examples: examples.slice(0, 3).join('、') })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
