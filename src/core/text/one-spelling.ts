/** One spelling of every Han character: traditional, regional and Japanese forms become the simplified one. */
import hongKong from 'opencc-js/dict/HKVariantsRev';
import japanese from 'opencc-js/dict/JPShinjitaiCharactersRev';
import simplified from 'opencc-js/dict/TSCharacters';
import taiwan from 'opencc-js/dict/TWVariantsRev';

/** `著` becomes `着` in some words and stays in others, with another reading: it is left as it is written. */
const LEFT_ALONE = new Set(['著']);

const pairsOf = (dictionary: string): [from: string, to: string][] =>
  dictionary.split('|').map((line) => {
    const [from = '', to = from] = line.split(' ');
    return [from, to];
  });

let spellings: ReadonlyMap<string, string> | null = null;

/** Made when first needed: four thousand characters are nothing a page should wait for at its start. */
function makeSpellings(): ReadonlyMap<string, string> {
  const all = new Map<string, string>();
  for (const [from, to] of pairsOf(simplified))
    if (from !== to && !LEFT_ALONE.has(from)) all.set(from, to);
  const plain = (character: string): string => all.get(character) ?? character;
  const variants = [
    ...pairsOf(taiwan),
    ...pairsOf(hongKong),
    // The dictionary leads from the traditional form to the Japanese one.
    ...pairsOf(japanese).map(([from, to]): [string, string] => [to, from]),
  ];
  for (const [from, to] of variants)
    if (!all.has(from) && from !== plain(to)) all.set(from, plain(to));
  return all;
}

/** The one spelling of a character; itself where it has no other. @param character one code point */
export function oneSpelling(character: string): string {
  spellings ??= makeSpellings();
  return spellings.get(character) ?? character;
}
