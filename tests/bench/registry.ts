/** Every benchmark by the name it is asked for; each lies in a file of its own and is loaded only when asked. */
import type { Bench } from './bench.ts';

export const BENCHES: Record<string, () => Promise<{ bench: Bench }>> = {
  nearest: () => import('./cases/nearest.ts'),
  'nearest-filtered': () => import('./cases/nearest-filtered.ts'),
  export: () => import('./cases/export.ts'),
  import: () => import('./cases/import.ts'),
  'import-formats': () => import('./cases/import-formats.ts'),
  'import-diff': () => import('./cases/import-diff.ts'),
  'import-write': () => import('./cases/import-write.ts'),
  'import-turns': () => import('./cases/import-turns.ts'),
  start: () => import('./cases/start.ts'),
  'map-pan': () => import('./cases/map-pan.ts'),
  table: () => import('./cases/table.ts'),
  roads: () => import('./cases/roads.ts'),
  'roads-k': () => import('./cases/roads-k.ts'),
  'roads-load': () => import('./cases/roads-load.ts'),
  closure: () => import('./cases/closure.ts'),
  isochrone: () => import('./cases/isochrone.ts'),
  'mark-incident': () => import('./cases/mark-incident.ts'),
  reach: () => import('./cases/reach.ts'),
  walks: () => import('./cases/walks.ts'),
  consoles: () => import('./cases/consoles.ts'),
};
