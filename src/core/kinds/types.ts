/**
 * How a kind of record is described: each column once, and beside the columns what a form, a table, a file and a card
 * show of them, in their order. Row readers, form fields, the titles an import knows, the columns of an export and the
 * facts of a card are made from it.
 */
import type {
  Availability,
  BaseLayer,
  DistrictLevel,
  EquipmentItem,
  EventClass,
  EventKind,
  IncidentState,
  Instant,
  Level,
  PassableState,
  RecordKind,
  RecordOf,
  RectificationState,
  ResourceKind,
  ShelterState,
  Suitability,
} from '../model/index.ts';
import type { RegisterKind } from '../schema/index.ts';
import type { Geometry } from 'geojson';

/** Thresholds are kept as thresholds, with readers and a screen of their own. */
export type DescribedKind = Exclude<RecordKind, 'district_setting'>;

/** What a record holds in a column of each type, where it is known. */
export interface Held {
  /** One line, e.g. a name. */
  line: string;
  /** Several lines, as somebody wrote them. */
  text: string;
  /** What a source numbers its rows by. */
  code: string;
  /** The id of a record, or of an account. */
  uuid: string;
  /** `2026-11-30` */
  date: string;
  instant: Instant;
  integer: number;
  number: number;
  /** Square metres. */
  area: number;
  /** Metres. */
  length: number;
  /** Seconds. */
  duration: number;
  /** Degrees. */
  coordinate: number;
  flag: boolean;
  list: string[];
  geometry: Geometry;
  equipment: EquipmentItem[];
  suitability: Partial<Record<EventKind, Suitability>>;
  event_class: EventClass;
  event_kind: EventKind;
  level: Level;
  availability: Availability;
  base_layer: BaseLayer;
  district_level: DistrictLevel;
  incident_state: IncidentState;
  owner_kind: ResourceKind | 'settlement';
  passable: PassableState;
  rectification: RectificationState;
  shelter_state: ShelterState;
}
export type ColumnType = keyof Held;

/** How a cell of a file is read where it becomes more, or less, than the value of one column. */
export type CellType = 'capacity' | 'inventory' | 'depth' | 'suitability_list' | 'remark';

type Same<A, B> = [A, B] extends [B, A] ? true : false;
type TypeOf<Value> = {
  [Type in ColumnType]: true extends Same<Held[Type], NonNullable<Value>> ? Type : never;
}[ColumnType];

interface InFiles {
  /**
   * Column titles that mean it, between blanks: folded (simplified characters, lower case, no punctuation; see
   * text/fold.ts); `*word` and `word*` match the end or beginning of a title, and earlier words win over later ones.
   * Absent = no file fills it.
   */
  titles?: string;
  /** Its name in dBASE: lower case ASCII, at most ten characters. Absent = it is not written into files. */
  dbf?: string;
  /** What it is called in files, where that is not its own name: the title of an incident is the `name` of its row. */
  fileName?: string;
  /** Key of its title in a file under `exporter.column`, where that is not its name in files; null = as in the form. */
  heading?: string | null;
  /** How a cell of a file is read, where the type does not say it. */
  cell?: CellType;
}

interface OnCard {
  /** Key of its label under `card.field`, where the card says it shorter than the form. */
  cardLabel?: string;
  /** Stands on the card only where something is recorded: its absence says nothing a person waits for. */
  whereKnown?: true;
  /** Written by others, perhaps in several lines: shown as it is. */
  asWritten?: true;
  /** Of a flag: its yes and no are said in words of its own, under `register.explained`. */
  explained?: true;
}

/** A column of a record that holds a `Value`. Lists are never unknown, only empty. */
type Column<Value> = InFiles &
  OnCard & { type: TypeOf<Value> } & (null extends Value
    ? unknown
    : Value extends object
      ? unknown
      : { always: true });

/** What files say of a record beside its columns: names for what it refers to, people to call, parts of a column. */
interface OnlyInFiles extends InFiles {
  type: ColumnType | CellType;
  onlyInFiles: true;
}

export type Columns<Row, FileOnly extends string> = {
  readonly [Field in keyof Row]-?: Column<Row[Field]>;
} & { readonly [Name in FileOnly]: OnlyInFiles };

export const FORM_GROUPS = ['facts', 'place', 'origin'] as const;
export type FormGroup = (typeof FORM_GROUPS)[number];

/** A fact of a card that is made from several columns. */
type CardFactName = 'what' | 'capacityParts' | 'free' | 'mobilisation' | 'position';

/** A column on the screen; a place is one column there, `geom`. */
type OnScreen<Row> = keyof Row | 'geom';

/** What a person fills in and reads in tables. What the computer keeps, sums or learns from other acts is not filled in. */
interface Shown<Row> {
  /** In the order of the form. */
  form: Readonly<Record<FormGroup, readonly OnScreen<Row>[]>>;
  /** Filled in when a record is made, and never afterwards. */
  saidOnce?: readonly OnScreen<Row>[];
  /** What a table shows until somebody chooses. */
  table: readonly OnScreen<Row>[];
  /** What a table can show beside the form: when absent, when it was verified and changed. */
  kept?: readonly OnScreen<Row>[];
}

interface Described<Row, FileOnly extends string = never> {
  /** In the order in which the titles of a file are understood. */
  columns: Columns<Row, FileOnly>;
  /** What a file shows, in its order. */
  file: readonly (keyof Row | FileOnly)[];
  /** Facts of a card, the most asked first; absent = the card shows none. */
  card?: readonly (keyof Row | CardFactName)[];
}

/** The description of a kind whose files say `FileOnly` beside its columns. */
export type KindDescription<
  Kind extends DescribedKind,
  FileOnly extends string = never,
> = Described<RecordOf[Kind], FileOnly> &
  (Kind extends RegisterKind ? Shown<RecordOf[Kind]> : unknown);

/** A column or what stands beside them, whatever the kind. */
export interface AnyColumn extends InFiles, OnCard {
  type: ColumnType | CellType;
  /** Never unknown. */
  always?: true;
  /** No column of the record. */
  onlyInFiles?: true;
}
export interface AnyDescription {
  columns: Readonly<Record<string, AnyColumn>>;
  file: readonly string[];
  card?: readonly string[];
}
/** Of a kind that people keep by hand. */
export interface AnyShown extends AnyDescription {
  form: Readonly<Record<FormGroup, readonly string[]>>;
  saidOnce?: readonly string[];
  table: readonly string[];
  kept?: readonly string[];
}
