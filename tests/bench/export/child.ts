/** The most memory a process holds that has the records, and then writes them in one format (or none: `idle`) to nowhere. */
import type { ExportFormat } from '../../../src/core/export/types.ts';
import { peakMemory } from '../processes/measure.ts';
import { exportTo } from './export-to.ts';
import { shelters } from './shelters.ts';

const [format = 'idle'] = process.argv.slice(2);
const records = shelters();
globalThis.gc?.();
let written = 0;
if (format !== 'idle')
  await exportTo(format as ExportFormat, records, ({ length }) => void (written += length));
if (format !== 'idle' && written === 0) throw new Error('nothing was written');
console.log(JSON.stringify(peakMemory()));
