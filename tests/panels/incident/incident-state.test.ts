import { describe, expect, it } from 'vitest';
import type { Incident } from '../../../src/core/model/index.ts';
import { askedOf } from '../../../src/state/asked-incident.ts';
import { draftInHand } from '../../../src/state/drafts.ts';
import { shelveIncidents } from '../../../src/panels/incident/incident-order.ts';
import type { IncidentDraft } from '../../../src/state/session.ts';

const incident = (id: string, given: Partial<Incident> = {}): Incident => ({
  id,
  version: 1,
  createdAt: '2026-11-01T00:00:00Z',
  updatedAt: '2026-11-01T00:00:00Z',
  updatedBy: null,
  archivedAt: null,
  lng: 113,
  lat: 29,
  geometry: null,
  districtCode: '430611',
  title: id,
  class: 'natural',
  kind: 'flood',
  level: null,
  occurredAt: '2026-11-01T00:00:00Z',
  note: null,
  state: 'open',
  closedAt: null,
  source: 'test',
  areaRadiusM: null,
  depthMinM: null,
  depthMaxM: null,
  ...given,
});
const draft: IncidentDraft = {
  id: 'd',
  base: null,
  place: [114, 30],
  title: '',
  class: 'accident',
  kind: 'fire',
  level: 2,
  occurredAt: '2026-11-02T00:00:00Z',
  note: '',
};

describe('the incident asked about', () => {
  it('is the draft in hand, also while its place is being moved', () => {
    expect(draftInHand({ tag: 'placing', draft, moves: true })).toBe(draft);
    expect(askedOf(draft, incident('a'))).toMatchObject({
      place: [114, 30],
      kind: 'fire',
      level: 2,
      saved: null,
    });
  });
  it('is the saved one otherwise', () => {
    expect(askedOf(null, incident('a'))).toMatchObject({
      place: [113, 29],
      title: 'a',
      saved: { id: 'a' },
    });
    expect(draftInHand({ tag: 'saved', id: 'a' })).toBeNull();
  });
  it('is none where there is no place to measure from', () => {
    expect(askedOf(null, incident('a', { lng: null, lat: null }))).toBeNull();
    expect(askedOf(null, null)).toBeNull();
  });
});

describe('the list of incidents', () => {
  it('has open ones first, the latest on top, then the history by closing; ties by id', () => {
    const { open, closed } = shelveIncidents([
      incident('old'),
      incident('new', { occurredAt: '2026-11-03T00:00:00Z' }),
      incident('b-tie'),
      incident('shut', { state: 'closed', closedAt: '2026-11-04T00:00:00Z' }),
      incident('shut-later', { state: 'closed', closedAt: '2026-11-05T00:00:00Z' }),
    ]);
    expect(open.map(({ id }) => id)).toEqual(['new', 'b-tie', 'old']);
    expect(closed.map(({ id }) => id)).toEqual(['shut-later', 'shut']);
  });
});
