/**
 * Cells of an XLSX sheet that hold a formula and no value. Programs that write spreadsheets without calculating them leave
 * such cells, and Excel shows a number there as soon as it has opened the file: read as they are, they would look empty.
 */

/** The beginning of a row or of a cell, with its attributes; ECMA-376 Part 1, 18.3.1.73 and 18.3.1.4. */
const BEGINNING = /<(?:\w+:)?(row|c)(?=[\s>/])((?:[^>"']|"[^"]*"|'[^']*')*)>/g;
/** Right behind the beginning of a cell: a formula, and no value or an empty one (18.3.1.40). */
const FORMULA_ALONE =
  /\s*<(?:\w+:)?f\b(?:[^>]*\/>|[^>]*>[^<]*<\/(?:\w+:)?f>)\s*(?:<(?:\w+:)?v\s*\/>|<(?:\w+:)?v\s*><\/(?:\w+:)?v>)?\s*<\/(?:\w+:)?c>/y;
const REFERENCE = /\br=["']([A-Z]*)(\d*)["']/;
/** A cell of this type was calculated: its text is empty. */
const CALCULATED_TEXT = /\bt=["']str["']/;

const columnOf = (letters: string): number =>
  [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;

/**
 * By 0-based line of the sheet the 0-based columns of such cells. A row or a cell that does not say where it is follows
 * the one before it. @param bytes the sheet's XML part
 */
export function uncalculatedIn(bytes: Uint8Array): ReadonlyMap<number, readonly number[]> {
  const found = new Map<number, number[]>();
  if (!holdsFormula(bytes)) return found;
  const text = new TextDecoder().decode(bytes);
  let [line, column] = [-1, -1];
  for (const beginning of text.matchAll(BEGINNING)) {
    const [all, name, attributes = ''] = beginning;
    const [, letters = '', digits = ''] = REFERENCE.exec(attributes) ?? [];
    if (name === 'row') {
      line = digits === '' ? line + 1 : Number(digits) - 1;
      column = -1;
      continue;
    }
    column = letters === '' ? column + 1 : columnOf(letters);
    if (letters !== '' && digits !== '') line = Number(digits) - 1;
    if (attributes.endsWith('/') || CALCULATED_TEXT.test(attributes)) continue;
    FORMULA_ALONE.lastIndex = beginning.index + all.length;
    if (!FORMULA_ALONE.test(text)) continue;
    const columns = found.get(line);
    if (columns === undefined) found.set(line, [column]);
    else columns.push(column);
  }
  return found;
}

/** Whether an element called `f` begins anywhere: most sheets have none, and are not looked through as text. */
function holdsFormula(bytes: Uint8Array): boolean {
  for (let at = bytes.indexOf(102); at > 0; at = bytes.indexOf(102, at + 1)) {
    const [before, after] = [bytes[at - 1], bytes[at + 1]];
    // `<f` or `x:f`, before `>`, `/` or a blank.
    if ((before === 60 || before === 58) && (after === 62 || after === 47 || after === 32))
      return true;
  }
  return false;
}
