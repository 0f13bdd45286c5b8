import { expect, it } from 'vitest';
import { MOST_CORNERS } from '../../src/core/geo/corners.ts';
import { toEwkt } from '../../src/core/geo/ewkt.ts';
import { isTooDetailed } from '../../supabase/local/shape-limit.ts';

const line = (corners: number) => ({
  type: 'LineString' as const,
  coordinates: Array.from({ length: corners }, (_, i) => [100 + i / 1e6, 30]),
});
const body = (geom: unknown): Uint8Array =>
  Buffer.from(JSON.stringify({ p_change: { name: '某处', geom } }));

it('knows too many corners by their signs, in either writing', () => {
  for (const [corners, tooMany] of [
    [MOST_CORNERS, false],
    [MOST_CORNERS * 1.2, true],
  ] as const) {
    expect(isTooDetailed(body(line(corners)))).toBe(tooMany);
    expect(isTooDetailed(body(toEwkt(line(corners))))).toBe(tooMany);
  }
  expect(isTooDetailed(body({ note: '长'.repeat(300_000) }))).toBe(false);
});
