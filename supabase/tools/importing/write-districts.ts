/** Districts into the tree: parents first, missing parents created, levels strictly falling. */
import type { Geometry, MultiPolygon } from 'geojson';
import { toEwkt } from '../../../src/core/geo/ewkt.ts';
import { changesOf, levelBelow, missingParents, rejectPlanned } from '../../../src/core/import/index.ts';
import type {
  Fault,
  ImportPlan,
  JsonRow,
  PlannedRecord,
  RejectReason,
  Warning,
} from '../../../src/core/import/index.ts';
import { DISTRICT_LEVELS } from '../../../src/core/model/index.ts';
import type { DistrictLevel } from '../../../src/core/model/index.ts';
import type { Queryable } from '../../local/queryable.ts';
import { insertRows, jsonChunks, updateRows } from './bulk.ts';
import { readDistricts } from './districts.ts';
import type { KnownDistrict } from './districts.ts';
import type { Written } from './write-records.ts';

const ROOT = '0';

interface Node {
  code: string;
  parentCode: string;
  name: string;
  level: DistrictLevel;
  timezone: string | null;
  geometry: MultiPolygon | null;
  record: PlannedRecord | null;
}

const multi = (geometry: Geometry | null): MultiPolygon | null =>
  geometry?.type === 'Polygon'
    ? { type: 'MultiPolygon', coordinates: [geometry.coordinates] }
    : geometry?.type === 'MultiPolygon'
      ? geometry
      : null;

const rank = (level: DistrictLevel): number => DISTRICT_LEVELS.indexOf(level);

/** The district that a code names as parent: known, planned, or the stated one, or the root. */
export async function writeDistricts(tx: Queryable, plan: ImportPlan, stated: string | null): Promise<Written> {
  const known = new Map((await readDistricts(tx, null)).map((district) => [district.code, district]));
  const warnings: Warning[] = [];
  const above = stated ?? ROOT;
  const created = missingParents(plan.records, new Set(known.keys()));
  if (created.length > 0)
    warnings.push({
      code: 'parents_created',
      params: { codes: created.map(({ code, name }) => `${code} ${name}`).join('、') },
    });
  const nodes = new Map<string, Node>();
  for (const parent of created)
    nodes.set(parent.code, {
      ...parent,
      parentCode: parent.parentCode !== null && known.has(parent.parentCode) ? parent.parentCode : above,
      timezone: null,
      record: null,
    });
  for (const record of plan.records) {
    const parent = record.fields.parentCode;
    nodes.set(record.externalId, {
      code: record.externalId,
      // A parent that is not there yet is either in this file or was just made.
      parentCode: typeof parent === 'string' ? parent : (known.get(record.externalId)?.parentCode ?? above),
      name: record.name,
      level: (record.fields.level ?? 'root') as DistrictLevel,
      timezone: typeof record.fields.timezone === 'string' ? record.fields.timezone : null,
      geometry: multi(record.geometry),
      record,
    });
  }
  const refused = new Map<number, RejectReason>();
  const order = sorted(nodes, known, refused);
  const inserts: JsonRow[][] = [];
  const updates: JsonRow[] = [];
  let unchanged = 0;
  for (const node of order) {
    const parent = known.get(node.parentCode);
    const level = settleLevel(node, parent?.level ?? 'root');
    if (level === null) {
      if (node.record !== null) refused.set(node.record.row, 'parent_is_itself');
      continue;
    }
    const there = known.get(node.code);
    if (there === undefined) {
      const timezone = node.timezone ?? parent?.timezone ?? 'Asia/Shanghai';
      const row: JsonRow = { code: node.code, parent_code: node.parentCode, name: node.name, level, timezone };
      row.geom = node.geometry === null ? null : toEwkt(node.geometry);
      // A statement sees only parents that earlier statements wrote.
      const depth = depthOf(node.code, nodes);
      (inserts[depth] ??= []).push(row);
      known.set(node.code, { ...node, level, path: '', timezone, archived: false });
      continue;
    }
    const row = changedRow(node, level, there);
    if (row !== null) updates.push(row);
    else if (node.record !== null) unchanged++;
    known.set(node.code, { ...there, level });
  }
  const bad = await invalidAreas(tx, order);
  for (const node of order)
    if (node.record !== null && bad.has(node.code)) refused.set(node.record.row, 'bad_geometry');
  const faults = [...refused].map(([row, reason]): [number, Fault] => [row, { reason, params: {} }]);
  rejectPlanned(plan, new Map(faults));
  const isGood = (row: JsonRow): boolean => !bad.has(String(row.code));
  for (const level of inserts) if (level !== undefined) await insertRows(tx, 'district', level.filter(isGood));
  await updateRows(tx, 'district', 'code', updates.filter(isGood));
  return { unchanged, warnings };
}

/** The stated level if it lies below the parent's, otherwise the next one below; null below a village. */
function settleLevel(node: Node, parent: DistrictLevel): DistrictLevel | null {
  return rank(node.level) > rank(parent) ? node.level : levelBelow(parent);
}

function changedRow(node: Node, level: DistrictLevel, there: KnownDistrict): JsonRow | null {
  const planned: PlannedRecord = {
    row: 0,
    kind: 'district',
    externalId: node.code,
    keyGroup: null,
    recordId: null,
    districtCode: null,
    name: node.name,
    madeUp: node.record === null ? ['name'] : [],
    geometry: node.record === null ? null : node.geometry,
    fields: { parentCode: node.parentCode, level, timezone: node.timezone },
    stock: [],
    contact: null,
  };
  const fields = { parentCode: there.parentCode, level: there.level, timezone: there.timezone };
  const changes = changesOf(planned, { name: there.name, geometry: there.geometry, fields });
  if (changes === null) return null;
  const row: JsonRow = { code: node.code };
  if (changes.name !== undefined) row.name = changes.name;
  if (changes.geometry != null) row.geom = toEwkt(changes.geometry);
  if (changes.fields.parentCode !== undefined) row.parent_code = changes.fields.parentCode;
  if (changes.fields.level !== undefined) row.level = changes.fields.level;
  if (changes.fields.timezone !== undefined) row.timezone = changes.fields.timezone;
  return row;
}

const depthOf = (code: string, nodes: ReadonlyMap<string, Node>): number => {
  let depth = 0;
  for (let at = nodes.get(code); at !== undefined && depth < 20; at = nodes.get(at.parentCode)) depth++;
  return depth;
};

/** Parents before children; a circle of parents is refused. */
function sorted(
  nodes: ReadonlyMap<string, Node>,
  known: ReadonlyMap<string, KnownDistrict>,
  refused: Map<number, RejectReason>,
): Node[] {
  return [...nodes.values()]
    .filter((node) => {
      const circle = depthOf(node.code, nodes) >= 20;
      const orphan = !nodes.has(node.parentCode) && !known.has(node.parentCode);
      if ((circle || orphan) && node.record !== null) refused.set(node.record.row, 'parent_is_itself');
      return !circle && !orphan;
    })
    .sort((a, b) => depthOf(a.code, nodes) - depthOf(b.code, nodes));
}

async function invalidAreas(tx: Queryable, nodes: readonly Node[]): Promise<Set<string>> {
  const shapes = nodes.flatMap(({ code, geometry }) => (geometry === null ? [] : [{ code, shape: toEwkt(geometry) }]));
  const refused = new Set<string>();
  for (const { json } of jsonChunks(shapes)) {
    const rows = await tx.query<{ code: string }>(
      `select x.code from jsonb_to_recordset($1::jsonb) as x(code text, shape text)
       where not muster.is_on_earth(x.shape::extensions.geometry)`,
      [json],
    );
    for (const { code } of rows) refused.add(code);
  }
  return refused;
}
