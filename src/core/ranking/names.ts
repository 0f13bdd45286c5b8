/** Capabilities and items are free words: 救生衣 and ＡＢＣ fold to one form before they are compared. */

const folded = new Map<string, string>();

/** Full-width and half-width forms, case and outer blanks do not matter. */
export function foldName(name: string): string {
  let fold = folded.get(name);
  if (fold === undefined) {
    fold = name.normalize('NFKC').trim().toLowerCase();
    folded.set(name, fold);
  }
  return fold;
}

export const sameName = (a: string, b: string): boolean => a === b || foldName(a) === foldName(b);
