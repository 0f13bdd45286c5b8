import { draftInHand, laidAside } from '../state/drafts.ts';
import { useSession } from '../state/session.ts';
import type { HeldDraft } from '../state/session.ts';

/** Put a draft into the form; the one that was there is laid aside. */
export function putInHand({ draft, save }: HeldDraft): void {
  useSession.setState((now) => ({
    focus: { tag: 'draft', draft },
    save,
    otherDrafts: laidAside(now).filter((held) => held.draft.id !== draft.id),
    selection: null,
    sheetOpen: true,
  }));
}

/** Go on with an unsaved incident that was laid aside: the answer and the map follow it. */
export function takeUpDraft(id: string): void {
  const held = useSession.getState().otherDrafts.find(({ draft }) => draft.id === id);
  if (held === undefined) return;
  putInHand(held);
  useSession.setState({ flyTo: { place: held.draft.place, zoom: null, withAnswer: true } });
}

/** Leave the question: the draft in hand stays among the unsaved ones. */
export function layDraftAside(): void {
  useSession.setState((now) => ({
    focus: { tag: 'none' },
    save: { tag: 'editing' },
    otherDrafts: laidAside(now),
  }));
}

/** Take a drag back: the draft stands again where it was, in hand or not. */
export function moveDraftBack(id: string, from: HeldDraft['draft']['place']): void {
  const { focus, otherDrafts } = useSession.getState();
  const draft = draftInHand(focus);
  if (focus.tag !== 'none' && focus.tag !== 'saved' && draft?.id === id)
    useSession.setState({ focus: { tag: 'draft', draft: { ...draft, place: from } } });
  else
    useSession.setState({
      otherDrafts: otherDrafts.map((held) =>
        held.draft.id === id ? { ...held, draft: { ...held.draft, place: from } } : held,
      ),
    });
}
