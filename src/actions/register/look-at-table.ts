import type { RegisterKind } from '../../core/schema/index.ts';
import { useRegister } from '../../state/register.ts';
import type { TableView } from '../../state/register.ts';
import { loadArchived } from './load-archived.ts';

/** Look at a table another way: sort, filter, columns, archived or current. */
export function lookAtTable(kind: RegisterKind, change: Partial<TableView>): void {
  const before = useRegister.getState().views[kind];
  const view = { ...before, ...change };
  useRegister.setState(({ views }) => ({ views: { ...views, [kind]: view } }));
  if (view.archived !== before.archived) {
    useRegister.setState({ chosen: new Set() });
    if (view.archived) void loadArchived(kind);
  }
}

/** Sort by a column: upwards, then downwards, then not at all. */
export function sortTable(kind: RegisterKind, column: string): void {
  const { sort } = useRegister.getState().views[kind];
  if (sort?.column !== column) lookAtTable(kind, { sort: { column, down: false } });
  else lookAtTable(kind, { sort: sort.down ? null : { column, down: true } });
}
