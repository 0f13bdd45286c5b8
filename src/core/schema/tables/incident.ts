/** Written by `npm run schema` from the database's catalogue; not to be changed by hand. */
import type { TableSpec } from '../types.ts';

export const incident: TableSpec = {
  kind: 'incident',
  columns: [
    { name: 'id', type: 'uuid', required: true, default: 'computed' },
    { name: 'district_code', type: 'text', required: true, refers: 'district' },
    { name: 'title', type: 'text', required: true, longest: 500 },
    { name: 'class', type: 'text', required: true, form: 'event-class' },
    { name: 'kind', type: 'text', required: true, form: 'event-kind' },
    { name: 'level', type: 'integer', required: false, least: 1, most: 4 },
    { name: 'occurred_at', type: 'instant', required: true, notAhead: true, from: '1868-01-01', to: '2200-12-31' },
    { name: 'note', type: 'text', required: false, longest: 20000 },
    { name: 'state', type: 'text', required: true, default: 'open', words: ['open', 'closed'] },
    { name: 'closed_at', type: 'instant', required: false, from: '1868-01-01', to: '2200-12-31' },
    { name: 'external_id', type: 'text', required: false, longest: 500 },
    { name: 'source', type: 'text', required: true, longest: 500 },
    { name: 'geom', type: 'geometry', required: false },
    { name: 'version', type: 'integer', required: true, default: '1' },
    { name: 'created_at', type: 'instant', required: true, default: 'computed', from: '1868-01-01', to: '2200-12-31' },
    { name: 'updated_at', type: 'instant', required: true, default: 'computed', from: '1868-01-01', to: '2200-12-31' },
    { name: 'updated_by', type: 'uuid', required: false },
    { name: 'archived_at', type: 'instant', required: false, from: '1868-01-01', to: '2200-12-31' },
    { name: 'area_radius_m', type: 'number', required: false, unit: 'metre', above: 0, most: 50000 },
    { name: 'depth_min_m', type: 'number', required: false, unit: 'metre', least: 0, most: 100 },
    { name: 'depth_max_m', type: 'number', required: false, unit: 'metre', least: 0, most: 100 },
  ],
  rules: [
    { tag: 'after', column: 'closed_at', than: 'occurred_at', orSame: true },
    { tag: 'not-more-than', column: 'depth_min_m', than: 'depth_max_m' },
    { tag: 'kind-of-class' },
  ],
  insert: ['admin', 'commander'],
  update: ['admin', 'commander'],
  limits: [],
};
