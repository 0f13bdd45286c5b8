/**
 * XLSX (ECMA-376) as a stream: texts stand in their cells as texts, so that none can run as a formula (those that look
 * like one are marked as text for whoever edits them), numbers as numbers. The second sheet says what the file is.
 */
import { guardFormula, keepApostrophe } from '../../text/formula.ts';
import { TextOut, xmlText } from '../text.ts';
import type { About, CellValue, ExportRow, Say, Sink, Writer } from '../types.ts';
import { addText, zipInto } from '../zip.ts';

/** Characters that one cell may hold. */
export const CELL_LIMIT = 32_767;

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';

/** Cell formats: plain, heading, and text that a spreadsheet must not take for a formula when it is edited. */
const STYLES = `${HEAD}<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" quotePrefix="1"/></cellXfs></styleSheet>`;

/** `A`, `B` … `AA`. */
function letters(column: number): string {
  const rest = column % 26;
  const own = String.fromCharCode(65 + rest);
  return column < 26 ? own : letters((column - rest) / 26 - 1) + own;
}

/** `_x0041_` in a text would be read as the character it names. */
const plainText = (text: string): string =>
  xmlText(text.includes('_x') ? text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_') : text);

const relation = (id: number, type: string, target: string): string =>
  `<Relationship Id="rId${id}" Type="${RELS}/${type}" Target="${target}"/>`;

/** Sheets may not be called what holds these, or more than 31 characters. */
const sheetName = (name: string): string =>
  xmlText(name.replace(/[[\]:*?/\\']/g, ' ').slice(0, 31));

interface Sheet {
  line(values: readonly CellValue[], style?: number): void;
  end(): void;
}

function openSheet(sink: Sink, frozen: boolean): Sheet {
  const out = new TextOut(sink);
  const names: string[] = [];
  let number = 0;
  const pane = frozen
    ? '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>'
    : '';
  out.write(
    `${HEAD}<worksheet xmlns="${MAIN}">${pane}<sheetFormatPr defaultRowHeight="15"/><sheetData>`,
  );
  return {
    line(values, style = 0) {
      number++;
      let text = `<row r="${number}">`;
      for (const [i, value] of values.entries()) {
        if (value === null || value === '') continue;
        const cell = `${(names[i] ??= letters(i))}${number}`;
        if (typeof value === 'number') text += `<c r="${cell}"><v>${value}</v></c>`;
        else {
          const quoted = style === 0 && guardFormula(value) !== value ? 2 : style;
          text += `<c r="${cell}"${quoted === 0 ? '' : ` s="${quoted}"`} t="inlineStr"><is><t xml:space="preserve">${plainText(keepApostrophe(value))}</t></is></c>`;
        }
      }
      out.write(`${text}</row>`);
    },
    end() {
      out.write('</sheetData></worksheet>');
      out.flush();
    },
  };
}

/** Cuts a text into cells; never between the halves of a character. */
function cut(text: string, longest: number): string[] {
  const pieces: string[] = [];
  for (let at = 0; at < text.length;) {
    let end = Math.min(text.length, at + longest);
    if (end < text.length && /[\uD800-\uDBFF]/.test(text.charAt(end - 1))) end--;
    pieces.push(text.slice(at, end));
    at = end;
  }
  return pieces;
}

interface SheetColumns {
  titles: readonly string[];
  cells: (row: ExportRow) => readonly CellValue[];
  /**
   * How many cells the last column (the place as text) needs at most; the further ones are called `title_2`, `title_3` …
   * and the importer joins them.
   */
  pieces: number;
}

export function writeXlsx(
  { titles, cells, pieces }: SheetColumns,
  about: About,
  say: Say,
  sink: Sink,
): Writer {
  const zip = zipInto(sink, new Date(about.asOf));
  const sheets = [
    sheetName(say(`kinds.record.${about.kind}`)),
    sheetName(say('exporter.about.sheet')),
  ];
  const override = (part: string, type: string): string =>
    `<Override PartName="${part}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${type}+xml"/>`;
  addText(
    zip,
    '[Content_Types].xml',
    `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${override('/xl/workbook.xml', 'sheet.main')}${override('/xl/worksheets/sheet1.xml', 'worksheet')}${override('/xl/worksheets/sheet2.xml', 'worksheet')}${override('/xl/styles.xml', 'styles')}</Types>`,
  );
  const relations = (inner: string): string =>
    `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${inner}</Relationships>`;
  addText(zip, '_rels/.rels', relations(relation(1, 'officeDocument', 'xl/workbook.xml')));
  addText(
    zip,
    'xl/workbook.xml',
    `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${RELS}"><sheets>${sheets.map((name, i) => `<sheet name="${name}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`).join('')}</sheets></workbook>`,
  );
  addText(
    zip,
    'xl/_rels/workbook.xml.rels',
    relations(
      relation(1, 'worksheet', 'worksheets/sheet1.xml') +
        relation(2, 'worksheet', 'worksheets/sheet2.xml') +
        relation(3, 'styles', 'styles.xml'),
    ),
  );
  addText(zip, 'xl/styles.xml', STYLES);
  const data = zip.entry('xl/worksheets/sheet1.xml');
  const sheet = openSheet(data.sink, true);
  const last = titles.at(-1) ?? '';
  sheet.line([...titles, ...Array.from({ length: pieces - 1 }, (_, i) => `${last}_${i + 2}`)], 1);
  return {
    row(row) {
      const values = cells(row);
      const place = values.at(-1);
      if (typeof place !== 'string' || place.length <= CELL_LIMIT) return sheet.line(values);
      sheet.line([...values.slice(0, -1), ...cut(place, CELL_LIMIT)]);
    },
    end() {
      sheet.end();
      data.end();
      const second = zip.entry('xl/worksheets/sheet2.xml');
      const remarks = openSheet(second.sink, false);
      for (const line of about.lines) remarks.line([line]);
      remarks.end();
      second.end();
      zip.end();
    },
    leftOut: 0,
  };
}
