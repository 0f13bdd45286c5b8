import type { RoadReport } from '../../../core/roads/report.ts';
import { showIsland } from '../../../actions/roads/networks/gaps.ts';
import { t } from '../../../messages/index.ts';
import { formatNumber } from '../../../ui/format/numbers.ts';
import { sizeText } from '../../parts/files/file-text.ts';
import { kilometresText, noteText, shareText } from '../road-text.ts';
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
      <section className={styles.block} aria-label={t('roadNetworks.notes')}>
        <h4>{t('roadNetworks.notes')}</h4>
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
    [t('roadNetworks.figure.kilometres'), kilometresText(report.kilometres * 1000)],
    [
      t('roadNetworks.figure.edges'),
      t('roadNetworks.edges', {
        edges: formatNumber(report.edges),
        directed: formatNumber(report.directedEdges),
      }),
    ],
    [t('roadNetworks.figure.components'), formatNumber(report.components)],
    [t('roadNetworks.figure.largest'), shareText(report.largestShare)],
    [
      t('roadNetworks.figure.islands'),
      t('roadNetworks.islandsValue', {
        count: formatNumber(islands.count),
        km: formatNumber(Math.round(islands.kilometres * 10) / 10),
      }),
    ],
    [t('roadNetworks.figure.gaps'), t('roadNetworks.places', { count: formatNumber(gaps.count) })],
    [
      t('roadNetworks.figure.oneWay'),
      sayOneWay ? shareText(report.oneWayShare) : t('roadNetworks.oneWayUnknown'),
    ],
    [
      t('roadNetworks.figure.restrictions'),
      t('roadNetworks.places', { count: formatNumber(report.restrictions) }),
    ],
    [t('roadNetworks.figure.leftOut'), t('roadNetworks.lines', { count: formatNumber(left) })],
    [t('roadNetworks.figure.speed'), shareText(known.speed)],
    [t('roadNetworks.figure.width'), shareText(known.width)],
    [t('roadNetworks.figure.size'), sizeText(bytes)],
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
    <section className={styles.block} aria-label={t('roadNetworks.islandsTitle')}>
      <h4>{t('roadNetworks.islandsTitle')}</h4>
      <ul className={styles.places}>
        {shown.map(({ place, kilometres, edges }) => (
          <li key={place.join()}>
            <button type="button" className={styles.link} onClick={() => showIsland(place)}>
              {t('roadNetworks.island', {
                km: formatNumber(Math.round(kilometres * 100) / 100),
                edges: formatNumber(edges),
              })}
            </button>
          </li>
        ))}
      </ul>
      {islands.count > shown.length && (
        <p className={frame.soft}>
          {t('roadNetworks.islandsMore', { count: formatNumber(islands.count - shown.length) })}
        </p>
      )}
    </section>
  );
}

function LeftOut({ report: { leftOut } }: { report: RoadReport }) {
  if (leftOut.length === 0) return null;
  return (
    <section className={styles.block} aria-label={t('roadNetworks.leftOutTitle')}>
      <h4>{t('roadNetworks.leftOutTitle')}</h4>
      <ul>
        {leftOut.map(({ reason, count, examples }) => (
          <li key={reason}>
            {t('roadNetworks.leftOut', {
              reason: t(`roads.reason.${reason}`),
              count: formatNumber(count),
            })}{' '}
            <span className={frame.soft}>
              {t('roadNetworks.examples', { examples: examples.slice(0, 3).join('、') })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
