import { backend } from '../../backend/index.ts';
import { occupancyEntry, stockEntry } from '../../core/stock/index.ts';
import { fetchFor } from './fetch-for.ts';

/** So many movements are listed at once; a list of this length may not go back to the beginning. */
export const LEDGER_LIMIT = 200;

/** Read the movements of a lot. */
export const loadStockLedger = (lotId: string): Promise<void> =>
  fetchFor('ledgers', lotId, async () => {
    const result = await backend().stockMovements([lotId], LEDGER_LIMIT);
    return result.tag === 'ok' ? { tag: 'ok', value: result.value.map(stockEntry) } : result;
  });

/** Read the movements of the people in a shelter. */
export const loadOccupancyLedger = (shelterId: string): Promise<void> =>
  fetchFor('ledgers', shelterId, async () => {
    const result = await backend().occupancyMovements(shelterId, LEDGER_LIMIT);
    return result.tag === 'ok' ? { tag: 'ok', value: result.value.map(occupancyEntry) } : result;
  });
