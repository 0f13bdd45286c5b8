/** Placed rows become planned records with their keys. */
import type { PlacedRow } from '../place/candidate.ts';
import { isTrustedId, keyGroupOf } from '../identity/identify.ts';
import type { FileRead } from '../read-file.ts';
import type { Fault, FieldValue, ImportOptions, PlannedContact, PlannedRecord, SourceRow, Warning } from '../types.ts';
import { readBaseLayer } from '../values/enum-words.ts';
import { lineOrNull, textOf } from '../values/text.ts';
import { tellDistrict } from './district-fields.ts';
import { inferKind } from './event-kind.ts';
import { tellFields } from './record-fields.ts';
import type { FileContext, Told } from './record-fields.ts';
import { RowReader } from './row-reader.ts';

export interface BuiltRecords {
  records: PlannedRecord[];
  warnings: Warning[];
  blockers: Warning[];
  /** Name, address and place as the file writes them, one per placed row. */
  parts: readonly (readonly string[])[];
}

type Reject = (row: SourceRow, fault: Fault) => void;

export function buildRecords(
  placed: readonly PlacedRow[],
  file: FileRead,
  options: ImportOptions,
  reject: Reject,
): BuiltRecords {
  const { kind, words } = options;
  const warnings: Warning[] = [];
  const undecided: number[] = [];
  const nameless: number[] = [];
  const reader = new RowReader({
    mapping: file.mapping,
    columns: file.columns,
    set: file.set,
    timezone: options.timezone ?? 'Asia/Shanghai',
    now: options.now ?? Date.now(),
  });
  const context = contextOf(placed, file, options, warnings);
  const ids = idsOfOthers(placed, file, warnings);
  const written = (field: string, row: SourceRow): string => textAsWritten(row, file.mapping.get(field)?.column);
  const parts = placed.map(({ source, written: place }) => [
    written('name', source),
    written('address', source),
    place,
  ]);
  const numberInGroup = new Map<string, number>();
  const byId = new Map<string, number>();
  const records: PlannedRecord[] = [];

  placed.forEach((one, i) => {
    const { source, geometry } = one;
    if (i % 2048 === 0) options.onProgress?.({ phase: 'check', done: i, total: placed.length });
    reader.turnTo(source);
    const stated = reader.has('name') ? reader.line('name') : null;
    const address = reader.has('address') ? reader.line('address') : null;
    const told: Told = kind === 'district' ? tellDistrict(reader, stated) : tellFields(kind, reader, context);
    if (told.missing !== null) return reject(source, told.missing);
    if (kind === 'district' && stated === null) return reject(source, { reason: 'no_name', params: {} });
    if (told.undecided) undecided.push(source.row);
    const madeUp = [...told.madeUp];
    const name = stated ?? address ?? words.unnamed;
    if (stated === null && address === null) {
      madeUp.push('name');
      if (kind !== 'base_feature') nameless.push(source.row);
    }
    const recordId = kind === 'district' ? null : recordIdOf(reader);
    const id =
      recordId !== null
        ? (ownIdOf(source, file) ?? idKey(recordId))
        : kind === 'district'
          ? String(told.fields.code)
          : (ids?.[i] ?? null);
    let keyGroup: string | null = null;
    if (id === null) {
      keyGroup = keyGroupOf(parts[i] ?? []);
      numberInGroup.set(keyGroup, (numberInGroup.get(keyGroup) ?? 0) + 1);
    } else {
      const whole = recordId ?? id;
      const earlier = byId.get(whole);
      if (earlier !== undefined) return reject(source, { reason: 'same_id', params: { id, row: earlier } });
      byId.set(whole, source.row);
    }
    records.push({
      row: source.row,
      kind,
      externalId: id ?? `${keyGroup}#${numberInGroup.get(keyGroup ?? '') ?? 1}`,
      keyGroup,
      recordId,
      districtCode: kind !== 'district' && reader.has('districtCode') ? reader.code('districtCode') : null,
      name,
      madeUp,
      geometry,
      fields: told.fields as Readonly<Record<string, FieldValue>>,
      stock: told.stock,
      contact: contactOf(reader),
    });
  });

  warnings.push(...reader.warnings());
  if (nameless.length > 0)
    warnings.push({ code: 'name_missing', params: { count: nameless.length }, rows: nameless.slice(0, 1000) });
  if (kind === 'incident' && placed.length > 0 && !reader.has('state'))
    warnings.push({ code: 'incidents_closed', params: {} });
  const blockers: Warning[] = [];
  if (undecided.length > 0) {
    const code = kind === 'base_feature' ? ('layer_unknown' as const) : ('kind_unknown' as const);
    blockers.push({ code, params: { count: undecided.length }, rows: undecided.slice(0, 1000) });
  }
  return { records, warnings, blockers, parts };
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** The register's own id in a row of an export; anything else in such a column is none. */
function recordIdOf(reader: RowReader): string | null {
  const text = reader.has('recordId') ? reader.code('recordId') : null;
  return text !== null && UUID.test(text) ? text.toLowerCase() : null;
}

/** Stands for the external id of a record that has none. */
export const idKey = (recordId: string): string => `id:${recordId}`;

const ownIdOf = (source: SourceRow, { mapping }: FileRead): string | null => {
  const mapped = mapping.get('externalId');
  return mapped === undefined ? null : (lineOrNull(source.cells[mapped.column])?.slice(0, 500) ?? null);
};

const textAsWritten = ({ cells }: SourceRow, column: number | undefined): string => {
  const cell = column === undefined ? '' : cells[column];
  return typeof cell === 'string' ? cell : textOf(cell);
};

/** What the file as a whole says, for rows that do not say it themselves. */
function contextOf(
  placed: readonly PlacedRow[],
  file: FileRead,
  options: ImportOptions,
  warnings: Warning[],
): FileContext {
  const context: FileContext = {
    inferredKind: null,
    inferredLayer: null,
    statedSource: options.source ?? null,
    // A rejects file continues the file it came from.
    fileName: options.fileName.replace(/\.rejects(-\d+)?(?=\.[^.]+$)/, ''),
    words: options.words,
  };
  const layerName = typeof file.source.head.name === 'string' ? file.source.head.name : '';
  const fileTexts = [options.fileName.replace(/\.[^.]+$/, ''), layerName].filter((text) => text !== '');
  const isEvent = options.kind === 'hazard' || options.kind === 'incident';
  if (isEvent && file.set.kind === undefined) {
    const columns = ['name', 'address'].map((field) => file.mapping.get(field)?.column);
    const rowTexts = placed
      .slice(0, 2000)
      .map(({ source }) => columns.map((column) => textAsWritten(source, column)).join(' '));
    const inferred = inferKind([...fileTexts, ...file.columns.slice(0, file.ownWidth)], rowTexts);
    context.inferredKind = inferred?.kind ?? null;
    if (inferred !== null && !file.mapping.has('kind'))
      warnings.push({ code: 'kind_inferred', params: { kind: inferred.kind, from: inferred.from.slice(0, 60) } });
  }
  if (options.kind === 'base_feature')
    context.inferredLayer = fileTexts.map(readBaseLayer).find((layer) => layer !== null) ?? null;
  return context;
}

/**
 * The file's own ids, one per placed row, or null when it has none to be trusted. A column chosen by a person is
 * always trusted; one found by its title, and the features' own ids, only when they are more than row numbers.
 */
function externalIds(placed: readonly PlacedRow[], file: FileRead, warnings: Warning[]): (string | null)[] | null {
  const mapped = file.mapping.get('externalId');
  const byPerson = mapped?.by === 'person';
  const own = placed.map(({ source }) => (source.id === null ? null : String(source.id)));
  // Feature servers number their answers anew every time (layer.fid-70e9…).
  const ownIsGood = own.length > 0 && isTrustedId(own) && !own.some((id) => id?.includes('.fid-'));
  if (ownIsGood && !byPerson) return own;
  if (mapped === undefined || placed.length === 0) return null;
  const values = placed.map(
    ({ source }) =>
      lineOrNull(source.cells[mapped.column])
        ?.replace(/^(\d+)\.0+$/, '$1')
        .slice(0, 500) ?? null,
  );
  if (byPerson || isTrustedId(values)) return values;
  warnings.push({ code: 'id_column_ignored', params: { column: file.columns[mapped.column] ?? '' } });
  return null;
}

/** External ids of the rows that do not name a record of the register; of those alone it is asked whether to trust them. */
function idsOfOthers(placed: readonly PlacedRow[], file: FileRead, warnings: Warning[]): (string | null)[] | null {
  const column = file.mapping.get('recordId')?.column;
  if (column === undefined) return externalIds(placed, file, warnings);
  const isOther = ({ source }: PlacedRow): boolean => !UUID.test(lineOrNull(source.cells[column]) ?? '');
  const ids = externalIds(placed.filter(isOther), file, warnings);
  if (ids === null) return null;
  let at = 0;
  return placed.map((one) => (isOther(one) ? (ids[at++] ?? null) : null));
}

const PHONE = /^[+0-9][-0-9 ()#*,;ext.]{2,39}$/;

function contactOf(reader: RowReader): PlannedContact | null {
  if (!reader.has('contactName') && !reader.has('contactPhone')) return null;
  const name = reader.has('contactName') ? reader.line('contactName', 100) : null;
  const phone = reader.has('contactPhone')
    ? reader.read('contactPhone', (text) => {
        const plain =
          text
            .normalize('NFKC')
            .replace(/[‐–—ー−]/g, '-')
            .split(/[\s、，/]+(?=[+\d(]{3})/)[0] ?? '';
        return PHONE.test(plain.trim()) ? plain.trim() : null;
      })
    : null;
  const duty = reader.has('contactDuty') ? reader.line('contactDuty', 100) : null;
  return name === null && phone === null ? null : { name, phone, duty };
}
