/** The records that a ranking reads, out of all that the tab holds. */
import type { RankingTables } from '../core/ranking/types.ts';
import { useRecords } from './records.ts';
import type { RecordTables } from './records.ts';

function pick({
  team,
  depot,
  shelter,
  hazard,
  stock_lot,
  district,
  district_setting,
}: RecordTables): RankingTables {
  return { team, depot, shelter, hazard, stock_lot, district, district_setting };
}

let held: RankingTables | null = null;

/** The same object as long as none of them changed. */
export function rankingTables(tables: RecordTables): RankingTables {
  const now = pick(tables);
  const kinds = Object.keys(now) as (keyof RankingTables)[];
  if (held === null || kinds.some((kind) => held![kind] !== now[kind])) held = now;
  return held;
}

export const useRankingTables = (): RankingTables =>
  useRecords((state) => rankingTables(state.tables));
