/** The time until somebody leaves: as it is recorded, else a range that says what it is taken from. */
import type { Seconds, ThresholdKey, Team } from '../model/index.ts';
import { isNight } from '../time/night.ts';
import { thresholdFor } from '../thresholds/index.ts';
import type { AssumedFrom, RankingTables, Term } from './types.ts';

/** A time nobody recorded: between the two it is likely to be; the slow one is what is reckoned with. */
interface AssumedTime {
  fast: Seconds;
  slow: Seconds;
  from: AssumedFrom;
}

/** So many recorded times of one kind of team say something about that kind; of all kinds, so many about the others. */
const ENOUGH_OF_KIND = 5;
const ENOUGH_OF_ALL = 8;

/** Teams that stand by day and night at a station, in the words registers use; those beside their work are not. */
const STANDS_BY = /消防|急救|救护|救護|救急|\b120\b|\b119\b|fire|ambulance|\bems\b|paramedic/i;
const SIDE_DUTY =
  /志愿|志願|义务|義務|民兵|兼职|兼職|业余|業餘|半专业|半專業|森林|微型|消防団|分団|volunt|auxiliary|reserve|militia|forest|wildland/i;

/**
 * The time a team needs until it leaves, by day or by night. Where nobody recorded it: between the quick and the slow
 * quartile of what teams of its kind recorded, where enough of them did; else by the rule for teams that stand by; else
 * the quartiles of all recorded times; else by the district's default. The slow end counts, so that a team of which
 * nothing is known does not overtake one that is known.
 */
export function turnOut(
  team: Team,
  tables: RankingTables,
  now: string,
): Term & { tag: 'mobilisation' } {
  const night = isNight(tables, team.districtCode, now);
  const recorded = night ? team.mobilisationNightS : team.mobilisationDayS;
  if (recorded !== null) return { tag: 'mobilisation', seconds: recorded, assumed: null };
  const { slow, ...assumed } = assumedTurnOut(team, tables, night);
  return { tag: 'mobilisation', seconds: slow, assumed };
}

/** The time to load a truck at a depot: a range by the district's rule, since no register records it. */
export function loading(tables: RankingTables, districtCode: string): Term & { tag: 'loading' } {
  const { slow, ...assumed } = byRule(tables, districtCode, 'loading_fast', 'loading_default');
  return { tag: 'loading', seconds: slow, assumed };
}

function assumedTurnOut(
  { kind, districtCode }: Team,
  tables: RankingTables,
  night: boolean,
): AssumedTime {
  const { byKind, all } = recordedTimes(tables.team)[night ? 'night' : 'day'];
  const ofKind = byKind.get(kindKey(kind)) ?? [];
  if (ofKind.length >= ENOUGH_OF_KIND)
    return quartiles(ofKind, { by: 'kind', kind, teams: ofKind.length });
  if (STANDS_BY.test(kind) && !SIDE_DUTY.test(kind))
    return byRule(tables, districtCode, 'mobilisation_manned_fast', 'mobilisation_manned');
  if (all.length >= ENOUGH_OF_ALL) return quartiles(all, { by: 'register', teams: all.length });
  return byRule(tables, districtCode, 'mobilisation_fast', 'mobilisation_default');
}

function byRule(
  tables: RankingTables,
  districtCode: string,
  fastKey: ThresholdKey,
  slowKey: ThresholdKey,
): AssumedTime {
  const set = thresholdFor(tables, slowKey, districtCode);
  const slow = set?.value ?? 0;
  const fast = thresholdFor(tables, fastKey, districtCode)?.value ?? slow;
  return { fast: Math.min(fast, slow), slow, from: { by: 'rule', source: set?.source ?? null } };
}

/** @param times rising, not empty; quartiles by nearest rank */
function quartiles(times: readonly Seconds[], from: AssumedFrom): AssumedTime {
  const at = (share: number): Seconds => times[Math.max(0, Math.ceil(share * times.length) - 1)]!;
  return { fast: at(0.25), slow: at(0.75), from };
}

interface Recorded {
  /** Rising. */
  all: readonly Seconds[];
  byKind: ReadonlyMap<string, readonly Seconds[]>;
}

const remembered = new WeakMap<RankingTables['team'], { day: Recorded; night: Recorded }>();

const kindKey = (kind: string): string => kind.normalize('NFKC').replace(/\s/g, '').toLowerCase();

/** What the teams of a table have recorded; remembered per table, since tables are replaced and never changed. */
function recordedTimes(teams: RankingTables['team']): { day: Recorded; night: Recorded } {
  let known = remembered.get(teams);
  if (known === undefined) {
    known = {
      day: recordedOf(teams, 'mobilisationDayS'),
      night: recordedOf(teams, 'mobilisationNightS'),
    };
    remembered.set(teams, known);
  }
  return known;
}

function recordedOf(
  teams: RankingTables['team'],
  field: 'mobilisationDayS' | 'mobilisationNightS',
): Recorded {
  const byKind = new Map<string, Seconds[]>();
  const all: Seconds[] = [];
  for (const team of teams.values()) {
    const time = team[field];
    if (time === null) continue;
    all.push(time);
    const key = kindKey(team.kind);
    byKind.set(key, [...(byKind.get(key) ?? []), time]);
  }
  const rising = (a: Seconds, b: Seconds): number => a - b;
  for (const times of byKind.values()) times.sort(rising);
  return { all: all.sort(rising), byKind };
}
