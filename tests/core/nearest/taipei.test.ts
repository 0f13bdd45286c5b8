/** Real places: for each of the 260 shelters of Taipei the nearest fire brigades, against a sort by Turf. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FeatureCollection, Point } from 'geojson';
import { describe, expect, it } from 'vitest';
import { rankCandidates } from '../../../src/core/ranking/rank-candidates.ts';
import { question, tables, team } from '../ranking/register.ts';
import { hasSharedData, sharedData } from '../../support/shared-data.ts';
import { fromPairs, sortedByTurf } from './point-sets.ts';

function placesOf(file: string): [number, number][] {
  const text = readFileSync(join(sharedData, 'taipei/facilities', file), 'utf8');
  const { features } = JSON.parse(text) as FeatureCollection<Point>;
  return features.map(({ geometry }) => [
    geometry.coordinates[0] ?? NaN,
    geometry.coordinates[1] ?? NaN,
  ]);
}

describe.skipIf(!hasSharedData)('Taipei', () => {
  it('ranks the 46 brigades around each of the 260 shelters as a sort by Turf does', () => {
    const shelters = placesOf('patrol_designate_place.geojson');
    const brigades = placesOf('patrol_fire_brigade.geojson');
    expect([shelters.length, brigades.length]).toEqual([260, 46]);
    // Only where they are is known; numbers are written so that order of id is order of number.
    const register = tables({
      team: brigades.map(([lng, lat], i) =>
        team(String(i).padStart(2, '0'), { lng, lat, observedAt: null }),
      ),
    });
    const set = fromPairs(brigades);
    for (const place of shelters) {
      const oracle = sortedByTurf(set, place);
      const { ranked, leftOut } = rankCandidates(
        question('team', { count: 46, radius: 1e6 }, { place }),
        register,
      );
      expect(leftOut).toEqual([]);
      expect(ranked.map(({ id }) => Number(id))).toEqual(oracle.ids);
      expect(ranked.map(({ distance }) => distance)).toEqual(oracle.meters);
    }
  });
});
