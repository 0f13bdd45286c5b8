import type { PlannedRecord } from '../../../src/core/import/index.ts';
import type { Stored } from './stored.ts';

/** A planned record and what becomes of it. */
export interface Placed {
  record: PlannedRecord;
  district: string;
  id: string;
  stored: Stored | null;
  changed: boolean;
}
