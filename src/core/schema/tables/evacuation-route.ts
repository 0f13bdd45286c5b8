/** Written by `npm run schema` from the database's catalogue; not to be changed by hand. */
import type { TableSpec } from '../types.ts';

export const evacuation_route: TableSpec = {
  kind: 'evacuation_route',
  columns: [
    { name: 'id', type: 'uuid', required: true, default: 'computed' },
    { name: 'district_code', type: 'text', required: true, refers: 'district' },
    { name: 'name', type: 'text', required: true, longest: 500 },
    { name: 'address', type: 'text', required: false, longest: 1000 },
    { name: 'external_id', type: 'text', required: false, longest: 500 },
    { name: 'note', type: 'text', required: false, longest: 20000 },
    { name: 'source', type: 'text', required: true, longest: 500 },
    { name: 'observed_at', type: 'instant', required: false, notAhead: true },
    { name: 'verified_at', type: 'instant', required: false, notAhead: true },
    { name: 'verified_by', type: 'uuid', required: false },
    { name: 'geom', type: 'geometry', required: false, shapes: ['LineString', 'MultiLineString'] },
    { name: 'version', type: 'integer', required: true, default: '1' },
    { name: 'created_at', type: 'instant', required: true, default: 'computed' },
    { name: 'updated_at', type: 'instant', required: true, default: 'computed' },
    { name: 'updated_by', type: 'uuid', required: false },
    { name: 'archived_at', type: 'instant', required: false },
    { name: 'settlement_id', type: 'uuid', required: false, refers: 'settlement' },
    { name: 'shelter_id', type: 'uuid', required: false, refers: 'shelter' },
    { name: 'width_m', type: 'number', required: false, unit: 'metre', above: 0, most: 200 },
    { name: 'state', type: 'text', required: true, default: 'unknown', words: ['open', 'blocked', 'unknown'] },
  ],
  rules: [],
  insert: ['admin', 'planner'],
  update: ['admin', 'commander', 'planner'],
  limits: [{ roles: ['commander'], columns: ['state', 'observed_at'] }],
};
