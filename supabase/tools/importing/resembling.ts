/** New rows that may be a record of the register under another key: nobody can be asked, so they wait for a word. */
import type { PlacedRecord } from '../../../src/core/import/difference/place-records.ts';
import { rejectPlanned } from '../../../src/core/import/difference/settle-districts.ts';
import type { VersionedItem } from '../../../src/core/import/difference/stored-item.ts';
import type { StoredKind } from '../../../src/core/import/difference/tables.ts';
import { PLACED_LATER } from '../../../src/core/import/place/places-of-rows.ts';
import { entryOf } from '../../../src/core/import/session/entries.ts';
import type { Entry } from '../../../src/core/import/session/entries.ts';
import { LikenessIndex } from '../../../src/core/import/session/likeness.ts';
import type { Like } from '../../../src/core/import/session/likeness.ts';
import type { Fault, ImportPlan } from '../../../src/core/import/types.ts';
import { foldTitle } from '../../../src/core/text/fold.ts';
import { pointOf } from '../../../src/core/geo/positions.ts';
import type { LngLat } from '../../../src/core/model/index.ts';
import type { Queryable } from '../../local/queryable.ts';
import { jsonChunks } from './bulk.ts';
import { readStoredById } from './stored.ts';

/** What a person said of such rows: they are the record they resemble, or another one. */
export type Alike = 'same' | 'new';

interface Found {
  id: string;
  name: string;
  lng: number | null;
  lat: number | null;
}

/** Current records of the names, blanks and case aside. @param districts where to look; null = everywhere */
async function namedAlike(
  db: Queryable,
  kind: StoredKind,
  names: readonly string[],
  districts: readonly string[] | null,
): Promise<Found[]> {
  const found: Found[] = [];
  for (const { json } of jsonChunks([...new Set(names)] as unknown as object[]))
    found.push(
      ...(await db.query<Found>(
        `select t.id, t.name, extensions.st_x(p.at) as lng, extensions.st_y(p.at) as lat
         from public.${kind} t
         cross join lateral (select extensions.st_pointonsurface(t.geom) as at) p
         where t.archived_at is null
           and (t.name in (select jsonb_array_elements_text($1::jsonb))
             or translate(lower(t.name), E' \\t\\u3000', '') in
               (select translate(lower(n), E' \\t\\u3000', '') from jsonb_array_elements_text($1::jsonb) n))
           and ($2::jsonb is null or t.district_code in (select jsonb_array_elements_text($2::jsonb)))`,
        [json, districts === null ? null : JSON.stringify(districts)],
      )),
    );
  return found;
}

const isUnknown = ({ stored, record }: PlacedRecord<VersionedItem>): boolean =>
  stored === null && !record.madeUp.includes('name');

/** Rows that resemble a record which no row of the file is about already. */
async function resemblances(
  db: Queryable,
  kind: StoredKind,
  placed: readonly PlacedRecord<VersionedItem>[],
  districts: readonly string[] | null,
): Promise<Map<PlacedRecord<VersionedItem>, Like>> {
  const likes = new Map<PlacedRecord<VersionedItem>, Like>();
  const unknown = placed.filter(isUnknown);
  if (!PLACED_LATER.has(kind) || unknown.length === 0) return likes;
  const about = new Set(placed.flatMap(({ stored }) => stored?.id ?? []));
  const known = await namedAlike(
    db,
    kind,
    unknown.map(({ record }) => record.name),
    districts,
  );
  const names = new Set(unknown.map(({ record }) => foldTitle(record.name)));
  const free = known.filter(({ id, name }) => !about.has(id) && names.has(foldTitle(name)));
  const whole = await readStoredById(
    db,
    kind,
    free.map(({ id }) => id),
  );
  const index = new LikenessIndex(
    free.flatMap(({ id, lng, lat }) => {
      const item = whole.get(id);
      const place: LngLat | null = lng === null || lat === null ? null : [lng, lat];
      return item === undefined ? [] : [{ ...item, place }];
    }),
  );
  for (const one of unknown) {
    const like = index.find(one.record.name, pointOf(one.record.geometry));
    if (like !== null) likes.set(one, like);
  }
  return likes;
}

const faultOf = ({ item, meters }: Like): Fault =>
  meters === null
    ? { reason: 'alike_unplaced', params: { name: item.name ?? '' } }
    : { reason: 'alike_stored', params: { name: item.name ?? '', meters: Math.round(meters) } };

/**
 * Settles rows that resemble a stored record: left out with the record's name, unless a person said what they are.
 * @returns the rows that stay, and how a row that is the same as a record is written
 */
export async function settleResembling(
  db: Queryable,
  plan: ImportPlan,
  placed: readonly PlacedRecord<VersionedItem>[],
  options: { kind: StoredKind; districts: readonly string[] | null; alike: Alike | null },
): Promise<{
  placed: PlacedRecord<VersionedItem>[];
  entry: (one: PlacedRecord<VersionedItem>) => Entry;
}> {
  const { kind, districts, alike } = options;
  const likes =
    alike === 'new'
      ? new Map<PlacedRecord<VersionedItem>, Like>()
      : await resemblances(db, kind, placed, districts);
  if (alike === null)
    rejectPlanned(
      plan,
      new Map([...likes].map(([{ record }, like]) => [record.row, faultOf(like)])),
    );
  const byRow = new Map([...likes].map(([{ record }, like]) => [record.row, like]));
  return {
    placed: alike === null ? placed.filter((one) => !likes.has(one)) : [...placed],
    entry: (one) => {
      const like = alike === 'same' ? byRow.get(one.record.row) : undefined;
      return like === undefined
        ? entryOf(one)
        : { ...entryOf(one), group: 'alike', decision: 'same', like };
    },
  };
}
