import { useEffect, useState } from 'react';
import type { Map as MapLibreMap } from 'maplibre-gl';
import { t } from '../../messages/index.ts';
import css from './map-view.module.css';
import { scaleOf } from './scale-of.ts';
import type { Scale } from './scale-of.ts';

/** How long a round distance is on the screen, at the latitude in the middle. */
export function ScaleBar({ map }: { map: MapLibreMap }) {
  const [scale, setScale] = useState<Scale>(() => scaleOf(map.getCenter().lat, map.getZoom()));
  useEffect(() => {
    const measure = (): void => {
      const next = scaleOf(map.getCenter().lat, map.getZoom());
      setScale((before) => (Math.abs(before.pixels - next.pixels) < 0.5 ? before : next));
    };
    measure();
    map.on('move', measure);
    return () => {
      map.off('move', measure);
    };
  }, [map]);
  return (
    <div className={css.scale} style={{ width: scale.pixels }}>
      {scale.meters < 1000
        ? t('units.meters', { value: scale.meters })
        : t('units.kilometers', { value: scale.meters / 1000 })}
    </div>
  );
}
