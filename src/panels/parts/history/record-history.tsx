import { REMEMBERED_KINDS } from '../../../core/model/index.ts';
import type { RecordKind, RecordOf, RememberedKind } from '../../../core/model/index.ts';
import { mayChange } from '../../../core/rights/records.ts';
import { REGISTER_KINDS } from '../../../core/schema/index.ts';
import type { RegisterKind } from '../../../core/schema/index.ts';
import { useRole } from '../../../state/role.ts';
import { HistorySection } from './history-section.tsx';

const isRemembered = (kind: RecordKind): kind is RememberedKind =>
  (REMEMBERED_KINDS as readonly string[]).includes(kind);

interface RecordHistoryProps {
  kind: RecordKind;
  record: RecordOf[RecordKind];
  now: number;
}

/** What a record said before, and the way back. */
export function RecordHistory({ kind, record, now }: RecordHistoryProps) {
  const role = useRole();
  if (!isRemembered(kind) || !('id' in record)) return null;
  const isRegister = (REGISTER_KINDS as readonly string[]).includes(kind);
  const canRestore = isRegister && mayChange(role, kind as RegisterKind) === 'all';
  return <HistorySection kind={kind} id={record.id} now={now} canRestore={canRestore} />;
}
