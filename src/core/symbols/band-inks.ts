/** Colours of the bands of minutes, the nearest first: one hue (that of teams), distinguished by lightness, edge and words. */
import type { DayNight } from './palette.ts';

const DAY = ['#0b5b61', '#2f8288', '#66a6aa', '#9cc6c8', '#cfe3e4'] as const;
const NIGHT = ['#8fe3e6', '#5fb6ba', '#3f898d', '#2b6165', '#1d4145'] as const;

/** What lies beyond the last band is hatched crosswise in this. */
export const BEYOND_INK: DayNight<string> = { day: '#4a4f57', night: '#c3c9d0' };
/** Edges of the bands and the words along them. */
export const BAND_EDGE: DayNight<string> = { day: '#0b474c', night: '#b9f0f2' };

/** The colour of band `i` of `count`, spread over the whole ramp. */
export function bandInk(i: number, count: number): DayNight<string> {
  const at = count <= 1 ? 0 : Math.round((i * (DAY.length - 1)) / (count - 1));
  return { day: DAY[at] ?? DAY[0], night: NIGHT[at] ?? NIGHT[0] };
}
