/**
 * Walks between house-like places and their roads over all extracts at hand: whom nobody reaches although a road of the
 * main part lies within 150 m, and whose walk crosses water, rails, a wall, a cliff or a motorway unsaid; against the rule
 * of before (the nearest road alone) in the same run. 3,000 places an extract, seed stated in measure.ts.
 */
import type { Vehicle } from '../../../src/core/ranking/roads.ts';
import { atMost } from '../bench.ts';
import type { Bench, CaseReport } from '../bench.ts';
import { extracts } from '../roads/walks/extracts.ts';
import { SEED, measureExtract } from '../roads/walks/measure.ts';
import type { Measured, Tally } from '../roads/walks/measure.ts';
import type { Neighbours } from '../roads/walks/neighbours.ts';

const PLACES = 3000;
const VEHICLES: readonly Vehicle[] = ['emergency-car', 'heavy-truck', 'foot'];
/** Of the places of an extract. */
const MOST_UNREACHED = 0.001;
/** Of neighbours: a car's answers that differ absurdly while nothing is said. People on foot are reported alone. */
const MOST_ABSURD = 0.002;

export const bench: Bench = async (progress) => {
  const names = extracts();
  const cases: CaseReport[] = [];
  let worstShare = 0;
  let unsaid = 0;
  let absurd = 0;
  for (const name of names) {
    progress(`${name}: ${PLACES} places, seed ${SEED}`);
    for (const measured of await measureExtract(name, PLACES, VEHICLES)) {
      const { incident } = measured;
      const share = incident.unreached / incident.places;
      worstShare = Math.max(worstShare, share);
      if (measured.by !== 'foot')
        absurd = Math.max(
          absurd,
          ...[measured.neighbours.now, measured.neighbours.candidates].map(
            ({ unsaid: one, pairs }) => one / pairs,
          ),
        );
      unsaid += incident.unsaid + measured.candidate.unsaid;
      cases.push(caseOf(name, measured, share));
    }
  }
  if (names.length === 0)
    cases.push({
      case: 'walks',
      wrong: 0,
      figures: {},
      ratios: {},
      skipped: { all: 'the extracts are not there' },
    });
  return {
    cases,
    targets: [
      atMost(
        'largest share of places that nobody reaches near the main part',
        MOST_UNREACHED,
        names.length === 0 ? null : worstShare,
      ),
      atMost('walks across something, unsaid', 0, names.length === 0 ? null : unsaid),
      atMost(
        'largest share of neighbours that a car reaches five minutes apart, unsaid',
        MOST_ABSURD,
        names.length === 0 ? null : absurd,
      ),
    ],
  };
};

function caseOf(
  name: string,
  { by, incident, before, candidate, neighbours, ms }: Measured,
  share: number,
): CaseReport {
  return {
    case: `${name}: ${by}`,
    wrong:
      incident.unsaid +
      candidate.unsaid +
      incident.groundless +
      (share > MOST_UNREACHED ? incident.unreached : 0),
    figures: {
      ...figuresOf('', incident),
      ...figuresOf('before, ', before),
      ...figuresOf('as candidates, ', candidate),
      ...neighbourFigures('neighbours', neighbours.now),
      ...neighbourFigures('neighbours before', neighbours.before),
      ...neighbourFigures('neighbours as candidates', neighbours.candidates),
      'ms an incident': ms,
    },
    ratios: {},
  };
}

const figuresOf = (
  prefix: string,
  { places, unreached, across, unsaid, groundless, median, worst }: Tally,
) => ({
  [`${prefix}unreached_%`]: (100 * unreached) / places,
  [`${prefix}walk across_%`]: (100 * across) / places,
  [`${prefix}unsaid`]: unsaid,
  [`${prefix}said without cause`]: groundless,
  [`${prefix}median walk_m`]: median,
  [`${prefix}worst walk_m`]: worst,
});

const neighbourFigures = (
  name: string,
  { pairs, absurd, unsaid }: Neighbours,
): Record<string, number> => ({
  [`${name}, absurd_%`]: (100 * absurd) / pairs,
  [`${name}, absurd and unsaid_%`]: (100 * unsaid) / pairs,
});
