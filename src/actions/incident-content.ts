import type { IncidentContent } from '../backend/index.ts';
import { districtAt } from '../core/districts/district-at.ts';
import type { EventKind, Incident } from '../core/model/index.ts';
import { useRecords } from '../state/records.ts';
import { useSession } from '../state/session.ts';
import type { IncidentDraft } from '../state/session.ts';

/** A draft that says all an incident must have. */
export type ReadyDraft = IncidentDraft & { kind: EventKind };

/** What is sent when a draft is saved; the district is the smallest one that holds the place. */
export function contentOf(draft: ReadyDraft): IncidentContent {
  const { auth } = useSession.getState();
  const account = auth.tag === 'signed-in' ? auth.account : null;
  const districts = useRecords.getState().tables.district;
  const within = districtAt(draft.place, districts.values());
  return {
    districtCode: within?.code ?? draft.base?.districtCode ?? account?.districtCode ?? '',
    title: draft.title.trim(),
    class: draft.class,
    kind: draft.kind,
    level: draft.level,
    occurredAt: draft.occurredAt,
    note: draft.note.trim() === '' ? null : draft.note.trim(),
    place: draft.place,
    source: draft.base?.source ?? account?.displayName ?? '',
  };
}

const PLACE_TOLERANCE_DEG = 1e-7;

/** Whether a stored incident already says what would be sent (a save whose answer was lost on the way). */
export function saysTheSame(stored: Incident, content: IncidentContent): boolean {
  const near = (a: number | null, b: number) => a !== null && Math.abs(a - b) < PLACE_TOLERANCE_DEG;
  return (
    stored.title === content.title &&
    stored.class === content.class &&
    stored.kind === content.kind &&
    stored.level === content.level &&
    (stored.note ?? null) === content.note &&
    Date.parse(stored.occurredAt) === Date.parse(content.occurredAt) &&
    near(stored.lng, content.place[0]) &&
    near(stored.lat, content.place[1])
  );
}
