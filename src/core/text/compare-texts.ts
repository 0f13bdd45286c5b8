/** The order of texts by their code units: the same in every language and on every machine, unlike a sorting for people. */
export function compareTexts(a: string, b: string): -1 | 0 | 1 {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
