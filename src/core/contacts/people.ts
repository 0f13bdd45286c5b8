/** People and their numbers in one cell: `张三 13800138000、李四 0730-8888888`, `13800138000（张三）`. */
import { phoneParts, plainPhoneText } from './phones.ts';
import type { PhoneNumber } from './phones.ts';

export interface Person {
  /** null: the cell says only a number. */
  name: string | null;
  phones: PhoneNumber[];
}

interface PeopleRead {
  people: Person[];
  /** What is neither a name nor a number to call: a fax number, `夜间`, a number that lost digits. */
  rest: string[];
}

/** Words that only say that a number or a name follows. */
const LABEL =
  /(?:联系|聯絡|连络|連絡|负责人?|负责|值班|办公|辦公|办公室|移动|固定|紧急|緊急|应急|单位)?(?:电话号码|电话|電話番号|電話|手机号码|手机号|手机|手機|座机|座機|固话|联系方式|携帯|連絡先|联系人|聯絡人|负责人|責任人|责任人|管理人|姓名|氏名)\s*[.:]?|\b(?:telephone|mobile|phone|cell|tel|mob|callto)\b\s*[.:]?|[☎☏📞📱]/giu;

/** What a person adds to a number and that names nobody. */
const REMARK =
  /^(?:办公?|宅|家|家庭|家里|单位|白天|日间|夜间|夜|晚上|昼|夜間|24小时|24h|24小時|全天|常用|备用|同微信|微信同号|微信|工作|本人|常开|固定|移动|短号|小号)$/i;
/** What follows is a number that reaches nobody by telephone. */
const NO_PHONE = /传真|傳真|fax|\bqq|邮编|郵遞區號|邮箱|身份证/iu;
/** Between numbers and people. */
const HARD = /[、;|\n]|\s*\/\s*|\s*,\s*(?=[\d+(\p{Script=Han}])|(?<=[\d)\p{Script=Han}])\s*,\s*/u;
const JOINING = /^(?:或|和|及|与|與|また|又は|or|and|&|\+)$/i;

type Token = { tag: 'number'; phone: PhoneNumber } | { tag: 'name'; text: string };

const bare = (text: string): string =>
  text
    .replace(LABEL, ' ')
    .replace(/[()[\]【】「」<>:"“”]/g, ' ')
    .replace(/^[\s,.-]+|[\s,.-]+$/g, '')
    .replace(/\s+/g, ' ')
    .trim();

const isName = (text: string): boolean =>
  /\p{L}/u.test(text) && !/@|https?:|^[\d.,]+\s*e\s*\+?\d+$/i.test(text);

/** Tokens of a text, cut where one person or number ends and the next begins. */
function segmentsOf(text: string, rest: string[]): Token[][] {
  const segments: Token[][] = [[]];
  let noPhone = false;
  for (const part of phoneParts(text)) {
    if (part.tag === 'number') {
      if (noPhone) rest.push(part.phone.number);
      else segments.at(-1)?.push(part);
      continue;
    }
    part.text.split(HARD).forEach((piece, i) => {
      if (i > 0) segments.push([]);
      if (piece.trim() !== '') noPhone = NO_PHONE.test(piece);
      const name = bare(piece.replace(NO_PHONE, ' '));
      if (name === '') return;
      if (JOINING.test(name)) segments.push([]);
      else if (REMARK.test(name)) rest.push(name);
      else if (isName(name)) segments.at(-1)?.push({ tag: 'name', text: name });
      else rest.push(name);
    });
  }
  return segments.filter((segment) => segment.length > 0);
}

/** People of one stretch without separators; who comes first says to whom a number belongs. */
function peopleOf(segment: readonly Token[]): Person[] {
  const people: Person[] = [];
  if (segment[0]?.tag === 'name') {
    for (const token of segment) {
      if (token.tag === 'name') people.push({ name: token.text, phones: [] });
      else people.at(-1)?.phones.push(token.phone);
    }
    return people;
  }
  let phones: PhoneNumber[] = [];
  for (const token of segment) {
    if (token.tag === 'number') phones.push(token.phone);
    else {
      people.push({ name: token.text, phones });
      phones = [];
    }
  }
  return phones.length > 0 ? [...people, { name: null, phones }] : people;
}

/** Same names become one person; numbers without a name are one person's. */
function merged(people: readonly Person[]): Person[] {
  const byName = new Map<string | null, Person>();
  for (const { name, phones } of people) {
    const known = byName.get(name);
    if (known === undefined) byName.set(name, { name, phones: [...phones] });
    else known.phones.push(...phones);
  }
  return [...byName.values()];
}

/**
 * Reads the people of a cell. Every number ends with one person; names all before as many numbers are paired in order.
 * What cannot be used is in `rest`, so that it can be reported.
 */
export function readPeople(cell: string): PeopleRead {
  const rest: string[] = [];
  const segments = segmentsOf(plainPhoneText(cell).replace(/\b(?:tel|callto):\s*/gi, ''), rest);
  const tokens = segments.flat();
  const names = tokens.flatMap((token) => (token.tag === 'name' ? [token.text] : []));
  const numbers = tokens.flatMap((token) => (token.tag === 'number' ? [token.phone] : []));
  const firstNumber = tokens.findIndex(({ tag }) => tag === 'number');
  if (names.length > 1 && names.length === numbers.length && firstNumber === names.length)
    return {
      people: merged(names.map((name, i) => ({ name, phones: numbers.slice(i, i + 1) }))),
      rest,
    };
  const people: Person[] = [];
  for (const segment of segments) {
    const found = peopleOf(segment);
    const [first] = found;
    const last = people.at(-1);
    const only = found.length === 1 && first !== undefined ? first : null;
    // `张三、13800138000`, `张三 13800138000、13900139000`: a number alone belongs to who was named before.
    if (only?.name === null && last != null && last.name !== null) last.phones.push(...only.phones);
    // `13800138000、张三`
    else if (only?.phones.length === 0 && last?.name === null) last.name = only.name;
    else people.push(...found);
  }
  return { people: merged(people), rest };
}
