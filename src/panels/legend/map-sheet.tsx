import { useEffect, useRef } from 'react';
import { createPortal } from 'react-dom';
import { endMapPrint } from '../../actions/printing/print-map.ts';
import { unusableShelters } from '../../core/ranking/unusable.ts';
import { thresholdByDistrict } from '../../core/thresholds/index.ts';
import { markerFor, symbolsSeen, withUnusable } from '../../core/symbols/index.ts';
import type { RecordsOfSymbol } from '../../core/symbols/index.ts';
import { instantText } from '../../core/export/values.ts';
import { t } from '../../messages/index.ts';
import { useIsDemo, useZone } from '../../state/districts.ts';
import { useMapPrint } from '../../state/map-print.ts';
import type { MapPrint } from '../../state/map-print.ts';
import { useRecords } from '../../state/records.ts';
import { useRoads } from '../../state/roads.ts';
import { MAP_LAYERS, useSession } from '../../state/session.ts';
import { useTimeMap } from '../../state/time-map.ts';
import { formatNumber } from '../../ui/format/numbers.ts';
import { KindSymbol } from '../../ui/kind-symbol.tsx';
import { BandSwatch } from './band-swatch.tsx';
import { SymbolKey } from './symbol-key.tsx';
import { bandRows, paperLines } from './time-map-view.ts';
import { chiefSources, isSeen, layOut } from './map-layout.ts';
import styles from './map-sheet.module.css';

/** The map on one page of A4: picture, legend with counts, scale, north, data time, source. Drawn only while printing. */
export function MapSheet() {
  const print = useMapPrint((state) => state.print);
  return print === null ? null : createPortal(<Sheet print={print} />, document.body);
}

const SOURCES = 4;

/** Paper outlives the day: date and clock to the minute. */
const onPaper = (at: string, zone: string): string => (instantText(at, zone) ?? at).slice(0, 16);

function Sheet({ print }: { print: MapPrint }) {
  const picture = useRef<HTMLImageElement>(null);
  const tables = useRecords((state) => state.tables);
  const dataAsOf = useRecords((state) => state.lastSyncAt);
  const shown = useSession((state) => state.layers);
  const areas = useRoads((state) => state.areas);
  const zone = useZone();
  const isDemo = useIsDemo();
  useEffect(() => {
    let gone = false;
    window.addEventListener('afterprint', endMapPrint);
    // Paper shows what is decoded when it is made.
    void picture.current?.decode().then(
      () => {
        if (!gone) window.print();
      },
      () => endMapPrint(),
    );
    return () => {
      gone = true;
      window.removeEventListener('afterprint', endMapPrint);
    };
  }, []);
  const hasBands = useTimeMap((held) => held.state.tag === 'ready');
  const layers = MAP_LAYERS.filter((layer) => shown[layer]).map((layer) => ({
    layer,
    seen: [...tables[layer].values()].filter(({ lng, lat }) => isSeen(print.bounds, lng, lat)),
  }));
  const groups = layers.map(({ layer, seen }) => ({ kind: layer, records: seen }));
  const now = Date.parse(print.at);
  const maxAgeOf = thresholdByDistrict(tables, 'fact_max_age');
  const noUse = unusableShelters(tables.shelter.values(), areas, null);
  const marker = withUnusable(markerFor(tables, now), noUse);
  const { named, more } = chiefSources(
    layers.flatMap(({ seen }) => seen.map(({ source }) => source)),
    SOURCES,
  );
  const { isUpright, width, height, bar, ratio } = layOut(print.width, print.height, print.across);
  const distance =
    bar.meters < 1000
      ? t('units.meters', { value: bar.meters })
      : t('units.kilometers', { value: bar.meters / 1000 });
  return (
    <article
      className={isUpright ? `${styles.sheet} ${styles.upright}` : styles.sheet}
      role="main"
      data-map-sheet
      data-crowded={hasBands && !isUpright}
    >
      <img
        ref={picture}
        src={print.image}
        alt={t('exporter.print.picture')}
        style={{ width: `${width}mm`, height: `${height}mm` }}
      />
      <aside>
        <h1>{t('exporter.print.title')}</h1>
        {isDemo && <p className={styles.demo}>{t('exporter.about.demo')}</p>}
        <h2>{t('exporter.print.legend')}</h2>
        <ul>
          {layers.map(({ layer, seen }) => (
            <li key={layer}>
              <KindSymbol kind={layer} size={18} />
              <span>{t(`kinds.record.${layer}`)}</span>
              <b>{formatNumber(seen.length)}</b>
            </li>
          ))}
        </ul>
        <div className={styles.compass}>
          <svg
            width="36"
            height="36"
            viewBox="-12 -14 24 28"
            role="img"
            aria-label={t('exporter.print.north')}
          >
            <g transform={`rotate(${-print.bearing})`}>
              <path d="M0-13 5 2 0-1-5 2Z" fill="#000" />
              <text y="12" textAnchor="middle" fontSize="9" fontWeight="700">
                {t('exporter.print.n')}
              </text>
            </g>
          </svg>
          <div>
            <div className={styles.bar} style={{ width: `${bar.millimeters}mm` }} />
            <span>
              {distance}
              {' · '}
              {t('exporter.print.ratio', { ratio: formatNumber(ratio) })}
            </span>
          </div>
        </div>
        <dl>
          <dt>{t('exporter.print.dataTime')}</dt>
          <dd>{dataAsOf === null ? t('exporter.print.unknown') : onPaper(dataAsOf, zone)}</dd>
          <dt>{t('exporter.print.printedAt')}</dt>
          <dd>{onPaper(print.at, zone)}</dd>
          <dt>{t('exporter.print.sources')}</dt>
          <dd>
            {named.join(t('exporter.value.separator'))}
            {more > 0 && t('exporter.print.moreSources', { count: more })}
          </dd>
          <dt>{t('exporter.column.crs')}</dt>
          <dd>{t('exporter.print.crs')}</dd>
        </dl>
        <BandsKey zone={zone} />
        <div className={styles.key}>
          <SymbolKey
            size={14}
            seen={symbolsSeen(groups as RecordsOfSymbol[], now, maxAgeOf, marker)}
          />
        </div>
      </aside>
    </article>
  );
}

/** What the bands of minutes mean, where they lie on the picture. */
function BandsKey({ zone }: { zone: string }) {
  const state = useTimeMap((held) => held.state);
  if (state.tag !== 'ready') return null;
  const { map } = state;
  return (
    <>
      <h2>{t('timeMap.title')}</h2>
      <ul className={styles.bands}>
        {bandRows(map).map(({ label, tally }, i) => (
          <li key={label}>
            <BandSwatch band={i} of={map.limits.length} on="day" />
            <span>{label}</span>
            <b>{tally}</b>
          </li>
        ))}
      </ul>
      {paperLines(map, zone).map((line) => (
        <p key={line} className={styles.ground}>
          {line}
        </p>
      ))}
    </>
  );
}
