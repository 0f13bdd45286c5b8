/** Lines of a table that speak about it instead of being part of it: notes, who filled it in, sections, repeated titles. */
import type { FileNote } from './source-row.ts';

/** A remark below or between the rows. */
const NOTE =
  /^[\s（(【[]*(?:注|备注|備註|说明|說明|※|＊|\*|←|→|↑|↓|notes?\b|source\b|资料来源|資料來源)/i;
/** Who filled the sheet in, who checked it, and when: `填报单位：…`, `制表人：…`, `审核 李四`. */
const FILLED_IN =
  /^[\s（(【[]*(?:(?:填\s*[报報表]|制\s*[表作]|製\s*[表作]|审\s*[核批]|審\s*[核批]|复\s*核|报\s*送|上\s*报|统\s*计|单\s*位|主管|经办|分管领导|联系|作成|prepared by|checked by)(?:人|者|员|日|领导|负责人|盖章|电话|时\s*间|日\s*期|单\s*位|部\s*门|机\s*关)?\s*(?:[:：（(]|$|[ \u3000].{0,12}$)|(?:数据)?截[至止]\s*[\d：:]|as of\b)/i;
/** `一、城区`, `（二）乡镇`: a heading between rows. */
const SECTION = /^[（(]?[一二三四五六七八九十]{1,3}[）)、．.]/;
/** Hashtags of the Humanitarian Exchange Language (HXL 1.1), which stand in a row below the column names. */
const HASHTAG = /^#[a-z][a-z0-9_]*(?:\s*\+\s*[a-z][a-z0-9_]*)*$/i;
const LONGEST_VALUE = 30;

const saidIn = (cells: readonly string[]): string[] =>
  cells.map((cell) => cell.trim()).filter((cell) => cell !== '');

/** Whether a line names the columns once more, as tables printed over several pages do. */
function repeatsTitles(cells: readonly string[], titles: readonly string[]): boolean {
  let same = 0;
  for (let i = 0; i < cells.length; i++) {
    const cell = (cells[i] ?? '').trim();
    if (cell === '') continue;
    if (cell !== titles[i]) return false;
    same++;
  }
  return same >= 2 && same * 2 > titles.filter((title) => title !== '').length;
}

/**
 * Whether a line stands beside the data. A line of one cell is looked at closely; one of several is taken for a foot
 * only when it begins with who filled it in and the rest are labels or short answers.
 * @param titles names of the columns, empty where the table has none
 */
export function isAside(cells: readonly string[], titles: readonly string[]): boolean {
  // Nearly every row is recognised by its first cells: nothing below costs anything for them.
  const said = saidIn(cells.length > 40 ? cells.slice(0, 40) : cells);
  const [first] = said;
  if (first === undefined) return false;
  if (said.length === 1) return NOTE.test(first) || FILLED_IN.test(first) || SECTION.test(first);
  if (first.startsWith('#') && said.every((cell) => HASHTAG.test(cell))) return true;
  if (first === titles.find((title) => title !== '')) return repeatsTitles(cells, titles);
  return (
    FILLED_IN.test(first) &&
    said.every((cell) => cell.length <= LONGEST_VALUE || FILLED_IN.test(cell))
  );
}

/** One text of such a line. */
export const asideText = (cells: readonly string[]): string =>
  [...new Set(saidIn(cells))].join(' ');

/** What a person reads of them. */
export const noteLines = (lines: readonly string[]): FileNote[] =>
  lines.length === 0
    ? []
    : [
        {
          code: 'note_lines_skipped',
          params: { count: lines.length, text: lines.join(' / ').slice(0, 120) },
        },
      ];
