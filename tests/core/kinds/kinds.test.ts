/** The descriptions of the kinds, held against the catalogue of the database and against what is written from them. */
import { describe, expect, it } from 'vitest';
import { columnsOf } from '../../../src/core/export/columns.ts';
import { EXPORT_KINDS } from '../../../src/core/export/types.ts';
import { FORM_GROUPS, KINDS } from '../../../src/core/kinds/index.ts';
import type { AnyColumn, ColumnType, DescribedKind } from '../../../src/core/kinds/index.ts';
import {
  AVAILABILITIES,
  columnNameOf,
  fieldOf,
  RECORD_KINDS,
  RECTIFICATION_STATES,
} from '../../../src/core/model/index.ts';
import { SCHEMA } from '../../../src/core/schema/index.ts';
import type { ColumnSpec, RegisterKind } from '../../../src/core/schema/index.ts';
import { foldTitle } from '../../../src/core/text/fold.ts';
import { translate } from '../../../src/messages/index.ts';
import type { MessageKey } from '../../../src/messages/index.ts';
import { SPECIAL_FACTS } from '../../../src/panels/card/special-facts.ts';

const DESCRIBED = Object.keys(KINDS) as DescribedKind[];
const IN_CATALOGUE = DESCRIBED.filter(
  (kind): kind is DescribedKind & RegisterKind => kind in SCHEMA,
);
const columnsIn = (kind: DescribedKind): [string, AnyColumn][] =>
  Object.entries(KINDS[kind].columns).filter(([, { onlyInFiles }]) => onlyInFiles !== true);

/** A place is one column in the database and three fields of a record. */
const PLACES: ReadonlySet<string> = new Set(['geom', 'position']);
const PLACE_FIELDS = ['lng', 'lat', 'geometry', 'positionLng', 'positionLat'];
/** Kept for the importer, which finds what it made; a console does not read them. */
const UNREAD: ReadonlySet<string> = new Set(['incident.external_id', 'closure.external_id']);
/** Sums, and what the server adds to a row. */
const ADDED: Readonly<Partial<Record<RegisterKind, readonly string[]>>> = {
  shelter: ['occupancy', 'occupancyAt'],
  stock_lot: ['quantity', 'quantityAt'],
  district: ['districtCode'],
};

/** What the catalogue calls a column of a type. */
const IN_DATABASE: Readonly<Record<ColumnType, ColumnSpec['type']>> = {
  line: 'text',
  text: 'text',
  code: 'text',
  uuid: 'uuid',
  date: 'date',
  instant: 'instant',
  integer: 'integer',
  number: 'number',
  area: 'number',
  length: 'number',
  duration: 'integer',
  coordinate: 'number',
  flag: 'boolean',
  list: 'texts',
  geometry: 'geometry',
  equipment: 'json',
  suitability: 'json',
  event_class: 'text',
  event_kind: 'text',
  level: 'integer',
  availability: 'text',
  base_layer: 'text',
  district_level: 'text',
  incident_state: 'text',
  owner_kind: 'text',
  passable: 'text',
  rectification: 'text',
  shelter_state: 'text',
};
const UNITS: Readonly<Partial<Record<ColumnType, ColumnSpec['unit']>>> = {
  area: 'square_metre',
  length: 'metre',
  duration: 'second',
};
const WORDS: Readonly<Partial<Record<ColumnType, readonly string[]>>> = {
  availability: AVAILABILITIES,
  rectification: RECTIFICATION_STATES,
  incident_state: ['open', 'closed'],
  passable: ['open', 'blocked', 'unknown'],
  shelter_state: ['open', 'standby', 'closed', 'unknown'],
};

it('describes every kind of record but the thresholds', () => {
  expect([...DESCRIBED, 'district_setting'].sort()).toEqual([...RECORD_KINDS].sort());
});

describe.each(IN_CATALOGUE)('%s, as the catalogue has it', (kind) => {
  it('has every column of the table and no other', () => {
    const inTable = SCHEMA[kind].columns
      .map(({ name }) => name)
      .filter((name) => !PLACES.has(name) && !UNREAD.has(`${kind}.${name}`))
      .map(fieldOf);
    const described = columnsIn(kind)
      .map(([name]) => name)
      .filter((name) => !PLACE_FIELDS.includes(name) && !ADDED[kind]?.includes(name));
    expect(described.sort()).toEqual(inTable.sort());
  });

  it.each(SCHEMA[kind].columns.filter(({ name }) => fieldOf(name) in KINDS[kind].columns))(
    'says of $name what the table holds',
    ({ name, type, unit, words, required }) => {
      const column = KINDS[kind].columns[fieldOf(name)] as AnyColumn;
      if (column.onlyInFiles === true) return;
      const said = column.type as ColumnType;
      expect(IN_DATABASE[said]).toBe(type);
      const isCount = unit === 'person' || unit === 'household';
      expect(isCount ? undefined : unit).toBe(UNITS[said]);
      if (WORDS[said] !== undefined) expect(words).toEqual(WORDS[said]);
      if (words !== undefined && type === 'text' && said !== 'district_level')
        expect(WORDS).toHaveProperty(said);
      const isList = type === 'texts' || type === 'json';
      expect(column.always === true || isList).toBe(required);
    },
  );
});

/** What no form asks for: kept by the computer, said by an act of its own, or following from another column. */
const NOT_TYPED: ReadonlySet<string> = new Set([
  ...['id', 'version', 'createdAt', 'updatedAt', 'updatedBy', 'archivedAt'],
  ...['verifiedAt', 'verifiedBy', 'disputedAt', 'disputedBy', 'disputeReason'],
  'hazard.class',
  'hazard.activeFrom',
  'hazard.activeUntil',
  'shelter.occupancy',
  'shelter.occupancyAt',
  'stock_lot.districtCode',
  'stock_lot.quantity',
  'stock_lot.quantityAt',
  'team.availabilityAt',
  'team.positionAt',
  'incident.class',
  'incident.closedAt',
  'district.districtCode',
  'district.path',
  'district.isDemo',
]);

describe.each(IN_CATALOGUE)('%s on the screen', (kind) => {
  const { form, table, kept = [], saidOnce = [], columns } = KINDS[kind];
  const typed: readonly string[] = FORM_GROUPS.flatMap((group) => form[group]);

  it('asks for every column that is not kept or said by an act, once', () => {
    const asked = columnsIn(kind)
      .map(([name]) => name)
      .filter((name) => !PLACE_FIELDS.includes(name))
      .filter((name) => !NOT_TYPED.has(name) && !NOT_TYPED.has(`${kind}.${name}`));
    expect(typed.filter((name) => name !== 'geom').sort()).toEqual(asked.sort());
  });

  it('shows in tables what it has', () => {
    const known = new Set(['geom', ...Object.keys(columns)]);
    for (const names of [table, kept, saidOnce]) {
      expect(names.filter((name) => !known.has(name))).toEqual([]);
      expect(new Set(names).size).toBe(names.length);
    }
  });
});

describe.each(DESCRIBED)('the card of %s', (kind) => {
  const { card = [], columns } = KINDS[kind];

  it('shows columns, and facts made of several that a function says', () => {
    const special = Object.keys(SPECIAL_FACTS[kind] ?? {});
    const known = new Set([...Object.keys(columns), ...special]);
    expect(card.filter((name) => !known.has(name))).toEqual([]);
    expect(special.filter((name) => !card.includes(name))).toEqual([]);
    expect(new Set(card).size).toBe(card.length);
  });

  it('has a label for each column', () => {
    const labels = card.flatMap((name) => {
      const column = columns[name];
      if (column === undefined) return [];
      return column.cardLabel === undefined
        ? [`register.field.${columnNameOf(name)}`]
        : [`card.field.${column.cardLabel}`];
    });
    expect(labels.filter((key) => translate('zh-CN', key as MessageKey) === key)).toEqual([]);
  });
});

describe.each(DESCRIBED)('%s in files', (kind) => {
  it('shows each column that has a short name once, and no other', () => {
    const named = Object.entries(KINDS[kind].columns)
      .filter(([, { dbf }]) => dbf !== undefined)
      .map(([name]) => name);
    expect([...KINDS[kind].file].sort()).toEqual(named.sort());
  });

  it('has short names for which dBASE has room, each once', () => {
    const short = KINDS[kind].file.map((name) => KINDS[kind].columns[name]?.dbf ?? '');
    expect(short.filter((name) => !/^[a-z][a-z0-9_]{0,9}$/.test(name))).toEqual([]);
    expect(new Set(short).size).toBe(short.length);
  });

  it('writes every title as the importer folds it', () => {
    const words = Object.values(KINDS[kind].columns).flatMap(({ titles }) =>
      titles === undefined ? [] : titles.split(' '),
    );
    expect(words.filter((word) => word.replace('*', '') !== foldTitle(word))).toEqual([]);
  });
});

it.each(EXPORT_KINDS)('%s is written with every column of its description', (kind) => {
  const context = {
    say: (key: string) => key,
    timezone: 'Asia/Shanghai',
    crs: 'wgs84' as const,
    asOf: '2026-11-22T07:00:00Z',
    nameOf: () => null,
    contactsOf: () => [],
  };
  const some = '2026-11-22T07:00:00Z';
  const record = { id: 'a', archivedAt: some, disputedAt: some, disputeReason: 'x' };
  const written = columnsOf(kind, context, [record as never]).map(({ dbf }) => dbf);
  const described = KINDS[kind].file.map((name) => KINDS[kind].columns[name]?.dbf);
  expect(written.filter((dbf) => dbf !== 'crs' && dbf !== 'data_as_of')).toEqual(described);
});
