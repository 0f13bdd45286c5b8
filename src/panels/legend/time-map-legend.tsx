import { toggleTimeBands } from '../../actions/toggle-time-bands.ts';
import { t } from '../../messages/index.ts';
import { useZone } from '../../state/districts.ts';
import { useSession } from '../../state/session.ts';
import { useTimeMap } from '../../state/time-map.ts';
import type { TimeMap } from '../../state/time-map.ts';
import { BandSwatch } from './band-swatch.tsx';
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
        <BandSwatch band={1} of={4} />
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
            <BandSwatch band={i} of={map.limits.length} />
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
