import { useRegister } from '../../state/register.ts';
import type { RegisterTask } from '../../state/register.ts';
import { useSession } from '../../state/session.ts';

/** Let the panel beside the table do something with many records, or go back to the one that is open. */
export function showTask(task: RegisterTask): void {
  useRegister.setState({ task, drawing: null });
  if (task !== 'record') useSession.setState({ selection: null, sheetOpen: true });
}
