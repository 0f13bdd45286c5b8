/** Which record of a second file means the same place: by name, within the district when both files name one. */
import { foldCharacters } from '../../text/fold.ts';

export interface Named {
  row: number;
  name: string;
  /** District as its file writes it; '' when it names none. */
  district: string;
}

interface Matched {
  /** Index in `ours` → index in `theirs`. */
  pairs: Map<number, number>;
  /** Pairs whose names differ by a variant character. */
  variants: { ours: number; theirs: number }[];
}

/** `臺北市松山區` and `松山區` are the same district: one ends with the other. */
const agree = (a: string, b: string): boolean =>
  a === '' || b === '' || a.endsWith(b) || b.endsWith(a);

const plain = (text: string): string => text.normalize('NFKC').replace(/\s/g, '');

/** Whether two names of one length differ in exactly one character. */
function differInOne(a: string, b: string): boolean {
  const [left, right] = [[...a], [...b]];
  if (left.length !== right.length || left.length < 2) return false;
  return left.filter((character, i) => character !== right[i]).length === 1;
}

/**
 * Match by name. First equal names, then names equal after folding traditional and variant characters, then names that
 * differ in one character; a later round only takes what earlier ones left, and only where exactly one partner remains
 * on either side. A name that occurs several times is told apart by district or not at all.
 */
export function matchNames(ours: readonly Named[], theirs: readonly Named[]): Matched {
  const pairs = new Map<number, number>();
  const taken = new Set<number>();
  const variants: Matched['variants'] = [];
  const left = ours.map((one) => ({ name: plain(one.name), district: plain(one.district) }));
  const right = theirs.map((one) => ({ name: plain(one.name), district: plain(one.district) }));

  const byKey = (spell: (name: string) => string, isVariant: boolean): void => {
    const groups = new Map<string, number[]>();
    right.forEach(({ name }, j) => {
      if (!taken.has(j)) groups.set(spell(name), [...(groups.get(spell(name)) ?? []), j]);
    });
    const rivals = new Map<string, number[]>();
    left.forEach(({ name }, i) => {
      if (!pairs.has(i)) rivals.set(spell(name), [...(rivals.get(spell(name)) ?? []), i]);
    });
    for (const [key, mine] of rivals) {
      const found = groups.get(key) ?? [];
      for (const i of mine) {
        const partners = found.filter(
          (j) => !taken.has(j) && agree(left[i]?.district ?? '', right[j]?.district ?? ''),
        );
        const [only] = partners;
        if (partners.length !== 1 || only === undefined) continue;
        const claims = mine.filter(
          (k) => !pairs.has(k) && agree(left[k]?.district ?? '', right[only]?.district ?? ''),
        );
        // Several of ours may share one of theirs only when each is in a district of its own.
        if (claims.length > 1) continue;
        take(i, only, isVariant);
      }
    }
  };
  const take = (i: number, j: number, isVariant: boolean): void => {
    pairs.set(i, j);
    taken.add(j);
    if (isVariant) variants.push({ ours: i, theirs: j });
  };

  byKey((name) => name, false);
  byKey(foldCharacters, true);
  const openLeft = left.map((_, i) => i).filter((i) => !pairs.has(i));
  const openRight = right.map((_, j) => j).filter((j) => !taken.has(j));
  const near = (i: number, j: number): boolean =>
    agree(left[i]?.district ?? '', right[j]?.district ?? '') &&
    differInOne(left[i]?.name ?? '', right[j]?.name ?? '');
  for (const i of openLeft.slice(0, 2000)) {
    const partners = openRight.filter((j) => !taken.has(j) && near(i, j));
    const [only] = partners;
    if (partners.length !== 1 || only === undefined) continue;
    if (openLeft.filter((k) => !pairs.has(k) && near(k, only)).length === 1) take(i, only, true);
  }
  return { pairs, variants };
}
