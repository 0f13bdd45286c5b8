import { t } from '../../messages/index.ts';
import type { Meters, Seconds } from '../../core/model/index.ts';

const grouped = new Intl.NumberFormat('en-US', { maximumFractionDigits: 2 });
const whole = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 });

/** `40,000`, `2.5`: digits grouped by thousands, at most two decimals. */
export const formatNumber = (value: number): string => grouped.format(value);

/** A number with the register's own unit. */
export const quantityText = (value: number, unit: string | null): string =>
  unit === null ? formatNumber(value) : t('units.quantity', { value: formatNumber(value), unit });

/** `850 m`, `1.2 km`, `34 km`: metres to ten below a kilometre, one decimal below ten kilometres. */
export function formatDistance(meters: Meters): string {
  if (meters < 995)
    return t('units.meters', {
      value: whole.format(meters < 100 ? meters : Math.round(meters / 10) * 10),
    });
  const km = meters / 1000;
  return t('units.kilometers', { value: km < 9.95 ? km.toFixed(1) : whole.format(km) });
}

/** `45 s`, `8 min`, `1.5 h`, `3 d`. */
export function formatDuration(seconds: Seconds): string {
  if (seconds < 90) return t('units.seconds', { value: whole.format(seconds) });
  if (seconds < 90 * 60) return t('units.minutes', { value: whole.format(seconds / 60) });
  const hours = Math.round(seconds / 360) / 10;
  if (hours < 36) return t('units.hours', { value: formatNumber(hours) });
  return t('units.days', { value: whole.format(seconds / 86_400) });
}

/** A span of time: `25–50 分钟`, each end with its own unit where the units differ, one time where both read the same. */
export function formatDurationRange(from: Seconds, to: Seconds): string {
  const [first, last] = [formatDuration(from), formatDuration(to)];
  if (first === last) return last;
  const isMinutes = (seconds: Seconds): boolean => seconds >= 90 && seconds < 90 * 60;
  return isMinutes(from) && isMinutes(to)
    ? t('units.minutes', { value: `${whole.format(from / 60)}–${whole.format(to / 60)}` })
    : t('units.range', { from: first, to: last });
}
