import { useRegister } from '../../state/register.ts';
import { isRegisterKind, openRecord } from '../register/open-table.ts';
import { useSession } from '../../state/session.ts';
import type { Mode } from '../../state/session.ts';

/** Change the way of working. What is selected, marked or half written stays. */
export function setMode(mode: Mode): void {
  useSession.setState({ mode });
  useRegister.setState({ drawing: null });
  const { selection } = useSession.getState();
  if (mode === 'records' && selection !== null && isRegisterKind(selection.kind))
    openRecord(selection.kind, selection.id);
}
