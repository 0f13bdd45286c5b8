import type { ReadingsOf } from './pinyin-readings.ts';

/** Where and how a name was matched: `[start, end)` of its folded text. `initials` = only first letters were typed. */
interface PinyinMatch {
  start: number;
  end: number;
  initials: boolean;
}

const letterBit = (letter: string): number => {
  const index = letter.charCodeAt(0) - 97;
  return index >= 0 && index < 26 ? 1 << index : 0;
};

/** The letters a name can be typed from: first letters of every reading, and its own latin letters. */
export function initialsMask(text: string, readingsOf: ReadingsOf): number {
  let mask = 0;
  for (const character of text) {
    mask |= letterBit(character);
    for (const reading of readingsOf(character) ?? []) mask |= letterBit(reading);
  }
  return mask;
}

/**
 * Find `query` (latin letters and digits, folded) in `text` by full pinyin, initials or any mixture, syllable by
 * syllable: `czfd`, `chengzhong`, `chengzfd` and `chengzhongfend` all find 城中分队. Latin letters and digits of the
 * name match themselves. The first match from the left wins.
 */
export function matchPinyin(
  text: string,
  query: string,
  readingsOf: ReadingsOf,
): PinyinMatch | null {
  const trial: Trial = { text, query, readingsOf, dead: new Set() };
  for (let start = 0; start < text.length; start++) {
    const match = follow(trial, start, 0);
    if (match !== null) return { start, end: match.end, initials: match.initials };
  }
  return null;
}

interface Followed {
  end: number;
  initials: boolean;
}

interface Trial {
  text: string;
  query: string;
  readingsOf: ReadingsOf;
  /** What was tried in vain, wherever the match began. */
  dead: Set<number>;
}

/** The rest of the query from `queryAt` on the text from `textAt` on. */
function follow(trial: Trial, textAt: number, queryAt: number): Followed | null {
  const { text, query, readingsOf, dead } = trial;
  if (queryAt === query.length) return { end: textAt, initials: true };
  if (textAt === text.length) return null;
  const state = textAt * (query.length + 1) + queryAt;
  if (dead.has(state)) return null;
  const character = text[textAt] ?? '';
  for (const reading of readingsOf(character) ?? [character]) {
    const common = commonLength(reading, query, queryAt);
    if (common === 0) continue;
    // The whole syllable; the last one may be unfinished; otherwise its first letter stands for it.
    const finished = common === reading.length || queryAt + common === query.length;
    if (finished) {
      const rest = follow(trial, textAt + 1, queryAt + common);
      if (rest !== null) return { end: rest.end, initials: rest.initials && common === 1 };
    }
    for (const taken of initialLengths(reading, common, finished)) {
      const rest = follow(trial, textAt + 1, queryAt + taken);
      if (rest !== null) return rest;
    }
  }
  dead.add(state);
  return null;
}

/** How many letters may stand for a syllable that is not spelled out: `z`, or `zh` where it begins so. */
function initialLengths(reading: string, common: number, finished: boolean): number[] {
  const lengths = common > 1 || !finished ? [1] : [];
  if (common >= 2 && /^[zcs]h/.test(reading) && !(finished && common === 2)) lengths.unshift(2);
  return lengths;
}

function commonLength(reading: string, query: string, from: number): number {
  let length = 0;
  while (
    length < reading.length &&
    from + length < query.length &&
    reading[length] === query[from + length]
  )
    length++;
  return length;
}

/** Whether some stretch of `text` sounds like `query` (both Chinese): the usual slip of a pinyin keyboard. */
export function matchSound(
  text: string,
  query: string,
  readingsOf: ReadingsOf,
): PinyinMatch | null {
  for (let start = 0; start + query.length <= text.length; start++) {
    let length = 0;
    while (
      length < query.length &&
      soundAlike(text[start + length] ?? '', query[length] ?? '', readingsOf)
    )
      length++;
    if (length === query.length) return { start, end: start + length, initials: false };
  }
  return null;
}

function soundAlike(a: string, b: string, readingsOf: ReadingsOf): boolean {
  if (a === b) return true;
  const readings = readingsOf(a);
  return readings !== null && (readingsOf(b) ?? []).some((reading) => readings.includes(reading));
}
