import { useMemo } from 'react';
import { watchStock } from '../../core/stock/index.ts';
import type { StockWatch } from '../../core/stock/index.ts';
import { useServerNowEvery } from '../../state/clock.ts';
import { useRecordMap } from '../../state/records.ts';

const QUARTER_MS = 15 * 60_000;

/** The stock that needs somebody, by the server's calendar. */
export function useStockWatch(): StockWatch {
  const now = useServerNowEvery(QUARTER_MS);
  const stock_lot = useRecordMap('stock_lot');
  const district = useRecordMap('district');
  const district_setting = useRecordMap('district_setting');
  return useMemo(
    () => watchStock({ stock_lot, district, district_setting }, new Date(now).toISOString()),
    [stock_lot, district, district_setting, now],
  );
}
