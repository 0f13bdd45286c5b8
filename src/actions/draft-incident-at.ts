import { newId } from '../core/new-id.ts';
import type { LngLat } from '../core/model/index.ts';
import { serverNow } from '../state/clock.ts';
import { useSession } from '../state/session.ts';
import type { IncidentDraft } from '../state/session.ts';

/** An incident nobody has described yet: now, of no kind, no level. */
export const freshDraft = (place: LngLat): IncidentDraft => ({
  id: newId(),
  base: null,
  place,
  title: '',
  class: 'natural',
  kind: null,
  level: null,
  occurredAt: new Date(serverNow()).toISOString(),
  note: '',
});

/**
 * Mark an incident at a place (WGS-84, [lng, lat]): the answer for it appears at once, saving comes later. A draft in
 * hand moves there and keeps what was written.
 */
export function draftIncidentAt(place: LngLat, title = ''): void {
  const { focus } = useSession.getState();
  const inHand = focus.tag === 'draft' || focus.tag === 'placing' ? focus.draft : null;
  const draft = inHand === null ? { ...freshDraft(place), title } : { ...inHand, place };
  useSession.setState({ focus: { tag: 'draft', draft }, save: { tag: 'editing' }, selection: null, sheetOpen: true });
}
