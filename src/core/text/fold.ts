/**
 * One spelling for column titles: full-width forms, case, spaces and punctuation are ironed out, and traditional and
 * Japanese characters become simplified ones, so that every synonym is written once.
 */
import { oneSpelling } from './one-spelling.ts';

const spelled = (character: string): string => (character === '座' ? '坐' : oneSpelling(character));

/** A pattern for folded texts: its Han characters in the one spelling, everything else as it is. */
export const foldPattern = (source: string, flags = ''): RegExp =>
  new RegExp(source.replace(/\p{Script=Han}/gu, spelled), flags);

/** Characters in one spelling (座标 is 坐标 too); length may change (NFKC). */
export const foldCharacters = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\p{Script=Han}/gu, spelled);

/** A column title without spaces, punctuation and unit brackets. */
export const foldTitle = (title: string): string =>
  foldCharacters(title).replace(/[\s\p{P}\p{S}]/gu, '');

/** The same, with what stands in brackets left out: `宽度(公尺)` → `宽度`. */
export const foldBareTitle = (title: string): string =>
  foldTitle(title.normalize('NFKC').replace(/[([{【〔][^)\]}】〕]*[)\]}】〕]/gu, ''));
