/** Importing a file of districts: a tree in whatever order, missing parents, retired ones, what hangs on nothing. */
import { describe, expect, it } from 'vitest';
import { ImportSession } from '../../../src/core/import/session/session.ts';
import type { Write } from '../../../src/core/import/session/types.ts';
import { WORDS, inChunks } from './support.ts';

const silent = (): void => undefined;
const row = (code: string, given: object): object => ({
  id: `of-${code}`,
  code,
  districtCode: code,
  name: code,
  timezone: 'Asia/Shanghai',
  version: 2,
  archivedAt: null,
  source: null,
  lng: null,
  lat: null,
  geometry: null,
  ...given,
});

async function sessionOf(lines: readonly string[]): Promise<ImportSession> {
  const bytes = new TextEncoder().encode(lines.join('\n'));
  let last = 0;
  const context = {
    fileName: '辖区.csv',
    kinds: ['shelter'] as const,
    likelyKind: 'shelter' as const,
    districts: [{ code: '0', path: '/0/', name: '', geometry: null, timezone: 'Asia/Shanghai' }],
    words: WORDS,
    now: Date.parse('2026-11-22T00:00:00Z'),
  };
  const session = new ImportSession(
    { open: () => inChunks(bytes), size: bytes.length },
    context,
    () => `id-${++last}`,
  );
  const settings = {
    kind: 'district' as const,
    district: '0',
    layer: null,
    encoding: null,
    crs: null,
    header: null,
    columns: {},
    set: {},
    source: null,
  };
  expect((await session.read(settings, silent)).tag).toBe('understood');
  return session;
}

function writesOf(session: ImportSession): readonly Write[] {
  return session.writes(0, session.prepareWrites('2026-11-22T00:00:00Z'));
}

describe('an import of districts', () => {
  it('writes parents before children, and makes a parent that the file only names', async () => {
    const session = await sessionOf([
      '区划代码,名称',
      '430611101,柳林洲街道',
      '430611,君山区',
      '430611101001,一村',
    ]);
    session.addStored('district', [row('0', { level: 'root', parentCode: null })]);
    const { totals, warnings } = session.compare(silent);
    expect(totals).toMatchObject({ read: 3, accepted: 3, created: 3, rejected: 0 });
    expect(warnings.map(({ code }) => code)).toEqual(['parents_created']);
    const writes = writesOf(session);
    expect(writes.map(({ change }) => [change.code, change.parent_code, change.level])).toEqual([
      ['4306', '0', 'prefecture'],
      ['430611', '4306', 'county'],
      ['430611101', '430611', 'township'],
      ['430611101001', '430611101', 'village'],
    ]);
    expect(writes.map(({ seq }) => seq)).toEqual([0, 1, 2, 3]);
    expect(
      writes.every(
        ({ kind, version, change }) =>
          kind === 'district' && version === null && !('district_code' in change),
      ),
    ).toBe(true);
  });

  it('makes no parent when the rows that need it are left out', async () => {
    const session = await sessionOf(['区划代码,名称', '430611,君山区']);
    session.addStored('district', [row('0', { level: 'root', parentCode: null })]);
    session.compare(silent);
    session.decide('new', 'leave');
    expect(writesOf(session)).toEqual([]);
  });

  it('finds districts by code, changes what differs and brings a retired one back', async () => {
    const session = await sessionOf([
      '区划代码,名称',
      '430611,君山区',
      '430611101,柳林洲街道',
      '430611102,广兴洲镇',
    ]);
    session.addStored('district', [
      row('0', { level: 'root', parentCode: null }),
      row('430611', { level: 'county', parentCode: '0', name: '君山区' }),
      row('430611101', { level: 'township', parentCode: '430611', name: '旧名' }),
      row('430611102', {
        level: 'township',
        parentCode: '430611',
        name: '广兴洲镇',
        archivedAt: '2026-01-01T00:00:00Z',
      }),
    ]);
    // The county's code shows a parent that nobody registered: it is made, and the county hangs below it.
    const { totals } = session.compare(silent);
    expect(totals).toMatchObject({ read: 3, accepted: 3, changed: 3 });
    const byId = new Map(writesOf(session).map((write) => [write.id, write]));
    expect(byId.get('of-430611')?.change).toEqual({ parent_code: '4306', source: '辖区.csv' });
    expect(byId.get('of-430611101')).toMatchObject({ version: 2, change: { name: '柳林洲街道' } });
    expect(byId.get('of-430611102')?.change).toMatchObject({
      archived_at: null,
      level: 'township',
    });
  });

  it('accounts for what hangs in a circle or below a village', async () => {
    const session = await sessionOf([
      '区划代码,名称,上级代码,级别',
      'a,甲,b,县',
      'b,乙,a,县',
      'v,村,0,村',
      'w,更深,v,村',
    ]);
    session.addStored('district', [row('0', { level: 'root', parentCode: null })]);
    const { totals, groups } = session.compare(silent);
    expect(totals).toMatchObject({ read: 4, accepted: 1, rejected: 3 });
    expect(groups.rejected).toBe(3);
  });
});
