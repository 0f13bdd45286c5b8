/** Which states, ages, marks and levels the symbols of some records show: what a legend of them has to explain. */
import type { Level, Seconds } from '../model/index.ts';
import type { Marker } from './marks.ts';
import { symbolOf } from './symbol-of.ts';
import type { RecordOfSymbol } from './symbol-of.ts';
import type { SymbolAge, SymbolKind, SymbolMark, SymbolState } from './symbol-state.ts';

export interface SymbolsSeen {
  states: ReadonlySet<SymbolState>;
  ages: ReadonlySet<SymbolAge>;
  marks: ReadonlySet<SymbolMark>;
  levels: ReadonlySet<Level | null>;
}

/** Records of one kind. */
export type RecordsOfSymbol = {
  [K in SymbolKind]: { kind: K; records: readonly RecordOfSymbol[K][] };
}[SymbolKind];

/** @param now server clock, ms @param maxAgeOf `fact_max_age` of a district */
export function symbolsSeen(
  groups: readonly RecordsOfSymbol[],
  now: number,
  maxAgeOf: (districtCode: string) => Seconds,
  marksOf: Marker,
): SymbolsSeen {
  const seen = {
    states: new Set<SymbolState>(),
    ages: new Set<SymbolAge>(),
    marks: new Set<SymbolMark>(),
    levels: new Set<Level | null>(),
  };
  for (const { kind, records } of groups)
    for (const record of records) {
      const { state, age, level } = symbolOf(kind, record, {
        now,
        maxAge: maxAgeOf(record.districtCode),
      });
      seen.states.add(state);
      seen.ages.add(age);
      for (const mark of marksOf(kind, record)) seen.marks.add(mark);
      if (kind === 'incident') seen.levels.add(level);
    }
  return seen;
}
