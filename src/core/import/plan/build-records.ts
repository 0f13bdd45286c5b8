/** Placed rows become planned records with their keys. */
import type { PlacedRow } from '../place/candidate.ts';
import { rowTexts, textAsWritten } from '../identity/row-texts.ts';
import type { RowTexts } from '../identity/row-texts.ts';
import type { FileRead } from '../read-file.ts';
import type { Fault, FieldValue, ImportOptions, PlannedRecord, Warning } from '../types.ts';
import type { SourceRow } from '../../files/source-row.ts';
import { designationOf } from '../columns/designated-sites.ts';
import { readBaseLayer } from '../values/enum-words.ts';
import { contactTeller } from './contact-fields.ts';
import { tellDistrict } from './district-fields.ts';
import { inferKind } from './event-kind.ts';
import { idsOfOthers, ownIdOf, UUID } from './external-ids.ts';
import type { FieldReader } from './field-reader.ts';
import { fieldsTeller } from './record-fields.ts';
import { RowReader } from './row-reader.ts';
import type { FileContext, Told } from './told.ts';

export interface BuiltRecords {
  records: PlannedRecord[];
  warnings: Warning[];
  blockers: Warning[];
  /** Name, address and place as the file writes them, of the placed rows. */
  texts: RowTexts;
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
  const texts = rowTexts(placed, file.mapping, kind === 'stock_lot');
  const isDistrict = kind === 'district';
  const field = (name: string): FieldReader | null => reader.field(name);
  const [nameField, addressField] = [field('name'), field('address')];
  const [idField, districtField] = isDistrict
    ? [null, null]
    : [field('recordId'), field('districtCode')];
  const districtNameField = isDistrict ? null : field('districtName');
  const tell = isDistrict ? null : fieldsTeller(kind, reader, context);
  const contactsOf = contactTeller(reader);
  const numberInGroup = new Map<string, number>();
  const byId = new Map<string, number>();
  const records: PlannedRecord[] = [];
  let lastMadeUp: readonly string[] = [];

  for (let i = 0; i < placed.length; i++) {
    const { source, geometry } = placed[i] as PlacedRow;
    if (i % 2048 === 0) options.onProgress?.({ phase: 'check', done: i, total: placed.length });
    reader.turnTo(source);
    const stated = nameField?.line() ?? null;
    const address = stated === null ? (addressField?.line() ?? null) : null;
    const told: Told = tell === null ? tellDistrict(reader, stated, context) : tell();
    if (told.missing !== null) {
      reject(source, told.missing);
      continue;
    }
    if (isDistrict && stated === null) {
      reject(source, { reason: 'no_name', params: {} });
      continue;
    }
    const recordId = recordIdOf(idField);
    // Neither a place nor a word to find it by: nobody could ever place it.
    if (
      geometry === null &&
      stated === null &&
      address === null &&
      recordId === null &&
      !isDistrict
    ) {
      reject(source, { reason: kind === 'stock_lot' ? 'no_name' : 'no_place', params: {} });
      continue;
    }
    if (told.undecided) undecided.push(source.row);
    const { madeUp } = told;
    if (stated === null && address === null) {
      madeUp.push('name');
      if (kind !== 'base_feature') nameless.push(source.row);
    }
    // The rows of a file mostly lack the same: one list serves them all.
    if (!isSameList(madeUp, lastMadeUp)) lastMadeUp = madeUp;
    const id =
      recordId !== null
        ? (ownIdOf(source, file) ?? idKey(recordId))
        : isDistrict
          ? String(told.fields.code)
          : (ids?.[i] ?? null);
    let keyGroup: string | null = null;
    let numbered = 1;
    if (id === null) {
      keyGroup = texts.keyOf(i);
      if (texts.mayRepeat(i)) {
        numbered = (numberInGroup.get(keyGroup) ?? 0) + 1;
        numberInGroup.set(keyGroup, numbered);
      }
    } else {
      const whole = recordId ?? id;
      const earlier = byId.get(whole);
      if (earlier !== undefined) {
        reject(source, { reason: 'same_id', params: { id, row: earlier } });
        continue;
      }
      byId.set(whole, source.row);
    }
    records.push({
      row: source.row,
      kind,
      externalId: id ?? `${keyGroup ?? ''}#${numbered}`,
      keyGroup,
      recordId,
      districtCode: districtField?.code() ?? null,
      districtName: geometry === null ? (districtNameField?.line() ?? null) : null,
      name: stated ?? address ?? words.unnamed,
      madeUp: lastMadeUp,
      geometry,
      fields: told.fields as Readonly<Record<string, FieldValue>>,
      stock: told.stock,
      occupancy: told.occupancy,
      contacts: contactsOf(),
    });
  }

  warnings.push(...reader.warnings());
  if (context.designation !== null && context.designated.rows > 0)
    warnings.push({
      code: context.designation === 'flee' ? 'sites_to_flee' : 'sites_to_stay',
      params: { ...context.designated },
    });
  if (nameless.length > 0)
    warnings.push({
      code: 'name_missing',
      params: { count: nameless.length },
      rows: nameless.slice(0, 1000),
    });
  if (kind === 'incident' && placed.length > 0 && field('state') === null)
    warnings.push({ code: 'incidents_closed', params: {} });
  const blockers: Warning[] = [];
  if (undecided.length > 0) {
    const code = kind === 'base_feature' ? ('layer_unknown' as const) : ('kind_unknown' as const);
    blockers.push({ code, params: { count: undecided.length }, rows: undecided.slice(0, 1000) });
  }
  return { records, warnings, blockers, texts };
}

const isSameList = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((text, i) => text === b[i]);

/** The register's own id in a row of an export; anything else in such a column is none. */
function recordIdOf(field: FieldReader | null): string | null {
  const text = field?.code() ?? null;
  return text !== null && UUID.test(text) ? text.toLowerCase() : null;
}

/** Stands for the external id of a record that has none. */
export const idKey = (recordId: string): string => `id:${recordId}`;

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
    designation: null,
    pairsAsOne: options.pairsAsOne === true,
    designated: { rows: 0, pairs: 0, blanks: 0 },
  };
  const layerName = typeof file.source.head.name === 'string' ? file.source.head.name : '';
  const fileTexts = [options.fileName.replace(/\.[^.]+$/, ''), layerName].filter(
    (text) => text !== '',
  );
  const isEvent = options.kind === 'hazard' || options.kind === 'incident';
  if (isEvent && file.set.kind === undefined) {
    const columns = ['name', 'address'].map((field) => file.mapping.get(field)?.column);
    const rowTexts = placed
      .slice(0, 2000)
      .map(({ source }) => columns.map((column) => textAsWritten(source, column)).join(' '));
    const inferred = inferKind([...fileTexts, ...file.columns.slice(0, file.ownWidth)], rowTexts);
    context.inferredKind = inferred?.kind ?? null;
    if (inferred !== null && !file.mapping.has('kind'))
      warnings.push({
        code: 'kind_inferred',
        params: { kind: inferred.kind, from: inferred.from.slice(0, 60) },
      });
  }
  if (options.kind === 'shelter')
    context.designation = designationOf(file.columns.slice(0, file.ownWidth), fileTexts);
  if (options.kind === 'base_feature')
    context.inferredLayer = fileTexts.map(readBaseLayer).find((layer) => layer !== null) ?? null;
  return context;
}
