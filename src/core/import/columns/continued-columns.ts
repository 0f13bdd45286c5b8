/** Long texts that an export had to cut (a dBASE cell holds 254 bytes, a spreadsheet's 32,767 characters) are put together again. */
import type { SourceRow } from '../../files/source-row.ts';
import { EXPORTED_FIELDS } from './export-fields.ts';
import { foldTitle } from '../../text/fold.ts';

const MARKS: ReadonlySet<string> = new Set(
  EXPORTED_FIELDS.find(({ name }) => name === 'asOf')?.words,
);

/** Whether a table is one that the register exported: nobody else's files have this column. */
const isOwnExport = (columns: readonly string[]): boolean =>
  columns.some((title) => MARKS.has(foldTitle(title)));

/**
 * In an export `note_2`, `note_3` … continue `note`: their cells are joined into the first.
 * @returns indexes of the columns that only continue another
 */
export function joinContinued(columns: readonly string[], rows: readonly SourceRow[]): Set<number> {
  const continuing = new Set<number>();
  if (!isOwnExport(columns)) return continuing;
  columns.forEach((title, first) => {
    const more: number[] = [];
    for (let n = 2; ; n++) {
      // dBASE has room for ten characters.
      const short = `${title.slice(0, n < 10 ? 8 : 7)}_${n}`;
      const at = Math.max(
        columns.indexOf(`${title}_${n}`),
        title.length > 8 ? columns.indexOf(short) : -1,
      );
      if (at < 0) break;
      more.push(at);
      continuing.add(at);
    }
    if (more.length === 0) return;
    for (const { cells } of rows) {
      const rest = more.map((at) => cells[at]).filter((cell) => typeof cell === 'string');
      if (rest.length > 0 && typeof cells[first] === 'string') cells[first] += rest.join('');
    }
  });
  return continuing;
}
