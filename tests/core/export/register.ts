/** A register with everything that makes a round trip hard: formulas, blanks, control characters, shapes of every type. */
import type { Geometry, Position } from 'geojson';
import type { ExportKind } from '../../../src/core/export/types.ts';
import { ALL_EVENT_KINDS, classOf } from '../../../src/core/model/index.ts';
import type {
  EventKind,
  RecordOf,
  Resource,
  Stored,
  Suitability,
} from '../../../src/core/model/index.ts';

let numbers = 0;
const uuid = (): string => `00000000-0000-4000-8000-${String(++numbers).padStart(12, '0')}`;

const stored = (): Stored => ({
  id: uuid(),
  version: 3,
  createdAt: '2026-01-01T00:00:00Z',
  updatedAt: '2026-01-02T00:00:00Z',
  updatedBy: null,
  archivedAt: null,
});

/** Texts that a spreadsheet, XML, dBASE or the importer itself might take for something else. */
export const NASTY = [
  '=1+1',
  '+86 730 1234567',
  '-5',
  '@SUM(A1)',
  '\t=tab',
  '\rCR',
  "'=already quoted",
  "''=twice",
  "'plain apostrophe",
  '＝full width',
  'a "quoted" , comma; and\nnew line',
  '  outer blanks  ',
  '<b>&amp; markup</b> ]]>',
  '_x0041_ and _x005F_',
  '0730',
  '1e5',
  '2026-01-01',
  'TRUE',
  '无',
  'null',
  'emoji 🚑 and 𠮷',
  'bell\u0007 inside',
  '长'.repeat(400),
  'word '.repeat(90),
] as const;

const place = (lng: number, lat: number): { lng: number; lat: number; geometry: null } => ({
  lng,
  lat,
  geometry: null,
});
const nowhere = { lng: null, lat: null, geometry: null };
const shaped = (geometry: Geometry): { lng: number; lat: number; geometry: Geometry } => ({
  lng: 113,
  lat: 29,
  geometry,
});

/** A ring around a place; counterclockwise as drawn. */
export const ring = (x: number, y: number, size: number, corners = 5): Position[] => {
  const places = Array.from({ length: corners }, (_, i): Position => {
    const angle = (2 * Math.PI * i) / corners;
    return [x + size * Math.cos(angle), y + size * Math.sin(angle)];
  });
  return [...places, places[0] ?? []];
};

export const SHAPES: readonly Geometry[] = [
  {
    type: 'LineString',
    coordinates: [
      [113.123456789012, 29.1],
      [113.2, 29.2],
      [113.3, 29.15],
    ],
  },
  {
    type: 'MultiLineString',
    coordinates: [
      [
        [113.1, 29.1],
        [113.2, 29.2],
      ],
      [
        [113.3, 29.3],
        [113.4, 29.4],
        [113.5, 29.4],
      ],
    ],
  },
  {
    type: 'MultiLineString',
    coordinates: [
      [
        [113.1, 29.1],
        [113.2, 29.2],
      ],
    ],
  },
  { type: 'Polygon', coordinates: [ring(113.1, 29.1, 0.01)] },
  {
    type: 'Polygon',
    coordinates: [[...ring(113.1, 29.1, 0.02)].reverse(), ring(113.1, 29.1, 0.01)],
  },
  {
    type: 'MultiPolygon',
    coordinates: [[ring(113.2, 29.2, 0.01)], [ring(113.3, 29.3, 0.02), ring(113.3, 29.3, 0.01)]],
  },
  { type: 'MultiPolygon', coordinates: [[ring(113.2, 29.2, 0.01)]] },
  {
    type: 'MultiPoint',
    coordinates: [
      [113.1, 29.1],
      [113.2, 29.2],
    ],
  },
  // More text than a spreadsheet's cell can hold.
  { type: 'Polygon', coordinates: [ring(113.4, 29.4, 0.05, 1500)] },
];
const AREAS = SHAPES.filter(({ type }) => /Polygon/.test(type));
const LINES = SHAPES.filter(({ type }) => /LineString/.test(type));

type Blank = Pick<
  Resource,
  | 'address'
  | 'externalId'
  | 'note'
  | 'observedAt'
  | 'verifiedAt'
  | 'verifiedBy'
  | 'source'
  | 'districtCode'
  | 'disputedAt'
  | 'disputedBy'
  | 'disputeReason'
>;
const blank = (): Blank => ({
  districtCode: '430611',
  address: null,
  externalId: null,
  note: null,
  source: '手工',
  observedAt: null,
  verifiedAt: null,
  verifiedBy: null,
  disputedAt: null,
  disputedBy: null,
  disputeReason: null,
});
const filled = (text: string, i: number): Blank => ({
  ...blank(),
  address: text,
  externalId: i % 2 === 0 ? `key:${i}#1` : `编号 ${i}`,
  note: text,
  source: text,
  observedAt: '2026-03-04T05:06:07.123456+00:00',
  verifiedAt: '2026-03-05T00:00:00Z',
  disputedAt: i % 3 === 0 ? '2026-03-06T00:00:00Z' : null,
  disputeReason: i % 3 === 0 ? text : null,
});

/** A place, a shape or nothing, in turn. */
const places = [place(113.123456789012345, 29.987654321), nowhere, ...SHAPES.map(shaped)];
const everything = <T>(make: (i: number) => T): T[] =>
  Array.from({ length: NASTY.length + places.length }, (_, i) => make(i));
const text = (i: number): string => NASTY[i % NASTY.length] ?? '';
const at = (i: number) => places[i % places.length] ?? nowhere;
const pointOf = (i: number) => (i % 5 === 1 ? nowhere : place(113 + i / 1000, 29 + i / 7000));

const settlements: RecordOf['settlement'][] = everything((i) => ({
  ...stored(),
  ...(i % 4 === 3 ? blank() : filled(text(i), i)),
  ...at(i),
  name: text(i),
  people: i % 3 === 0 ? null : i * 10,
  peopleNeedHelp: i % 3 === 1 ? 0 : null,
  households: i % 2 === 0 ? 0 : null,
  door: i % 2 === 0 ? null : text(i),
}));

const hazards: RecordOf['hazard'][] = everything((i) => {
  const kind = ALL_EVENT_KINDS[i % ALL_EVENT_KINDS.length] ?? 'flood';
  return {
    ...stored(),
    ...filled(text(i), i),
    ...at(i),
    name: text(i),
    kind,
    class: classOf(kind),
    level: ([null, 1, 2, 3, 4] as const)[i % 5] ?? null,
    peopleAtRisk: i % 2 === 0 ? null : 0,
    rectificationState:
      ([null, 'identified', 'rectifying', 'recheck', 'closed'] as const)[i % 5] ?? null,
    rectificationOwner: i % 2 === 0 ? text(i) : null,
    rectificationDeadline: i % 2 === 0 ? '2026-12-31' : null,
    activeFrom: i % 3 === 0 ? null : '2026-03-05T12:00:00Z',
    activeUntil: i % 3 === 1 ? '2026-03-06T00:00:00Z' : null,
    depthMinM: [null, 0, 0.3][i % 3] ?? null,
    depthMaxM: [null, 0.5, 1.25][i % 3] ?? null,
  };
});

const suitabilities: Partial<Record<EventKind, Suitability>>[] = [
  {},
  { landslide: 'yes' },
  { flood: 'yes', tsunami: 'no', volcano: 'unknown', other_natural: 'yes', fire: 'no' },
  Object.fromEntries(
    ALL_EVENT_KINDS.map((kind, i) => [kind, (['yes', 'no', 'unknown'] as const)[i % 3]]),
  ),
];

/** One of the choices, in turn. */
const oneOf = <T>(i: number, ...choices: readonly [T, ...T[]]): T =>
  choices[i % choices.length] ?? choices[0];

/** Unknown, nought or a number. */
const measure = (i: number, value: number): number | null =>
  i === 1 ? 0 : oneOf<number | null>(i, null, value, value);

const shelters: RecordOf['shelter'][] = everything((i) => ({
  ...stored(),
  ...filled(text(i), i),
  ...at(i),
  name: text(i),
  kind: i % 3 === 0 ? '未分类' : '学校/操场',
  state: (['open', 'standby', 'closed', 'unknown'] as const)[i % 4] ?? 'unknown',
  capacity: measure(i, 1200),
  capacityIndoor: i % 2 === 0 ? null : 480,
  capacityOutdoor: i % 2 === 0 ? null : 720,
  capacityText: i % 2 === 0 ? '屋内480人／屋外3,350人' : null,
  effectiveAreaM2: measure(i, 1234.5678),
  facilities: oneOf(i, [], ['厨房', '淋浴'], ['水/电', 'a,b', '=1+1']),
  suitability: suitabilities[i % suitabilities.length] ?? {},
  serviceArea: i % 2 === 0 ? text(i) : null,
  refuge: ([null, true, false] as const)[i % 3] ?? null,
  occupancy: i % 2 === 0 ? null : 12,
  occupancyAt: i % 2 === 0 ? null : '2026-03-05T00:00:00Z',
}));

const depots: RecordOf['depot'][] = everything((i) => ({
  ...stored(),
  ...filled(text(i), i),
  ...at(i),
  name: text(i),
  inventoryText: oneOf<string | null>(i, null, '捞刀200把，帐篷20顶；铁铲 60', text(i)),
}));

const teams: RecordOf['team'][] = everything((i) => ({
  ...stored(),
  ...filled(text(i), i),
  ...pointOf(i),
  name: text(i),
  kind: '消防',
  capabilities: oneOf(i, [], ['水域救援', '山地救援'], ['水/陆', '["json"]']),
  people: i % 2 === 0 ? null : 24,
  equipment: oneOf<RecordOf['team']['equipment']>(
    i,
    [],
    [{ item: '冲锋舟', quantity: 4, unit: '艘' }],
    [{ item: '车（4吨）', quantity: null, unit: null }],
    [{ item: text(i).trim() || 'x', quantity: 1.5, unit: 'set' }],
  ),
  equipmentText: i % 4 === 3 ? null : '冲锋舟4艘',
  mobilisationDayS: [null, 0, 480, 500, 3661][i % 5] ?? null,
  mobilisationNightS: [null, 0, 480, 500, 3661][(i + 1) % 5] ?? null,
  availability: (['available', 'busy', 'off_duty', 'unknown'] as const)[i % 4] ?? 'unknown',
  availabilityAt: i % 2 === 0 ? null : '2026-03-05T12:00:00.5Z',
  positionLng: 113.3,
  positionLat: 29.3,
  positionAt: '2026-03-05T00:00:00Z',
}));

const routes: RecordOf['evacuation_route'][] = everything((i) => ({
  ...stored(),
  ...filled(text(i), i),
  ...(i % 5 === 4 ? nowhere : shaped(LINES[i % LINES.length] ?? LINES[0]!)),
  name: text(i),
  settlementId: i % 2 === 0 ? null : (settlements[i]?.id ?? null),
  shelterId: i % 3 === 0 ? null : (shelters[i]?.id ?? null),
  widthM: i % 2 === 0 ? null : 3.5,
  state: (['open', 'blocked', 'unknown'] as const)[i % 3] ?? 'unknown',
}));

const incidents: RecordOf['incident'][] = everything((i) => {
  const kind = ALL_EVENT_KINDS[i % ALL_EVENT_KINDS.length] ?? 'flood';
  return {
    ...stored(),
    ...at(i),
    districtCode: '430611',
    title: text(i),
    class: classOf(kind),
    kind,
    level: ([null, 1, 2, 3, 4] as const)[i % 5] ?? null,
    occurredAt: '2026-03-04T05:06:07.5Z',
    note: i % 2 === 0 ? null : text(i),
    state: i % 2 === 0 ? 'open' : 'closed',
    closedAt: i % 2 === 0 ? null : '2026-03-05T00:00:00Z',
    areaRadiusM: [null, 300, 1250.5][i % 3] ?? null,
    depthMinM: [null, 0, 0.3][i % 3] ?? null,
    depthMaxM: [null, 0.5, 1.25][i % 3] ?? null,
    source: text(i),
  };
});

const closures: RecordOf['closure'][] = everything((i) => ({
  ...stored(),
  ...at(i),
  districtCode: '430611',
  reason: text(i),
  fromAt: '2026-03-04T05:06:07Z',
  untilAt: i % 2 === 0 ? null : '2027-03-04T05:06:07Z',
  liftedAt: i % 3 === 0 ? '2026-03-06T00:00:00Z' : null,
  source: text(i),
}));

const baseFeatures: RecordOf['base_feature'][] = everything((i) => ({
  id: uuid(),
  districtCode: '430611',
  ...(i % places.length === 1 ? place(113, 29) : at(i)),
  layer:
    (['land', 'water', 'waterway', 'green', 'relief', 'road', 'railway', 'place'] as const)[
      i % 8
    ] ?? 'road',
  class: 'primary',
  name: i % 3 === 0 ? null : text(i),
  archivedAt: null,
}));

const districts: RecordOf['district'][] = Array.from({ length: 12 }, (_, i) => {
  const { version, createdAt, updatedAt, updatedBy, archivedAt } = stored();
  return {
    version,
    createdAt,
    updatedAt,
    updatedBy,
    archivedAt,
    id: uuid(),
    code: i === 0 ? '430611' : `4306111${String(i).padStart(2, '0')}`,
    districtCode: i === 0 ? '430611' : `4306111${String(i).padStart(2, '0')}`,
    source: i % 3 === 0 ? null : text(i),
    observedAt: i % 3 === 0 ? null : updatedAt,
    parentCode: i === 0 ? '4306' : '430611',
    path: '/0/4306/',
    name: ['甲区', '甲镇', '=乡', '东 镇'][i % 4] ?? '',
    level: i === 0 ? 'county' : 'township',
    timezone: i % 2 === 0 ? 'Asia/Shanghai' : 'Asia/Urumqi',
    isDemo: false,
    ...(i % 3 === 1 ? nowhere : shaped(multi(AREAS[i % AREAS.length] ?? AREAS[0]!))),
  };
});

function multi(geometry: Geometry): Geometry {
  return geometry.type === 'Polygon'
    ? { type: 'MultiPolygon', coordinates: [geometry.coordinates] }
    : geometry;
}

export const REGISTER: {
  readonly [K in Exclude<ExportKind, 'stock_lot' | 'contact'>]: readonly RecordOf[K][];
} = {
  district: districts,
  settlement: settlements,
  hazard: hazards,
  shelter: shelters,
  depot: depots,
  team: teams,
  evacuation_route: routes,
  incident: incidents,
  closure: closures,
  base_feature: baseFeatures,
};
