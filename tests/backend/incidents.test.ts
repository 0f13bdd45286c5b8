import { beforeEach, describe, expect, it } from 'vitest';
import { openFake } from './open-fake.ts';
import type { Opened } from './open-fake.ts';
import { incidentRow } from './sample-rows.ts';

const content = {
  district_code: '0',
  title: '河堤漫水',
  class: 'natural',
  kind: 'flood',
  level: 2,
  occurred_at: '2026-11-22T03:00:00Z',
  note: null,
  geom: { type: 'Point', coordinates: [113.1, 29.3] },
  source: '张三',
};

describe('incidents', () => {
  let opened: Opened;
  beforeEach(async () => {
    opened = openFake();
    await opened.backend.signIn('a@b.cn', 'right', false);
  });
  const save = (id: string, version: number | null, columns: object) =>
    opened.backend.saveRecord('incident', id, version, { ...columns });

  it('inserts with the place as EWKT and gives the stored row back', async () => {
    expect(await save('i1', null, content)).toMatchObject({
      tag: 'ok',
      record: { id: 'i1', version: 1, lng: 113.1, lat: 29.3 },
    });
    expect(opened.server.rows.get('incident')?.[0]?.geom).toBe('SRID=4326;POINT(113.1 29.3)');
  });

  it('shows what is there when the same id comes twice, and makes no second row', async () => {
    opened.server.fault = { loseAnswer: true };
    expect(await save('i1', null, content)).toEqual({ tag: 'unreachable' });
    expect(await save('i1', null, content)).toMatchObject({
      tag: 'conflict',
      theirs: { id: 'i1' },
    });
    expect(opened.server.rows.get('incident')).toHaveLength(1);
  });

  it('updates the version that was read', async () => {
    opened.server.put('incident', incidentRow('i1', 3));
    const result = await save('i1', 3, { ...content, title: '新' });
    expect(result).toMatchObject({ tag: 'ok', record: { title: '新', version: 4 } });
  });

  it('gives theirs back when someone saved in between, and changes nothing', async () => {
    opened.server.put('incident', incidentRow('i1', 4));
    const result = await save('i1', 3, { ...content, title: '我的' });
    expect(result).toMatchObject({ tag: 'conflict', theirs: { version: 4, title: '河堤漫水' } });
    expect(opened.server.rows.get('incident')?.[0]?.title).toBe('河堤漫水');
  });

  it('tells a record that is no longer there', async () => {
    expect(await save('i9', 1, content)).toEqual({ tag: 'gone' });
  });

  it('closes and reopens by version', async () => {
    opened.server.put('incident', incidentRow('i1', 1));
    expect(await save('i1', 1, { state: 'closed' })).toMatchObject({ record: { state: 'closed' } });
    expect(await save('i1', 1, { state: 'open' })).toMatchObject({ tag: 'conflict' });
    expect(await save('i1', 2, { state: 'open' })).toMatchObject({ record: { state: 'open' } });
  });
});
