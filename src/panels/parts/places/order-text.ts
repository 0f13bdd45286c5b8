import type { CoordinateReading } from '../../../core/search/coordinates.ts';
import { t } from '../../../messages/index.ts';

/** In which order two numbers were read as coordinates. */
export const orderText = (order: CoordinateReading['order']): string =>
  order === 'lng-lat' ? t('search.coordinates.lngLat') : t('search.coordinates.latLng');
