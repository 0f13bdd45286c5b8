/** Columns whose cell in a file holds just their value: read by the type that the kind's description states. */
import { KINDS } from '../../kinds/index.ts';
import type { ColumnType } from '../../kinds/index.ts';
import { columnNameOf } from '../../model/index.ts';
import { columnOf } from '../../schema/index.ts';
import type { RegisterKind } from '../../schema/index.ts';
import type { FieldValue } from '../types.ts';
import {
  readAvailability,
  readFlag,
  readLevel,
  readPassable,
  readRectification,
  readShelterState,
} from '../values/enum-words.ts';
import type { FieldReader } from './field-reader.ts';
import type { RowReader } from './row-reader.ts';
import { put } from './row-facts.ts';
import type { Step } from './row-facts.ts';

/** What the database takes at most: characters, or the number itself. */
interface Bounds {
  longest?: number;
  most?: number;
}

/** A word of the register's own that the file does not know is `unknown`; any other gap is null. */
const READ: { readonly [Type in ColumnType]?: (field: FieldReader, of: Bounds) => FieldValue } = {
  line: (field, { longest }) => field.line(longest),
  text: (field, { longest }) => field.text(longest),
  uuid: (field) => field.uuid(),
  date: (field) => field.date(),
  instant: (field) => field.instant(),
  integer: (field, { most }) => field.count(most),
  area: (field) => field.area(),
  length: (field, { most }) => field.length(most),
  duration: (field) => field.duration(),
  list: (field, { longest }) => field.held().map((part) => part.slice(0, longest)),
  flag: (field) => field.read(readFlag),
  level: (field) => field.read(readLevel),
  rectification: (field) => field.read(readRectification),
  availability: (field) => field.read(readAvailability) ?? 'unknown',
  passable: (field) => field.read(readPassable) ?? 'unknown',
  shelter_state: (field) => field.read(readShelterState) ?? 'unknown',
};

function plainStep(reader: RowReader, kind: RegisterKind, name: string): Step | null {
  const column = KINDS[kind].columns[name];
  const read = column === undefined ? undefined : READ[column.type as ColumnType];
  if (column === undefined || read === undefined) return null;
  const bounds: Bounds = columnOf(kind, columnNameOf(name)) ?? {};
  return put(reader, column.fileName ?? name, (field) => read(field, bounds));
}

/** Steps for the named columns, in their order. */
export const plainSteps = (
  reader: RowReader,
  kind: RegisterKind,
  names: readonly string[],
): (Step | null)[] => names.map((name) => plainStep(reader, kind, name));

/** Of everything that is registered; `source` is made up where a file does not state it. */
export const REGISTERED = ['address', 'note', 'observedAt', 'verifiedAt'] as const;
const ELSEWHERE: ReadonlySet<string> = new Set([...REGISTERED, 'source', 'name']);

/** Steps for every other plain column of a kind; `apart` = those that have, or are part of, a step of their own. */
export const otherSteps = (
  reader: RowReader,
  kind: RegisterKind,
  apart: readonly string[] = [],
): (Step | null)[] =>
  Object.entries(KINDS[kind].columns)
    .filter(([name, { titles, cell, onlyInFiles, fileName }]) => {
      const isPlain = titles !== undefined && cell === undefined && onlyInFiles !== true;
      return isPlain && !ELSEWHERE.has(fileName ?? name) && !apart.includes(name);
    })
    .map(([name]) => plainStep(reader, kind, name));
