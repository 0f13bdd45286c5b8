/** The list of every word that the importer takes for a state, a level, a flag or a kind of event, for people to read. */
import { fieldsOf } from '../../../src/core/import/columns/fields.ts';
import { IMPORT_KINDS } from '../../../src/core/import/types.ts';
import { WORD_READERS } from '../../../src/core/import/values/enum-words.ts';
import { EVENT_CLASS_WORDS, EVENT_WORDS } from '../../../src/core/import/values/event-words.ts';
import { LAYER_WORDS } from '../../../src/core/import/values/vocabulary.ts';

export const WORD_LIST_PATH = 'docs/import-words.md';

const TITLES: Readonly<Record<keyof typeof WORD_READERS, string>> = {
  shelterState: '避难场所的启用状态 · State of a shelter',
  availability: '队伍的值勤状态 · Availability of a team',
  passable: '路线的通行状态 · State of an evacuation route',
  rectification: '隐患的整改状态 · Rectification of a hazard',
  incidentState: '事件的处置状态 · State of an incident',
  level: '级别 · Level (1 = Ⅰ 特别重大 … 4 = Ⅳ 一般)',
  districtLevel: '行政级别 · Level of a district',
  flag: '有无、适用 · Flags and suitability',
};

const cell = (text: string): string => text.replace(/\|/g, '\\|');

const table = (
  head: readonly [string, string],
  rows: readonly (readonly [string, string])[],
): string[] => [
  `| ${head[0]} | ${head[1]} |`,
  '| --- | --- |',
  ...rows.map(([left, right]) => `| ${cell(left)} | ${cell(right)} |`),
];

/** Words of a pattern as people write them: without what only keeps them apart from longer words. */
const plainPattern = (pattern: RegExp): string =>
  pattern.source
    .replace(/\(\?<!\[a-z\]\)|\(\?!\[a-z\]\)/g, '')
    .replace(/\(\?:\.\?\(\?:areas\?\|zones\?\|points\?\|risks\?\|hazards\?\)\)\?/g, '')
    .replace(/\|/g, ' | ');

/** Markdown, made from the code: `npm run words` writes it, and a test compares. */
export function wordList(): string {
  const lines = [
    '# 导入时认识的词 · Words the importer understands',
    '',
    '由 `npm run words` 从代码生成，请勿手改。Generated from the code by `npm run words`; do not edit.',
    '',
    '状态、级别和有无的单元格**整格**认读：多出一个不认识的字（未、不、拟、计划、部分、除…外、?），就按未知处理，并说明是哪一行、什么字。',
    '繁体、日文汉字和全角字符先折成一种写法，空格和连字符视同一个空格。“已、现、目前、均、全部、仍”在前，“状态、了”在后，不改变意思。',
    '',
    'A cell that states something is understood **whole**: one word too many (not, planned, partly, except, a question mark) makes it',
    'unknown, and the import says which row and which text. Traditional and Japanese characters and full-width forms are folded first;',
    'blanks and hyphens count as one blank.',
    '',
  ];
  for (const [name, reader] of Object.entries(WORD_READERS)) {
    const byValue = new Map<string, string[]>();
    for (const [word, value] of reader.words())
      byValue.set(String(value), [...(byValue.get(String(value)) ?? []), word]);
    lines.push(`## ${TITLES[name as keyof typeof WORD_READERS]}`, '');
    lines.push(
      ...table(
        ['值 · value', '词 · words'],
        [...byValue].map(([value, words]) => [`\`${value}\``, words.join(' · ')]),
      ),
      '',
    );
  }
  lines.push('## 事件种类 · Kinds of events', '');
  lines.push(
    '在文字中查找（正则写法）；同一格里有否定、计划、例外、疑问的词时不认。Looked for inside the text (as patterns), unless the cell negates, plans, excepts or asks.',
    '',
  );
  const patterns = (list: readonly (readonly [string, RegExp])[]): [string, string][] =>
    list.map(([value, pattern]) => [`\`${value}\``, plainPattern(pattern)]);
  lines.push(...table(['种类 · kind', '词 · words'], patterns(EVENT_WORDS)), '');
  lines.push(
    '## 事件类别 · Classes of events',
    '',
    ...table(['类别 · class', '词 · words'], patterns(EVENT_CLASS_WORDS)),
    '',
  );
  lines.push(
    '## 底图图层 · Layers of drawing data',
    '',
    ...table(['图层 · layer', '词 · words'], patterns(LAYER_WORDS)),
    '',
  );
  lines.push('## 列名 · Column titles', '');
  lines.push(
    '折成小写简体、去掉空格和标点后相等即认；`*` 表示前面或后面可以有别的字。Titles are compared folded, without blanks and punctuation; `*` stands for more characters.',
    '',
  );
  for (const kind of IMPORT_KINDS) {
    lines.push(`### ${kind}`, '');
    lines.push(
      ...table(
        ['字段 · field', '列名 · titles'],
        fieldsOf(kind).map(({ name, words }) => [`\`${name}\``, words.join(' · ')]),
      ),
      '',
    );
  }
  return lines.join('\n');
}
