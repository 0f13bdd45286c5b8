/** Rows that add others up. */
import { foldTitle } from '../../text/fold.ts';

/** `合计`, `小 计：`, `全县合计（12处）`, `Total`; folded, without blanks and punctuation. */
const TOTAL =
  /^(?:\p{Script=Han}{0,6})?(?:[合小总共累総][计計])(?:\d.*)?$|^[计計]$|^(?:sub|grand)?total(?:s|\d.*)?$/u;
const LONGEST = 30;

/** Whether a cell says that its row is the sum of others. */
export const saysTotal = (cell: string): boolean =>
  cell.length <= LONGEST && /[计計]|total/i.test(cell) && TOTAL.test(foldTitle(cell));
