/** Places with a width and a name, out of any file that the importer reads. */
import { anchorOf, checkGeometry } from '../../geo/positions.ts';
import { WGS84, crsOfMember, crsOfName } from '../../crs/crs.ts';
import { openFile } from '../../files/open-file.ts';
import { RoadsFailure } from '../failure.ts';
import type { LineFile } from '../lines/read-line-roads.ts';
import type { SourceRow } from '../../files/source-row.ts';
import { textOf } from '../../text/clean.ts';
import { lengthIn } from '../osm/tags/quantity.ts';
import type { NarrowPlace } from './narrow-roads.ts';

interface NarrowPlaces {
  places: NarrowPlace[];
  /** Rows without a place or a width: they limit nothing. */
  unusable: string[];
  /** Titles of the columns that were used. */
  columns: { name: string | null; width: string };
}

/** How titles of such columns read; the name of a road goes before any other. */
const TITLES = {
  name: [/[路街巷弄].*名|(road|street|alley).*name|rnm/i, /^(名称|名稱|name)$/i],
  width: [/[宽寬]|width|^wid$/i],
} as const;

/** Columns that a person named. */
export interface NarrowColumns {
  name?: string | undefined;
  width?: string | undefined;
}

function find(
  titles: readonly string[],
  field: 'name' | 'width',
  wish: string | undefined,
): number {
  if (wish !== undefined) {
    const found = titles.indexOf(wish);
    if (found < 0)
      throw new RoadsFailure('column_unknown', {
        column: wish,
        columns: titles.join('、').slice(0, 400),
      });
    return found;
  }
  const [first = -1] = TITLES[field]
    .map((words) => titles.findIndex((title) => words.test(title)))
    .filter((i) => i >= 0);
  return first;
}

/** @throws RoadsFailure column_unknown when a named column is not there, or none looks like a width; FileFailure */
export async function readNarrowPlaces(
  { input, fileName, companions }: LineFile,
  columns: NarrowColumns = {},
  sqliteWasm?: () => Promise<Uint8Array>,
): Promise<NarrowPlaces> {
  const { source } = await openFile(input, {
    fileName,
    companions,
    sqliteWasm,
    knownTitles: (cells) =>
      (['name', 'width'] as const).filter((field) => find(cells, field, undefined) >= 0).length,
  });
  // Columns of GeoJSON are known once all of it is read.
  const rows: SourceRow[] = [];
  for await (const batch of source.batches) rows.push(...batch);
  const name = find(source.columns, 'name', columns.name);
  const width = find(source.columns, 'width', columns.width);
  if (width < 0)
    throw new RoadsFailure('column_unknown', {
      column: 'width',
      columns: source.columns.join('、').slice(0, 400),
    });
  const stated = crsOfMember(source.head.crs);
  const { toWgs84 } = stated === null ? WGS84 : crsOfName(stated);
  const found: NarrowPlaces = {
    places: [],
    unusable: [],
    columns: { name: source.columns[name] ?? null, width: source.columns[width] ?? '' },
  };
  for (const { row, geometry, cells } of rows) {
    const origin = `${fileName} ${row}`;
    const checked = checkGeometry(geometry);
    const widthM = lengthIn(textOf(cells[width]), 'width');
    const at = checked.tag === 'geometry' ? toWgs84(...anchorOf(checked.geometry)) : null;
    if (at === null || widthM === null || !(Math.abs(at[0]) <= 180 && Math.abs(at[1]) <= 90)) {
      found.unusable.push(origin);
      continue;
    }
    found.places.push({
      place: [at[0], at[1]],
      name: textOf(cells[name]).trim() || null,
      widthM,
      origin,
    });
  }
  return found;
}
