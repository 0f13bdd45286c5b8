/** Placed rows become planned records with their keys. */
import type { EventKind } from '../../model/index.ts';
import type { PlacedRow } from '../place/candidate.ts';
import { rowTexts, textAsWritten } from '../identity/row-texts.ts';
import type { RowTexts } from '../identity/row-texts.ts';
import type { FileRead } from '../read-file.ts';
import type { Fault, FieldValue, ImportOptions, PlannedRecord, Warning } from '../types.ts';
import type { SourceRow } from '../../files/source-row.ts';
import { designationOf } from '../columns/designated-sites.ts';
import { readBaseLayer } from '../values/enum-words.ts';
import { contactReader } from './contact-fields.ts';
import { districtFacts } from './district-fields.ts';
import { inferKind } from './event-kind.ts';
import { idsOfOthers, ownIdOf, UUID } from './external-ids.ts';
import type { FieldReader } from './field-reader.ts';
import { factsReader } from './record-fields.ts';
import { RowReader } from './row-reader.ts';
import type { FileContext, RowFacts } from './row-facts.ts';

interface BuiltRecords {
  records: PlannedRecord[];
  warnings: Warning[];
  blockers: Warning[];
  /** Name, address and place as the file writes them, of the placed rows. */
  texts: RowTexts;
}

type Reject = (row: SourceRow, fault: Fault) => void;

const NO_NAME: Fault = { reason: 'no_name', params: {} };
const NO_PLACE: Fault = { reason: 'no_place', params: {} };

export function buildRecords(
  placed: readonly PlacedRow[],
  file: FileRead,
  options: ImportOptions,
  reject: Reject,
): BuiltRecords {
  const planner = new RecordPlanner(placed, file, options, reject);
  for (let i = 0; i < placed.length; i++) {
    if (i % 2048 === 0) options.onProgress?.({ phase: 'check', done: i, total: placed.length });
    planner.plan(i);
  }
  const { records, texts } = planner;
  return { records, warnings: planner.warnings(), blockers: planner.blockers(), texts };
}

/** Plans the records of one file row by row, and remembers what is to be said of all of them. */
class RecordPlanner {
  readonly records: PlannedRecord[] = [];
  readonly texts: RowTexts;
  private readonly isDistrict: boolean;
  private readonly reader: RowReader;
  private readonly context: FileContext;
  /** What the file as a whole says; known before any row. */
  private readonly ofFile: Warning[] = [];
  private readonly ids: ReturnType<typeof idsOfOthers>;
  private readonly nameField: FieldReader | null;
  private readonly addressField: FieldReader | null;
  /** A district is known by its code: these fields are of the other kinds. */
  private readonly idField: FieldReader | null;
  private readonly districtField: FieldReader | null;
  private readonly districtNameField: FieldReader | null;
  private readonly readFacts: (() => RowFacts) | null;
  private readonly contactsOf: ReturnType<typeof contactReader>;
  private readonly numberInGroup = new Map<string, number>();
  private readonly rowById = new Map<string, number>();
  /** Rows whose kind of event (or layer) nobody said, and rows whose name is made up. */
  private readonly undecided: number[] = [];
  private readonly nameless: number[] = [];
  private lastMadeUp: readonly string[] = [];

  constructor(
    private readonly placed: readonly PlacedRow[],
    private readonly file: FileRead,
    private readonly options: ImportOptions,
    private readonly reject: Reject,
  ) {
    const { kind } = options;
    this.isDistrict = kind === 'district';
    const reader = new RowReader({
      mapping: file.mapping,
      columns: file.columns,
      set: file.set,
      timezone: options.timezone ?? 'Asia/Shanghai',
      now: options.now ?? Date.now(),
    });
    this.reader = reader;
    this.context = contextOf(placed, file, options, this.ofFile);
    this.ids = idsOfOthers(placed, file, this.ofFile);
    this.texts = rowTexts(placed, file.mapping, kind === 'stock_lot');
    this.nameField = reader.field('name');
    this.addressField = reader.field('address');
    const unlessDistrict = (name: string): FieldReader | null =>
      this.isDistrict ? null : reader.field(name);
    this.idField = unlessDistrict('recordId');
    this.districtField = unlessDistrict('districtCode');
    this.districtNameField = unlessDistrict('districtName');
    this.readFacts = kind === 'district' ? null : factsReader(kind, reader, this.context);
    this.contactsOf = contactReader(reader);
  }

  /** The record of the placed row `i`; a row that cannot become one is rejected. */
  plan(i: number): void {
    const { source, geometry } = this.placed[i] as PlacedRow;
    this.reader.turnTo(source);
    const stated = this.nameField?.line() ?? null;
    const name = stated ?? this.addressField?.line() ?? null;
    const facts =
      this.readFacts === null ? districtFacts(this.reader, stated, this.context) : this.readFacts();
    const lack = facts.missing ?? this.lackOf(stated, name, geometry);
    if (lack === null) this.add(i, name, facts);
    else this.reject(source, lack);
  }

  /** What a record of this kind cannot be without; null = nothing. */
  private lackOf(
    stated: string | null,
    name: string | null,
    geometry: PlacedRow['geometry'],
  ): Fault | null {
    if (this.isDistrict) return stated === null ? NO_NAME : null;
    if (geometry !== null || name !== null || recordIdOf(this.idField) !== null) return null;
    // Neither a place nor a word to find it by: nobody could ever place it.
    return this.options.kind === 'stock_lot' ? NO_NAME : NO_PLACE;
  }

  private add(i: number, name: string | null, facts: RowFacts): void {
    const { source, geometry } = this.placed[i] as PlacedRow;
    const recordId = recordIdOf(this.idField);
    if (facts.undecided) this.undecided.push(source.row);
    if (name === null) this.makeUpName(source, facts);
    // The rows of a file mostly lack the same: one list serves them all.
    if (!isSameList(facts.madeUp, this.lastMadeUp)) this.lastMadeUp = facts.madeUp;
    const id = this.idOf(i, recordId, facts);
    if (id !== null && this.isTaken(source, id, recordId)) return;
    const keyGroup = id === null ? this.texts.keyOf(i) : null;
    this.records.push({
      row: source.row,
      kind: this.options.kind,
      externalId: id ?? this.keyAmongEquals(i, keyGroup ?? ''),
      keyGroup,
      recordId,
      districtCode: this.districtField?.code() ?? null,
      districtName: geometry === null ? (this.districtNameField?.line() ?? null) : null,
      name: name ?? this.options.words.unnamed,
      madeUp: this.lastMadeUp,
      geometry,
      fields: facts.fields as Readonly<Record<string, FieldValue>>,
      stock: facts.stock,
      occupancy: facts.occupancy,
      contacts: this.contactsOf(),
    });
  }

  private makeUpName(source: SourceRow, { madeUp }: RowFacts): void {
    madeUp.push('name');
    if (this.options.kind !== 'base_feature') this.nameless.push(source.row);
  }

  /** What the record is known by; null = only by its name, address and place. */
  private idOf(i: number, recordId: string | null, { fields }: RowFacts): string | null {
    if (recordId !== null)
      return ownIdOf((this.placed[i] as PlacedRow).source, this.file) ?? idKey(recordId);
    return this.isDistrict ? String(fields.code) : (this.ids?.[i] ?? null);
  }

  /** Whether an earlier row has the same id; then this one is rejected. */
  private isTaken(source: SourceRow, id: string, recordId: string | null): boolean {
    const whole = recordId ?? id;
    const earlier = this.rowById.get(whole);
    if (earlier === undefined) {
      this.rowById.set(whole, source.row);
      return false;
    }
    this.reject(source, { reason: 'same_id', params: { id, row: earlier } });
    return true;
  }

  /** A key of texts, with the row's number among those that have the same texts. */
  private keyAmongEquals(i: number, keyGroup: string): string {
    if (!this.texts.mayRepeat(i)) return `${keyGroup}#1`;
    const number = (this.numberInGroup.get(keyGroup) ?? 0) + 1;
    this.numberInGroup.set(keyGroup, number);
    return `${keyGroup}#${number}`;
  }

  warnings(): Warning[] {
    const { context, nameless } = this;
    const warnings = [...this.ofFile, ...this.reader.warnings()];
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
    if (
      this.options.kind === 'incident' &&
      this.placed.length > 0 &&
      this.reader.field('state') === null
    )
      warnings.push({ code: 'incidents_closed', params: {} });
    return warnings;
  }

  /** What has to be decided by a person before anything is written. */
  blockers(): Warning[] {
    const { undecided } = this;
    if (undecided.length === 0) return [];
    const code = this.options.kind === 'base_feature' ? 'layer_unknown' : 'kind_unknown';
    return [{ code, params: { count: undecided.length }, rows: undecided.slice(0, 1000) }];
  }
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
  if (isEvent && file.set.kind === undefined)
    context.inferredKind = inferEventKind(placed, file, fileTexts, warnings);
  if (options.kind === 'shelter')
    context.designation = designationOf(file.columns.slice(0, file.ownWidth), fileTexts);
  if (options.kind === 'base_feature')
    context.inferredLayer = fileTexts.map(readBaseLayer).find((layer) => layer !== null) ?? null;
  return context;
}

/** The kind of event that the file's own texts speak of; said, unless a column has the kind. */
function inferEventKind(
  placed: readonly PlacedRow[],
  file: FileRead,
  fileTexts: readonly string[],
  warnings: Warning[],
): EventKind | null {
  const columns = ['name', 'address'].map((field) => file.mapping.get(field)?.column);
  const rowTexts = placed
    .slice(0, 2000)
    .map(({ source }) => columns.map((column) => textAsWritten(source, column)).join(' '));
  const inferred = inferKind([...fileTexts, ...file.columns.slice(0, file.ownWidth)], rowTexts);
  if (inferred === null) return null;
  if (!file.mapping.has('kind'))
    warnings.push({
      code: 'kind_inferred',
      params: { kind: inferred.kind, from: inferred.from.slice(0, 60) },
    });
  return inferred.kind;
}
