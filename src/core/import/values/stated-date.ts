/** The date that lines around a table state for the whole of it: `填报时间：2023年5月1日`, `（截至2023.5.1）`. */
import { readDate } from './dates.ts';

const DATE =
  /(?:(?:民国|民國|中华民国|中華民國|令和|平成|昭和)\s*[\d元]{1,3}|\d{4})\s*(?:年|[-/.．])\s*\d{1,2}\s*(?:月|[-/.．])\s*\d{1,2}(?!\d)\s*[日号]?|(?<!\d)20\d{6}(?!\d)/g;
const LABEL =
  /(?:填\s*[报報表]|制\s*表|製\s*表|统\s*计|統\s*計|更\s*新|调\s*查|报\s*送|上\s*报|数据)?\s*(?:时\s*间|時\s*間|日\s*期|截\s*[至止]|基准日|基準日|作成日|現在|as of|date)[^\d]{0,6}$/i;

interface StatedDate {
  /** `YYYY-MM-DD`. */
  date: string;
  /** The line it stands in. */
  line: string;
}

/** The one date the lines state; one with a label before it counts for more. null when they state none or several. */
export function statedDate(lines: readonly string[]): StatedDate | null {
  const labelled: StatedDate[] = [];
  const others: StatedDate[] = [];
  for (const line of lines) {
    const plain = line.normalize('NFKC');
    for (const match of plain.matchAll(DATE)) {
      const date = readDate(match[0].replace(/号$/, '日'));
      if (date === null) continue;
      const isLabelled = LABEL.test(plain.slice(0, match.index));
      (isLabelled ? labelled : others).push({ date, line: line.slice(0, 80) });
    }
  }
  const found = labelled.length > 0 ? labelled : others;
  const [only] = found;
  return only !== undefined && found.every(({ date }) => date === only.date) ? only : null;
}
