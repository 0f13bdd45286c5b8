/** Letters and digits that nobody takes for another when reading them aloud. */
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789';
const GROUPS = 4;
const GROUP = 5;

/**
 * Twenty letters and digits without look-alikes, in groups: about 99 bits.
 * @param random that many random integers below 2³²; the bias of the remainder is under 10⁻⁸
 */
export function generatePassword(random: (count: number) => ArrayLike<number>): string {
  const numbers = random(GROUPS * GROUP);
  const letters = Array.from(numbers, (number) => LETTERS.charAt(number % LETTERS.length)).join('');
  return letters.match(/.{5}/g)?.join('-') ?? '';
}
