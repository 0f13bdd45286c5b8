/** The same question under what is closed now and under what was closed before: who comes otherwise, and through what. */

/** Which obstacles made a candidate's way another one, by their ids. */
export interface Compared {
  /** Closed now, and on the way of before. */
  closed: readonly string[];
  /** Closed before, and on the way of now. */
  opened: readonly string[];
}
