/** Who comes through a ford, or over a road that is flooded now and then, is told; nobody else. */
import { describe, expect, it } from 'vitest';
import { measured } from '../../../src/core/arrival/measured.ts';
import { RouterService } from '../../../src/core/arrival/router-service.ts';
import type { ByRoad } from '../../../src/core/ranking/roads.ts';
import { buildNetwork } from '../../../src/core/roads/build/build-network.ts';
import type { RoadEdgeInput } from '../../../src/core/roads/types.ts';
import type { LngLat } from '../../../src/core/model/index.ts';
import { roadEdge } from '../roads/road-edge.ts';

/** A street of four stretches from west to east; the incident is at its middle. */
const street = (west: Partial<RoadEdgeInput>, east: Partial<RoadEdgeInput>): RoadEdgeInput[] =>
  [{}, west, east, {}].map((more, i) =>
    roadEdge(
      i,
      i + 1,
      [
        [113 + i / 100, 29],
        [113.01 + i / 100, 29],
      ],
      more,
    ),
  );
const incident: LngLat = [113.02, 29];
const teams: LngLat[] = [
  [113.001, 29],
  [113.039, 29],
];

function remarks(west: Partial<RoadEdgeInput>, east: Partial<RoadEdgeInput> = {}): unknown[] {
  const service = new RouterService(
    buildNetwork({ edges: street(west, east), restrictions: [], source: 'test' }),
  );
  const asked = {
    by: 'emergency-car',
    place: incident,
    others: Float64Array.from(teams.flat()),
  } as const;
  const byId = <T>(list: readonly T[]): Map<string, T> =>
    new Map(list.map((one, i) => [String(i), one]));
  const times = byId<ByRoad>(service.times(asked));
  const routes = byId(service.routes(asked, [0, 1]).map((found) => found!));
  return [...measured(times, routes).values()].map((time) =>
    time.tag === 'reached' ? time.remarks : time,
  );
}

describe('water on the route', () => {
  it('is told of the route that goes through it', () => {
    expect(remarks({ ford: true })).toEqual([[{ tag: 'ford' }], undefined]);
    expect(remarks({}, { floodProne: true })).toEqual([undefined, [{ tag: 'flood-prone' }]]);
    expect(remarks({ ford: true, floodProne: true })).toEqual([
      [{ tag: 'ford' }, { tag: 'flood-prone' }],
      undefined,
    ]);
    expect(remarks({})).toEqual([undefined, undefined]);
  });

  it('is told beside what was already said', () => {
    const said = remarks({ ford: true, bridge: true }, { bridge: true });
    const on = { tag: 'on', at: 'incident', structure: 'bridge' };
    expect(said).toEqual([[on, { tag: 'ford' }], [on]]);
  });
});
