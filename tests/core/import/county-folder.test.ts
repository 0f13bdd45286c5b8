/** Twelve sheets of a county's folder: every cell is taken, said, or refused with its row. */
import { describe, expect, it } from 'vitest';
import { importFile } from '../../../src/core/import/import-file.ts';
import { ImportSession } from '../../../src/core/import/session/session.ts';
import type { ImportPlan } from '../../../src/core/import/types.ts';
import { COUNTY_FOLDER, bytesOfSheet } from '../../support/county-folder.ts';
import type { Sheet } from '../../support/county-folder.ts';
import { WORDS, inChunks } from './support.ts';

const NOW = Date.parse('2026-06-01T00:00:00Z');

const planOf = (sheet: Sheet): Promise<ImportPlan> =>
  importFile(inChunks(bytesOfSheet(sheet)), {
    kind: sheet.kind,
    fileName: sheet.name,
    words: WORDS,
    withoutPlaces: true,
    turnSwapped: true,
    now: NOW,
  });

interface Account {
  cells: number;
  taken: number;
  said: number;
  refused: number;
}

const filledIn = (cells: readonly string[]): number =>
  cells.filter((cell) => cell.trim() !== '').length;
const countOf = (plan: ImportPlan, code: string): number =>
  Number(plan.warnings.find((warning) => warning.code === code)?.params.count ?? 0);

/** Where the cells of a sheet went; columns without a field and cells that cannot be read must be named in a warning. */
function account(sheet: Sheet, plan: ImportPlan): Account {
  const lines = sheet.lines.map((line) => line.split(','));
  const titles = countOf(plan, 'title_lines_skipped');
  const notes = countOf(plan, 'note_lines_skipped');
  const names = Math.max(1, countOf(plan, 'header_lines_joined'));
  expect(lines.length, 'every line is a title, the names of the columns, a note or a row').toBe(
    titles + names + notes + plan.read,
  );
  const gone = new Set([...plan.rejected, ...plan.duplicates].map(({ row }) => row));
  const mapped = new Set(plan.understanding.mapping.map(({ column }) => column - 1));
  const unused = String(
    plan.warnings.find(({ code }) => code === 'columns_unused')?.params.columns ?? '',
  );
  const unread = plan.warnings
    .filter(({ code }) => code === 'unreadable_values')
    .reduce((sum, { params }) => sum + Number(params.count), 0);
  const all = lines.reduce((sum, cells) => sum + filledIn(cells), 0);
  const sums: Account = {
    cells: all,
    // What a merged cell shows on further lines is one cell of the sheet.
    taken: -unread - countOf(plan, 'merged_cells_filled'),
    said: unread,
    refused: 0,
  };
  for (let row = 1; row <= plan.read; row++) {
    const cells = plan.rawOf(row) as readonly string[];
    if (gone.has(row)) sums.refused += filledIn(cells);
    else
      cells.forEach((cell, column) => {
        if (cell.trim() === '') return;
        if (mapped.has(column)) sums.taken++;
        else {
          expect(unused.split('、')).toContain(plan.understanding.columns[column]);
          sums.said++;
        }
      });
  }
  // Titles, names of columns and notes: told in the warnings and in the table of columns.
  sums.said += all - sums.taken - sums.said - sums.refused;
  return sums;
}

describe('a folder of twelve sheets', () => {
  it('is taken, said or refused to the last cell', async () => {
    const whole: Account = { cells: 0, taken: 0, said: 0, refused: 0 };
    const rows: [name: string, read: number, records: number, refused: string[]][] = [];
    for (const sheet of COUNTY_FOLDER) {
      const plan = await planOf(sheet);
      const sums = account(sheet, plan);
      expect(sums.taken + sums.said + sums.refused).toBe(sums.cells);
      expect(plan.blockers, sheet.name).toEqual([]);
      for (const key of ['cells', 'taken', 'said', 'refused'] as const) whole[key] += sums[key];
      const reasons = [...plan.rejected, ...plan.duplicates].map(({ reason }) => reason);
      rows.push([sheet.name.slice(0, 2), plan.read, plan.records.length, reasons]);
    }
    expect(rows).toEqual([
      ['01', 4, 3, ['total_row']],
      ['02', 3, 2, ['total_row']],
      ['03', 2, 2, []],
      ['04', 5, 4, ['total_row']],
      ['05', 2, 2, []],
      ['06', 2, 2, []],
      ['07', 4, 3, ['total_row']],
      ['08', 3, 2, ['total_row']],
      ['09', 2, 2, []],
      ['10', 2, 2, []],
      ['11', 2, 2, []],
      ['12', 3, 2, ['duplicate']],
    ]);
    // Of the cells said, most are titles, names of columns and notes.
    console.log(`twelve sheets: ${JSON.stringify(whole)}`);
    expect(whole.refused).toBe(19);
    expect(whole.taken).toBeGreaterThanOrEqual(160);
  });

  it('is known by what the sheets say, without a person naming the kinds', async () => {
    const kinds = [
      'shelter',
      'depot',
      'stock_lot',
      'team',
      'hazard',
      'settlement',
      'evacuation_route',
    ] as const;
    const guessed: string[] = [];
    for (const sheet of COUNTY_FOLDER) {
      const bytes = bytesOfSheet(sheet);
      const session = new ImportSession(
        { open: () => inChunks(bytes), size: bytes.length },
        {
          fileName: sheet.name,
          kinds,
          likelyKind: 'shelter',
          districts: [
            { code: '0', path: '/0/', name: '', geometry: null, timezone: 'Asia/Shanghai' },
          ],
          words: WORDS,
          now: NOW,
        },
        () => 'id',
      );
      const settings = {
        kind: null,
        district: '0',
        layer: null,
        encoding: null,
        crs: null,
        header: null,
      };
      const read = await session.read(
        { ...settings, columns: {}, set: {}, source: null, withoutPlaces: true },
        () => undefined,
      );
      guessed.push(
        `${sheet.name.slice(0, 2)} ${read.tag === 'understood' ? read.understood.kind : read.code}`,
      );
    }
    expect(guessed).toEqual(COUNTY_FOLDER.map(({ name, kind }) => `${name.slice(0, 2)} ${kind}`));
  });
});
