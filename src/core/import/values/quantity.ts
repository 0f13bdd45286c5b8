/**
 * One number with its unit, as people write it into a cell: `200把`, `5000㎡`, `1.2万人`, `约12人`, `300余人`, `三十顶`.
 * How exact it is stays with it, so that "about 12" never becomes 12 without a word.
 */
import { HAN_NUMERAL, readHanNumeral } from './han-numerals.ts';
import { plainDecimal, plainDigits } from './plain-digits.ts';

type Exactness = 'exact' | 'about' | 'at_least' | 'at_most';

interface Quantity {
  /** 万, 千 and 百 are worked in: 1.2万 is 12,000. */
  value: number;
  /** As written, with m² and m³ in one spelling; null where the text states none. */
  unit: string | null;
  exactness: Exactness;
  /** What stands in brackets behind it: `200把（旧）`. */
  remark: string | null;
}

const ABOUT =
  '约|約|大约|大約|大概|近|将近|接近|≈|~|约为|およそ|ほぼ|about|approx(?:imately|\\.)?|around|circa|ca\\.|c\\.';
const AT_LEAST = '>=|≥|>|≧|至少|不少于|不低于|超过|超過|超|at least|over|more than|min\\.';
const AT_MOST =
  '<=|≤|<|≦|不足|不到|不超过|不超過|至多|最多|不大于|up to|at most|less than|under|max\\.';
/** 千克, 千瓦, 千米 are units of their own. */
const SCALE = '[亿億万萬](?!向)|千(?![克瓦米卡伏帕赫])|百(?!分|帕)';
const DIGITS = `[-+]?(?:\\d+\\.?\\d*|\\.\\d+)(?:e[-+]?\\d+)?`;
const WORDS = '[^\\d\\s()（）【】\\[\\]+]';
const PATTERN = new RegExp(
  '^(?:共计|共計|总计|總計|合计|合計|共|计|計|总共|:)?\\s*' +
    `(?:(?<about>${ABOUT})|(?<least>${AT_LEAST})|(?<most>${AT_MOST}))?\\s*` +
    `(?:(?<number>${DIGITS})\\s*(?<scaled>(?:${SCALE})(?:\\s*\\d+(?:\\.\\d+)?\\s*(?:${SCALE}))*)?|(?<han>${HAN_NUMERAL}))\\s*` +
    '(?<more>[多余餘几幾来來]|\\+)?\\s*' +
    `(?<unit>${WORDS}(?:(?:${WORDS}|[ ]){0,14}?${WORDS})??)??` +
    '\\s*(?:(?<behind>左右|上下|前后|前後|程度|ほど|くらい|ぐらい|or so)|(?<least2>以上|及以上|起|or more)|(?<most2>以下|以内|以內|未满|未滿|未満|or less))?' +
    '\\s*(?:[(（](?<remark>[^()（）]*)[)）])?[。.]?$',
  'i',
);
const SCALES: Readonly<Record<string, number>> = {
  万: 1e4,
  萬: 1e4,
  千: 1e3,
  百: 100,
  亿: 1e8,
  億: 1e8,
};
/** What counts or measures behind a number in characters; anything else (一般, 三角) is no number. */
const COUNTED =
  /^(?:[人名户口个個件把顶頂艘部架组支只条张袋包箱桶瓶双副捆卷根块吨米罐床盏枚面门筒份台辆輛套座具处處间棵元栋升斤匹]|公斤|千克|公里|千米|公顷|亩|畝|平方米|立方米|分钟|小时|天|年)$/;
/** Words in the place of a unit that say the number does not hold. */
const NO_UNIT =
  /[不未非无無没沒停待拟擬缺损損坏壞废廢除?？~～至到]|计划|計劃|规划|預|预|予定|planned|not|no\b/i;

const isAbout = (text: string | undefined): boolean =>
  text !== undefined &&
  /^(?:约|約|大约|大約|左右|估|估计|估計|概数|概數|about|approx|est)/i.test(text.trim());

/** m2, ㎡ and m^2 are one unit. */
const straightUnits = (plain: string): string =>
  plain.replace(/([kchd]?m)\^?2(?!\d)/gi, '$1²').replace(/([kcd]?m)\^?3(?!\d)/gi, '$1³');

/** `12 345` is one number; `12 34` is two. */
const joinGroups = (plain: string): string =>
  plain.replace(/(?<![\d.])\d{1,3}(?: \d{3})+(?![\d.])/, (number) => number.replaceAll(' ', ''));

/** `1.2万`, `3千5百`. */
function scaled(number: string, scales: string | undefined): number {
  let value = 0;
  let rest = `${number}${scales ?? ''}`;
  for (;;) {
    const match = new RegExp(`^\\s*(${DIGITS})\\s*(${SCALE})?`, 'i').exec(rest);
    if (match === null) return value;
    value += Number(match[1]) * (SCALES[match[2] ?? ''] ?? 1);
    rest = rest.slice(match[0].length);
  }
}

/**
 * The one number of a text, its unit and how exact it is; null for none, several, a range, or words that say it does not
 * hold (拟200把, 200把待购). Thousands are separated by commas, apostrophes or blanks.
 */
export function readQuantity(text: string): Quantity | null {
  const decimal = plainDecimal(text);
  if (!Number.isNaN(decimal))
    return { value: decimal, unit: null, exactness: 'exact', remark: null };
  if (text.length > 120) return null;
  const plain = straightUnits(joinGroups(plainDigits(text).trim()));
  const groups = PATTERN.exec(plain)?.groups;
  if (groups === undefined) return null;
  const { number, han, unit, remark } = groups;
  const value = number === undefined ? readHanNumeral(han ?? '') : scaled(number, groups.scaled);
  if (value === null || !Number.isFinite(value)) return null;
  if (han !== undefined && unit !== undefined && !COUNTED.test(unit)) return null;
  if ([unit, remark].some((words) => words !== undefined && NO_UNIT.test(words))) return null;
  return {
    value,
    unit: unit?.trim() ?? null,
    exactness: exactnessOf(groups),
    remark: remark?.trim() || null,
  };
}

/** What the words before and behind a number say of it. */
function exactnessOf(groups: Readonly<Record<string, string | undefined>>): Quantity['exactness'] {
  const { about, behind, more, least, least2, most, most2, remark } = groups;
  const isMore = more !== undefined && more !== '+';
  if (about !== undefined || behind !== undefined || isMore || isAbout(remark)) return 'about';
  if (most !== undefined || most2 !== undefined) return 'at_most';
  return least !== undefined || least2 !== undefined || more === '+' ? 'at_least' : 'exact';
}

const STATED = new RegExp(
  `^(?:[^\\d]{0,4}?[:：])?\\s*(?:${ABOUT}|${AT_LEAST}|${AT_MOST})|左右|上下|前后|前後|程度|ほど|くらい|ぐらい|or so|以上|以下|以内|以內|未满|未滿|未満|or more|or less|\\d\\s*[余餘多+]|[(（](?:约|約|估|about|approx)`,
  'i',
);

/** Whether a text that holds a number says that it is not exact, or says more than the number (a remark in brackets). */
export const saysMore = (text: string): boolean =>
  Number.isNaN(plainDecimal(text)) &&
  (STATED.test(text.normalize('NFKC').trim()) || readQuantity(text)?.remark != null);
