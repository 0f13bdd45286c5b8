/** Written by `npm run schema` from the database's catalogue; not to be changed by hand. */
import type { TableSpec } from '../types.ts';

export const stock_lot: TableSpec = {
  kind: 'stock_lot',
  columns: [
    { name: 'id', type: 'uuid', required: true, default: 'computed' },
    { name: 'depot_id', type: 'uuid', required: true, refers: 'depot' },
    { name: 'district_code', type: 'text', required: true },
    { name: 'item', type: 'text', required: true, longest: 500 },
    { name: 'unit', type: 'text', required: true, longest: 20 },
    { name: 'spec', type: 'text', required: false, longest: 500 },
    { name: 'batch', type: 'text', required: false, longest: 500 },
    { name: 'expires_on', type: 'date', required: false, from: '1990-01-01', to: '2200-01-01' },
    { name: 'minimum', type: 'number', required: false, least: 0, below: 1000000000000 },
    { name: 'external_id', type: 'text', required: false, longest: 500 },
    { name: 'source', type: 'text', required: true, longest: 500 },
    { name: 'observed_at', type: 'instant', required: false, notAhead: true, from: '1868-01-01', to: '2200-12-31' },
    { name: 'verified_at', type: 'instant', required: false, notAhead: true, from: '1868-01-01', to: '2200-12-31' },
    { name: 'verified_by', type: 'uuid', required: false },
    { name: 'version', type: 'integer', required: true, default: '1' },
    { name: 'created_at', type: 'instant', required: true, default: 'computed', from: '1868-01-01', to: '2200-12-31' },
    { name: 'updated_at', type: 'instant', required: true, default: 'computed', from: '1868-01-01', to: '2200-12-31' },
    { name: 'updated_by', type: 'uuid', required: false },
    { name: 'archived_at', type: 'instant', required: false, from: '1868-01-01', to: '2200-12-31' },
    { name: 'disputed_at', type: 'instant', required: false },
    { name: 'disputed_by', type: 'uuid', required: false },
    { name: 'dispute_reason', type: 'text', required: false },
  ],
  rules: [],
  insert: ['admin', 'planner'],
  update: ['admin', 'planner'],
  limits: [],
};
