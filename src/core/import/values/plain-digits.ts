/** Digits in one spelling: full-width ones, separators of thousands; and plain decimals read without more ado. */

/** ASCII, kana and unified ideographs: what compatibility normalisation leaves as it is. */
function isNormal(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (
      code > 0x7e &&
      !(code >= 0x4e00 && code <= 0x9fff) &&
      !(code >= 0x3041 && code <= 0x3096) &&
      !(code >= 0x30a1 && code <= 0x30fa)
    )
      return false;
  }
  return true;
}

/**
 * A plain decimal (`113.25`, `-7`) as a number, or NaN for anything else: most cells are one, and need none of the
 * reading that the others do.
 */
export function plainDecimal(text: string): number {
  const { length } = text;
  if (length === 0 || length > 24) return NaN;
  let dots = 0;
  let i = text.charCodeAt(0) === 45 ? 1 : 0;
  if (i === length) return NaN;
  for (; i < length; i++) {
    const code = text.charCodeAt(i);
    if (code === 46) dots++;
    else if (code < 48 || code > 57) return NaN;
  }
  return dots > 1 || (dots === 1 && length < 3) ? NaN : Number(text);
}

/** Digits that a double keeps exactly as they are written. */
const KEPT_DIGITS = 15;

/**
 * A decimal that is written just as JavaScript writes the number (`113.25`, not `113.250` or `0113.25`), or NaN: the text
 * then serves where the number would have to be written again.
 */
export function canonicalDecimal(text: string | null): number {
  if (text === null) return NaN;
  const { length } = text;
  const start = text.charCodeAt(0) === 45 ? 1 : 0;
  const digits = length - start;
  if (digits === 0 || digits > KEPT_DIGITS) return NaN;
  // No zero before other digits; none alone behind a minus; nothing so small that it would get an exponent.
  if (
    text.charCodeAt(start) === 48 &&
    (start === 1 || digits > 1) &&
    (text.charCodeAt(start + 1) !== 46 || digits > 7)
  )
    return NaN;
  let dot = -1;
  for (let i = start; i < length; i++) {
    const code = text.charCodeAt(i);
    if (code === 46 && dot < 0 && i > start) dot = i;
    else if (code < 48 || code > 57) return NaN;
  }
  const last = text.charCodeAt(length - 1);
  return dot >= 0 && (last === 48 || last === 46) ? NaN : Number(text);
}

/** Thin blanks and those that do not break (U+00A0, U+2009, U+202F) part thousands; NFKC would make common ones of them. */
const THIN = /(\d)[\u00a0\u2009\u202f](?=\d{3}(?!\d))/g;

/** NFKC, and no separators between thousands. */
export function plainDigits(text: string): string {
  const plain = isNormal(text)
    ? text
    : text.replace(THIN, '$1').normalize('NFKC').replace(/[−–—]/g, '-');
  return plain.includes(',') || plain.includes("'") || plain.includes('’')
    ? plain.replace(/(\d)[,'’](?=\d{3}(?!\d))/g, '$1')
    : plain;
}
