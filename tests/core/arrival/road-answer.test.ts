/** Every question is answered under its own obstacles, whatever was asked before. */
import { describe, expect, it } from 'vitest';
import type { Obstacle } from '../../../src/core/arrival/obstacle.ts';
import { firstUnder, roadAnswer, routesUnder } from '../../../src/core/arrival/road-answer.ts';
import type { OtherCases } from '../../../src/core/arrival/road-answer.ts';
import { RouterService } from '../../../src/core/arrival/router-service.ts';
import { buildNetwork } from '../../../src/core/roads/build/build-network.ts';
import type { LngLat } from '../../../src/core/model/index.ts';
import { roadEdge } from '../roads/road-edge.ts';

const at = (block: number): LngLat => [113 + block / 100, 29];
const street = (): RouterService =>
  new RouterService(
    buildNetwork({
      edges: [0, 1, 2].map((i) => roadEdge(i, i + 1, [at(i), at(i + 1)], { speedKmh: 36 })),
      restrictions: [],
      source: 'test',
    }),
  );
const slide: Obstacle = {
  id: 'slide',
  version: 1,
  geometry: { type: 'Point', coordinates: [...at(1.5)] },
};
const question = (...obstacles: Obstacle[]) => ({
  by: 'emergency-car' as const,
  place: at(0),
  others: Float64Array.from([at(1), at(3)].flat()),
  obstacles,
});
const first = (...obstacles: Obstacle[]) => ({
  starts: Float64Array.from(at(0)),
  leaving: Float64Array.of(0),
  factor: 1,
  limits: [3600],
  places: Float64Array.from(at(3)),
  obstacles,
});
const NONE: OtherCases = { ifClosed: null, ifOpen: null, before: null };
const tags = (times: readonly { tag: string }[] | null) => times?.map(({ tag }) => tag) ?? null;

describe('a road question', () => {
  it('brings what is closed with it: the one before leaves nothing behind', () => {
    const service = street();
    const closed = roadAnswer(service, question(slide), NONE);
    expect(tags(closed.times)).toEqual(['reached', 'unreached']);
    expect([closed.ifClosed, closed.ifOpen, closed.before]).toEqual([null, null, null]);
    expect(tags(roadAnswer(service, question(), NONE).times)).toEqual(['reached', 'reached']);
    const routes = (...obstacles: Obstacle[]) => routesUnder(service, question(...obstacles), [1]);
    expect([routes(slide)[0], routes()[0]?.meters]).toEqual([null, expect.closeTo(2917, -1)]);
    const seconds = (...obstacles: Obstacle[]) => firstUnder(service, first(...obstacles)).times[0];
    expect([seconds(slide), seconds()]).toEqual([Infinity, expect.closeTo(364.7, 0)]);
  });

  it('is compared with other cases, and holds under its own afterwards', () => {
    const service = street();
    const others = { ifClosed: [slide], ifOpen: null, before: [slide] };
    const found = roadAnswer(service, question(), others);
    expect(tags(found.times)).toEqual(['reached', 'reached']);
    expect([tags(found.ifClosed), found.ifOpen]).toEqual([['reached', 'unreached'], null]);
    expect(tags(found.before!.times)).toEqual(['reached', 'unreached']);
    expect(found.before!.causes).toEqual([null, { closed: [], opened: ['slide'] }]);
    expect(service.times(question()).map(({ tag }) => tag)).toEqual(['reached', 'reached']);
  });
});
