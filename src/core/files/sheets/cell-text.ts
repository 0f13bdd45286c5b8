/** Cells of spreadsheets as the text a table would hold. */

const two = (value: number): string => (value < 10 ? `0${value}` : String(value));

/** A spreadsheet's date has no zone: its parts as they are shown. A bare time of day stands on the day zero. */
function dateText(date: Date): string {
  if (Number.isNaN(date.getTime())) return '';
  const rounded = new Date(Math.round(date.getTime() / 1000) * 1000);
  const [h, m, s] = [rounded.getUTCHours(), rounded.getUTCMinutes(), rounded.getUTCSeconds()];
  const time = s === 0 ? `${two(h)}:${two(m)}` : `${two(h)}:${two(m)}:${two(s)}`;
  if (rounded.getUTCFullYear() < 1900) return time;
  const day = `${rounded.getUTCFullYear()}-${two(rounded.getUTCMonth() + 1)}-${two(rounded.getUTCDate())}`;
  return h === 0 && m === 0 && s === 0 ? day : `${day} ${time}`;
}

/** Numbers without the noise of binary fractions: what a spreadsheet shows has at most fifteen digits. */
const numberText = (value: number): string => {
  const plain = String(value);
  return plain.length > 17 ? String(Number(value.toPrecision(15))) : plain;
};

/** What a formula shows when it cannot be computed. */
const ERRORS: ReadonlySet<string> = new Set([
  '#NULL!',
  '#DIV/0!',
  '#VALUE!',
  '#REF!',
  '#NAME?',
  '#NUM!',
  '#N/A',
  '#ERR!',
  '#SPILL!',
  '#CALC!',
  '#GETTING_DATA',
]);

export const isErrorCell = (text: string): boolean => text.charCodeAt(0) === 35 && ERRORS.has(text);

/** Stands for a formula whose value the file does not hold: whoever wrote it never calculated it. */
export const UNCALCULATED = '#UNCALCULATED!';

/** A cell as text; '' for nothing. */
export function cellText(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? numberText(value) : '';
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return dateText(value);
  return typeof value === 'boolean' ? String(value).toUpperCase() : '';
}
