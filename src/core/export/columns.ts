/** The columns of every kind in the order of the file, made from its description. */
import type { AnyColumn, ColumnType, Held } from '../kinds/index.ts';
import { KINDS } from '../kinds/index.ts';
import { columnNameOf } from '../model/index.ts';
import type { RecordOf } from '../model/index.ts';
import { durationText, equipmentText, instantText, listText, suitabilityText } from './values.ts';
import type { AnyRecord, CellValue, ExportColumn, ExportKind, ReadContext } from './types.ts';
import { CRS_NAMES } from './types.ts';

/** What stands in a cell for a value that is known. */
type Written = { readonly [Type in ColumnType]?: (value: Held[Type], c: ReadContext) => CellValue };

/** Types that are not written as they are: texts and numbers are. */
const WRITTEN: Written = {
  instant: (at, { timezone }) => instantText(at, timezone),
  duration: (seconds, { say }) => durationText(seconds, say),
  flag: (is, { say }) => say(`units.truth.${is}`),
  list: listText,
  equipment: equipmentText,
  suitability: (suits, { say }) => suitabilityText(suits, say),
  event_class: (word, { say }) => say(`kinds.eventClass.${word}`),
  event_kind: (word, { say }) => say(`kinds.event.${word}`),
  level: (level, { say }) => say(`kinds.level.${level}`),
  availability: (word, { say }) => say(`kinds.availability.${word}`),
  base_layer: (word, { say }) => say(`exporter.baseLayer.${word}`),
  district_level: (word, { say }) => say(`exporter.districtLevel.${word}`),
  incident_state: (word, { say }) => say(`incident.state.${word}`),
  owner_kind: (word, { say }) => say(`kinds.record.${word}`),
  passable: (word, { say }) => say(`kinds.passable.${word}`),
  rectification: (word, { say }) => say(`kinds.rectification.${word}`),
  shelter_state: (word, { say }) => say(`kinds.shelterState.${word}`),
};

type Read = (record: AnyRecord, context: ReadContext) => CellValue;

function readColumn(field: string, { type }: AnyColumn): Read {
  const written = (
    WRITTEN as Readonly<Record<string, (value: unknown, c: ReadContext) => CellValue>>
  )[type];
  return (record, context) => {
    const value = (record as unknown as Readonly<Record<string, unknown>>)[field] ?? null;
    if (value === null) return null;
    return written === undefined ? (value as CellValue) : written(value, context);
  };
}

/** What is said of a record's people, one after the other; an empty part keeps the columns in step. The importer reads it back. */
const contactsText =
  (what: 'name' | 'phone' | 'duty'): Read =>
  (record, { contactsOf }) => {
    const said = (contactsOf?.((record as RecordOf['depot']).id) ?? []).map((contact) =>
      (contact[what] ?? '').replaceAll('；', '、'),
    );
    return said.every((text) => text === '') ? null : said.join('；');
  };

/** What a record points at, by its name. */
const nameFrom =
  (kind: 'district' | 'settlement' | 'shelter' | 'depot', field: string): Read =>
  (record, { nameOf }) => {
    const key = (record as unknown as Readonly<Record<string, string | null>>)[field] ?? null;
    return key === null ? null : nameOf(kind, key);
  };

/** What stands beside the columns of a record. */
const ONLY_IN_FILES: Readonly<Record<string, Read>> = {
  districtName: nameFrom('district', 'districtCode'),
  settlementName: nameFrom('settlement', 'settlementId'),
  shelterName: nameFrom('shelter', 'shelterId'),
  depotName: nameFrom('depot', 'depotId'),
  contactName: contactsText('name'),
  contactPhone: contactsText('phone'),
  contactDuty: contactsText('duty'),
};

const CONTACT_FIELDS: ReadonlySet<string> = new Set(['contactName', 'contactPhone', 'contactDuty']);
/** Columns that say something only about some tables; left out where no record has them. */
const WHERE_ANY: ReadonlySet<string> = new Set(['archivedAt', 'disputedAt', 'disputeReason']);

interface Plain {
  /** The importer's field it comes back as. */
  field: string;
  dbf: string;
  heading: `exporter.column.${string}` | `register.field.${string}`;
  read: Read;
}

const plainColumns = (kind: ExportKind): Plain[] =>
  KINDS[kind].file.flatMap((name): Plain[] => {
    const column = KINDS[kind].columns[name];
    if (column?.dbf === undefined) return [];
    const field = column.fileName ?? name;
    const read = column.onlyInFiles === true ? ONLY_IN_FILES[name] : readColumn(name, column);
    if (read === undefined) return [];
    const heading: Plain['heading'] =
      column.heading === null
        ? `register.field.${columnNameOf(name)}`
        : `exporter.column.${column.heading ?? field}`;
    return [{ field, dbf: column.dbf, heading, read }];
  });

/** The columns of a kind; without people to call unless they were asked for. */
export function columnsOf<K extends ExportKind>(
  kind: K,
  context: ReadContext,
  records: readonly RecordOf[K][],
): ExportColumn[] {
  const asOf = instantText(context.asOf, context.timezone);
  const withContacts = kind === 'contact' || context.contactsOf !== null;
  const isShown = ({ field, read }: Plain): boolean =>
    (withContacts || !CONTACT_FIELDS.has(field)) &&
    (!WHERE_ANY.has(field) || records.some((record) => read(record, context) !== null));
  const own = plainColumns(kind).filter(isShown);
  const crs: Plain[] =
    kind === 'stock_lot' || kind === 'contact'
      ? []
      : [
          {
            field: 'crs',
            dbf: 'crs',
            heading: 'exporter.column.crs',
            read: () => CRS_NAMES[context.crs],
          },
        ];
  const time: Plain = {
    field: 'asOf',
    dbf: 'data_as_of',
    heading: 'exporter.column.asOf',
    read: () => asOf,
  };
  return [...own, ...crs, time].map(({ field, dbf, heading, read }) => ({
    field,
    dbf,
    title: context.say(heading),
    read: (record) => read(record, context),
  }));
}
