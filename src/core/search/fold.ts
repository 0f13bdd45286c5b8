/** A text as it is compared: width, case, spaces and punctuation do not matter; every unit knows where it came from. */
export interface FoldedText {
  /** NFKC, lower case, letters and digits only. */
  text: string;
  /** For each UTF-16 unit of `text`, its index in the original. */
  at: readonly number[];
  /** Length of the original, where the last unit ends. */
  length: number;
}

const KEPT = /[\p{L}\p{N}\p{M}]/u;

export function fold(original: string): FoldedText {
  let text = '';
  const at: number[] = [];
  let index = 0;
  for (const character of original) {
    for (const unit of character.normalize('NFKC').toLowerCase()) {
      if (KEPT.test(unit)) {
        text += unit;
        for (let i = 0; i < unit.length; i++) at.push(index);
      }
    }
    index += character.length;
  }
  return { text, at, length: original.length };
}

/** `[start, end)` of the original for `[start, end)` of the folded text. */
export function originalRange(folded: FoldedText, start: number, end: number): readonly [number, number] {
  return [folded.at[start] ?? 0, folded.at[end] ?? folded.length];
}
