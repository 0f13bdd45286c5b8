import { activeAreas } from '../../core/arrival/active-areas.ts';
import { areaObstacles, sameAreas } from '../../core/arrival/area-obstacles.ts';
import type { Obstacles } from '../../core/arrival/obstacle.ts';
import { askedIncident } from '../../state/asked-incident.ts';
import type { RecordTables } from '../../state/records.ts';
import { useRoads } from '../../state/roads.ts';

/** The areas active now, in `state/roads` as the same list while nothing about them changed; and what they close. */
export function areasNow(tables: RecordTables, now: number): Obstacles {
  const areas = activeAreas(tables, new Date(now).toISOString());
  if (!sameAreas(areas, useRoads.getState().areas)) useRoads.setState({ areas });
  return areaObstacles(areas, askedIncident()?.id ?? null, tables.hazard.values(), now);
}
