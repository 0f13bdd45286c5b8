import type { FakeRow } from './fake-server.ts';

const stored = {
  version: 1,
  created_at: '2026-11-01T00:00:00Z',
  updated_at: '2026-11-01T00:00:00Z',
  archived_at: null,
};

export const teamRow = (id = 't1'): FakeRow => ({
  id,
  ...stored,
  district_code: '0',
  name: '城中分队',
  source: '县应急局',
  kind: 'rescue',
  capabilities: ['water'],
  people: 42,
  equipment: [],
  availability: 'unknown',
  lng: 113.1,
  lat: 29.3,
});

export const districtRow = (code: string): FakeRow => ({
  code,
  ...stored,
  parent_code: null,
  path: `/${code}/`,
  name: '全部辖区',
  level: 'root',
  timezone: 'Asia/Shanghai',
  is_demo: false,
});

export const incidentRow = (id: string, version = 1): FakeRow => ({
  id,
  ...stored,
  version,
  district_code: '0',
  title: '河堤漫水',
  class: 'natural',
  kind: 'flood',
  level: 2,
  occurred_at: '2026-11-22T03:00:00Z',
  note: null,
  state: 'open',
  closed_at: null,
  source: '张三',
  lng: 113.1,
  lat: 29.3,
});
