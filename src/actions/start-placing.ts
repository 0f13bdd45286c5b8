import { draftInHand } from '../state/drafts.ts';
import { useSession } from '../state/session.ts';

/** The next click on the map (or Enter on its cross) is the place of a new incident. */
export const startPlacing = (): void => place(false);

/** The next click on the map (or Enter on its cross) is the new place of the draft in hand. */
export const startMoving = (): void => place(true);

function place(moves: boolean): void {
  const { focus } = useSession.getState();
  if (focus.tag === 'placing') return;
  const draft = draftInHand(focus);
  useSession.setState({
    focus: { tag: 'placing', draft, moves: moves && draft !== null },
    sheetOpen: false,
  });
}

/** Leave placing without a place; the draft in hand stays where it was. */
export function cancelPlacing(): void {
  const { focus } = useSession.getState();
  if (focus.tag !== 'placing') return;
  useSession.setState({
    focus: focus.draft === null ? { tag: 'none' } : { tag: 'draft', draft: focus.draft },
  });
}
