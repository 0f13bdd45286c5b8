/** Records as the register holds them, with every digit of their geometry. */
import type { Geometry } from 'geojson';
import type { ExportKind } from '../../../src/core/export/types.ts';
import { fieldOf } from '../../../src/core/model/index.ts';
import type { RecordOf } from '../../../src/core/model/index.ts';
import type { Queryable } from '../../local/queryable.ts';

/** Tables that are read whole: those people take out, and the limits that hold in them. */
export type ReadKind = ExportKind | 'district_setting';

const PAGE = 5000;

interface Row {
  facts: Record<string, unknown>;
  shape: string | null;
}

/** Sums of movements, where a kind has them. */
const SUMS: Partial<Record<ReadKind, { columns: string; join: string }>> = {
  shelter: {
    columns: `, 'occupancy', b.occupancy, 'occupancy_at', b.occupancy_at`,
    join: 'left join lateral muster.shelter_occupancy(t.id) b on true',
  },
  stock_lot: {
    columns: `, 'quantity', b.quantity, 'quantity_at', b.quantity_at`,
    join: 'left join lateral muster.stock_balance(t.id) b on true',
  },
};

/** Columns that are no facts of the register: raw geometry, change numbers, publication rules, live positions. */
const NO_FACTS = `array['geom', 'position', 'changed_xid', 'published']`;

function toRecord<K extends ReadKind>({ facts, shape }: Row): RecordOf[K] {
  const record: Record<string, unknown> = Object.fromEntries(
    Object.entries(facts).map(([column, value]) => [fieldOf(column), value]),
  );
  const geometry = shape === null ? null : (JSON.parse(shape) as Geometry);
  record.geometry = geometry?.type === 'Point' ? null : geometry;
  return record as unknown as RecordOf[K];
}

/**
 * Records of a kind in key order.
 * @param district with everything below it; null = all
 */
export async function readRecords<K extends ReadKind>(
  db: Queryable,
  kind: K,
  district: string | null,
  archived: boolean,
): Promise<RecordOf[K][]> {
  const key = kind === 'district' ? 'code' : 'id';
  const own = kind === 'district' ? 'code' : 'district_code';
  const hasPlace = kind !== 'stock_lot' && kind !== 'contact' && kind !== 'district_setting';
  const { columns = '', join = '' } = SUMS[kind] ?? {};
  const records: RecordOf[K][] = [];
  let after: string | null = null;
  for (;;) {
    const rows: Row[] = await db.query<Row>(
      `select to_jsonb(t) - ${NO_FACTS} || jsonb_build_object('id_text', t.${key}::text${columns}) as facts,
         ${hasPlace ? 'extensions.st_asgeojson(t.geom, 15)' : 'null::text'} as shape
       from public.${kind} t ${join}
       where ($1::text is null or t.${key}::text collate "C" > $1)
         and ($2::text is null or t.${own} in (
           select d.code from public.district d
           where d.path like (select replace(h.path, '_', '\\_') from public.district h where h.code = $2) || '%'))
         and (${archived ? 'true' : 't.archived_at is null'})
       order by t.${key}::text collate "C" limit ${PAGE}`,
      [after, district],
    );
    for (const row of rows) records.push(toRecord<K>(row));
    if (rows.length < PAGE) return records;
    after = String(rows.at(-1)?.facts.id_text);
  }
}

/** Names of what records refer to. */
export async function readNames(
  db: Queryable,
): Promise<(kind: string, key: string) => string | null> {
  const rows = await db.query<{ kind: string; key: string; name: string }>(
    `select 'district' as kind, code as key, name from public.district
     union all select 'settlement', id::text, name from public.settlement
     union all select 'shelter', id::text, name from public.shelter
     union all select 'depot', id::text, name from public.depot`,
  );
  const names = new Map(rows.map(({ kind, key, name }) => [`${kind} ${key}`, name]));
  return (kind, key) => names.get(`${kind} ${key}`) ?? null;
}
