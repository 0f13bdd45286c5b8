/**
 * What a frame costs while the map is panned with 20,000 records on it, next to the same map empty, in turn in one
 * Chromium. A frame is timed from the move until its pixels are there. Software rendering makes every frame slow here;
 * only the ratio says something. A full map that draws nothing is wrong.
 */
import { atMost } from '../bench.ts';
import type { Bench } from '../bench.ts';
import { measureMapPan } from '../map-pan/measure.ts';

const RECORDS = 20_000;
/** A whole county, a township, a town. */
const ZOOMS = [10, 12, 14];

export const bench: Bench = async (progress) => {
  const figures = await measureMapPan(RECORDS, ZOOMS, progress);
  return {
    cases: figures.map(({ zoom, drawn, emptyMs, fullMs }) => ({
      case: `pan at zoom ${zoom}, ${RECORDS} records`,
      wrong: drawn > 0 ? 0 : 1,
      figures: { empty_frame_ms: emptyMs, full_frame_ms: fullMs, drawn_symbols: drawn },
      ratios: { 'empty map': emptyMs / fullMs },
    })),
    targets: figures.map(({ zoom, ratio }) =>
      atMost(`median pan frame at zoom ${zoom}, times an empty map's`, 2, ratio),
    ),
  };
};
