/**
 * Words of a closed vocabulary. A cell means a value only when **all** of it is understood: a word is never found inside
 * another (`available` in `unavailable`), beside a negation (未, 不, 禁止, not), an intention (拟, 予定, planned), an
 * exception (除…外) or a question. Whatever is left over makes the cell unknown, and the reader says so.
 */
import { foldCharacters } from '../../text/fold.ts';

/** Per value the words for it in any spelling, separated by `|`. */
export type Vocabulary<T extends string | number> = readonly (readonly [value: T, words: string])[];

/** Words that change nothing: "now closed", 目前开放, 状态：开放, 已关闭. */
const NEUTRAL = new Set('状态|状态为|目前|现在|当前|现状|state|status|currently|now'.split('|'));
const BEFORE = /^(?:已经|已|现已|目前|当前|现在|现|均已|均|全部|都|仍然|仍)(?=.)/;
const AFTER = /(?<=.)(?:状态|了)$/;

const HAN_OR_KANA = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** A text as words are looked up: folded, hyphens and runs of blanks as one blank, nothing that only ends a sentence. */
const plain = (text: string): string =>
  foldCharacters(text)
    .replace(/[-‐–_\s]+/g, ' ')
    .replace(/^[\s"'“”「『]+|[\s"'“”」』。.!]+$/g, '');

export class WordReader<T extends string | number> {
  private readonly values = new Map<string, T>();

  constructor(readonly vocabulary: Vocabulary<T>) {
    for (const [value, words] of vocabulary)
      for (const word of words.split('|')) {
        const folded = plain(word);
        const known = this.values.get(folded);
        if (known !== undefined && known !== value)
          throw new Error(`${word} means ${known} and ${value}`);
        this.values.set(folded, value);
      }
  }

  /** The value that a text means; null when any part of it is not understood, or parts disagree. */
  read(text: string): T | null {
    const whole = plain(text);
    return this.valueOf(whole) ?? this.agreed(whole.split(/[,，、;；/／|()（）【】[\]:：\n]+/));
  }

  /** Every word with its value, folded. */
  words(): readonly (readonly [word: string, value: T])[] {
    return [...this.values];
  }

  private valueOf(word: string): T | undefined {
    const known = this.values.get(word);
    if (known !== undefined || !HAN_OR_KANA.test(word)) return known;
    const bare = word.replace(BEFORE, '').replace(AFTER, '');
    return bare === word ? undefined : this.values.get(bare);
  }

  private agreed(parts: readonly string[]): T | null {
    let found: T | null = null;
    for (const part of parts) {
      const word = part.trim();
      if (word === '' || NEUTRAL.has(word)) continue;
      const value = this.valueOf(word) ?? this.spaced(word);
      if (value === null || (found !== null && found !== value)) return null;
      found = value;
    }
    return found;
  }

  /** `ⅰ级 特别重大`: blanks part words as well, where each of them is one. */
  private spaced(text: string): T | null {
    if (!text.includes(' ')) return null;
    let found: T | null = null;
    for (const word of text.split(' ')) {
      if (NEUTRAL.has(word)) continue;
      const value = this.valueOf(word);
      if (value === undefined || (found !== null && found !== value)) return null;
      found = value;
    }
    return found;
  }
}
