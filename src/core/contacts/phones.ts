/**
 * Telephone numbers as people write them: blanks, brackets, full-width digits, several in one text, extensions, labels.
 * A number keeps the spelling of its digits and separators; nothing is guessed to make it complete.
 */

/** One number to call, and the extension to ask for. */
export interface PhoneNumber {
  /** The number alone: digits, `+`, blanks, brackets, hyphens. */
  number: string;
  /** With the word it is written with: `转8001`, `ext. 5`, `#12`; null = none. */
  extension: string | null;
}

/** A part of a text: a number, or what stands between numbers. */
type PhonePart = { tag: 'number'; phone: PhoneNumber } | { tag: 'words'; text: string };

/** The register's own bound for the numbers of one contact, in characters. */
export const PHONE_LENGTH = 200;
/** What separates the numbers of one contact. */
export const PHONE_SEPARATOR = '、';

/** Behind digits as a spreadsheet shows a long number (1.38E+10): the last ones are gone, so that it is no number to call. */
const EXPONENT = /^\s*e\s*\+?\d{1,2}(?!\d)/i;
/** A number that a program turned into a fraction. */
const FRACTION = /(?<![\d.])(\d{5,15})\.0+(?!\d)/g;

/** A stretch that may hold one number or several with blanks between them; never a single digit or two. */
const RUN = /(?:\+|\(\s*\+?\s*\d|\d)[\d\s().-]*/g;
const EXTENSION =
  /^\s*\(?\s*(转分机|轉分機|转|轉|分机|分機|内线|內線|内線|extension|ext\.?|x|#)\s*[:.(]?\s*(\d{1,8})(?!\d)\s*\)?\s*\)?/i;

/** One spelling of brackets, digits, hyphens and separators; the letters of names stay what they are. */
export const plainPhoneText = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[‐‑‒–—―−ー─]/g, '-')
    .replace(FRACTION, '$1')
    // The numbers of a list: `1.13800138000`, `2.李四`.
    .replace(/(^|[\s;、,])\d{1,2}[.、)]\s*(?=\p{L}|\+?\d{7}(?!\d*e\s*\+?\d))/giu, '$1');

export const digitsOf = (text: string): string => text.replace(/\D/g, '');

const isMobile = (digits: string): boolean => /^(?:0086|86)?1[3-9]\d{9}$/.test(digits);

/** Whether what was gathered so far is a number of its own, given the groups that follow it. */
function endsBefore(gathered: string, next: string, rest: string): boolean {
  const digits = digitsOf(gathered);
  if (isMobile(digits)) return true;
  const least = /^[+0(]/.test(gathered.trim()) ? 9 : 7;
  if (digits.length < least || /^(?:86)?1[3-9]/.test(digits)) return false;
  return digitsOf(next).length >= 7 || (/^[+0(]/.test(next) && digitsOf(rest).length >= 7);
}

/** `0730 8888888 13800138000` → both numbers: blanks stand inside numbers and between them. */
function splitRun(run: string): string[] {
  const groups = run.split(/\s+/).filter((group) => group !== '');
  const found: string[] = [];
  let gathered = '';
  groups.forEach((group, i) => {
    if (gathered !== '' && endsBefore(gathered, group, groups.slice(i).join(''))) {
      found.push(gathered);
      gathered = group;
    } else gathered = gathered === '' ? group : `${gathered} ${group}`;
  });
  if (gathered !== '') found.push(gathered);
  return found;
}

/** Brackets that close nothing, separators at the ends, blanks around hyphens. */
function tidy(number: string): string {
  let plain = number
    .replace(/\s*-[\s-]*/g, '-')
    .replace(/\(\s+/g, '(')
    .replace(/\s+\)/g, ')')
    .replace(/[\s.(-]+$/, '')
    .replace(/^\(\s*(\+?[\d -]{7,})\)$/, '$1')
    .trim();
  const count = (bracket: string): number => plain.split(bracket).length - 1;
  if (count('(') !== count(')')) plain = plain.replace(/[()]/g, ' ').replace(/\s+/g, ' ').trim();
  // An area code is written with a hyphen.
  return plain.replace(/^(0\d{2,3}) (\d{7,8})$/, '$1-$2');
}

const MOST_DIGITS = 17;

/** Numbers and what stands between them, in order. `text` in the spelling of `plainPhoneText`. */
export function phoneParts(text: string): PhonePart[] {
  const parts: PhonePart[] = [];
  let from = 0;
  const words = (to: number): void => {
    const between = text.slice(from, to);
    if (between.trim() !== '') parts.push({ tag: 'words', text: between });
  };
  RUN.lastIndex = 0;
  for (let match = RUN.exec(text); match !== null; match = RUN.exec(text)) {
    // A bracket that only begins what follows belongs to that.
    const run = match[0].replace(/[\s(.-]+$/, '');
    const exponent = EXPONENT.exec(text.slice(match.index + run.length));
    if (exponent !== null) {
      RUN.lastIndex = match.index + run.length + exponent[0].length;
      continue;
    }
    let numbers = splitRun(run);
    if (numbers.some((number) => digitsOf(number).length > MOST_DIGITS)) continue;
    const last = parts.at(-1);
    const base = last?.tag === 'number' ? last.phone : null;
    const extended = base?.extension ?? null;
    const isBare = /^[\s、,;/]*$/.test(text.slice(from, match.index)) && /^\d{1,6}$/.test(run);
    let end = match.index + run.length;
    if (base !== null && extended !== null && isBare) {
      // `转8001、8002`: another extension of the same number.
      parts.push({ tag: 'number', phone: { ...base, extension: extended.replace(/\d+$/, run) } });
    } else {
      numbers = numbers.map(tidy);
      if (numbers.some((number) => digitsOf(number).length < 3)) continue;
      words(match.index);
      for (const number of numbers)
        parts.push({ tag: 'number', phone: { number, extension: null } });
      const asked = EXTENSION.exec(text.slice(end));
      const of = parts.at(-1);
      if (asked !== null && of?.tag === 'number') {
        of.phone = { ...of.phone, extension: extensionText(asked[1] ?? '', asked[2] ?? '') };
        end += asked[0].length;
      }
    }
    from = end;
    RUN.lastIndex = end;
  }
  words(text.length);
  return parts;
}

const extensionText = (word: string, digits: string): string =>
  /^ext/i.test(word) ? `ext. ${digits}` : `${word.toLowerCase()}${digits}`;

/** A number as it is shown and stored; Latin words stand apart from it, signs and Chinese words do not. */
export function phoneText({ number, extension }: PhoneNumber): string {
  if (extension === null) return number;
  const space = /^[ex]/.test(extension) ? ' ' : '';
  return `${number}${space}${extension}`;
}

/** What is dialled: the number without its extension. */
export function dialOf({ number }: PhoneNumber): string {
  const digits = number.replace(/[^\d+]/g, '');
  return number.includes('+') ? `+${digitsOf(digits)}` : digits;
}

/** The numbers of a text, in order; what else stands there is left out. */
export const numbersIn = (text: string): PhoneNumber[] =>
  phoneParts(plainPhoneText(text)).flatMap((part) => (part.tag === 'number' ? [part.phone] : []));

/**
 * The numbers a person typed, as the register stores them: `0730-8888888转8001、13800138000`. '' for none; null where
 * something else than numbers stands there, which would be lost.
 */
export function typedPhones(text: string): string | null {
  const parts = phoneParts(plainPhoneText(text));
  const numbers = parts.flatMap((part) => (part.tag === 'number' ? [phoneText(part.phone)] : []));
  const isOther = parts.some((part) => part.tag === 'words' && /[^\s、,;/()|-]/.test(part.text));
  const joined = numbers.join(PHONE_SEPARATOR);
  return isOther || joined.length > PHONE_LENGTH ? null : joined;
}

/** Whether two texts name the same numbers, however they are spelled. */
export function samePhones(a: string | null, b: string | null): boolean {
  if (a === b) return true;
  if (a === null || b === null) return false;
  const spelled = (text: string): string =>
    numbersIn(text)
      .map((phone) => `${dialOf(phone)} ${digitsOf(phone.extension ?? '')}`)
      .join(',');
  const [one, other] = [spelled(a), spelled(b)];
  return one !== '' && one === other;
}
