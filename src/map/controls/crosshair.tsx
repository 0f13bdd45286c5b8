import { t } from '../../messages/index.ts';
import type { Hit } from '../engine/picking.ts';
import { sayHit } from './say-hit.ts';
import css from './map-view.module.css';

/** The keyboard's pointer: stands in the middle while the map has the keyboard; Enter acts on what it covers. */
export function Crosshair({ centred, placing }: { centred: Hit | null; placing: boolean }) {
  const covers =
    centred === null ? t('map.cross.nothing') : t('map.cross.choose', { what: sayHit(centred) });
  const says = placing ? t('map.cross.place') : covers;
  return (
    <div className={css.cross}>
      <svg width="44" height="44" viewBox="-22 -22 44 44" aria-hidden="true" fill="none">
        <path
          d="M-20 0H-6M6 0H20M0-20V-6M0 6V20M-11 0a11 11 0 1 0 22 0a11 11 0 1 0-22 0"
          stroke="var(--m-surface)"
          strokeWidth="5"
        />
        <path
          d="M-20 0H-6M6 0H20M0-20V-6M0 6V20M-11 0a11 11 0 1 0 22 0a11 11 0 1 0-22 0"
          stroke="var(--m-text)"
          strokeWidth="1.8"
        />
      </svg>
      <span className={css.crossSays} role="status">
        {says}
      </span>
    </div>
  );
}
