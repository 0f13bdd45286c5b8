/** One run of the reach command: records and roads out of the register, a row for each place. */
import { activeAreas } from '../../../src/core/arrival/active-areas.ts';
import type { ActiveArea } from '../../../src/core/arrival/active-areas.ts';
import { areaObstacles } from '../../../src/core/arrival/area-obstacles.ts';
import { closuresInForce } from '../../../src/core/arrival/closures.ts';
import { reachTable } from '../../../src/core/arrival/reach-table.ts';
import type { FirstByRoad, ReachPlace, ReachRow } from '../../../src/core/arrival/reach-table.ts';
import { RouterService } from '../../../src/core/arrival/router-service.ts';
import type { GroundBarrier } from '../../../src/core/roads/barriers/kinds.ts';
import { PROFILES } from '../../../src/core/roads/profiles.ts';
import { nameOf } from '../../../src/core/model/index.ts';
import type { Threshold } from '../../../src/core/model/index.ts';
import { atPace } from '../../../src/core/ranking/paces.ts';
import { thresholdFor } from '../../../src/core/thresholds/index.ts';
import { threatTo } from '../../../src/core/ranking/shelter-validity.ts';
import type { Queryable } from '../../local/queryable.ts';
import { Refusal, say } from '../../local/text.ts';
import { readRecords } from '../exporting/records.ts';
import type { ReadKind } from '../exporting/records.ts';
import type { ReachCommand, ReachKind } from './options.ts';

export interface ReachResult {
  places: readonly ReachPlace[];
  others: readonly ReachPlace[];
  rows: readonly ReachRow[];
  /** By place: the active area it lies in, where that threatens it. */
  threats: readonly (ActiveArea | null)[];
  /** Records without a place: nothing can be said about them. */
  unplaced: number;
  closures: number;
  areas: readonly ActiveArea[];
  /** km/h of people on foot: the slow pace of the district. null = they drive, or no rule says how fast people walk. */
  pace: number | null;
  /** Where the roads come from. */
  source: string;
  /** What walks to roads are not held against, because the roads came without any. */
  unchecked: readonly GroundBarrier[];
  /** The server's clock. */
  now: string;
}

/**
 * @param progress told how large a share of the places is done, 0 to 1
 * @throws Refusal when the district has no records to ask about, or no roads
 */
export async function runReach(
  command: ReachCommand,
  db: Queryable,
  progress: (share: number) => void = () => undefined,
): Promise<ReachResult> {
  const { district, by, width } = command;
  const [at] = await db.query<{ now: string }>(`select to_json(now()) #>> '{}' as now`);
  const now = at?.now ?? '';
  const read = <K extends ReadKind>(kind: K) => readRecords(db, kind, null, false);
  const table = async <K extends ReadKind & ('hazard' | 'incident')>(kind: K) =>
    new Map((await read(kind)).map((one) => [one.id, one]));
  const hazard = await table('hazard');
  const rules = {
    district: new Map((await read('district')).map((one) => [one.code, one])),
    district_setting: new Map(
      (await read('district_setting')).map((one: Threshold) => [one.id, one]),
    ),
  };
  const areas = activeAreas({ hazard, incident: await table('incident'), ...rules }, now);
  const pace = by === 'foot' ? (thresholdFor(rules, 'pace_slow', district)?.value ?? null) : null;
  const clock = Date.parse(now);
  const closed = closuresInForce(await read('closure'), clock).obstacles;
  const obstacles = [...closed, ...areaObstacles(areas, null, hazard.values(), clock).obstacles];
  const places = await placesOf(db, command.of, district);
  const others = await placesOf(db, command.nearest, district);
  if (places.known.length === 0)
    throw new Refusal('reach.none', { kind: say(`kinds.record.${command.of}`), district });
  if (others.known.length === 0)
    throw new Refusal('reach.none', { kind: say(`kinds.record.${command.nearest}`), district });
  const { graph, source } = await roadsOf(db, district);
  const profiles = PROFILES.map((one) =>
    one.id === by && width !== null ? { ...one, widthM: width } : one,
  );
  const service = new RouterService(graph, profiles);
  return {
    places: places.known,
    others: others.known,
    rows: reachTable(
      service,
      { by, places: places.known, others: others.known, obstacles },
      progress,
    ).map((row) => (pace === null ? row : walked(row, pace))),
    pace,
    threats: places.known.map(({ place: [lng, lat] }) => {
      const threat = threatTo({ lng, lat, geometry: null }, areas);
      return areas.find(({ id }) => id === threat?.id) ?? null;
    }),
    unplaced: places.unplaced + others.unplaced,
    closures: closed.length,
    areas,
    source,
    unchecked: service.unchecked,
    now,
  };
}

/** A row of people on foot, at a pace in km/h. */
function walked(row: ReachRow, pace: number): ReachRow {
  const at = (first: FirstByRoad | null): FirstByRoad | null =>
    first === null ? null : { ...first, seconds: atPace(first.seconds, pace) };
  return { ...row, open: at(row.open), now: at(row.now) };
}

async function placesOf(
  db: Queryable,
  kind: ReachKind,
  district: string,
): Promise<{ known: ReachPlace[]; unplaced: number }> {
  const records = await readRecords(db, kind, district, false);
  const known: ReachPlace[] = [];
  for (const record of records) {
    const { id, lng, lat } = record;
    if (lng !== null && lat !== null)
      known.push({ id, name: nameOf<ReachKind>(kind, record), place: [lng, lat] });
  }
  return { known, unplaced: records.length - known.length };
}

/** The roads of the district itself, or of the nearest one above it. @throws Refusal */
async function roadsOf(
  db: Queryable,
  district: string,
): Promise<{ graph: ArrayBuffer; source: string }> {
  const [found] = await db.query<{ graph: string; source: string }>(
    `select encode(n.graph, 'base64') as graph, n.source from public.district d
     join public.district above on d.path like replace(above.path, '_', '\\_') || '%'
     join public.road_network n on n.district_code = above.code and n.archived_at is null and n.sending is null
     where d.code = $1 order by length(above.path) desc, n.edition desc limit 1`,
    [district],
  );
  if (found === undefined) throw new Refusal('reach.noRoads', { district });
  const bytes = Buffer.from(found.graph, 'base64');
  return { graph: new Uint8Array(bytes).buffer, source: found.source };
}
