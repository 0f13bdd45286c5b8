import { useSession } from '../state/session.ts';

/** Let go of the draft in hand: back to the incident it changed, or to none. */
export function discardDraft(): void {
  const { focus } = useSession.getState();
  if (focus.tag !== 'draft' && focus.tag !== 'placing') return;
  const base = focus.draft?.base ?? null;
  useSession.setState({
    focus: base === null ? { tag: 'none' } : { tag: 'saved', id: base.id },
    save: { tag: 'editing' },
  });
}
