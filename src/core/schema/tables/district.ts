/** Written by `npm run schema` from the database's catalogue; not to be changed by hand. */
import type { TableSpec } from '../types.ts';

export const district: TableSpec = {
  kind: 'district',
  columns: [
    { name: 'code', type: 'text', required: true, pattern: '^[0-9A-Za-z_-]{1,32}$' },
    { name: 'parent_code', type: 'text', required: false, refers: 'district' },
    { name: 'path', type: 'text', required: true },
    { name: 'name', type: 'text', required: true, longest: 500 },
    {
      name: 'level',
      type: 'text',
      required: true,
      words: ['root', 'province', 'prefecture', 'county', 'township', 'village'],
    },
    { name: 'timezone', type: 'text', required: true, default: 'Asia/Shanghai', form: 'timezone' },
    { name: 'is_demo', type: 'boolean', required: true, default: 'computed' },
    { name: 'geom', type: 'geometry', required: false, shapes: ['MultiPolygon'] },
    { name: 'version', type: 'integer', required: true, default: '1' },
    {
      name: 'created_at',
      type: 'instant',
      required: true,
      default: 'computed',
      from: '1868-01-01',
      to: '2200-12-31',
    },
    {
      name: 'updated_at',
      type: 'instant',
      required: true,
      default: 'computed',
      from: '1868-01-01',
      to: '2200-12-31',
    },
    { name: 'updated_by', type: 'uuid', required: false },
    { name: 'archived_at', type: 'instant', required: false, from: '1868-01-01', to: '2200-12-31' },
    { name: 'id', type: 'uuid', required: true, default: 'computed' },
    { name: 'source', type: 'text', required: false, longest: 500 },
    {
      name: 'observed_at',
      type: 'instant',
      required: false,
      notAhead: true,
      from: '1868-01-01',
      to: '2200-12-31',
    },
  ],
  rules: [],
  insert: ['admin'],
  update: ['admin'],
  limits: [],
};
