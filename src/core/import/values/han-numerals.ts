/** Numbers written in Chinese characters: 三百二十, 两千, 一万二千, 二〇二三. */

const DIGITS: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  一: 1,
  壹: 1,
  二: 2,
  贰: 2,
  貳: 2,
  两: 2,
  兩: 2,
  三: 3,
  叁: 3,
  參: 3,
  四: 4,
  肆: 4,
  五: 5,
  伍: 5,
  六: 6,
  陆: 6,
  陸: 6,
  七: 7,
  柒: 7,
  八: 8,
  捌: 8,
  九: 9,
  玖: 9,
};
const SMALL: Readonly<Record<string, number>> = {
  十: 10,
  拾: 10,
  百: 100,
  佰: 100,
  千: 1000,
  仟: 1000,
};
const GREAT: Readonly<Record<string, number>> = { 万: 1e4, 萬: 1e4, 亿: 1e8, 億: 1e8 };

/** Characters of which such a number is made, for patterns. */
export const HAN_NUMERAL = `[${Object.keys({ ...DIGITS, ...SMALL, ...GREAT }).join('')}]+`;

/** The number that a text made of numerals alone means, or null (百, 万 alone, 三五, digits in a row of unequal sense). */
export function readHanNumeral(text: string): number | null {
  const characters = [...text];
  if (characters.length === 0) return null;
  if (characters.every((one) => DIGITS[one] !== undefined))
    // 二〇二三 is read digit by digit; two digits alone (三五) mean "a few".
    return characters.length === 2 ? null : Number(characters.map((one) => DIGITS[one]).join(''));
  return readUnits(characters);
}

/** 一万二千三百: digits, each with its unit, in groups of 万 and 亿. */
function readUnits(characters: readonly string[]): number | null {
  let whole = 0;
  let part = 0;
  let digit: number | null = null;
  let least = Infinity;
  for (const one of characters) {
    const value = DIGITS[one];
    const small = SMALL[one];
    const great = GREAT[one];
    if (value !== undefined) {
      if (digit !== null && digit !== 0) return null;
      digit = value;
    } else if (small !== undefined) {
      // 十二 begins without a digit; 百 and 千 do not.
      const isBare = digit === null && (small !== 10 || part !== 0);
      if (small >= least || isBare) return null;
      part += (digit ?? 1) * small;
      least = small;
      digit = null;
    } else if (great !== undefined) {
      const below = part + (digit ?? 0);
      if (below === 0) return null;
      whole = (whole + below) * great;
      part = 0;
      digit = null;
      least = Infinity;
    } else return null;
  }
  const last = digit ?? 0;
  // 三百五 means 350: too easily taken for 305.
  const isShortened = last !== 0 && least > 10 && least !== Infinity;
  const hasZero = characters.some((one) => one === '零' || one === '〇');
  return isShortened && !hasZero ? null : whole + part + last;
}
