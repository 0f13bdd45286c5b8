/**
 * Cells of an XLSX sheet that hold a formula and no value. Programs that write spreadsheets without calculating them leave
 * such cells, and Excel shows a number there as soon as it has opened the file: read as they are, they would look empty.
 */

/**
 * A cell with a formula and without a value, or with an empty one (ECMA-376 Part 1, 18.3.1.4 and 18.3.1.40). One of type
 * `str` was calculated: its text is empty.
 */
const CELL =
  /<(?:\w+:)?c\s(?![^>]*\bt=["']str["'])[^>]*?\br="([A-Z]{1,3})(\d{1,7})"[^>]*>\s*<(?:\w+:)?f\b(?:[^>]*\/>|[^>]*>[^<]*<\/(?:\w+:)?f>)\s*(?:<(?:\w+:)?v\s*\/>|<(?:\w+:)?v\s*><\/(?:\w+:)?v>)?\s*<\/(?:\w+:)?c>/g;

const columnOf = (letters: string): number =>
  [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;

/** By 0-based line of the sheet the 0-based columns of such cells. @param bytes the sheet's XML part */
export function uncalculatedIn(bytes: Uint8Array): ReadonlyMap<number, readonly number[]> {
  const found = new Map<number, number[]>();
  if (!holdsFormula(bytes)) return found;
  for (const [, letters = '', line = ''] of new TextDecoder().decode(bytes).matchAll(CELL)) {
    const index = Number(line) - 1;
    const columns = found.get(index);
    if (columns === undefined) found.set(index, [columnOf(letters)]);
    else columns.push(columnOf(letters));
  }
  return found;
}

/** Whether an element called `f` begins anywhere: most sheets have none, and are not looked through as text. */
function holdsFormula(bytes: Uint8Array): boolean {
  for (let at = bytes.indexOf(102); at > 0; at = bytes.indexOf(102, at + 1)) {
    const [before, after] = [bytes[at - 1], bytes[at + 1]];
    // `<f` or `x:f`, before `>`, `/` or a blank.
    if ((before === 60 || before === 58) && (after === 62 || after === 47 || after === 32)) return true;
  }
  return false;
}
