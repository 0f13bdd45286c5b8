import type { RegisterKind } from '../../../core/schema/index.ts';
import type { TableView } from '../../../state/register.ts';
import type { AnyRecord, RegisterColumn } from './columns.ts';

export interface RecordTableProps {
  kind: RegisterKind;
  columns: readonly RegisterColumn[];
  rows: readonly AnyRecord[];
  view: TableView;
  /** Whether rows can be chosen for a change of many. */
  choosing: boolean;
  chosen: ReadonlySet<string>;
  /** Ids of rows with something unsaved in them. */
  unsaved: ReadonlySet<string>;
  openId: string | null;
  onOpen: (id: string) => void;
  onChoose: (ids: readonly string[], choose: boolean) => void;
  onSort: (column: string) => void;
  onFilter: (column: string, filter: string) => void;
  /** Rows in which filters are typed stand under the head. */
  filtersOpen: boolean;
}
