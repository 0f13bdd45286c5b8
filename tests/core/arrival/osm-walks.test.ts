/**
 * Two real extracts (OpenStreetMap contributors, ODbL) with fewer places than `npm run bench -- walks`, which asks all of
 * them: nobody near the main part of the roads is left unreached, and no walk crosses anything unsaid.
 */
import { describe, expect, it } from 'vitest';
import { extracts } from '../../bench/roads/walks/extracts.ts';
import { measureExtract } from '../../bench/roads/walks/measure.ts';

const PLACES = 400;
/** Of all places: 0.1 %. */
const MOST_UNREACHED = 0.001 * PLACES;

describe.each(['monaco.osm.gz', 'baltimore.osm.pbf'])('%s', (name) => {
  it.skipIf(!extracts().includes(name))(
    'house-like places are reached, and what lies between them and their road is said',
    async () => {
      for (const { by, incident, before, candidate, neighbours } of await measureExtract(
        name,
        PLACES,
        ['emergency-car', 'foot'],
      )) {
        expect(incident.unreached).toBeLessThanOrEqual(MOST_UNREACHED);
        expect(candidate.unreached).toBeLessThanOrEqual(MOST_UNREACHED);
        for (const { unsaid, groundless } of [incident, candidate])
          expect([unsaid, groundless]).toEqual([0, 0]);
        // Two places side by side are one to whoever is called there.
        if (by !== 'foot')
          expect([neighbours.now.unsaid, neighbours.candidates.unsaid]).toEqual([0, 0]);
        // The nearest road alone leaves some unreached and crosses more, or this would say nothing.
        expect(before.unreached).toBeGreaterThan(MOST_UNREACHED);
        expect(before.unsaid).toBeGreaterThan(incident.across);
        expect(incident.across).toBeGreaterThan(0);
      }
    },
    120_000,
  );
});
