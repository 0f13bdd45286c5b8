/** Puts the demo district into a database: one transaction, each table in a few statements of many rows. */
import type { Geometry } from 'geojson';
import { toEwkt } from '../../src/core/geo/ewkt.ts';
import type { Queryable, ToolDatabase } from '../local/queryable.ts';
import { Refusal } from '../local/text.ts';
import { generateDemo } from './generate.ts';
import { COUNTY } from './land/places.ts';
import { storeDemoRoads } from './road-network.ts';
import type { DemoDistrict, DemoTable } from './rows.ts';

const CHUNK = 250;
/** Columns that hold a geometry. */
const SHAPES: ReadonlySet<string> = new Set(['geom', 'position']);

/**
 * Loads the demo district, reckoned back from `now`. All or nothing.
 * @param progress hears the share done, 0 … 1
 * @throws Refusal when it is there already
 */
export async function loadDemo(
  db: ToolDatabase,
  now: Date,
  progress: (share: number) => void = () => undefined,
): Promise<void> {
  progress(0);
  const demo = generateDemo(now);
  const tables = Object.keys(demo) as DemoTable[];
  const total = tables.reduce((sum, table) => sum + demo[table].length, 0);
  await db.transaction(async (tx) => {
    const [there] = await tx.query('select 1 as there from public.district where code = $1', [
      COUNTY.code,
    ]);
    if (there) throw new Refusal('demo.alreadyThere', { code: COUNTY.code });
    // The rows of the hazards say where their steps have led; taken again, each step would move them anew.
    await tx.query('alter table public.rectification_step disable trigger d_settle');
    let done = 0;
    for (const table of tables)
      for (const rows of chunksOf(table, demo)) {
        await insert(tx, table, rows);
        done += rows.length;
        progress(done / (total + 1));
      }
    await tx.query('alter table public.rectification_step enable trigger d_settle');
    await storeDemoRoads(tx);
  });
  progress(1);
}

/** A district is placed below its parent while it is inserted, so each level comes in a statement of its own. */
function chunksOf(table: DemoTable, demo: DemoDistrict): object[][] {
  const rows: readonly object[] = demo[table];
  if (table === 'district')
    return [...new Set(demo.district.map(({ level }) => level))].map((level) =>
      demo.district.filter((row) => row.level === level),
    );
  const chunks: object[][] = [];
  for (let from = 0; from < rows.length; from += CHUNK) chunks.push(rows.slice(from, from + CHUNK));
  return chunks;
}

async function insert(tx: Queryable, table: DemoTable, rows: readonly object[]): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const columns = Object.keys(first)
    .map((column) => `"${column}"`)
    .join(', ');
  const json = JSON.stringify(rows, (key, value: unknown) =>
    SHAPES.has(key) && value !== null ? toEwkt(value as Geometry) : value,
  );
  await tx.query(
    `insert into public.${table} (${columns})
     select ${columns} from jsonb_populate_recordset(null::public.${table}, $1::jsonb)`,
    [json],
  );
}
