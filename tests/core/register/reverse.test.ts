import { expect, it } from 'vitest';
import { reverseOf, wayBack } from '../../../src/core/register/index.ts';
import type { Closure, Contact, Team } from '../../../src/core/model/index.ts';

const NOW = Date.parse('2026-11-22T04:00:00Z');
const before = {
  id: 'c1',
  version: 3,
  reason: '塌方',
  untilAt: null,
  lng: 113,
  lat: 29,
  geometry: null,
} as Closure;
const written = { ...before, version: 4, reason: '改', untilAt: '2026-11-23T00:00:00Z', lng: 114 };

it('gives back what was written and nothing else, over the version that the write made', () => {
  const geom = { type: 'Point', coordinates: [114, 29] };
  const changed = { reason: '改', until_at: written.untilAt, geom };
  const columns = { reason: '塌方', until_at: null, geom: { ...geom, coordinates: [113, 29] } };
  expect(reverseOf('closure', before, written, changed, NOW)).toEqual({
    tag: 'write',
    kind: 'closure',
    id: 'c1',
    version: 4,
    columns,
  });
});

it('gives back where a team was last seen, which is not where it is based', () => {
  const team = { id: 't1', version: 2, lng: 113, lat: 29, positionLng: 113.5, positionLat: 29.5 };
  const columnsOf = (was: object): unknown =>
    reverseOf('team', was as Team, { ...team, version: 3 } as Team, { position: null }, NOW)
      .columns;
  expect(columnsOf(team)).toEqual({ position: { type: 'Point', coordinates: [113.5, 29.5] } });
  expect(columnsOf({ ...team, positionLng: null, positionLat: null })).toEqual({ position: null });
});

it('archives what was made', () => {
  const made = { id: 'k1', version: 1, name: '李四' } as Contact;
  const { columns, version } = reverseOf('contact', null, made, { name: '李四' }, NOW);
  expect([columns, version]).toEqual([{ archived_at: '2026-11-22T04:00:00.000Z' }, 1]);
});

it('offers no way back from what no write takes back', () => {
  const reverse = reverseOf('closure', before, written, { reason: '改' }, NOW);
  expect(wayBack(reverse)).toEqual([reverse]);
  expect(wayBack({ tag: 'none', because: 'evidence' })).toBeNull();
});
