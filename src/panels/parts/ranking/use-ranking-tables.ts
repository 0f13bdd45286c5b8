import { useMemo } from 'react';
import type { RankingTables } from '../../../core/ranking/index.ts';
import { useRecordMap } from '../../../state/records.ts';

/** The tables a ranking reads; the same object as long as none of them changed. */
export function useRankingTables(): RankingTables {
  const team = useRecordMap('team');
  const depot = useRecordMap('depot');
  const shelter = useRecordMap('shelter');
  const hazard = useRecordMap('hazard');
  const stock_lot = useRecordMap('stock_lot');
  const district = useRecordMap('district');
  const district_setting = useRecordMap('district_setting');
  return useMemo(
    () => ({ team, depot, shelter, hazard, stock_lot, district, district_setting }),
    [team, depot, shelter, hazard, stock_lot, district, district_setting],
  );
}
