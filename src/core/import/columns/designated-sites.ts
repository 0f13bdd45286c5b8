/**
 * Japan's designated sites (Basic Act on Disaster Management, Art. 49-4 and 49-7): 指定緊急避難場所 are where people flee
 * to at once, per kind of hazard; 指定避難所 are where they stay. One place can be both, in two lists that point at each
 * other. The lists of GSI and the standard municipal tables share their titles.
 */
import { field } from './field.ts';
import type { Field } from './field.ts';
import { foldTitle } from '../../text/fold.ts';

/** Whether the place is in the other list as well. */
export const PAIR_FIELDS: readonly Field[] = [
  field('alsoToStay', 'flag', '指定避难所との住所同一 指定避难所との重复 指定避难所との重复有无'),
  field(
    'alsoToFlee',
    'flag',
    '指定紧急避难场所との住所同一 指定紧急避难场所との重复 指定紧急避难场所との重复有无',
  ),
];

export type Designation = 'flee' | 'stay';

const FLEE = /^指定避难所との(住所同一|重复)/;
const STAY = /^指定紧急避难场所との(住所同一|重复)/;
/** So many columns per hazard are no accident. */
const ENOUGH = 4;

/** Which of the two official lists a table is; null for any other, whose blanks say nothing. @param names file and layer */
export function designationOf(
  columns: readonly string[],
  names: readonly string[],
): Designation | null {
  const titles = columns.map(foldTitle);
  if (titles.some((title) => FLEE.test(title))) return 'flee';
  if (titles.some((title) => STAY.test(title))) return 'stay';
  if (titles.filter((title) => title.startsWith('灾害种别')).length >= ENOUGH) return 'flee';
  const said = names.map(foldTitle).join(' ');
  if (said.includes('指定紧急避难场所')) return 'flee';
  return said.includes('指定避难所') || said.includes('指定一般避难所') ? 'stay' : null;
}
