/** Say that a hazard has come true or an incident reaches so far, how deep the water is, and that it is over. */
import { nameOf } from '../../core/model/index.ts';
import type { Hazard, Incident, Instant, Meters, RecordOf } from '../../core/model/index.ts';
import { serverNow } from '../../state/clock.ts';
import type { NotDone } from '../../state/saving.ts';
import type { RecordWritten } from '../../state/session.ts';
import { notify } from '../notify.ts';
import { notifyWritten } from '../register/notify-written.ts';
import { notWritten, writeRecord } from '../register/write-record.ts';

interface SaidDepth {
  depthMin: Meters | null;
  depthMax: Meters | null;
}

/** null = the server has taken it; else why not. Nothing of what was typed is lost: the form keeps it. */
export type AreaRefused = NotDone | null;

async function write<K extends 'hazard' | 'incident'>(
  kind: K,
  before: RecordOf[K],
  columns: Readonly<Record<string, unknown>>,
  what: RecordWritten,
): Promise<AreaRefused> {
  const result = await writeRecord({ kind, id: before.id, before, columns });
  if (result.tag !== 'ok') return notWritten(result);
  notifyWritten(what, nameOf(kind, result.record), result);
  return null;
}

/** From now on (or as before, when it is active already), until a stated time or until somebody ends it. */
export function activateHazard(
  hazard: Hazard,
  { depthMin, depthMax, until, begun }: SaidDepth & { until: Instant | null; begun: boolean },
): Promise<AreaRefused> {
  const columns = {
    active_from: begun ? hazard.activeFrom : new Date(serverNow()).toISOString(),
    active_until: until,
    depth_min_m: depthMin,
    depth_max_m: depthMax,
  };
  return write('hazard', hazard, columns, begun ? 'area-changed' : 'activated');
}

/** It is over, now. Since when and how deep the water was stay written; what never began is taken back. */
export async function endHazard(hazard: Hazard): Promise<void> {
  const now = serverNow();
  const began = hazard.activeFrom !== null && Date.parse(hazard.activeFrom) < now;
  const columns = began
    ? { active_until: new Date(now).toISOString() }
    : { active_from: null, active_until: null };
  const refused = await write('hazard', hazard, columns, 'ended');
  if (refused !== null) notify({ tag: 'not-done', reason: refused });
}

export const setIncidentArea = (
  incident: Incident,
  { radius, depthMin, depthMax }: SaidDepth & { radius: Meters | null },
): Promise<AreaRefused> =>
  write(
    'incident',
    incident,
    { area_radius_m: radius, depth_min_m: depthMin, depth_max_m: depthMax },
    'area-changed',
  );
