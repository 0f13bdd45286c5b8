import { useState } from 'react';
import type { RowChange } from '../../core/ranking/changes.ts';
import { departures } from '../../core/ranking/departures.ts';
import type { Baseline, Departure } from '../../core/ranking/departures.ts';
import type { Answer, RankingTables } from '../../core/ranking/types.ts';
import { useRecords } from '../../state/records.ts';
import { useSession } from '../../state/session.ts';
import type { AskedIncident } from '../../state/asked-incident.ts';

/** Who left the top since the list was read, and what says that it has been read now. */
export interface Departures {
  left: readonly Departure[];
  read: () => void;
}

/**
 * Compares the answer with the one that stood when this question was first answered or last read. Another question, or
 * another measure (roads instead of straight lines), begins anew.
 */
export function useDepartures(
  { place, kind }: AskedIncident,
  answer: Answer,
  tables: RankingTables,
  changes: readonly RowChange[],
): Departures {
  const filters = useSession((state) => state.filters);
  const rain = useSession((state) => state.rain);
  const live = useRecords((state) => state.status.tag !== 'loading');
  const question = JSON.stringify([
    place,
    kind,
    answer.kind,
    answer.scoreUnit,
    filters,
    rain,
    live,
  ]);
  const [read, setRead] = useState<{ question: string; baseline: Baseline }>(() => ({
    question,
    baseline: { answer, tables },
  }));
  const now = { answer, tables };
  if (read.question !== question) setRead({ question, baseline: now });
  const byRoads = new Set(
    changes.filter(({ closed, opened }) => closed.length + opened.length > 0).map(({ id }) => id),
  );
  return {
    left: read.question === question ? departures(read.baseline, now, byRoads) : [],
    read: () => setRead({ question, baseline: now }),
  };
}
