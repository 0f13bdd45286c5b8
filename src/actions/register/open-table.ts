import type { RecordKind } from '../../core/model/index.ts';
import { TABLE_KINDS } from '../../core/schema/index.ts';
import type { RegisterKind } from '../../core/schema/index.ts';
import { useRecords } from '../../state/records.ts';
import { useRegister } from '../../state/register.ts';
import { useSession } from '../../state/session.ts';
import { focusPlace } from '../focus-place.ts';
import { loadArchived } from './load-archived.ts';

export const isRegisterKind = (kind: RecordKind): kind is RegisterKind =>
  (TABLE_KINDS as readonly RecordKind[]).includes(kind);

/** Open the table of a kind; chosen rows belong to the table that was left. */
export function openTable(kind: RegisterKind): void {
  const { kind: before, views } = useRegister.getState();
  if (before !== kind)
    useRegister.setState({ kind, chosen: new Set(), drawing: null, task: 'record' });
  if (useSession.getState().selection !== null) useSession.setState({ selection: null });
  if (views[kind].archived) void loadArchived(kind);
}

/** Open a record beside its table. On a phone its form covers the table. */
export function openRecord(kind: RegisterKind, id: string): void {
  useRegister.setState((state) => ({
    // Districts have no table here.
    kind: kind === 'district' ? state.kind : kind,
    task: 'record',
    drawing: null,
    chosen: state.kind === kind ? state.chosen : new Set(),
  }));
  useSession.setState({ selection: { kind, id }, sheetOpen: true });
  const { archived } = useRegister.getState();
  const aside =
    archived.tag === 'loaded' && archived.kind === kind ? archived.rows.get(id) : undefined;
  const record = useRecords.getState().tables[kind].get(id) ?? aside;
  if (record !== undefined && 'lng' in record && record.lng !== null && record.lat !== null)
    focusPlace([record.lng, record.lat]);
}

/** Put the record aside. What was written in it stays in hand. */
export function closeRecord(): void {
  useRegister.setState({ drawing: null });
  useSession.setState({ selection: null });
}
