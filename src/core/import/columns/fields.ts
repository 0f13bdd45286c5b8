/**
 * The fields a file can fill, per kind of record, and the column titles that mean them: what the descriptions of the
 * kinds say, with what files say of any kind. Earlier words win over later ones.
 */
import { KINDS } from '../../kinds/index.ts';
import { foldTitle } from '../../text/fold.ts';
import type { ImportKind } from '../types.ts';
import { field } from './field.ts';
import type { Field } from './field.ts';
import { EXPORTED_FIELDS } from './export-fields.ts';
import { PAIR_FIELDS } from './designated-sites.ts';
import { SUITABILITY_FIELDS, withPrefixes } from './suitability-fields.ts';

export type { Field } from './field.ts';

/** Where a row is, in every kind. */
const PLACE_FIELDS: readonly Field[] = [
  field(
    'lng',
    'coordinate',
    '经度 lng lon long longitude 东经 gps经度 wgs84经度 *经度 经度* x x坐标 坐标x 横坐标 xcoord xcoordinate pointx coordx twd97x x坐标twd97 lonx *longitude xcode centerlng 中心经度 geolon geolng',
  ),
  field(
    'lat',
    'coordinate',
    '纬度 lat latitude 北纬 gps纬度 wgs84纬度 *纬度 纬度* y y坐标 坐标y 纵坐标 ycoord ycoordinate pointy coordy twd97y y坐标twd97 laty *latitude ycode centerlat 中心纬度 geolat',
  ),
  field(
    'lnglat',
    'coordinate',
    '经纬度 坐标 位置坐标 gps坐标 经纬度坐标 经度纬度 坐标经纬度 中心点坐标 中心坐标 坐标位置 地理坐标 经纬坐标 lnglat latlng lonlat latlon coordinates coordinate coord gps *经纬度',
  ),
  field('wkt', 'coordinate', 'wkt geom geometry thegeom shape geojson 几何'),
];

/** Lists have a column for a kind of event, or one that lists them; official ones point at each other. */
const SUITABILITY: readonly Field[] = [
  ...SUITABILITY_FIELDS.map(({ name, words }) => field(name, 'suitability', withPrefixes(words))),
  ...PAIR_FIELDS,
];

/** What a kind's description says that files have. */
export const ownFields = (kind: ImportKind): readonly Field[] =>
  Object.entries(KINDS[kind].columns).flatMap(([name, { type, cell, titles, fileName }]) => {
    if (titles === undefined) return [];
    const one = field(fileName ?? name, cell ?? type, titles);
    return name === 'suitabilityList' ? [one, ...SUITABILITY] : [one];
  });

const IN_DISTRICTS: ReadonlySet<string> = new Set([
  'crs',
  'shape',
  'wkt',
  'asOf',
  'archivedAt',
  'observedAt',
]);

/** The names that dBASE has room for in the register's own exports, folded, by field. */
const shortNames = (kind: ImportKind): ReadonlyMap<string, string> =>
  new Map(
    Object.entries(KINDS[kind].columns).flatMap(([name, { titles, dbf, fileName }]) =>
      titles === undefined || dbf === undefined ? [] : [[fileName ?? name, foldTitle(dbf)]],
    ),
  );

/** Every field of a kind, its place fields first; the first definition of a name gives its type. */
export function fieldsOf(kind: ImportKind): readonly Field[] {
  const byName = new Map<string, Field>();
  const exported =
    kind === 'district'
      ? EXPORTED_FIELDS.filter(({ name }) => IN_DISTRICTS.has(name))
      : EXPORTED_FIELDS;
  for (const one of [...PLACE_FIELDS, ...ownFields(kind), ...exported]) {
    const known = byName.get(one.name);
    byName.set(
      one.name,
      known === undefined ? one : { ...known, words: [...known.words, ...one.words] },
    );
  }
  const short = shortNames(kind);
  return [...byName.values()].map((one) => {
    const word = short.get(one.name);
    return word === undefined || one.words.includes(word)
      ? one
      : { ...one, words: [...one.words, word] };
  });
}
