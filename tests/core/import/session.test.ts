/** An import session with a file: what it is taken for, what it would change, what is written of it. */
import { describe, expect, it } from 'vitest';
import { ImportSession } from '../../../src/core/import/session/session.ts';
import type { ImportContext, ImportSettings } from '../../../src/core/import/session/types.ts';
import { WORDS, inChunks } from './support.ts';

const context: ImportContext = {
  fileName: '避难场所.csv',
  kinds: ['shelter', 'depot', 'team'],
  likelyKind: 'team',
  districts: [{ code: '0', path: '/0/', name: '', geometry: null, timezone: 'Asia/Shanghai' }],
  words: WORDS,
  now: Date.parse('2026-11-22T00:00:00Z'),
};
const settings: ImportSettings = {
  kind: null,
  district: '0',
  layer: null,
  encoding: null,
  crs: null,
  header: null,
  columns: {},
  set: {},
  source: null,
};
const silent = (): void => undefined;

function sessionOf(lines: readonly string[]): ImportSession {
  const bytes = new TextEncoder().encode(lines.join('\n'));
  let last = 0;
  return new ImportSession(
    { open: () => inChunks(bytes), size: bytes.length },
    context,
    () => `id-${++last}`,
  );
}

const stored = (id: string, given: object): object => ({
  id,
  districtCode: '0',
  archivedAt: null,
  version: 3,
  geometry: null,
  source: '别处',
  ...given,
});

const LINES = [
  '编号,名称,经度,纬度,容纳人数',
  'S-1,河东小学,110.94,28.02,300',
  'S-2,河西小学,110.95,28.03,250',
  'S-3,文化广场,110.93,28.01,800',
  'S-4,没有位置,,,5',
];

async function compared(): Promise<ImportSession> {
  const session = sessionOf(LINES);
  expect((await session.read(settings, silent)).tag).toBe('understood');
  session.addStored('shelter', [
    stored('same', { externalId: 'S-1', name: '河东小学', lng: 110.94, lat: 28.02, capacity: 300 }),
    stored('other', {
      externalId: 'S-2',
      name: '河西小学',
      lng: 110.95,
      lat: 28.03,
      capacity: 200,
    }),
    stored('twin', {
      externalId: 'X-9',
      name: '文化广场',
      lng: 110.9301,
      lat: 28.01,
      capacity: 700,
    }),
    stored('inside', {
      externalId: 'X-8',
      name: '别的场所',
      lng: 110.94,
      lat: 28.025,
      capacity: 1,
    }),
    stored('far', { externalId: 'X-7', name: '远处', lng: 120, lat: 30, capacity: 1 }),
  ]);
  session.compare(silent);
  return session;
}

describe('an import session', () => {
  it('tells the kind of a list by what its rows are called, and says when nothing tells it', async () => {
    const kindOf = async (
      lines: readonly string[],
      likelyKind: ImportContext['likelyKind'] = 'team',
    ) => {
      const bytes = new TextEncoder().encode(lines.join('\n'));
      const about: ImportContext = {
        ...context,
        fileName: 'data.csv',
        kinds: [...context.kinds, 'settlement', 'evacuation_route'],
        likelyKind,
      };
      const session = new ImportSession(
        { open: () => inChunks(bytes), size: bytes.length },
        about,
        () => 'id',
      );
      const result = await session.read(settings, silent);
      return result.tag === 'understood'
        ? [result.understood.kind, result.understood.kindSeen]
        : result;
    };
    const head = '名称,经度,纬度';
    const rows = (names: readonly string[]) =>
      names.map((name, i) => `${name},${110.9 + i / 100},28.02`);
    expect(await kindOf([head, ...rows(['河东村', '河西村', '桥头社区'])])).toEqual([
      'settlement',
      true,
    ]);
    expect(
      await kindOf([head, ...rows(['常设土のう作製場所（北）', '常设土のう作製場所（南）'])]),
    ).toEqual(['depot', true]);
    expect(await kindOf([head, ...rows(['河东', '河西', '桥头'])])).toEqual(['team', false]);
    expect(await kindOf([head, ...rows(['河东', '河西', '桥头'])], 'shelter')).toEqual([
      'shelter',
      false,
    ]);
    // A column of its own says more than the name of the village a shelter stands in.
    const sheltered = rows(['河东村', '河西村']).map((row) => `${row},300`);
    expect(await kindOf([`${head},容纳人数`, ...sheltered])).toEqual(['shelter', true]);
    // The id of a thing stands in the list of the things as well as in a list that points at them.
    const withIds = (title: string) => [
      `${title},${head}`,
      ...rows(['甲', '乙']).map((r) => `7,${r}`),
    ];
    expect(await kindOf(withIds('避难场所ID'))).toEqual(['shelter', true]);
    expect(await kindOf(withIds('shelterid'))).toEqual(['shelter', true]);
    expect(await kindOf(withIds('居民点ID'))).toEqual(['settlement', true]);
  });

  it('takes the columns of another file by a column that names the same', async () => {
    const bytes = new TextEncoder().encode(LINES.join('\n'));
    const other = new TextEncoder().encode(
      '场所,联系电话\n河西小学,0736-1000002\n文化广场,0736-1000003',
    );
    const otherFiles = [{ name: '电话.csv', open: () => inChunks(other) }];
    const session = new ImportSession(
      { open: () => inChunks(bytes), size: bytes.length, otherFiles },
      context,
      () => 'id',
    );
    expect(await session.columnsOfOther('电话.csv')).toEqual(['场所', '联系电话']);
    const result = await session.read(
      { ...settings, join: { file: '电话.csv', key: '场所' } },
      silent,
    );
    expect(result).toMatchObject({
      tag: 'understood',
      understood: { needs: ['shelter', 'contact'] },
    });
    const warnings = result.tag === 'understood' ? result.understood.warnings : [];
    expect(warnings.find(({ code }) => code === 'joined')?.params).toMatchObject({
      by_name: 2,
      unmatched: 2,
      unused: 0,
    });
    const wrong = await session.read(
      { ...settings, join: { file: '电话.csv', key: '没有' } },
      silent,
    );
    expect(wrong).toMatchObject({ tag: 'failed', code: 'join_key_missing' });
  });

  it('is taken for what its name and columns say, and every column can be corrected', async () => {
    const session = sessionOf(LINES);
    const result = await session.read(settings, silent);
    expect(result).toMatchObject({
      tag: 'understood',
      understood: { kind: 'shelter', counts: { read: 4, usable: 3 } },
    });
    const again = await session.read({ ...settings, columns: { 4: null } }, silent);
    const column = again.tag === 'understood' ? again.understood.columns[4] : undefined;
    expect(column).toMatchObject({
      title: '容纳人数',
      field: null,
      by: 'person',
      samples: ['300', '250', '800'],
    });
  });

  it('is refused as a whole with a code', async () => {
    expect(await sessionOf(['']).read(settings, silent)).toMatchObject({
      tag: 'failed',
      code: 'empty_file',
    });
  });

  it('falls into groups that account for every row', async () => {
    const session = await compared();
    const { groups, totals } = session.decide([], 'take');
    expect(groups).toMatchObject({
      unchanged: 1,
      changed: 1,
      alike: 1,
      new: 0,
      rejected: 1,
      missing: 1,
    });
    // What resembles a stored record waits for a decision.
    expect(totals).toMatchObject({
      read: 4,
      accepted: 1,
      unchanged: 1,
      duplicates: 0,
      rejected: 2,
      leftOut: 1,
    });
    expect(session.rows('changed', 0, 10)[0]?.changes).toMatchObject([
      { field: 'capacity', from: 200, to: 250 },
      {},
    ]);
    expect(session.rows('missing', 0, 10).map(({ name }) => name)).toEqual(['别的场所']);
  });

  it('writes what was accepted, on the version that was compared', async () => {
    const session = await compared();
    session.decide('alike', 'same');
    session.decide('missing', 'take');
    const count = session.prepareWrites('2026-11-22T00:00:00Z');
    const writes = session.writes(0, count);
    expect(writes.map(({ id, version }) => [id, version]).sort()).toEqual([
      ['inside', 3],
      ['other', 3],
      ['twin', 3],
    ]);
    expect(writes.find(({ id }) => id === 'inside')?.change).toEqual({
      archived_at: '2026-11-22T00:00:00Z',
    });
    // The number an office gave stays.
    expect(writes.find(({ id }) => id === 'twin')?.change).not.toHaveProperty('external_id');
  });

  it('counts what the register refused as rejected', async () => {
    const session = await compared();
    const { totals } = session.refuse([{ row: 2, reason: 'changed_meanwhile', params: {} }]);
    expect(totals).toMatchObject({ read: 4, accepted: 0, unchanged: 1, rejected: 3 });
  });
});

describe('people counted in shelters', () => {
  const HEAD = '编号,名称,经度,纬度,现有人数,人数统计时间';
  const ROWS = [
    'S-1,河东小学,110.94,28.02,120,2026-11-21 08:00',
    'S-2,河西小学,110.95,28.03,0,2026-11-21 08:00',
    'S-3,文化广场,110.93,28.01,35,',
    'S-4,体育馆,110.96,28.01,7,2026-11-01 08:00',
    'S-5,新场所,110.97,28.02,9,2026-11-21 08:00',
    'S-6,没人数,110.98,28.02,,',
    'S-7,明天,110.99,28.02,5,2026-11-23 08:00',
  ];
  const known = (
    key: string,
    name: string,
    place: [number, number],
    occupancy: number | null,
    at: string | null,
  ): object =>
    stored(key, {
      externalId: key,
      name,
      lng: place[0],
      lat: place[1],
      occupancy,
      occupancyAt: at,
      kind: '学校',
    });

  async function sessionWith(): Promise<ImportSession> {
    const session = sessionOf([HEAD, ...ROWS]);
    expect(await session.read({ ...settings, kind: 'shelter' }, silent)).toMatchObject({
      tag: 'understood',
    });
    session.addStored('shelter', [
      known('S-1', '河东小学', [110.94, 28.02], 100, '2026-11-20T00:00:00Z'),
      known('S-2', '河西小学', [110.95, 28.03], 0, '2026-11-21T00:00:00Z'),
      known('S-3', '文化广场', [110.93, 28.01], null, null),
      known('S-4', '体育馆', [110.96, 28.01], 8, '2026-11-20T00:00:00Z'),
    ]);
    return session;
  }

  it('become counts with their time, or of no time, and are shown as a change', async () => {
    const session = await sessionWith();
    const { groups, warnings } = session.compare(silent);
    expect([groups.changed, groups.unchanged, groups.new]).toEqual([2, 2, 3]);
    expect(warnings.find(({ code }) => code === 'occupancy_older')?.rows).toEqual([4]);
    const changes = session.rows('changed', 0, 9).map(({ name, changes: all }) => [name, all]);
    expect(changes).toEqual([
      [
        '河东小学',
        [
          {
            field: 'occupancy',
            from: { people: 100, at: '2026-11-20T00:00:00Z' },
            to: { people: 120, at: '2026-11-21T00:00:00.000Z' },
          },
        ],
      ],
      [
        '文化广场',
        [{ field: 'occupancy', from: { people: null, at: null }, to: { people: 35, at: null } }],
      ],
    ]);
    const count = session.prepareWrites('2026-11-22T00:00:00Z');
    const counts = session.writes(0, count).filter(({ kind }) => kind === 'occupancy_movement');
    expect(counts.map(({ row, change }) => ({ row, ...change }))).toMatchObject([
      { row: 1, shelter_id: 'S-1', movement: 'count', people: 120, at: '2026-11-21T00:00:00.000Z' },
      { row: 3, shelter_id: 'S-3', movement: 'count', people: 35, undated: true },
      {
        row: 5,
        movement: 'count',
        people: 9,
        at: '2026-11-21T00:00:00.000Z',
        reason: '避难场所.csv',
      },
      // Tomorrow is no time of a count.
      { row: 7, movement: 'count', people: 5, undated: true },
    ]);
    expect(counts.filter(({ change }) => 'at' in change && 'undated' in change)).toEqual([]);
  });

  it('of a row that a person leaves out are not written', async () => {
    const session = await sessionWith();
    session.compare(silent);
    session.decide('changed', 'leave');
    session.decide('new', 'leave');
    session.prepareWrites('2026-11-22T00:00:00Z');
    expect(session.writes(0, 99)).toEqual([]);
  });
});
