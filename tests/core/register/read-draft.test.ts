import { describe, expect, it } from 'vitest';
import {
  compareVersions,
  chosenInputs,
  formColumns,
  inputOf,
  readDraft,
  sameInput,
  tableColumns,
  withDefaults,
} from '../../../src/core/register/index.ts';
import { columnOf, REGISTER_KINDS, SCHEMA } from '../../../src/core/schema/index.ts';
import type { RegisterKind } from '../../../src/core/schema/index.ts';
import type { Settlement, Team } from '../../../src/core/model/index.ts';
import { zhCN } from '../../../src/messages/zh-CN/index.ts';

const now = Date.parse('2026-11-22T04:00:00Z');
const stored = {
  id: 's1',
  version: 3,
  createdAt: '2026-01-01T00:00:00Z',
  updatedAt: '2026-01-01T00:00:00Z',
  updatedBy: null,
  archivedAt: null,
  districtCode: '0',
  address: null,
  externalId: null,
  note: null,
  source: '台账',
  observedAt: null,
  verifiedAt: null,
  verifiedBy: null,
  disputedAt: null,
  disputedBy: null,
  disputeReason: null,
  lng: 110.9,
  lat: 28,
  geometry: null,
};
const village: Settlement = {
  ...stored,
  name: '岭上',
  people: 120,
  peopleNeedHelp: 9,
  households: null,
  door: null,
};
const team: Team = {
  ...stored,
  name: '城中分队',
  kind: '消防',
  capabilities: ['水上救援'],
  people: 12,
  equipment: [{ item: '冲锋舟', quantity: 3, unit: '艘' }],
  equipmentText: null,
  mobilisationDayS: 900,
  mobilisationNightS: null,
  availability: 'available',
  availabilityAt: null,
  positionLng: null,
  positionLat: null,
  positionAt: null,
};

describe('a form read by the rules of the database', () => {
  it('sends only what changed; empty is unknown, never zero', () => {
    const { changes, faults } = readDraft(
      'settlement',
      village,
      { people: '１,２00', households: '', name: '岭上 ' },
      now,
    );
    expect([changes, faults]).toEqual([{ people: 1200 }, {}]);
    expect(readDraft('settlement', village, { people: '' }, now).changes).toEqual({ people: null });
  });

  it('asks a new record for what the database will not do without', () => {
    const { faults } = readDraft('shelter', null, {}, now);
    expect(Object.keys(faults).sort()).toEqual(['district_code', 'kind', 'name', 'source']);
    const kept = readDraft(
      'shelter',
      null,
      { name: '甲', kind: '学校', source: '乙', district_code: '0' },
      now,
    );
    expect(kept.faults).toEqual({});
    expect(kept.changes).toMatchObject({
      name: '甲',
      kind: '学校',
      source: '乙',
      district_code: '0',
      state: 'unknown',
    });
    expect(kept.changes).not.toHaveProperty('capacity');
  });

  it.each([
    ['people', '约五百', { tag: 'not-a-number' }],
    ['people', '1.5', { tag: 'not-whole' }],
    ['people', '-1', { tag: 'too-small', limit: 0 }],
    ['people', '100000001', { tag: 'too-large', limit: 100_000_000 }],
    ['name', '  ', { tag: 'required' }],
    ['name', '长'.repeat(501), { tag: 'too-long', limit: 500 }],
    ['people_need_help', '121', { tag: 'more-than-other', limit: 'people' }],
    ['observed_at', '2026-11-24T04:00:00Z', { tag: 'ahead' }],
    ['observed_at', '0001-01-01T00:00:00Z', { tag: 'date-too-early', limit: '1868-01-01' }],
  ])('says what is wrong with %s = %s', (column, typed, fault) => {
    expect(readDraft('settlement', village, { [column]: typed }, now).faults).toEqual({
      [column]: fault,
    });
  });

  it('does not ask again about what nobody touched', () => {
    const broken = { ...village, people: 5, peopleNeedHelp: 9 };
    expect(readDraft('settlement', broken, { note: '核对过' }, now)).toEqual({
      changes: { note: '核对过' },
      faults: {},
    });
  });

  it('takes a shape of as many corners as the database, and no more', () => {
    const line = (corners: number) =>
      ({
        type: 'LineString',
        coordinates: Array.from({ length: corners }, (_, i) => [113, i / 1e6]),
      }) as const;
    const drawn = (corners: number) =>
      readDraft('hazard', null, { name: '漫滩', geom: line(corners) }, now);
    expect(drawn(30_000).changes).toHaveProperty('geom');
    expect(drawn(30_001).faults.geom).toEqual({ tag: 'too-many-corners', limit: 30_000 });
  });

  it('types minutes and sends seconds', () => {
    const column = columnOf('team', 'mobilisation_day_s');
    expect(column === null ? null : inputOf(team, column)).toBe('15');
    expect(readDraft('team', team, { mobilisation_day_s: '1.5' }, now).changes).toEqual({
      mobilisation_day_s: 90,
    });
  });

  it('reads equipment with unknown quantities, and refuses a nameless one', () => {
    const line = { item: '抽水泵', quantity: '', unit: '' };
    expect(readDraft('team', team, { equipment: [line] }, now).changes).toEqual({
      equipment: [{ item: '抽水泵', quantity: null, unit: null }],
    });
    const nameless = { equipment: [{ item: '', quantity: '3', unit: '' }] };
    expect(readDraft('team', team, nameless, now).faults).toEqual({
      equipment: { tag: 'item-without-name' },
    });
  });

  it('takes the class along with the kind, and a date that exists', () => {
    const base = { name: '滑坡', source: '甲', district_code: '0', kind: 'fire' };
    expect(readDraft('hazard', null, base, now).changes).toMatchObject({
      kind: 'fire',
      class: 'accident',
    });
    const dated = (text: string) =>
      readDraft('hazard', null, { ...base, rectification_deadline: text }, now);
    expect(dated('2026年5月31日').changes.rectification_deadline).toBe('2026-05-31');
    expect(dated('2026-02-30').faults.rectification_deadline).toEqual({ tag: 'not-a-date' });
    expect(dated('1980-01-01').faults.rectification_deadline).toEqual({
      tag: 'date-too-early',
      limit: '1990-01-01',
    });
    const until = (text: string) =>
      readDraft('closure', null, { reason: '塌方', until_at: text }, now);
    expect(until('2200-12-31T23:59:59Z').changes).toHaveProperty('until_at');
    expect(until('9999-12-31T00:00:00Z').faults.until_at).toEqual({
      tag: 'date-too-late',
      limit: '2200-12-31',
    });
  });

  it('wants a line where only a line can be kept', () => {
    const geom = { type: 'Point' as const, coordinates: [110, 28] };
    const inputs = { name: '甲', source: '乙', district_code: '0', geom };
    expect(readDraft('evacuation_route', null, inputs, now).faults.geom?.tag).toBe('wrong-shape');
    expect(readDraft('team', null, { ...inputs, kind: '消防' }, now).faults).toEqual({});
  });

  it('lets what is never null fall back to what the database puts', () => {
    expect(withDefaults('shelter', { state: null, capacity: null })).toEqual({
      state: 'unknown',
      capacity: null,
    });
  });
});

describe('two versions of a record', () => {
  it('differ only where they say something else, and tell who changed it', () => {
    const theirs = { ...team, people: 66, note: '乙', version: 4 };
    const differences = compareVersions('team', { people: '77', address: '河边' }, team, theirs);
    expect(
      differences.map(({ column, changedBy, suggested }) => [column, changedBy, suggested]),
    ).toEqual([
      ['people', 'both', 'mine'],
      ['address', 'mine', 'mine'],
      ['note', 'theirs', 'theirs'],
    ]);
    expect(chosenInputs(differences, { people: 'theirs' })).toEqual({ address: '河边' });
  });

  it('say the same when only the last digits of a place, the order of answers or the zone of a time differ', () => {
    const point = (lng: number) => ({ type: 'Point' as const, coordinates: [lng, 28] });
    expect(sameInput(point(110.9), point(110.90000000001))).toBe(true);
    expect(sameInput(point(110.9), point(110.90001))).toBe(false);
    expect(sameInput({ flood: 'yes', fire: 'no' }, { fire: 'no', flood: 'yes' })).toBe(true);
    expect(sameInput('2026-01-01T00:00:00Z', '2026-01-01T08:00:00+08:00')).toBe(true);
  });
});

describe('every field', () => {
  it('exists in the database, has a name, and is not left out of the form by mistake', () => {
    const computed =
      /^(id|version|created_at|updated_at|updated_by|archived_at|verified_\w+|dispute\w+|position\w*|closed_at|availability_at|active_\w+|class)$/;
    const unasked: Partial<Record<RegisterKind, readonly string[]>> = {
      stock_lot: ['external_id', 'district_code'],
      closure: ['external_id', 'district_code'],
      incident: ['external_id', 'district_code'],
      // Where a district hangs makes its path.
      district: ['path', 'is_demo'],
    };
    for (const kind of REGISTER_KINDS) {
      const form = formColumns(kind);
      expect(form.filter((name) => columnOf(kind, name) === null)).toEqual([]);
      expect(tableColumns(kind).filter((name) => !(name in zhCN.register.field))).toEqual([]);
      const missing = SCHEMA[kind].columns
        .map(({ name }) => name)
        .filter((name) => !form.includes(name));
      const allowed = unasked[kind] ?? [];
      expect([
        kind,
        missing.filter((name) => !computed.test(name) && !allowed.includes(name)),
      ]).toEqual([kind, []]);
    }
  });
});
