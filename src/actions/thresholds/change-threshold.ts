/** Set a threshold for a district, or go back to the one above. What the server answers is what the screen shows. */
import { backend } from '../../backend/index.ts';
import type { ThresholdContent, ThresholdResult } from '../../backend/index.ts';
import type { Threshold } from '../../core/model/index.ts';
import { serverNow } from '../../state/clock.ts';
import { mergeRecords } from '../../state/records.ts';
import type { NotDone } from '../../state/session.ts';
import { keptFor } from '../../state/upkeep.ts';
import { loadHistory } from '../upkeep/load-history.ts';

/** null = taken; else why not. A conflict brings the other person's value onto the screen. */
export type ThresholdRefused = NotDone | null;

function take(result: ThresholdResult): ThresholdRefused {
  if (result.tag === 'ok') {
    mergeRecords('district_setting', [result.threshold]);
    if (keptFor('histories', result.threshold.id) !== null)
      void loadHistory('district_setting', result.threshold.id);
    return null;
  }
  if (result.tag !== 'conflict') return result.tag;
  mergeRecords('district_setting', [result.theirs]);
  return 'changed-elsewhere';
}

export async function setThreshold(
  content: ThresholdContent,
  own: Threshold | null,
): Promise<ThresholdRefused> {
  return take(await backend().setThreshold(content, own?.version ?? null));
}

export async function dropThreshold(own: Threshold): Promise<ThresholdRefused> {
  return take(
    await backend().dropThreshold(own.id, own.version, new Date(serverNow()).toISOString()),
  );
}
