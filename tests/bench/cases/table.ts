/**
 * What a frame costs while a table of 100,000 records is scrolled and searched, next to an empty page, in turn in one
 * Chromium. A table that shows no row is wrong.
 */
import { atMost } from '../bench.ts';
import type { Bench } from '../bench.ts';
import { measureTable } from '../register-table/measure.ts';

const RECORDS = 100_000;

export const bench: Bench = async (progress) => {
  const figures = await measureTable(RECORDS, progress);
  return {
    cases: figures.map(({ what, emptyMs, fullMs, full95Ms, found }) => ({
      case: `${what}, ${RECORDS} records`,
      wrong: found > 0 ? 0 : 1,
      figures: {
        empty_frame_ms: emptyMs,
        full_frame_ms: fullMs,
        full_frame_95_ms: full95Ms,
        rows_found: found,
      },
      ratios: { 'empty page': emptyMs / fullMs },
    })),
    targets: figures.map(({ what, emptyMs, fullMs }) =>
      atMost(
        `median frame of a ${what} through ${RECORDS} records, times an empty page's`,
        2,
        fullMs / emptyMs,
      ),
    ),
  };
};
