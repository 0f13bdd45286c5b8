import { fold } from '../text/folded-text.ts';

/** A name as it is compared: what it says, and its numbers, which tell one building from the next. */
export interface NameKey {
  text: string;
  numbers: string;
}

export function nameKey(name: string): NameKey {
  const { text } = fold(name);
  return { text, numbers: (text.match(/\d+/g) ?? []).join(' ') };
}

/** Share of characters two names have in common in the same order, 0 to 1; 0 when their numbers differ. */
export function likeness(a: NameKey, b: NameKey): number {
  if (a.numbers !== b.numbers || a.text.length + b.text.length === 0) return 0;
  return (2 * commonInOrder(a.text, b.text)) / (a.text.length + b.text.length);
}

/** Length of the longest common subsequence. */
function commonInOrder(a: string, b: string): number {
  let row = new Array<number>(b.length + 1).fill(0);
  for (const character of a) {
    const next = [0];
    for (let j = 1; j <= b.length; j++)
      next.push(
        character === b[j - 1] ? (row[j - 1] ?? 0) + 1 : Math.max(row[j] ?? 0, next[j - 1] ?? 0),
      );
    row = next;
  }
  return row[b.length] ?? 0;
}
