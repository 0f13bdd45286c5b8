import { greatCircle } from '../geo/distance.ts';
import type { LngLat, Meters, RecordOf } from '../model/index.ts';
import { entryOf, SEARCHED_KINDS } from './entry.ts';
import type { SearchedKind, SearchEntry } from './entry.ts';
import { fold } from '../text/folded-text.ts';
import { matchAll, MATCH_WAYS } from './match-entry.ts';
import type { EntryMatch, MatchWay, QueryTerm } from './match-entry.ts';
import type { ReadingsOf } from './pinyin-readings.ts';
import { compareTexts } from '../text/compare-texts.ts';

export type SearchTables = { readonly [K in SearchedKind]: ReadonlyMap<string, RecordOf[K]> };

export interface SearchHit {
  kind: SearchedKind;
  id: string;
  name: string;
  place: LngLat | null;
  address: string | null;
  way: MatchWay;
  /** `[start, end)` of `name` to point at; null when something else matched. */
  mark: readonly [number, number] | null;
  /** Great-circle metres from the reference place; null without one. A straight line. */
  distance: Meters | null;
}

export interface SearchResult {
  hits: readonly SearchHit[];
  /** How many were found in all; `hits` holds the best. */
  found: number;
  /** False while records are still being prepared: more may turn up. */
  complete: boolean;
}

export interface SearchIndex {
  /** Take note of the current tables; cheap. What is already prepared and unchanged is kept. */
  update(tables: SearchTables): void;
  /** Prepare records until `until()` says stop; returns whether everything is prepared. */
  prepare(until: () => boolean): boolean;
  find(query: string, options?: FindOptions): SearchResult;
}

interface FindOptions {
  limit?: number;
  /** Nearer records come first among equals, and each hit tells its distance. */
  near?: LngLat | null;
}

/** Records prepared between two looks at the clock. */
const BATCH = 50;

/**
 * Search records by name, pinyin, initials, code and address. Entries are memoized by record object (records are
 * replaced, never mutated), so a change of ten records prepares ten.
 */
export function createSearchIndex(readingsOf: ReadingsOf): SearchIndex {
  const entries = new WeakMap<object, SearchEntry | 'nameless'>();
  let tables: SearchTables | null = null;
  let ready: SearchEntry[] = [];
  let pending: Iterator<readonly [SearchedKind, RecordOf[SearchedKind]]> | null = null;

  function* recordsOf(
    source: SearchTables,
  ): Generator<readonly [SearchedKind, RecordOf[SearchedKind]]> {
    for (const kind of SEARCHED_KINDS)
      for (const record of source[kind].values()) yield [kind, record];
  }

  function prepare(until: () => boolean): boolean {
    let sinceLook = 0;
    while (pending !== null) {
      const next = pending.next();
      if (next.done === true) {
        pending = null;
        break;
      }
      const [kind, record] = next.value;
      let entry = entries.get(record);
      if (entry === undefined) {
        entry = entryOf(kind, record, readingsOf) ?? 'nameless';
        entries.set(record, entry);
      }
      if (entry !== 'nameless') ready.push(entry);
      if (++sinceLook >= BATCH) {
        sinceLook = 0;
        if (until()) return false;
      }
    }
    return true;
  }

  return {
    update(next) {
      if (tables !== null && SEARCHED_KINDS.every((kind) => tables?.[kind] === next[kind])) return;
      tables = next;
      ready = [];
      pending = recordsOf(next);
    },
    prepare,
    find(query, { limit = 50, near = null } = {}) {
      const complete = pending === null;
      const alternatives = termsOf(query);
      if (alternatives.length === 0) return { hits: [], found: 0, complete };
      let found = collect(ready, alternatives, readingsOf, false);
      if (found.length === 0 && complete) found = collect(ready, alternatives, readingsOf, true);
      const hits = found.map(({ entry, match }) => toHit(entry, match, near));
      hits.sort(compareHits);
      return { hits: hits.slice(0, limit), found: hits.length, complete };
    },
  };
}

/**
 * The query as one word and, when it has spaces, as several words that must all be found. `ü` is tried as pinyin writes it
 * on a keyboard (`lv`) and as the letter without its dots.
 */
function termsOf(query: string): QueryTerm[][] {
  const spellings = /[üÜ]/.test(query.normalize('NFC'))
    ? [query.normalize('NFC').replace(/[üÜ]/g, 'v'), query]
    : [query];
  return spellings.flatMap(termsAsWritten);
}

function termsAsWritten(query: string): QueryTerm[][] {
  const term = (text: string): QueryTerm => ({ text, latin: /^[a-z0-9]+$/.test(text) });
  const whole = fold(query).text;
  if (whole === '') return [];
  const parts = query
    .split(/\s+/)
    .map((word) => fold(word).text)
    .filter((word) => word !== '');
  return parts.length > 1 ? [[term(whole)], parts.map(term)] : [[term(whole)]];
}

interface Found {
  entry: SearchEntry;
  match: EntryMatch;
}

function collect(
  entries: readonly SearchEntry[],
  alternatives: readonly (readonly QueryTerm[])[],
  readingsOf: ReadingsOf,
  bySound: boolean,
): Found[] {
  const found: Found[] = [];
  for (const entry of entries) {
    let best: EntryMatch | null = null;
    for (const terms of alternatives) {
      const match = matchAll(entry, terms, readingsOf, bySound);
      if (match !== null && (best === null || match.rank < best.rank)) best = match;
    }
    if (best !== null) found.push({ entry, match: best });
  }
  return found;
}

function toHit(entry: SearchEntry, match: EntryMatch, near: LngLat | null): SearchHit {
  const { kind, id, name, place, address } = entry;
  const distance = near === null || place === null ? null : greatCircle(near, place);
  return {
    kind,
    id,
    name,
    place,
    address,
    way: MATCH_WAYS[match.rank] ?? 'address',
    mark: match.mark,
    distance,
  };
}

/** Base map names (roads, rivers) come after registered records; then the way found, distance, length, name, id. */
function compareHits(a: SearchHit, b: SearchHit): number {
  return (
    MATCH_WAYS.indexOf(a.way) - MATCH_WAYS.indexOf(b.way) ||
    Number(a.kind === 'base_feature') - Number(b.kind === 'base_feature') ||
    (a.distance ?? Infinity) - (b.distance ?? Infinity) ||
    a.name.length - b.name.length ||
    compareTexts(a.name, b.name) ||
    compareTexts(a.id, b.id)
  );
}
