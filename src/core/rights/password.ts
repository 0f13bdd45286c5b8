/** Shortest password of a real account, in characters; the database refuses shorter ones as well. */
export const PASSWORD_LENGTH = 10;

/** Letters and digits that nobody takes for another when reading them aloud. */
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789';

/**
 * Twenty letters and digits without look-alikes, in groups of five: about 99 bits.
 * @param fill fills an array with random integers, as `crypto.getRandomValues` does; the bias of the remainder is
 *   under 10⁻⁸
 */
export function generatePassword(fill: (numbers: Uint32Array<ArrayBuffer>) => Uint32Array): string {
  const letters = Array.from(fill(new Uint32Array(20)), (number) =>
    LETTERS.charAt(number % LETTERS.length),
  );
  return Array.from({ length: 4 }, (_, group) =>
    letters.slice(5 * group, 5 * group + 5).join(''),
  ).join('-');
}
