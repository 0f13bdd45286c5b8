import { backend } from '../../backend/index.ts';
import type { RecordOf } from '../../core/model/index.ts';
import type { RegisterKind } from '../../core/schema/index.ts';
import { keyOf } from '../../state/records.ts';
import { useRegister } from '../../state/register.ts';
import { newestWins } from '../newest-wins.ts';

type Loaded = Extract<ReturnType<typeof useRegister.getState>['archived'], { tag: 'loaded' }>;

const loading = newestWins();

/**
 * Fetch the archived records of a kind: they are not kept current, so they are asked for when somebody looks. The table
 * fills page by page, the last archived first.
 */
export async function loadArchived(kind: RegisterKind): Promise<void> {
  const overtaken = loading.begin();
  useRegister.setState({ archived: { tag: 'loading', kind } });
  const show = (
    records: readonly RecordOf[RegisterKind][],
    total: number,
    rest: Loaded['rest'],
  ): void => {
    if (overtaken()) return;
    const rows = new Map(records.map((record) => [keyOf(kind, record), record]));
    useRegister.setState({ archived: { tag: 'loaded', kind, rows, total, rest } });
  };
  let had: { records: readonly RecordOf[RegisterKind][]; total: number } | null = null;
  const result = await backend().archivedRecords(kind, (records, total) => {
    had = { records, total };
    show(records, total, 'coming');
  });
  const last = had as { records: readonly RecordOf[RegisterKind][]; total: number } | null;
  if (result.tag === 'ok') show(result.value, result.value.length, 'none');
  else if (last !== null) show(last.records, last.total, 'failed');
  else if (!overtaken()) useRegister.setState({ archived: { tag: 'failed', kind } });
}
