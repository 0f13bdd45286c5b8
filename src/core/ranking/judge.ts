/** Which rules hold for which kind. */
import type { Depot, Hazard, Shelter, Team } from '../model/index.ts';
import type { Ages } from '../trust/index.ts';
import { assessDepot, lotsByDepot, unheardItem } from './assess-depot.ts';
import { assessShelter } from './assess-shelter.ts';
import { assessTeam } from './assess-team.ts';
import type { Notes } from './assessment.ts';
import { todayByDistrict } from '../time/zones.ts';
import type { Candidate } from './places.ts';
import type { LeftOutBecause, Question, RankingTables } from './types.ts';

/** What leaves a candidate out, wherever it is; null = it qualifies. Notes, when given, are filled. */
export type Judge = (candidate: Candidate, notes: Notes | null) => LeftOutBecause | null;

/** The judge of a question; it is given candidates of the question's kind only. */
export function judgeFor(question: Question, tables: RankingTables, ages: Ages): Judge {
  const { kind, filters, eventKind, areas = [] } = question;
  switch (kind) {
    case 'team':
      return (team, notes) => assessTeam(team as Team, filters, ages, notes);
    case 'shelter':
      return (shelter, notes) =>
        assessShelter(shelter as Shelter, { filters, eventKind, areas }, ages, notes);
    case 'depot': {
      const lots = lotsByDepot(tables.stock_lot);
      const today = todayByDistrict(tables.district, question.now);
      const isUnheard = unheardItem(filters, tables) !== null;
      return (candidate, notes) => {
        const depot = candidate as Depot;
        const found = assessDepot({
          depot,
          filters,
          lots: lots.get(depot.id) ?? [],
          today: today(depot.districtCode),
          ages,
          isUnheard,
        });
        notes?.facts.push(...found.facts);
        notes?.unknowns.push(...found.unknowns);
        return found.because;
      };
    }
    case 'hazard':
      return (hazard, notes) => assessHazard(hazard as Hazard, ages, notes);
  }
}

/** A hazard is never left out for what it is: also a rectified one (销号) may matter next to an incident, and is said. */
function assessHazard(hazard: Hazard, ages: Ages, notes: Notes | null): null {
  const { rectificationState: state } = hazard;
  const disputed = hazard.disputedAt === null ? null : ages.doubted(hazard, null);
  if (disputed !== null) notes?.unknowns.push({ fact: 'rectification', ...disputed });
  else if (state !== null) notes?.facts.push({ tag: 'rectification', state });
  return null;
}
