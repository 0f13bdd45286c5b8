/** Set a threshold for a district, or go back to the one above. What the server answers is what the screen shows. */
import { backend } from '../../backend/index.ts';
import type { ThresholdContent, Written } from '../../backend/index.ts';
import type { Threshold } from '../../core/model/index.ts';
import { serverNow } from '../../state/clock.ts';
import type { NotDone } from '../../state/saving.ts';
import { keptFor } from '../../state/upkeep.ts';
import { holdRecord, notWritten, writeRecord } from '../register/write-record.ts';
import { loadHistory } from '../upkeep/load-history.ts';

/** null = taken; else why not. A conflict brings the other person's value onto the screen. */
export type ThresholdRefused = NotDone | null;

function take(result: Written<'district_setting'>): ThresholdRefused {
  if (result.tag !== 'ok') return notWritten(result);
  const { id } = result.record;
  if (keptFor('histories', id) !== null) void loadHistory('district_setting', id);
  return null;
}

export async function setThreshold(
  content: ThresholdContent,
  own: Threshold | null,
): Promise<ThresholdRefused> {
  const result = await backend().setThreshold(content, own?.version ?? null);
  if (result.tag === 'ok') holdRecord('district_setting', result.record);
  if (result.tag === 'conflict') holdRecord('district_setting', result.theirs);
  return take(result);
}

export async function dropThreshold(own: Threshold): Promise<ThresholdRefused> {
  const columns = { archived_at: new Date(serverNow()).toISOString() };
  return take(await writeRecord({ kind: 'district_setting', id: own.id, before: own, columns }));
}
