/** Written by `npm run schema` from the database's catalogue; not to be changed by hand. */
import type { TableSpec } from '../types.ts';

export const closure: TableSpec = {
  kind: 'closure',
  columns: [
    { name: 'id', type: 'uuid', required: true, default: 'computed' },
    { name: 'district_code', type: 'text', required: true, refers: 'district' },
    { name: 'reason', type: 'text', required: true, longest: 1000 },
    {
      name: 'from_at',
      type: 'instant',
      required: true,
      default: 'computed',
      from: '1868-01-01',
      to: '2200-12-31',
    },
    { name: 'until_at', type: 'instant', required: false, from: '1868-01-01', to: '2200-12-31' },
    { name: 'lifted_at', type: 'instant', required: false, from: '1868-01-01', to: '2200-12-31' },
    { name: 'external_id', type: 'text', required: false, longest: 500 },
    { name: 'source', type: 'text', required: true, longest: 500 },
    { name: 'geom', type: 'geometry', required: false },
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
  ],
  rules: [
    { tag: 'after', column: 'until_at', than: 'from_at', orSame: false },
    { tag: 'after', column: 'lifted_at', than: 'from_at', orSame: true },
  ],
  insert: ['admin', 'commander', 'field'],
  update: ['admin', 'commander'],
  limits: [],
};
