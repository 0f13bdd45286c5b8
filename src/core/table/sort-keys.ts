/**
 * Keys that order many texts as a dictionary does, fast. A collator asked two million times takes seconds; asked once
 * per different character it takes nothing, and keys made of the characters' ranks are compared as plain strings.
 * Numbers within a text count by their size.
 */

const DIGITS = /\d+/g;
/** Long enough for a telephone number. */
const NUMBER_WIDTH = 18;

/** One key per text, in the order given. `locale` decides the dictionary (`zh-CN`: by pinyin). */
export function sortKeys(texts: readonly string[], locale: string): string[] {
  const plain = texts.map((text) =>
    text.normalize('NFKC').replace(DIGITS, (digits) => digits.padStart(NUMBER_WIDTH, '0')),
  );
  const characters = [...new Set(plain.flatMap((text) => [...text]))];
  const { compare } = new Intl.Collator(locale, { sensitivity: 'base' });
  characters.sort(compare);
  const ranks = new Map<string, string>();
  let rank = 0;
  let before: string | null = null;
  for (const character of characters) {
    if (before === null || compare(before, character) !== 0) rank += 1;
    before = character;
    ranks.set(character, String.fromCharCode(rank));
  }
  return plain.map((text) => {
    let key = '';
    for (const character of text) key += ranks.get(character) ?? '';
    return key;
  });
}
