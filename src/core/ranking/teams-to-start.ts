/** Which teams could set out now, wherever to: those the first to arrive anywhere is among. */
import type { Instant, Seconds, Team } from '../model/index.ts';
import { Ages } from '../trust/index.ts';
import { emptyNotes } from './assessment.ts';
import { assessTeam } from './assess-team.ts';
import { isNowhere } from './basis.ts';
import { SHAPE, teamPlaces } from './places.ts';
import { thresholdByDistrict } from '../thresholds/index.ts';
import { turnOut } from './turn-out.ts';
import type { Filters, RankingTables } from './types.ts';

export interface TeamsToStart {
  ids: string[];
  /** `[lng, lat, …]`: the last position while it is young enough, else the base. */
  places: Float64Array;
  /** Seconds until each leaves. */
  leaving: Float64Array;
  /** How many of them leave after a time nobody recorded: the district's default. */
  assumed: number;
  /** How many of them nobody knows to be available. Unknown never excludes. */
  unknown: number;
  /** Those that cannot be counted, by why. */
  without: { unavailable: number; noPlace: number };
}

const READY: Filters = {
  count: null,
  radius: null,
  capability: null,
  onlyAvailable: true,
  item: null,
  itemQuantity: null,
  freeCapacity: null,
};

/** As the ranking of teams that asks for available ones: recorded negatives are out, positions follow the age rule. */
export function teamsToStart(tables: RankingTables, now: Instant): TeamsToStart {
  const ages = new Ages(now, tables);
  const { candidates, how, lng, lat } = teamPlaces(
    tables.team,
    ages,
    thresholdByDistrict(tables, 'position_max_age'),
  );
  const found: TeamsToStart = {
    ids: [],
    places: new Float64Array(),
    leaving: new Float64Array(),
    assumed: 0,
    unknown: 0,
    without: { unavailable: 0, noPlace: 0 },
  };
  const places: number[] = [];
  const leaving: Seconds[] = [];
  candidates.forEach((candidate, i) => {
    const team = candidate as Team;
    const notes = emptyNotes();
    const isShape = how[i] === SHAPE;
    if (assessTeam(team, READY, ages, notes) !== null) found.without.unavailable++;
    else if (isNowhere(how[i])) found.without.noPlace++;
    else if (isShape && (team.lng === null || team.lat === null)) found.without.noPlace++;
    else {
      const { seconds, assumed } = turnOut(team, tables, now);
      found.ids.push(team.id);
      places.push(isShape ? team.lng! : lng[i]!, isShape ? team.lat! : lat[i]!);
      leaving.push(seconds);
      if (assumed !== null) found.assumed++;
      if (notes.unknowns.some(({ fact }) => fact === 'availability')) found.unknown++;
    }
  });
  return { ...found, places: Float64Array.from(places), leaving: Float64Array.from(leaving) };
}
