/**
 * Cells that a spreadsheet would run as a formula. An apostrophe in front keeps them text; what already begins with
 * apostrophes before such a character gets one more, so that taking one off gives back exactly what was written.
 */
const DANGEROUS = /^'*[=+\-@\t\r\n＝＋－＠]/;

/** The text as a cell of a table that a spreadsheet may open. */
export const guardFormula = (text: string): string => (DANGEROUS.test(text) ? `'${text}` : text);

/** The text that was guarded; any other text unchanged. */
export const unguardFormula = (text: string): string =>
  /^'/.test(text) && DANGEROUS.test(text) ? text.slice(1) : text;

/** For formats that no spreadsheet runs: guards only what the importer would otherwise take an apostrophe off. */
export const keepApostrophe = (text: string): string =>
  text.startsWith("'") ? guardFormula(text) : text;
