/** A file's districts as a tree that the register can take: parents first, missing parents made, levels falling. */
import type { Geometry, MultiPolygon } from 'geojson';
import { DISTRICT_LEVELS } from '../../model/index.ts';
import type { DistrictLevel } from '../../model/index.ts';
import { levelBelow } from '../plan/district-fields.ts';
import { missingParents } from '../plan/parents.ts';
import type { PlannedParent } from '../plan/parents.ts';
import type { PlannedRecord, Warning } from '../types.ts';

/** A district of the register, as far as others hang below it. */
export interface KnownDistrict {
  level: DistrictLevel;
  parentCode: string | null;
  timezone: string;
}

export interface TreeDistrict extends KnownDistrict {
  code: string;
  name: string;
  parentCode: string;
  geometry: MultiPolygon | null;
  /** The row of the file; null = a parent that the file only names. */
  record: PlannedRecord | null;
}

interface DistrictTree {
  /** In an order in which each one's parent is there before it. */
  districts: readonly TreeDistrict[];
  /** Rows that hang in a circle, below nothing, or below a village. */
  refused: readonly number[];
  made: readonly PlannedParent[];
}

type Node = Omit<TreeDistrict, 'timezone'> & { timezone: string | null };

/** Deeper than any tree of districts: a circle. */
const CIRCLE = 20;

function multi(geometry: Geometry | null): MultiPolygon | null {
  if (geometry?.type === 'Polygon')
    return { type: 'MultiPolygon', coordinates: [geometry.coordinates] };
  return geometry?.type === 'MultiPolygon' ? geometry : null;
}

const rank = (level: DistrictLevel): number => DISTRICT_LEVELS.indexOf(level);

function depthOf(code: string, nodes: ReadonlyMap<string, Node>): number {
  let depth = 0;
  for (let at = nodes.get(code); at !== undefined && depth < CIRCLE; at = nodes.get(at.parentCode))
    depth++;
  return depth;
}

/** @param above the district that hangs above those of which nobody says where they hang */
export function districtTree(
  records: readonly PlannedRecord[],
  known: ReadonlyMap<string, KnownDistrict>,
  above: string,
): DistrictTree {
  const made = missingParents(records, new Set(known.keys()));
  const nodes = new Map<string, Node>();
  for (const parent of made) {
    const parentCode =
      parent.parentCode !== null && known.has(parent.parentCode) ? parent.parentCode : above;
    nodes.set(parent.code, { ...parent, parentCode, timezone: null, record: null });
  }
  for (const record of records) {
    const { externalId: code, name, fields } = record;
    nodes.set(code, {
      code,
      // A parent that is not there yet is either in this file or was just made.
      parentCode:
        typeof fields.parentCode === 'string'
          ? fields.parentCode
          : (known.get(code)?.parentCode ?? above),
      name,
      level: (fields.level ?? 'root') as DistrictLevel,
      timezone: typeof fields.timezone === 'string' ? fields.timezone : null,
      geometry: multi(record.geometry),
      record,
    });
  }
  const refused: number[] = [];
  const refuse = ({ record }: Node): void => void (record !== null && refused.push(record.row));
  const placed = new Map<string, TreeDistrict>();
  const order = [...nodes.values()]
    .map((node) => ({ node, depth: depthOf(node.code, nodes) }))
    .sort((a, b) => a.depth - b.depth);
  for (const { node, depth } of order) {
    const parent =
      placed.get(node.parentCode) ??
      (nodes.has(node.parentCode) ? undefined : known.get(node.parentCode));
    if (depth >= CIRCLE || parent === undefined) {
      refuse(node);
      continue;
    }
    // The stated level if it lies below the parent's, otherwise the next one below; nothing lies below a village.
    const level = rank(node.level) > rank(parent.level) ? node.level : levelBelow(parent.level);
    if (level === null) {
      refuse(node);
      continue;
    }
    const timezone = node.timezone ?? known.get(node.code)?.timezone ?? parent.timezone;
    placed.set(node.code, { ...node, level, timezone });
  }
  return { districts: [...placed.values()], refused, made };
}

/** What a person should know of parents that nobody registered. */
export const parentsWarning = (made: readonly PlannedParent[]): Warning[] =>
  made.length === 0
    ? []
    : [
        {
          code: 'parents_created',
          params: { codes: made.map(({ code, name }) => `${code} ${name}`).join('、') },
        },
      ];
