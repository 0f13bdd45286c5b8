import { newId } from '../core/new-id.ts';
import type { LngLat } from '../core/model/index.ts';
import { serverNow } from '../state/clock.ts';
import { laidAside } from '../state/drafts.ts';
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
 * Mark an incident at a place (WGS-84, [lng, lat]): the answer for it appears at once, saving comes later. It is
 * another incident than the one in hand, which is laid aside unsaved; only a draft whose place is being picked moves.
 */
export function draftIncidentAt(place: LngLat, title = ''): void {
  const now = useSession.getState();
  const { focus } = now;
  const moving = focus.tag === 'placing' && focus.moves ? focus.draft : null;
  useSession.setState({
    focus: {
      tag: 'draft',
      draft: moving === null ? { ...freshDraft(place), title } : { ...moving, place },
    },
    // A move leaves the save of the draft as it stands: a conflict is not settled by it.
    ...(moving === null ? { save: { tag: 'editing' }, otherDrafts: laidAside(now) } : {}),
    selection: null,
    sheetOpen: true,
  });
}
