import { useEffect, useMemo, useRef, useState } from 'react';
import type { SearchIndex, SearchTables } from '../../core/search/search-index.ts';
import { useRecordMap, useRecords } from '../../state/records.ts';
import { lazyPart } from '../../ui/loading/lazy-part.ts';
import { whenIdle } from '../../ui/loading/when-idle.ts';

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
    () => ({
      incident,
      team,
      shelter,
      depot,
      hazard,
      evacuation_route,
      settlement,
      closure,
      district,
      base_feature,
    }),
    [
      incident,
      team,
      shelter,
      depot,
      hazard,
      evacuation_route,
      settlement,
      closure,
      district,
      base_feature,
    ],
  );
}

const indexPart = lazyPart(async () => {
  const [{ createReadings }, { createSearchIndex }] = await Promise.all([
    import('../../core/search/pinyin-readings.ts'),
    import('../../core/search/search-index.ts'),
  ]);
  return { open: () => createSearchIndex(createReadings()) };
});

interface KnownNames {
  /** null until names can be searched. */
  index: SearchIndex | null;
  /** The dictionary did not come over the line; it is asked for again. */
  missing: boolean;
}

/**
 * The index of everything that has a name, once `wanted`. The dictionary of readings comes in a quiet moment after the
 * records, so that a console which stood open works when the server is gone; names are prepared in pieces that leave
 * every frame free, and whoever uses this draws anew whenever more is known.
 */
export function useSearchIndex(wanted: boolean): KnownNames {
  const tables = useSearchTables();
  const index = useRef<SearchIndex | null>(null);
  const [known, setKnown] = useState<KnownNames>({ index: null, missing: false });
  const isLive = useRecords((state) => state.status.tag === 'live');
  useEffect(() => (isLive ? whenIdle(indexPart.fetchAhead) : undefined), [isLive]);
  useEffect(() => {
    if (!wanted) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const piece = () => {
      const started = performance.now();
      const done = index.current?.prepare(() => performance.now() - started > PIECE_MS) ?? true;
      setKnown({ index: index.current, missing: false });
      if (!done) timer = setTimeout(piece, 0);
    };
    const stopWanting = indexPart.want(
      ({ open }) => {
        index.current ??= open();
        index.current.update(tables);
        piece();
      },
      () => setKnown({ index: null, missing: true }),
    );
    return () => {
      stopWanting();
      clearTimeout(timer);
    };
  }, [wanted, tables]);
  return known;
}
