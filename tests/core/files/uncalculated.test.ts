/** A formula that nobody calculated is told with its row; it is neither empty nor an error. */
import { zipSync, strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { uncalculatedIn } from '../../../src/core/files/sheets/uncalculated.ts';
import type { ImportPlan } from '../../../src/core/import/types.ts';
import { plan } from '../import/support.ts';
import { withFormulas } from './writers/xls-formulas.ts';
import type { FormulaResult } from './writers/xls-formulas.ts';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

const text = (at: string, said: string): string =>
  `<c r="${at}" t="inlineStr"><is><t>${said}</t></is></c>`;
const sheetOf = (...rows: string[]): string =>
  `<worksheet xmlns="${MAIN}"><sheetData>${rows.map((cells, i) => `<row r="${i + 1}">${cells}</row>`).join('')}</sheetData></worksheet>`;
const titles =
  text('A1', '名称') + text('B1', '经度') + text('C1', '纬度') + text('D1', '容纳人数');

const xlsx = (sheet: string): Uint8Array =>
  zipSync({
    '[Content_Types].xml': strToU8(
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>',
    ),
    '_rels/.rels': strToU8(
      `<Relationships xmlns="${RELATIONS}"><Relationship Id="r1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ),
    'xl/workbook.xml': strToU8(
      `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="1" sheetId="1" r:id="r1"/></sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': strToU8(
      `<Relationships xmlns="${RELATIONS}"><Relationship Id="r1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    ),
    'xl/worksheets/sheet1.xml': strToU8(sheet),
  });

const place = (row: number): string =>
  `<c r="B${row}"><v>113.25</v></c><c r="C${row}"><v>29.35</v></c>`;

describe('a formula without a value', () => {
  it('is told with its row in XLSX, apart from one that has a value and from one in error', async () => {
    const sheet = sheetOf(
      titles,
      `${text('A2', '甲')}${place(2)}<c r="D2"><f>100+200</f></c>`,
      `${text('A3', '乙')}${place(3)}<c r="D3"><f>SUM(1,2)</f><v>120</v></c>`,
      `${text('A4', '丙')}${place(4)}<c r="D4" t="e"><f>1/0</f><v>#DIV/0!</v></c>`,
      `${text('A5', '丁')}${place(5)}<c r="D5" s="1"><f t="shared" si="0"/><v></v></c>`,
    );
    const { warnings, records } = await plan('shelter', xlsx(sheet), { fileName: 'x.xlsx' });
    expect(records.map(({ fields }) => fields.capacity)).toEqual([null, 120, null, null]);
    expect(warnings.filter(({ code }) => /cells$/.test(code))).toEqual([
      { code: 'error_cells', params: { count: 1 }, rows: [3] },
      { code: 'uncalculated_cells', params: { count: 2 }, rows: [1, 4] },
    ]);
  });

  it('is told where the coordinates are calculated, which are missing then', async () => {
    const sheet = sheetOf(
      text('A1', '名称') + text('B1', '经度') + text('C1', '纬度'),
      `${text('A2', '甲')}<c r="B2"><f>113+0.25</f></c><c r="C2"><f>29+0.35</f></c>`,
      `${text('A3', '乙')}${place(3)}`,
    );
    const { warnings, rejected } = await plan('shelter', xlsx(sheet), { fileName: 'x.xlsx' });
    expect(warnings).toContainEqual({
      code: 'uncalculated_cells',
      params: { count: 2 },
      rows: [1],
    });
    expect(rejected).toMatchObject([{ row: 1, reason: 'place_uncalculated' }]);
    // Whoever takes rows without a place does not take one whose place waits to be calculated.
    const taken = await plan('shelter', xlsx(sheet), { fileName: 'x.xlsx', withoutPlaces: true });
    expect(taken.rejected).toMatchObject([{ row: 1, reason: 'place_uncalculated' }]);
  });

  it('is found in rows and cells that do not say where they are', async () => {
    const bare = (said: string): string => `<c t="inlineStr"><is><t>${said}</t></is></c>`;
    const sheet = `<worksheet xmlns="${MAIN}"><sheetData><row>${['名称', '经度', '纬度'].map(bare).join('')}</row><row>${bare('甲')}<c><v>113.25</v></c><c><f>29+0.35</f></c></row></sheetData></worksheet>`;
    expect([...uncalculatedIn(strToU8(sheet))]).toEqual([[1, [2]]]);
    const { rejected } = await plan('shelter', xlsx(sheet), { fileName: 'x.xlsx' });
    expect(rejected).toMatchObject([{ row: 1, reason: 'place_uncalculated' }]);
  });

  it('is told in XLS: left empty, or zero with the wish to be calculated on opening', async () => {
    const rows = [
      ['名称', '经度', '纬度', '容纳人数'],
      ['甲', 113.25, 29.35, 300],
      ['乙', 113.26, 29.36, 0],
    ];
    const of = (result: FormulaResult): Promise<ImportPlan> =>
      plan(
        'shelter',
        withFormulas(
          rows,
          [
            [1, 1],
            [1, 2],
            [2, 3],
          ],
          result,
        ),
        { fileName: 'x.xls' },
      );
    for (const result of ['empty', 'zero on opening'] as const) {
      const { rejected, warnings, records } = await of(result);
      expect(rejected, result).toMatchObject([{ row: 1, reason: 'place_uncalculated' }]);
      expect(warnings, result).toContainEqual({
        code: 'uncalculated_cells',
        params: { count: 3 },
        rows: [1, 2],
      });
      expect(
        records.map(({ fields }) => fields.capacity),
        result,
      ).toEqual([null]);
    }
    // Zero is what a calculated formula may come to.
    const { warnings, records } = await of('zero');
    expect(warnings.filter(({ code }) => code === 'uncalculated_cells')).toEqual([]);
    expect(records.at(-1)?.fields.capacity).toBe(0);
  });

  it('is found whatever else a cell carries, and nowhere else', () => {
    const at = (cell: string): unknown => [...uncalculatedIn(strToU8(sheetOf(cell)))];
    expect(at('<c r="AB1"><f>A1</f></c>')).toEqual([[0, [27]]]);
    expect(at('<x:c r="A1" s="2"><x:f ca="1">NOW()</x:f><x:v/></x:c>')).toEqual([[0, [0]]]);
    expect(at('<c r="A1"><f>A2</f><v>0</v></c><c r="B1" t="str"><f>A2</f><v>x</v></c>')).toEqual(
      [],
    );
    expect(at(text('A1', 'f'))).toEqual([]);
    expect(at('<c r="A1" t="str"><f>IF(A2=0,"",A2)</f><v></v></c>')).toEqual([]);
  });
});
