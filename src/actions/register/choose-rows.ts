import { useRegister } from '../../state/register.ts';

/** Choose or let go of rows for a change of many. */
export function chooseRows(ids: readonly string[], choose: boolean): void {
  useRegister.setState(({ chosen, task }) => {
    const next = new Set(chosen);
    for (const id of ids) {
      if (choose) next.add(id);
      else next.delete(id);
    }
    return { chosen: next, task: next.size === 0 && task === 'bulk' ? 'record' : task };
  });
}

export function letGoOfRows(): void {
  useRegister.setState(({ task }) => ({
    chosen: new Set(),
    task: task === 'bulk' ? 'record' : task,
  }));
}
