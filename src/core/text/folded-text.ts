import { oneSpelling } from './one-spelling.ts';

/**
 * A text as it is compared: width, case, accents, spaces and punctuation do not matter, nor whether a character is written
 * the traditional, the simplified or the Japanese way; every unit knows where it came from.
 */
export interface FoldedText {
  /** NFKD without accents, lower case, one spelling, letters and digits only. */
  text: string;
  /** For each UTF-16 unit of `text`, its index in the original. */
  at: readonly number[];
  /** Length of the original, where the last unit ends. */
  length: number;
}

const KEPT = /[\p{L}\p{N}\p{M}]/u;
/** Accents of alphabets; the marks of kana, Thai or Hindi are letters of their own. */
const ACCENT = /[\u0300-\u036f]/;
/** Letters that are no accented form of another, and that whoever lacks them on the keyboard types like this. */
const TYPED_AS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ħ: 'h',
  ı: 'i',
};

export function fold(original: string): FoldedText {
  let text = '';
  const at: number[] = [];
  let index = 0;
  for (const character of original) {
    for (const unit of character.normalize('NFKD').toLowerCase().normalize('NFKD')) {
      if (!KEPT.test(unit) || ACCENT.test(unit)) continue;
      const spelled = TYPED_AS[unit] ?? oneSpelling(unit);
      text += spelled;
      for (let i = 0; i < spelled.length; i++) at.push(index);
    }
    index += character.length;
  }
  return { text, at, length: original.length };
}

/** `[start, end)` of the original for `[start, end)` of the folded text. */
export function originalRange(
  folded: FoldedText,
  start: number,
  end: number,
): readonly [number, number] {
  return [folded.at[start] ?? 0, folded.at[end] ?? folded.length];
}
