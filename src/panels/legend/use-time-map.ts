import { useEffect } from 'react';
import { askTimeMap, leaveTimeMap } from '../../actions/roads/ask-time-map.ts';
import { useServerNowEvery } from '../../state/clock.ts';
import { useRecordMap, useRecords } from '../../state/records.ts';
import { useRoads } from '../../state/roads.ts';
import { useSession } from '../../state/session.ts';
import { useRankingTables } from '../../state/ranking-tables.ts';

/** Positions grow old and night falls without any change of records: reckoned anew this often. */
const RENEW_MS = 60_000;
/** Several changes at once are one question, and a ranking asked for by the same change goes first. */
const PAUSE_MS = 300;

/** While somebody looks at the bands: keeps them true under what is closed, who is available and what the clock says. */
export function useTimeMapKept(): void {
  const isShown = useSession((state) => state.timeBands);
  const rain = useSession((state) => state.rain);
  const isLoaded = useRecords((state) => state.lastSyncAt !== null);
  const tables = useRankingTables();
  const settlements = useRecordMap('settlement');
  const obstacles = useRoads((state) => state.obstacles);
  const network = useRoads((state) =>
    state.status.tag === 'ready' ? state.status.network.checksum : null,
  );
  const now = useServerNowEvery(RENEW_MS);
  useEffect(() => {
    if (!isShown || !isLoaded) return;
    const question = { tables, settlements, obstacles, rain, now: new Date(now).toISOString() };
    const pause = setTimeout(() => void askTimeMap(question), PAUSE_MS);
    return () => clearTimeout(pause);
  }, [isShown, isLoaded, tables, settlements, obstacles, network, rain, now]);
  useEffect(() => (isShown ? leaveTimeMap : undefined), [isShown]);
}
