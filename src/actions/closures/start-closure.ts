import { newId } from '../../core/new-id.ts';
import { useRegister } from '../../state/register.ts';
import type { DrawTool } from '../../state/register.ts';
import { useSession } from '../../state/session.ts';
import { startDrawing } from '../register/draw-place.ts';

/** Begin a closure: the map takes its place first, the words come after. Nothing is kept if the map is left without one. */
export function startClosure(tool: Exclude<DrawTool, 'change'>): void {
  const { focus } = useSession.getState();
  if (focus.tag === 'placing')
    useSession.setState({
      focus: focus.draft === null ? { tag: 'none' } : { tag: 'draft', draft: focus.draft },
    });
  useRegister.setState({ drawing: null });
  startDrawing('closure', newId(), tool);
}
