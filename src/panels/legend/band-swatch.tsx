import type { CSSProperties } from 'react';
import { BAND_EDGE, BEYOND_INK, bandInk } from '../../core/symbols/index.ts';
import { useSession } from '../../state/session.ts';
import type { Theme } from '../../state/session.ts';
import styles from './time-map.module.css';

/** A patch as it lies on the map; what lies beyond the last band is crossed. On paper by day, whatever the hour. */
export function BandSwatch({ band, of, on }: { band: number; of: number; on?: Theme }) {
  const session = useSession((state) => state.theme);
  const theme = on ?? session;
  const isBeyond = band >= of;
  const edge = isBeyond ? BEYOND_INK[theme] : BAND_EDGE[theme];
  const style: CSSProperties = {
    borderColor: edge,
    background: isBeyond
      ? `repeating-linear-gradient(45deg, transparent 0 4px, ${edge} 4px 5px), repeating-linear-gradient(-45deg, transparent 0 4px, ${edge} 4px 5px)`
      : // As strong as it lies over the ground.
        `color-mix(in srgb, ${bandInk(band, of)[theme]} 65%, transparent)`,
  };
  return <span className={styles.swatch} style={style} aria-hidden="true" />;
}
