/** People counted in shelters become counts of the register, as of the file's time or of none. */
import type { Warning } from '../types.ts';
import type { PlacedRecord } from './place-records.ts';
import type { JsonRow } from './tables.ts';

/** What the register knows of the people inside a shelter. */
export interface KnownOccupancy {
  /** null: nobody ever counted. */
  people: number | null;
  at: string | null;
}

/** A count, as a row of occupancy_movement; `at` null = the file does not say when. */
interface OccupancyCount extends JsonRow {
  shelter_id: string;
  people: number;
  at: string | null;
  reason: string;
}

/**
 * Counts of shelters whose file says something newer, or something else, than is known. A count older than what the
 * register knows is left alone and reported: it would only rewrite history.
 */
export function occupancyWrites(
  placed: readonly PlacedRecord[],
  known: (shelterId: string) => KnownOccupancy | null,
): { counts: OccupancyCount[]; warnings: Warning[] } {
  const counts: OccupancyCount[] = [];
  const older: number[] = [];
  for (const { record, id, stored } of placed) {
    const { occupancy, row } = record;
    if (occupancy === null) continue;
    const there = stored === null ? null : known(id);
    const [now, before] = [occupancy.at, there?.at ?? null].map((at) =>
      at === null ? null : Date.parse(at),
    );
    if (there?.people != null) {
      const isNewer = now != null && (before == null || now > before);
      if (there.people === occupancy.people && !isNewer) continue;
      if (now != null && before != null && now < before) {
        older.push(row);
        continue;
      }
    }
    counts.push({
      shelter_id: id,
      people: occupancy.people,
      at: occupancy.at,
      reason: String(record.fields.source ?? '').slice(0, 1000),
    });
  }
  const warnings: Warning[] =
    older.length === 0
      ? []
      : [{ code: 'occupancy_older', params: { count: older.length }, rows: older.slice(0, 1000) }];
  return { counts, warnings };
}
