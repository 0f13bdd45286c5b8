/** Numbers as people write them: full-width digits, thousands separators, units behind, 万 and 千. */

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
  if (text.charCodeAt(start) === 48 && (start === 1 || digits > 1) && (text.charCodeAt(start + 1) !== 46 || digits > 7))
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

/** NFKC, and no separators between thousands. */
export function plainDigits(text: string): string {
  const plain = isNormal(text) ? text : text.normalize('NFKC').replace(/[−–—]/g, '-');
  return plain.includes(',') || plain.includes("'") || plain.includes('’')
    ? plain.replace(/(\d)[,'’](?=\d{3}(?!\d))/g, '$1')
    : plain;
}

const TENS: Readonly<Record<string, number>> = { 万: 1e4, 萬: 1e4, 千: 1e3, 百: 100, 亿: 1e8, 億: 1e8 };

/** A number with at most one unit word around it; null when there is none, or more than one number. */
export function readNumber(text: string): number | null {
  const decimal = plainDecimal(text);
  if (!Number.isNaN(decimal)) return decimal;
  const plain = plainDigits(text).trim();
  const match =
    /^(?:约|約|大约|共|计|計|≈|~|>|≥|<|≤)?\s*([-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?)\s*([万萬千百亿億])?\s*([^\d]*)$/i.exec(
      plain,
    );
  if (match === null) return null;
  const value = Number(match[1]) * (match[2] === undefined ? 1 : (TENS[match[2]] ?? 1));
  return Number.isFinite(value) ? value : null;
}

/** A count of people or things: a whole number not below zero. */
export function readCount(text: string): number | null {
  const value = readNumber(text);
  return value === null || value < 0 || value > 2_147_483_647 ? null : Math.round(value);
}

const AREA_UNITS: readonly (readonly [RegExp, number])[] = [
  [/公顷|公頃|ha$|hm2|hm²|ヘクタール/i, 10_000],
  [/平方公里|平方千米|km2|km²/i, 1_000_000],
  // 1 亩 = 2000/3 m².
  [/亩|畝/, 2000 / 3],
  // 1 坪 = 400/121 m².
  [/坪/, 400 / 121],
];

/** An area in m²; without a unit m² is meant. Negative is refused. */
export function readArea(text: string, title = ''): number | null {
  const value = readNumber(text);
  if (value === null || value < 0) return null;
  const unit =
    AREA_UNITS.find(([pattern]) => pattern.test(text)) ?? AREA_UNITS.find(([pattern]) => pattern.test(title));
  return value * (unit?.[1] ?? 1);
}

/** A length in metres; without a unit metres are meant. */
export function readLength(text: string): number | null {
  const value = readNumber(text);
  if (value === null || value < 0) return null;
  const unit = plainDigits(text).replace(/^[^\d]*[\d.]+\s*/, '');
  if (/^(公里|千米|km|キロ)/i.test(unit)) return value * 1000;
  if (/^(厘米|公分|cm)/i.test(unit)) return value / 100;
  return value;
}

/** From the least to the greatest, in metres; null = the text leaves it open. */
export interface LengthRange {
  min: number | null;
  max: number | null;
}

const LESS =
  /^(?:[<≤＜〈]|低于|少于|小于|不足|不到|under|below|less than|up to)|(?:以下|以内|以內|未满|未滿|未満|not more)$/i;
const MORE = /^(?:[>≥＞]|高于|超过|超過|大于|over|above|more than|at least)|(?:以上|\+)$/i;

/** A class of lengths as maps give them: `0.30 m ~ 1.0 m`, `0.5-1米`, `<0.3`, `2米以上`; a plain length is both ends. */
export function readLengthRange(text: string): LengthRange | null {
  const plain = plainDigits(text).trim();
  const parts = plain.split(/\s*(?:~|～|〜|至|到|–|—|-(?=\s*[\d.])|\bto\b)\s*/i);
  if (parts.length === 2) {
    const max = readLength(parts[1] ?? '');
    // A unit behind the last number is that of both.
    const unit = /[^\d.\s].*$/.exec(parts[1] ?? '')?.[0] ?? '';
    const min = readLength(/[^\d.\s]/.test(parts[0] ?? '') ? (parts[0] ?? '') : `${parts[0] ?? ''}${unit}`);
    return min === null || max === null || min > max ? null : { min, max };
  }
  if (parts.length > 2) return null;
  const bare = plain.replace(LESS, '').replace(MORE, '').trim();
  const value = readLength(bare);
  if (value === null) return null;
  if (LESS.test(plain)) return { min: null, max: value };
  return { min: value, max: MORE.test(plain) ? null : value };
}

/** A duration in seconds; a bare number means minutes, as registers give mobilisation times. */
export function readDuration(text: string): number | null {
  const plain = plainDigits(text).trim();
  if (/^\d+(\.\d+)?$/.test(plain)) return Number(plain) * 60;
  let seconds = 0;
  let found = false;
  for (const [pattern, size] of [
    [/([\d.]+)\s*(?:小时|小時|時間|时|時|h(?:ours?|r)?)/i, 3600],
    [/([\d.]+)\s*(?:分钟|分鐘|分|min(?:utes?)?|m(?![a-z]))/i, 60],
    [/([\d.]+)\s*(?:秒|s(?:ec(?:onds?)?)?(?![a-z]))/i, 1],
  ] as const) {
    const match = pattern.exec(plain);
    if (match === null) continue;
    found = true;
    seconds += Number(match[1]) * size;
  }
  return found && Number.isFinite(seconds) ? Math.round(seconds) : null;
}
