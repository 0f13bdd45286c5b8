import { backend } from '../../backend/index.ts';
import type { RegisterKind } from '../../core/schema/index.ts';
import { useRegister } from '../../state/register.ts';

/** Fetch the archived records of a kind: they are not kept current, so they are asked for when somebody looks. */
export async function loadArchived(kind: RegisterKind): Promise<void> {
  useRegister.setState({ archived: { tag: 'loading', kind } });
  const result = await backend().archivedRecords(kind);
  const { archived } = useRegister.getState();
  if (archived.tag !== 'loading' || archived.kind !== kind) return;
  if (result.tag !== 'ok') {
    useRegister.setState({ archived: { tag: 'failed', kind } });
    return;
  }
  const rows = new Map(result.value.map((record) => [record.id, record]));
  useRegister.setState({ archived: { tag: 'loaded', kind, rows } });
}
