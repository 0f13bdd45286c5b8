import { useSession } from '../state/session.ts';

/** The next click on the map (or Enter on its cross) is the place: of a new incident, or of the draft in hand. */
export function startPlacing(): void {
  const { focus } = useSession.getState();
  if (focus.tag === 'placing') return;
  const draft = focus.tag === 'draft' ? focus.draft : null;
  useSession.setState({ focus: { tag: 'placing', draft }, sheetOpen: false });
}

/** Leave placing without a place; a draft that was being moved stays where it was. */
export function cancelPlacing(): void {
  const { focus } = useSession.getState();
  if (focus.tag !== 'placing') return;
  useSession.setState({ focus: focus.draft === null ? { tag: 'none' } : { tag: 'draft', draft: focus.draft } });
}
