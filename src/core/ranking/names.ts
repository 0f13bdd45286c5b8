/** Capabilities and items are free words: 挖土機, 挖土机 and ＡＢＣ, abc fold to one form before they are compared. */
import { foldCharacters } from '../text/fold.ts';

const folded = new Map<string, string>();

/** Full-width and half-width forms, traditional and simplified characters, case and outer blanks do not matter. */
export function foldName(name: string): string {
  let fold = folded.get(name);
  if (fold === undefined) {
    fold = foldCharacters(name).trim();
    folded.set(name, fold);
  }
  return fold;
}

/** Whether a name bears a word: 化纤袋 bears 袋. */
export const bearsWord = (name: string, word: string): boolean =>
  foldName(name).includes(foldName(word));

/** Characters that name the same sort of thing, or are mistaken for each other: only to suggest, never to match. */
const KIN = ['船舟艇筏', '篷蓬棚', '绳索缆', '铲锹', '灯炬', '泵抽', '毯被褥'];
const kin = new Map(
  KIN.flatMap((group) => [...group].map((character) => [character, group.charAt(0)])),
);
const parts = (name: string): Set<string> =>
  new Set([...foldName(name)].map((one) => kin.get(one) ?? one));

/** Names that share something with a word, the most alike first. */
export function namesAlike(word: string, names: Iterable<string>, most: number): string[] {
  const wanted = parts(word);
  const found = new Map<string, { name: string; likeness: number }>();
  for (const name of names) {
    const key = foldName(name);
    if (found.has(key)) continue;
    const has = parts(name);
    const shared = [...wanted].filter((one) => has.has(one)).length;
    if (shared > 0) found.set(key, { name, likeness: (2 * shared) / (wanted.size + has.size) });
  }
  const alike = [...found.values()].sort(
    (a, b) => b.likeness - a.likeness || (a.name < b.name ? -1 : 1),
  );
  return alike.slice(0, most).map(({ name }) => name);
}
