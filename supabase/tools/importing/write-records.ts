/** Planned records into their table: new ones created, changed ones changed, the others left alone. */
import { randomUUID } from 'node:crypto';
import { isReimported, keyOf, placePlan } from '../../../src/core/import/difference/place-plan.ts';
import { isChanged } from '../../../src/core/import/difference/place-records.ts';
import type { PlacedRecord } from '../../../src/core/import/difference/place-records.ts';
import {
  rejectPlanned,
  settleDistricts,
} from '../../../src/core/import/difference/settle-districts.ts';
import type { KnownLot } from '../../../src/core/import/difference/stock.ts';
import type { StoredKind } from '../../../src/core/import/difference/tables.ts';
import { Belongings } from '../../../src/core/import/session/belongings.ts';
import { entryOf } from '../../../src/core/import/session/entries.ts';
import type { Totals, Write } from '../../../src/core/import/session/types.ts';
import { writesOf } from '../../../src/core/import/session/writes.ts';
import type { Fault, ImportPlan, PlannedRecord, Warning } from '../../../src/core/import/types.ts';
import { toEwkt } from '../../../src/core/geo/ewkt.ts';
import type { Queryable } from '../../local/queryable.ts';
import { jsonChunks } from './bulk.ts';
import type { KnownDistrict } from './districts.ts';
import { readBelongings } from './read-belongings.ts';
import { placeStockList } from './place-lots.ts';
import type { PlacedOnServer } from './place-lots.ts';
import { settleResembling } from './resembling.ts';
import type { Alike } from './resembling.ts';
import { readReferenced } from './references.ts';
import { sendWrites } from './send-writes.ts';
import { registerWords } from './text.ts';
import { readStored, readStoredById } from './stored.ts';

export interface Written {
  unchanged: number;
  warnings: Warning[];
}

type EntryMaker = Awaited<ReturnType<typeof settleResembling>>['entry'];

interface Target {
  plan: ImportPlan;
  kind: StoredKind;
  fileName: string;
  /** What names of depots in a stock list stand for, as a person said. */
  depots: Readonly<Record<string, string>>;
  /** What rows are that resemble a record under another key. */
  alike: Alike | null;
  /** The district stated for the file, or null. */
  district: string | null;
  districts: readonly KnownDistrict[];
  onRows: (done: number, total: number) => void;
}

/** Compares a plan with what is stored, and writes it in portions. What others change meanwhile is not overwritten. */
export async function writeRecords(db: Queryable, target: Target): Promise<Written> {
  const { plan, kind, district, districts } = target;
  const { placed, stored, made, warnings, entry } =
    kind === 'stock_lot'
      ? { ...(await placeLotsOf(db, target)), entry: entryOf }
      : await placeAll(db, target);
  const belongings = new Belongings(kind, placed, stored, registerWords.unitUnstated, randomUUID);
  // Nobody is asked: what was archived stays so, with what the file says of it.
  const standing = placed.map((one) => ({
    ...one,
    stored: one.stored && { ...one.stored, archived: false },
  }));
  const writes = writesOf(
    { entries: standing.map(entry), kind, belongings, made },
    new Date().toISOString(),
    randomUUID,
  );

  const refused = await sendWrites(
    db,
    {
      kind,
      district: district ?? commonDistrict(placed, districts),
      fileName: target.fileName,
      totals: totalsOf(plan, placed, writes),
      onRows: target.onRows,
    },
    writes,
  );
  rejectPlanned(plan, new Map(refused.map(({ row, reason, params }) => [row, { reason, params }])));
  const gone = new Set(refused.map(({ row }) => row));
  const rows = rowsOf(writes);
  const archived = placed.filter((one) => one.stored?.archived === true && isChanged(one)).length;
  if (archived > 0) warnings.push({ code: 'archived', params: { count: archived } });
  warnings.push(...stockWarnings(placed, belongings), ...belongings.warnings);
  return {
    unchanged: placed.filter(({ record: { row } }) => !rows.has(row) && !gone.has(row)).length,
    warnings,
  };
}

const rowsOf = (writes: readonly Write[]): Set<number> =>
  new Set(writes.flatMap(({ row }) => row ?? []));

const placeLotsOf = (
  db: Queryable,
  { plan, depots, district, districts }: Target,
): Promise<PlacedOnServer> =>
  placeStockList(
    db,
    plan,
    depots,
    district,
    district === null ? null : districts.map(({ code }) => code),
  );

async function placeAll(
  db: Queryable,
  target: Target,
): Promise<PlacedOnServer & { entry: EntryMaker }> {
  const { plan, kind, district, districts } = target;
  settleDistricts(plan, districts, district);
  rejectPlanned(plan, await invalidShapes(db, plan.records));
  const districtOf = settleDistricts(plan, districts, district);
  const groups = isReimported(plan)
    ? [...new Set(plan.records.flatMap(({ keyGroup }) => keyGroup ?? []))]
    : [];
  const where = district === null ? null : districts.map(({ code }) => code);
  const keys = plan.records.map((record) => keyOf(kind, record));
  const byKey = await readStored(db, kind, keys, groups, where);
  const byId = await readStoredById(
    db,
    kind,
    plan.records.flatMap(({ recordId }) => recordId ?? []),
  );
  const known = await readReferenced(db, plan.records, kind, where);
  const against = { kind, districtOf, byId, byKey, known, newId: randomUUID };
  const { placed: all, warnings } = placePlan(plan, against);
  const { placed, entry } = await settleResembling(db, plan, all, {
    kind,
    districts: where,
    alike: target.alike,
  });
  return { placed, stored: await readBelongings(db, kind, placed), made: [], warnings, entry };
}

function totalsOf(
  plan: ImportPlan,
  placed: readonly PlacedRecord[],
  writes: readonly Write[],
): Totals {
  const rows = rowsOf(writes);
  const accepted = placed.filter(({ record: { row } }) => rows.has(row));
  const created = accepted.filter(({ stored }) => stored === null).length;
  return {
    read: plan.read,
    accepted: accepted.length,
    unchanged: placed.length - accepted.length,
    duplicates: plan.duplicates.length,
    rejected: plan.rejected.length,
    leftOut: 0,
    created,
    changed: accepted.length - created,
    archived: 0,
  };
}

/** The nearest district that holds all those the records lie in. */
function commonDistrict(
  placed: readonly PlacedRecord[],
  districts: readonly KnownDistrict[],
): string {
  const pathOf = new Map(
    districts.map(({ code, path }) => [code, path.split('/').filter(Boolean)]),
  );
  const [first = [], ...rest] = [...new Set(placed.map(({ district }) => district))].map(
    (code) => pathOf.get(code) ?? [],
  );
  const shared = first.findIndex((code, i) => rest.some((path) => path[i] !== code));
  return (shared < 0 ? first : first.slice(0, shared)).at(-1) ?? '0';
}

const NAMED = 10;

function stockWarnings(placed: readonly PlacedRecord[], belongings: Belongings): Warning[] {
  const warningsAbout = (
    code: 'stock_gone' | 'stock_kept',
    lots: readonly KnownLot[],
  ): Warning[] => {
    const items = lots.slice(0, NAMED).map(({ item }) => item);
    return lots.length === 0
      ? []
      : [{ code, params: { count: lots.length, items: items.join('、') } }];
  };
  const all = placed.map(({ id }) => belongings.of(id));
  return [
    ...warningsAbout(
      'stock_gone',
      all.flatMap(({ gone }) => gone),
    ),
    ...warningsAbout(
      'stock_kept',
      all.flatMap(({ kept }) => kept),
    ),
  ];
}

/** Rows whose lines or areas the database would refuse: they are told as such, not as a failed write. */
async function invalidShapes(
  db: Queryable,
  records: readonly PlannedRecord[],
): Promise<Map<number, Fault>> {
  const shapes = records.flatMap(({ row, geometry }) =>
    geometry === null || geometry.type === 'Point' ? [] : [{ row, shape: toEwkt(geometry) }],
  );
  const refused = new Map<number, Fault>();
  for (const { json } of jsonChunks(shapes)) {
    const rows = await db.query<{ row: number }>(
      `select x.row from jsonb_to_recordset($1::jsonb) as x(row int, shape text)
       where not muster.is_on_earth(x.shape::extensions.geometry)`,
      [json],
    );
    for (const { row } of rows) refused.set(row, { reason: 'bad_geometry', params: {} });
  }
  return refused;
}
