/** Water nobody has sounded: the office's rule decides, and the other case is always told. */
import { describe, expect, it } from 'vitest';
import { activeAreas } from '../../../src/core/arrival/active-areas.ts';
import type { ActiveArea } from '../../../src/core/arrival/active-areas.ts';
import type { Obstacle } from '../../../src/core/arrival/obstacle.ts';
import { bothCases } from '../../../src/core/arrival/unknown-water.ts';
import { rankCandidates } from '../../../src/core/ranking/rank-candidates.ts';
import type { ByRoad, RoadTimes } from '../../../src/core/ranking/roads.ts';
import type { Hazard } from '../../../src/core/model/index.ts';
import {
  NOW,
  SETTINGS,
  ago,
  hazard,
  question,
  setting,
  tables,
  team,
} from '../ranking/register.ts';

const square: Hazard['geometry'] = {
  type: 'Polygon',
  coordinates: [
    [
      [113, 29],
      [113.1, 29],
      [113.1, 29.1],
      [113, 29],
    ],
  ],
};
const flooded = (id: string, min: number | null, max: number | null): Hazard =>
  hazard(id, {
    kind: 'flood',
    geometry: square,
    activeFrom: ago(60),
    depthMinM: min,
    depthMaxM: max,
  });

function areas(rule: number | null, ...hazards: Hazard[]): ActiveArea[] {
  const rules = [...SETTINGS, setting('0', 'flood_stops_car', 0.3)];
  const register = tables({
    hazard: hazards,
    district_setting: rule === null ? rules : [...rules, setting('0', 'flood_unknown_depth', rule)],
  });
  return activeAreas({ ...register, incident: new Map() }, NOW);
}
const obstaclesOf = (found: readonly ActiveArea[]): Obstacle[] =>
  found.map(({ id, version, geometry, stops }) => ({ id, version, geometry, stops }));

describe('the rule for unknown depth', () => {
  it('says whom the water stops, and nobody where there is none', () => {
    const stops = (rule: number | null) => areas(rule, flooded('f', null, null))[0]?.stops;
    expect(stops(null)).toEqual([]);
    expect(stops(0)).toEqual([]);
    expect(stops(1)).toEqual(['emergency-car']);
    expect(stops(7)).toEqual(['emergency-car', 'heavy-truck', 'foot']);
  });

  it('says nothing of water whose depth is known, even in part', () => {
    expect(areas(7, flooded('f', 0, 0.2))[0]?.stops).toEqual([]);
    expect(areas(0, flooded('f', 0.5, null))[0]?.stops).toEqual(['emergency-car']);
    expect(areas(7, flooded('f', 0.1, null))[0]?.stops).toEqual([]);
  });
});

describe('the other case', () => {
  const known = flooded('a', 0, 1);
  const unknown = flooded('b', null, null);

  it('closes what the rule leaves open, and only water of unknown depth', () => {
    const found = areas(0, known, unknown);
    const { ifClosed, ifOpen } = bothCases(obstaclesOf(found), found, 'emergency-car');
    expect(ifOpen).toBeNull();
    expect(ifClosed?.map(({ id, stops }) => [id, stops])).toEqual([
      ['a', ['emergency-car']],
      ['b', ['emergency-car']],
    ]);
  });

  it('opens what the rule closes, for this traveller alone', () => {
    const found = areas(7, known, unknown);
    const { ifClosed, ifOpen } = bothCases(obstaclesOf(found), found, 'emergency-car');
    expect(ifClosed).toBeNull();
    expect(ifOpen?.find(({ id }) => id === 'b')?.stops).toEqual(['heavy-truck', 'foot']);
    expect(ifOpen?.find(({ id }) => id === 'a')?.stops).toEqual(['emergency-car']);
  });

  it('is none where every depth is known', () => {
    const found = areas(0, known);
    expect(bothCases(obstaclesOf(found), found, 'emergency-car')).toEqual({
      ifClosed: null,
      ifOpen: null,
    });
  });
});

describe('a route through it', () => {
  const ready = {
    mobilisationDayS: 60,
    mobilisationNightS: 60,
    availability: 'available',
    availabilityAt: ago(60),
  } as const;
  const register = tables({
    district_setting: [...SETTINGS, setting('0', 'near_tie', 0)],
    team: [team('wet', ready), team('dry', ready), team('cut', ready)],
  });
  const reached = (seconds: number): ByRoad => ({
    tag: 'reached',
    seconds,
    meters: 100,
    offRoad: 0,
  });
  const gone: ByRoad = { tag: 'unreached', because: { reason: 'closed', closures: ['b'] } };
  const roads: RoadTimes = {
    by: 'emergency-car',
    times: new Map([
      ['wet', reached(300)],
      ['dry', reached(900)],
      ['cut', reached(100)],
    ]),
    ifClosed: new Map([
      ['wet', reached(1200)],
      ['dry', reached(900)],
      ['cut', gone],
    ]),
  };

  it('ranks by the way around; without one it comes after all that is known, and is never left out', () => {
    const { ranked } = rankCandidates(question('team', {}, {}), register, roads);
    expect(ranked.map(({ id, score, otherCase }) => [id, score, otherCase])).toEqual([
      ['dry', 960, null],
      ['wet', 360, { water: 'closed', seconds: 1260 }],
      ['cut', 160, { water: 'closed', seconds: null }],
    ]);
  });

  it('is told where the rule closes it, also to whoever cannot come otherwise', () => {
    const { ranked, unreachable } = rankCandidates(question('team', {}, {}), register, {
      by: 'emergency-car',
      times: roads.ifClosed!,
      ifOpen: roads.times,
    });
    expect(ranked.map(({ id, otherCase }) => [id, otherCase])).toEqual([
      ['dry', null],
      ['wet', { water: 'open', seconds: 360 }],
    ]);
    expect(unreachable.map(({ id, otherCase }) => [id, otherCase])).toEqual([
      ['cut', { water: 'open', seconds: 160 }],
    ]);
  });
});
