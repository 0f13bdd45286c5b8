import { nameOf } from '../model/index.ts';
import type { LngLat, RecordKind, RecordOf } from '../model/index.ts';
import { fold } from '../text/folded-text.ts';
import type { FoldedText } from '../text/folded-text.ts';
import { initialsMask } from './match-pinyin.ts';
import type { ReadingsOf } from './pinyin-readings.ts';

/** What a person can look for by name, in the order groups are shown. */
export const SEARCHED_KINDS = [
  'incident',
  'team',
  'shelter',
  'depot',
  'hazard',
  'evacuation_route',
  'settlement',
  'closure',
  'district',
  'base_feature',
] as const satisfies readonly RecordKind[];
export type SearchedKind = (typeof SEARCHED_KINDS)[number];

/** A record prepared for searching, once per record object. */
export interface SearchEntry {
  kind: SearchedKind;
  id: string;
  name: string;
  /** WGS-84; null = no place known (such records are found all the same). */
  place: LngLat | null;
  folded: FoldedText;
  /** District code, id given by the source; folded. */
  codes: readonly string[];
  address: string | null;
  foldedAddress: FoldedText | null;
  initials: number;
}

type SearchedRecord = RecordOf[SearchedKind];

function codesOf(record: SearchedRecord): string[] {
  const codes: (string | null)[] = [];
  if ('code' in record) codes.push(record.code);
  if ('externalId' in record) codes.push(record.externalId);
  // A record's own district is not its code: searching 430611 must not list the whole county before the county.
  return codes.filter((code): code is string => code !== null).map((code) => fold(code).text);
}

/** null for a record that has no name to be found by. */
export function entryOf(
  kind: SearchedKind,
  record: SearchedRecord,
  readingsOf: ReadingsOf,
): SearchEntry | null {
  const name = nameOf(kind, record);
  if (name.trim() === '') return null;
  const folded = fold(name);
  const address = 'address' in record ? record.address : null;
  return {
    kind,
    id: 'code' in record ? record.code : record.id,
    name,
    place: record.lng === null || record.lat === null ? null : [record.lng, record.lat],
    folded,
    codes: codesOf(record),
    address,
    foldedAddress: address === null ? null : fold(address),
    initials: initialsMask(folded.text, readingsOf),
  };
}
