/** Small records for the map's tests: everything unknown unless a test says otherwise. */
import type {
  Closure,
  District,
  Threshold,
  Incident,
  Shelter,
  Team,
} from '../../src/core/model/index.ts';
import { RECORD_KINDS } from '../../src/core/model/index.ts';
import type { RecordTables } from '../../src/state/records.ts';

export const NOW = Date.parse('2026-11-22T08:00:00Z');
export const HOUR = 3_600_000;
export const at = (ms: number): string => new Date(ms).toISOString();

const stored = {
  version: 1,
  createdAt: at(NOW),
  updatedAt: at(NOW),
  updatedBy: null,
  archivedAt: null,
} as const;
const resource = {
  ...stored,
  districtCode: '990101',
  address: null,
  externalId: null,
  note: null,
  source: 'test',
  observedAt: at(NOW),
  verifiedAt: null,
  verifiedBy: null,
  disputedAt: null,
  disputedBy: null,
  disputeReason: null,
  lng: 110.9,
  lat: 28,
  geometry: null,
} as const;

export const team = (facts: Partial<Team> = {}): Team => ({
  ...resource,
  id: 'team-1',
  name: '城中分队',
  kind: 'rescue',
  capabilities: [],
  people: null,
  equipment: [],
  equipmentText: null,
  mobilisationDayS: null,
  mobilisationNightS: null,
  availability: 'available',
  availabilityAt: null,
  positionLng: null,
  positionLat: null,
  positionAt: null,
  ...facts,
});

export const shelter = (facts: Partial<Shelter> = {}): Shelter => ({
  ...resource,
  id: 'shelter-1',
  name: '城关小学',
  kind: 'school',
  state: 'unknown',
  capacity: null,
  capacityIndoor: null,
  capacityOutdoor: null,
  capacityText: null,
  effectiveAreaM2: null,
  facilities: [],
  suitability: {},
  serviceArea: null,
  refuge: null,
  occupancy: null,
  occupancyAt: null,
  ...facts,
});

export const incident = (facts: Partial<Incident> = {}): Incident => ({
  ...stored,
  id: 'incident-1',
  districtCode: '990101',
  lng: 110.9,
  lat: 28,
  geometry: null,
  title: '山洪',
  class: 'natural',
  kind: 'flood',
  level: 2,
  occurredAt: at(NOW),
  note: null,
  state: 'open',
  closedAt: null,
  source: 'test',
  areaRadiusM: null,
  depthMinM: null,
  depthMaxM: null,
  ...facts,
});

export const closure = (facts: Partial<Closure> = {}): Closure => ({
  ...stored,
  id: 'closure-1',
  districtCode: '990101',
  lng: 110.9,
  lat: 28,
  geometry: null,
  reason: '塌方',
  fromAt: at(NOW - HOUR),
  untilAt: null,
  liftedAt: null,
  source: 'test',
  ...facts,
});

export const district = (facts: Partial<District> = {}): District => ({
  ...stored,
  id: 'district-990101',
  code: '990101',
  districtCode: '990101',
  source: 'test',
  observedAt: null,
  parentCode: '9901',
  path: '/0/99/9901/990101/',
  name: '云洄县',
  level: 'county',
  timezone: 'Asia/Shanghai',
  isDemo: true,
  lng: 110.9,
  lat: 28,
  geometry: {
    type: 'Polygon',
    coordinates: [
      [
        [110.8, 27.9],
        [111, 27.9],
        [111, 28.1],
        [110.8, 28.1],
        [110.8, 27.9],
      ],
    ],
  },
  ...facts,
});

export const maxAge = (districtCode: string, seconds: number): Threshold => ({
  ...stored,
  id: `setting-${districtCode}`,
  districtCode,
  key: 'fact_max_age',
  value: seconds,
  unit: 's',
  source: 'test',
  clause: null,
  verifiedAt: null,
});

export const noTables = Object.fromEntries(
  RECORD_KINDS.map((kind) => [kind, new Map()]),
) as unknown as RecordTables;
