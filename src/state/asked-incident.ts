/** The incident in question, whatever it is kept as. */
import { useMemo } from 'react';
import type {
  EventClass,
  EventKind,
  Incident,
  Instant,
  Level,
  LngLat,
} from '../core/model/index.ts';
import { draftInHand } from './drafts.ts';
import { useRecord, useRecords } from './records.ts';
import { useSession } from './session.ts';
import type { IncidentDraft } from './session.ts';

/** The incident the question is asked for: a draft in hand, or a saved one. */
export interface AskedIncident {
  /** The same before and after it is saved. */
  id: string;
  place: LngLat;
  title: string;
  class: EventClass;
  /** null = a draft of which nobody has said what it is. */
  kind: EventKind | null;
  level: Level | null;
  occurredAt: Instant;
  note: string;
  /** As the server holds it; null = not saved yet. */
  saved: Incident | null;
}

/** What is asked about, or null: nothing is, or the saved incident has no place. */
export function askedOf(draft: IncidentDraft | null, saved: Incident | null): AskedIncident | null {
  if (draft !== null) {
    const { id, place, title, class: eventClass, kind, level, occurredAt, note } = draft;
    return {
      id,
      place,
      title,
      class: eventClass,
      kind,
      level,
      occurredAt,
      note,
      saved: draft.base,
    };
  }
  if (saved === null || saved.lng === null || saved.lat === null) return null;
  const { id, title, class: eventClass, kind, level, occurredAt, note } = saved;
  return {
    id,
    place: [saved.lng, saved.lat],
    title,
    class: eventClass,
    kind,
    level,
    occurredAt,
    note: note ?? '',
    saved,
  };
}

/** As it stands now, for whoever is no component. */
export function askedIncident(): AskedIncident | null {
  const { focus } = useSession.getState();
  const { incident } = useRecords.getState().tables;
  return askedOf(
    draftInHand(focus),
    focus.tag === 'saved' ? (incident.get(focus.id) ?? null) : null,
  );
}

export function useAskedIncident(): AskedIncident | null {
  const focus = useSession((state) => state.focus);
  const saved = useRecord('incident', focus.tag === 'saved' ? focus.id : null);
  return useMemo(() => askedOf(draftInHand(focus), saved), [focus, saved]);
}
