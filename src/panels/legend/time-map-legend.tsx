import type { CSSProperties } from 'react';
import { toggleTimeBands } from '../../actions/toggle-time-bands.ts';
import { BAND_EDGE, BEYOND_INK, bandInk } from '../../core/symbols/index.ts';
import { t } from '../../messages/index.ts';
import { useZone } from '../../state/districts.ts';
import { useSession } from '../../state/session.ts';
import { useTimeMap } from '../../state/time-map.ts';
import type { TimeMap } from '../../state/time-map.ts';
import styles from './time-map.module.css';
import { bandRows, groundLines, lateText } from './time-map-view.ts';

/** The switch of the bands, and what they say in words and numbers. */
export function TimeMapLegend() {
  const isShown = useSession((state) => state.timeBands);
  const state = useTimeMap((held) => held.state);
  return (
    <div className={styles.part}>
      <label className={styles.switch}>
        <input type="checkbox" checked={isShown} onChange={toggleTimeBands} />
        <Swatch band={1} of={4} />
        <span>{t('timeMap.title')}</span>
      </label>
      {isShown && (
        <div role="status" className={styles.note}>
          {state.tag === 'none' && t(`timeMap.none.${state.because}`)}
          {(state.tag === 'waiting' || state.tag === 'off') && t('timeMap.waiting')}
          {state.tag === 'ready' && (state.renewing ? t('timeMap.renewing') : lateText(state.map))}
        </div>
      )}
      {isShown && state.tag === 'ready' && <Bands map={state.map} />}
    </div>
  );
}

function Bands({ map }: { map: TimeMap }) {
  const zone = useZone();
  const rows = bandRows(map);
  return (
    <>
      <ul className={styles.bands} aria-label={t('timeMap.bands')}>
        {rows.map(({ label, tally }, i) => (
          <li key={label}>
            <Swatch band={i} of={map.limits.length} />
            <span className={styles.label}>{label}</span>
            <span className={styles.tally}>{tally}</span>
          </li>
        ))}
      </ul>
      {groundLines(map, zone).map((line) => (
        <p key={line} className={styles.ground}>
          {line}
        </p>
      ))}
    </>
  );
}

/** A patch as it lies on the map; what lies beyond the last band is crossed. */
function Swatch({ band, of }: { band: number; of: number }) {
  const theme = useSession((state) => state.theme);
  const isBeyond = band >= of;
  const edge = isBeyond ? BEYOND_INK[theme] : BAND_EDGE[theme];
  const style: CSSProperties = {
    borderColor: edge,
    background: isBeyond
      ? `repeating-linear-gradient(45deg, transparent 0 4px, ${edge} 4px 5px), repeating-linear-gradient(-45deg, transparent 0 4px, ${edge} 4px 5px)`
      : bandInk(band, of)[theme],
  };
  return <span className={styles.swatch} style={style} aria-hidden="true" />;
}
