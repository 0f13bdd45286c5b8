/** Written by `npm run schema` from the database's catalogue; not to be changed by hand. */
import type { TableSpec } from '../types.ts';

export const depot: TableSpec = {
  kind: 'depot',
  columns: [
    { name: 'id', type: 'uuid', required: true, default: 'computed' },
    { name: 'district_code', type: 'text', required: true, refers: 'district' },
    { name: 'name', type: 'text', required: true, longest: 500 },
    { name: 'address', type: 'text', required: false, longest: 1000 },
    { name: 'external_id', type: 'text', required: false, longest: 500 },
    { name: 'note', type: 'text', required: false, longest: 20000 },
    { name: 'source', type: 'text', required: true, longest: 500 },
    { name: 'observed_at', type: 'instant', required: false, from: '1868-01-01', to: '2200-12-31', notAhead: true },
    { name: 'verified_at', type: 'instant', required: false, from: '1868-01-01', to: '2200-12-31', notAhead: true },
    { name: 'verified_by', type: 'uuid', required: false },
    { name: 'geom', type: 'geometry', required: false },
    { name: 'version', type: 'integer', required: true, default: '1' },
    { name: 'created_at', type: 'instant', required: true, default: 'computed', from: '1868-01-01', to: '2200-12-31' },
    { name: 'updated_at', type: 'instant', required: true, default: 'computed', from: '1868-01-01', to: '2200-12-31' },
    { name: 'updated_by', type: 'uuid', required: false },
    { name: 'archived_at', type: 'instant', required: false, from: '1868-01-01', to: '2200-12-31' },
    { name: 'inventory_text', type: 'text', required: false, longest: 20000 },
    { name: 'disputed_at', type: 'instant', required: false },
    { name: 'disputed_by', type: 'uuid', required: false },
    { name: 'dispute_reason', type: 'text', required: false },
  ],
  rules: [],
  insert: ['admin', 'planner'],
  update: ['admin', 'planner'],
  limits: [],
};
