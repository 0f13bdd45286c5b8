/** Which records wait for a place, and where their address points. */
import { describe, expect, it } from 'vitest';
import { Gazetteer, unplacedRecords } from '../../../src/core/locating/index.ts';
import type { GazetteerKind, LocatedTables, NamedPlace } from '../../../src/core/locating/index.ts';

const named = (kind: GazetteerKind, name: string, districtCode = '1'): NamedPlace => ({
  kind,
  id: `${kind} ${name}`,
  name,
  districtCode,
  place: [113, 29],
  isPoint: kind !== 'road' && kind !== 'district',
});
const asked = (address: string | null, name = '某避难场所', districtCode = '1') => ({
  id: 'x',
  name,
  address,
  note: null,
  districtCode,
});

describe('an address', () => {
  const gazetteer = new Gazetteer([
    named('settlement', '大湾村'),
    named('settlement', '大湾村', '2'),
    named('settlement', '下坪村'),
    named('shelter', '双汊镇第二中心小学'),
    named('road', '人民路'),
    named('district', '双汊镇'),
    named('depot', '县物资储备库'),
    named('settlement', '村'),
  ]);
  const names = (address: string | null, name?: string, district?: string) =>
    gazetteer
      .suggest(asked(address, name, district))
      .map(({ kind, name: found, districtCode }) => [kind, found, districtCode]);

  it('points to what it names, that of its own district first, the district itself last', () => {
    expect(names('双汊镇大湾村3组人民路12号')).toEqual([
      ['settlement', '大湾村', '1'],
      ['road', '人民路', '1'],
      ['settlement', '大湾村', '2'],
      ['district', '双汊镇', '1'],
    ]);
    expect(names('大湾村', undefined, '2')[0]).toEqual(['settlement', '大湾村', '2']);
  });

  it('points to a name without its last word, and to one that shares a long part, and says so', () => {
    expect(gazetteer.suggest(asked('下坪二组'))).toMatchObject([
      { name: '下坪村', matched: '下坪', whole: false },
    ]);
    expect(gazetteer.suggest(asked('第二中心小学操场'))).toMatchObject([
      { name: '双汊镇第二中心小学', matched: '第二中心小学', whole: false },
    ]);
  });

  it('is read in either spelling, and its name speaks too', () => {
    expect(names('雙汊鎮大灣村')[0]).toEqual(['settlement', '大湾村', '1']);
    expect(names(null, '大湾村服务队')[0]).toEqual(['settlement', '大湾村', '1']);
  });

  it('that names nothing points nowhere; the town alone is no shared part', () => {
    expect(names('河边')).toEqual([]);
    expect(names(null)).toEqual([]);
    expect(names('双汊镇第')).toEqual([['district', '双汊镇', '1']]);
  });

  it('never points to the record itself', () => {
    const own = new Gazetteer([{ ...named('shelter', '某避难场所'), id: 'x' }]);
    expect(own.suggest(asked('某避难场所'))).toEqual([]);
  });
});

describe('the queue', () => {
  const record = (id: string, more: object = {}) => ({
    id,
    name: id,
    address: null,
    note: null,
    districtCode: '2',
    lng: null,
    archivedAt: null,
    ...more,
  });
  const table = (...rows: { id: string }[]) => new Map(rows.map((row) => [row.id, row]));
  const tables = {
    shelter: table(
      record('s1'),
      record('s0', { districtCode: '1' }),
      record('placed', { lng: 113 }),
    ),
    depot: table(record('gone', { archivedAt: '2026-01-01T00:00:00Z' })),
    team: table(record('t1', { positionLng: 113 })),
    settlement: table(),
    hazard: table(),
    evacuation_route: table(record('r1')),
    district: table({ id: '1', path: '/0/1/' } as never, { id: '2', path: '/0/1/2/' } as never),
  } as unknown as LocatedTables;
  const ids = (districtCode: string | null, kind: 'team' | null = null) =>
    unplacedRecords(tables, { districtCode, kind }).map(({ id }) => id);

  it('holds every current record without a place, by district and kind', () => {
    expect(ids(null)).toEqual(['s0', 's1', 't1', 'r1']);
    expect(ids('1')).toEqual(['s0', 's1', 't1', 'r1']);
    expect(ids('2')).toEqual(['s1', 't1', 'r1']);
    expect(ids(null, 'team')).toEqual(['t1']);
  });
});
