import { beforeEach, describe, expect, it } from 'vitest';
import type { IncidentContent } from '../../src/backend/index.ts';
import { openFake } from './open-fake.ts';
import type { Opened } from './open-fake.ts';
import { incidentRow } from './sample-rows.ts';

const content: IncidentContent = {
  districtCode: '0',
  title: '河堤漫水',
  class: 'natural',
  kind: 'flood',
  level: 2,
  occurredAt: '2026-11-22T03:00:00Z',
  note: null,
  place: [113.1, 29.3],
  source: '张三',
};

describe('incidents', () => {
  let opened: Opened;
  beforeEach(async () => {
    opened = openFake();
    await opened.backend.signIn('a@b.cn', 'right', false);
  });

  it('inserts with the place as EWKT and gives the stored row back', async () => {
    const result = await opened.backend.insertIncident('i1', content);
    expect(result).toMatchObject({
      tag: 'ok',
      incident: { id: 'i1', version: 1, lng: 113.1, lat: 29.3 },
    });
    expect(opened.server.rows.get('incident')?.[0]?.geom).toBe('SRID=4326;POINT(113.1 29.3)');
  });

  it('shows what is there when the same id comes twice, and makes no second row', async () => {
    opened.server.fault = { loseAnswer: true };
    expect(await opened.backend.insertIncident('i1', content)).toEqual({ tag: 'unreachable' });
    expect(await opened.backend.insertIncident('i1', content)).toMatchObject({
      tag: 'conflict',
      theirs: { id: 'i1' },
    });
    expect(opened.server.rows.get('incident')).toHaveLength(1);
  });

  it('updates the version that was read', async () => {
    opened.server.put('incident', incidentRow('i1', 3));
    const result = await opened.backend.updateIncident('i1', 3, { ...content, title: '新' });
    expect(result).toMatchObject({ tag: 'ok', incident: { title: '新', version: 4 } });
  });

  it('gives theirs back when someone saved in between, and changes nothing', async () => {
    opened.server.put('incident', incidentRow('i1', 4));
    const result = await opened.backend.updateIncident('i1', 3, { ...content, title: '我的' });
    expect(result).toMatchObject({ tag: 'conflict', theirs: { version: 4, title: '河堤漫水' } });
    expect(opened.server.rows.get('incident')?.[0]?.title).toBe('河堤漫水');
  });

  it('tells a record that is no longer there', async () => {
    expect(await opened.backend.updateIncident('i9', 1, content)).toEqual({ tag: 'gone' });
  });

  it('closes and reopens by version', async () => {
    opened.server.put('incident', incidentRow('i1', 1));
    expect(await opened.backend.setIncidentState('i1', 1, 'closed')).toMatchObject({
      incident: { state: 'closed' },
    });
    expect(await opened.backend.setIncidentState('i1', 1, 'open')).toMatchObject({
      tag: 'conflict',
    });
    expect(await opened.backend.setIncidentState('i1', 2, 'open')).toMatchObject({
      incident: { state: 'open' },
    });
  });
});
