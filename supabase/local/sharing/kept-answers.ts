/** Answers that several may have, each asked for once while it holds. */
import type { PlainResponse } from '../plain-http.ts';

/** Bytes kept at most: the register of a county for some kinds of accounts. */
const MOST_BYTES = 96 * 1024 * 1024;
/** Answers kept at most, however small. */
const MOST_ANSWERS = 4_000;

export class KeptAnswers {
  readonly #most: number;
  #kept = new Map<string, { answer: Promise<PlainResponse>; bytes: number }>();
  #bytes = 0;
  #generation = -1;

  constructor(most = MOST_BYTES) {
    this.#most = most;
  }

  /**
   * The answer under this key, asked for with `ask` when there is none. @param generation what is kept belongs to; another one
   * begins anew. Only what was answered well is kept.
   */
  async take(
    generation: number,
    key: string,
    ask: () => Promise<PlainResponse>,
  ): Promise<PlainResponse> {
    if (generation !== this.#generation) {
      // An older question still under way neither finds nor leaves anything here.
      if (generation < this.#generation) return ask();
      this.#generation = generation;
      this.#kept = new Map();
      this.#bytes = 0;
    }
    const there = this.#kept.get(key);
    if (there) return there.answer;
    const entry = { answer: ask(), bytes: 0 };
    const kept = this.#kept;
    kept.set(key, entry);
    try {
      const answer = await entry.answer;
      if (answer.status !== 200) kept.delete(key);
      else if (kept === this.#kept) this.#weigh(entry, answer.body.length);
      return answer;
    } catch (error) {
      kept.delete(key);
      throw error;
    }
  }

  #weigh(entry: { bytes: number }, bytes: number): void {
    entry.bytes = bytes;
    this.#bytes += bytes;
    for (const [key, oldest] of this.#kept) {
      if (this.#bytes <= this.#most && this.#kept.size <= MOST_ANSWERS) return;
      this.#bytes -= oldest.bytes;
      this.#kept.delete(key);
    }
  }
}
