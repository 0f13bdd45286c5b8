/** What a row says about a district: its code, where it hangs in the tree, how deep it is. */
import type { DistrictLevel } from '../../model/index.ts';
import { DISTRICT_LEVELS } from '../../model/index.ts';
import { readDistrictLevel } from '../values/enum-words.ts';
import type { RowReader } from './row-reader.ts';
import { noFacts } from './row-facts.ts';
import type { FileContext, RowFacts } from './row-facts.ts';

/** Lengths of GB/T 2260 and GB/T 10114 codes per level: 43 → 4306 → 430611 → 430611101 → 430611101002. */
const LENGTHS: readonly (readonly [length: number, level: DistrictLevel])[] = [
  [2, 'province'],
  [4, 'prefecture'],
  [6, 'county'],
  [9, 'township'],
  [12, 'village'],
];

/** Statistics write short codes with zeros behind (430611000000): they are the same district as 430611. */
function plainDistrictCode(code: string): string {
  if (!/^\d{12}$/.test(code)) return code;
  const full = LENGTHS.find(([length]) => /^0+$/.test(code.slice(length)));
  return full === undefined ? code : code.slice(0, full[0]);
}

/** The code above in the same scheme, or null when the code does not show one. */
export function parentCodeOf(code: string): string | null {
  if (!/^\d+$/.test(code)) return null;
  const at = LENGTHS.findIndex(([length]) => length === code.length);
  if (at > 0) return code.slice(0, LENGTHS[at - 1]?.[0]);
  // Five digits, as Taiwan's statistics number districts: the first two are the city.
  return code.length === 5 ? code.slice(0, 2) : null;
}

const SUFFIXES: readonly (readonly [RegExp, DistrictLevel])[] = [
  [/(省|自治区|自治區|特别行政区|都|道|府|県)$/, 'province'],
  [/(地区|盟|自治州)$/, 'prefecture'],
  [/(县|縣|区|區|旗)$/, 'county'],
  [/(乡|鄉|镇|鎮|街道|町)$/, 'township'],
  [/(村|里|社区|社區)$/, 'village'],
  [/市$/, 'prefecture'],
];

/** Level from the length of the code, or from the last word of the name; null when neither tells. */
export function levelOf(code: string, name: string): DistrictLevel | null {
  const byLength = /^\d+$/.test(code)
    ? LENGTHS.find(([length]) => length === code.length)?.[1]
    : undefined;
  return byLength ?? SUFFIXES.find(([pattern]) => pattern.test(name))?.[1] ?? null;
}

/** The level below another; villages have none. */
export const levelBelow = (level: DistrictLevel): DistrictLevel | null =>
  DISTRICT_LEVELS[DISTRICT_LEVELS.indexOf(level) + 1] ?? null;

export function districtFacts(
  reader: RowReader,
  name: string | null,
  { statedSource, fileName }: Pick<FileContext, 'statedSource' | 'fileName'>,
): RowFacts {
  const facts = noFacts();
  const code = plainDistrictCode(reader.field('code')?.code() ?? '');
  if (!/^[0-9A-Za-z_-]{1,32}$/.test(code)) {
    facts.missing = { reason: 'no_code', params: { text: code.slice(0, 40) } };
    return facts;
  }
  const stated = reader.field('parentCode')?.code() ?? null;
  const parent = stated === null ? parentCodeOf(code) : plainDistrictCode(stated);
  if (parent === code) {
    facts.missing = { reason: 'parent_is_itself', params: { code } };
    return facts;
  }
  facts.fields.code = code;
  facts.fields.parentCode = parent;
  facts.fields.parentName = reader.field('parentName')?.line() ?? null;
  facts.fields.level = reader.field('level')?.read(readDistrictLevel) ?? levelOf(code, name ?? '');
  const timezone = reader.field('timezone');
  if (timezone !== null) facts.fields.timezone = timezone.line(60);
  const observedAt = reader.field('observedAt');
  if (observedAt !== null) facts.fields.observedAt = observedAt.instant();
  const source = reader.field('source')?.line() ?? statedSource;
  if (source === null) facts.madeUp.push('source');
  facts.fields.source = source ?? fileName;
  return facts;
}
