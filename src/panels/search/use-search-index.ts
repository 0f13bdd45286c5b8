import { useEffect, useMemo, useRef, useState } from 'react';
import type { SearchIndex, SearchTables } from '../../core/search/search-index.ts';
import { useRecordMap } from '../../state/records.ts';

/** Longest time a piece of preparation may hold the screen, in milliseconds; a frame is 16. */
const PIECE_MS = 8;

function useSearchTables(): SearchTables {
  const incident = useRecordMap('incident');
  const team = useRecordMap('team');
  const shelter = useRecordMap('shelter');
  const depot = useRecordMap('depot');
  const hazard = useRecordMap('hazard');
  const evacuation_route = useRecordMap('evacuation_route');
  const settlement = useRecordMap('settlement');
  const closure = useRecordMap('closure');
  const district = useRecordMap('district');
  const base_feature = useRecordMap('base_feature');
  return useMemo(
    () => ({ incident, team, shelter, depot, hazard, evacuation_route, settlement, closure, district, base_feature }),
    [incident, team, shelter, depot, hazard, evacuation_route, settlement, closure, district, base_feature],
  );
}

/**
 * The index of everything that has a name, once `wanted`. The dictionary of readings is loaded then, and names are
 * prepared in pieces that leave every frame free; whoever uses this draws anew whenever more is known.
 */
export function useSearchIndex(wanted: boolean): SearchIndex | null {
  const tables = useSearchTables();
  const index = useRef<SearchIndex | null>(null);
  const [known, setKnown] = useState<{ index: SearchIndex | null }>({ index: null });
  useEffect(() => {
    if (!wanted) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let stopped = false;
    const piece = () => {
      const started = performance.now();
      const done = index.current?.prepare(() => performance.now() - started > PIECE_MS) ?? true;
      setKnown({ index: index.current });
      if (!done) timer = setTimeout(piece, 0);
    };
    void (async () => {
      index.current ??= await openIndex();
      if (stopped) return;
      index.current.update(tables);
      piece();
    })();
    return () => {
      stopped = true;
      clearTimeout(timer);
    };
  }, [wanted, tables]);
  return known.index;
}

async function openIndex(): Promise<SearchIndex> {
  const [{ createReadings }, { createSearchIndex }] = await Promise.all([
    import('../../core/search/pinyin-readings.ts'),
    import('../../core/search/search-index.ts'),
  ]);
  return createSearchIndex(createReadings());
}
