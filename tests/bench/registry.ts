/** Every benchmark by the name it is asked for; each lies in a file of its own and is loaded only when asked. */
import type { Bench } from './bench.ts';

export const BENCHES: Record<string, () => Promise<{ bench: Bench }>> = {
  nearest: () => import('./cases/nearest.ts'),
  'nearest-filtered': () => import('./cases/nearest-filtered.ts'),
};
