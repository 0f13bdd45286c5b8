import type { SearchEntry } from './entry.ts';
import { originalRange } from '../text/folded-text.ts';
import { matchPinyin, matchSound } from './match-pinyin.ts';
import type { ReadingsOf } from './pinyin-readings.ts';

/** How a record was found, best first. */
export const MATCH_WAYS = [
  'name-exact',
  'code-exact',
  'name-start',
  'name-inside',
  'pinyin-start',
  'pinyin-inside',
  'initials-start',
  'initials-inside',
  'code-start',
  'address',
  'sounds-alike',
] as const;
export type MatchWay = (typeof MATCH_WAYS)[number];

export interface EntryMatch {
  /** Index in MATCH_WAYS: smaller is better. */
  rank: number;
  /** `[start, end)` of the name as written; null when something else matched. */
  mark: readonly [number, number] | null;
}

/** One word of a query, folded. */
export interface QueryTerm {
  text: string;
  /** Only latin letters and digits: may be pinyin. */
  latin: boolean;
}

const rankOf = (way: MatchWay): number => MATCH_WAYS.indexOf(way);

/** The best way one term finds an entry, or null. Homophones are tried only when `bySound`. */
function matchTerm(
  entry: SearchEntry,
  term: QueryTerm,
  readingsOf: ReadingsOf,
  bySound: boolean,
): EntryMatch | null {
  const { folded } = entry;
  const found = (way: MatchWay, start: number, end: number): EntryMatch => ({
    rank: rankOf(way),
    mark: originalRange(folded, start, end),
  });
  if (bySound) {
    if (term.latin || term.text.length < 2) return null;
    const match = matchSound(folded.text, term.text, readingsOf);
    return match === null ? null : found('sounds-alike', match.start, match.end);
  }
  if (folded.text === term.text) return found('name-exact', 0, term.text.length);
  if (entry.codes.includes(term.text)) return { rank: rankOf('code-exact'), mark: null };
  const inName = folded.text.indexOf(term.text);
  if (inName >= 0)
    return found(inName === 0 ? 'name-start' : 'name-inside', inName, inName + term.text.length);
  if (term.latin) {
    const bit = term.text.charCodeAt(0) - 97;
    if (bit >= 0 && bit < 26 && (entry.initials & (1 << bit)) !== 0) {
      const match = matchPinyin(folded.text, term.text, readingsOf);
      if (match !== null) {
        const way = match.initials ? 'initials' : 'pinyin';
        return found(match.start === 0 ? `${way}-start` : `${way}-inside`, match.start, match.end);
      }
    }
    if (term.text.length >= 2 && entry.codes.some((code) => code.startsWith(term.text)))
      return { rank: rankOf('code-start'), mark: null };
  }
  if (entry.foldedAddress?.text.includes(term.text) === true)
    return { rank: rankOf('address'), mark: null };
  return null;
}

/** Every term must be found; the worst one ranks the whole. */
export function matchAll(
  entry: SearchEntry,
  terms: readonly QueryTerm[],
  readingsOf: ReadingsOf,
  bySound: boolean,
): EntryMatch | null {
  let worst: EntryMatch | null = null;
  for (const term of terms) {
    const match = matchTerm(entry, term, readingsOf, bySound);
    if (match === null) return null;
    if (worst === null || match.rank > worst.rank) worst = match;
  }
  return worst;
}
