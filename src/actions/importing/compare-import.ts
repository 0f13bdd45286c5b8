import { backend, BASE_FEATURES } from '../../backend/index.ts';
import type {
  Decision,
  DifferenceGroup,
  DifferenceRow,
  Understood,
} from '../../core/import/session/types.ts';
import { DIFFERENCE_GROUPS } from '../../core/import/session/types.ts';
import type { RecordKind } from '../../core/model/index.ts';
import type { RegisterKind } from '../../core/schema/index.ts';
import { useImport } from '../../state/import.ts';
import { useRecords } from '../../state/records.ts';
import { PortClosed } from '../../workers/port.ts';
import { synced } from '../start-sync.ts';
import { importContext } from './import-context.ts';
import { importSession, fileInHand, hasImportSession, openImportSession } from './import-worker.ts';

/** Records handed over at once: few enough that the page stays quick, many enough that it is soon done. */
const HANDED = 400;

/** Lets the page draw and answer before going on. */
const breathe = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

async function bring(kind: RecordKind): Promise<void> {
  let rows: object[] = [];
  const hand = async (): Promise<void> => {
    await importSession().call('addStored', [kind, rows, false]);
    rows = [];
    await breathe();
  };
  for (const record of useRecords.getState().tables[kind].values()) {
    rows.push(record);
    if (rows.length >= HANDED) await hand();
  }
  if (rows.length > 0) await hand();
}

/** Archived records too: a row about one of them brings it back, and makes no second one. */
async function bringArchived(kind: RegisterKind): Promise<boolean> {
  const archived = await backend().archivedRecords(kind);
  if (archived.tag !== 'ok') {
    const code = archived.tag === 'refused' ? archived.code : null;
    useImport.setState({
      stage: { tag: 'broken', trouble: { tag: 'server', reason: archived.tag, code } },
    });
    return false;
  }
  for (let at = 0; at < archived.value.length; at += HANDED) {
    await importSession().call('addStored', [kind, archived.value.slice(at, at + HANDED), false]);
    await breathe();
  }
  return true;
}

/** Drawing data: what the console holds of it does not tell one feature from another. */
async function bringBaseFeatures(): Promise<boolean> {
  let after: string | null = null;
  do {
    const page = await backend().baseFeaturesPage(after);
    if (page.tag !== 'ok') {
      const code = page.tag === 'refused' ? page.code : null;
      useImport.setState({
        stage: { tag: 'broken', trouble: { tag: 'server', reason: page.tag, code } },
      });
      return false;
    }
    await importSession().call('addStored', ['base_feature', page.value, false]);
    after = page.value.length < BASE_FEATURES ? null : (page.value.at(-1)?.id ?? null);
  } while (after !== null);
  return true;
}

/** What the register holds of a kind, and what belongs to it. @returns false when it did not come */
async function bringAll({ kind, needs }: Understood): Promise<boolean> {
  if (kind === 'base_feature') return bringBaseFeatures();
  for (const needed of needs) await bring(needed);
  return (await bringArchived(kind)) && (kind !== 'depot' || (await bringArchived('stock_lot')));
}

/** Hold the file against the register as it is now, and show what would change. */
export async function compareImport(): Promise<void> {
  const { understood, settings } = useImport.getState();
  const file = fileInHand();
  if (understood === null || file === null) return;
  useImport.setState({ stage: { tag: 'comparing', progress: null } });
  try {
    // The depots of the file before may be the ones this one speaks of.
    await synced();
    // After a cancelled reading there is no worker; the settings are still those that were understood.
    if (!hasImportSession()) {
      await openImportSession(file, importContext(file.file.name, settings.district));
      await importSession().call('read', [settings]);
    }
    await importSession().call('addStored', [understood.kind, [], true]);
    if (!(await bringAll(understood))) return;
    const difference = await importSession().call('compare', [], (progress) => {
      if (useImport.getState().stage.tag === 'comparing')
        useImport.setState({ stage: { tag: 'comparing', progress } });
    });
    const group = DIFFERENCE_GROUPS.find((one) => difference.groups[one] > 0) ?? 'new';
    useImport.setState(({ revision }) => ({
      stage: { tag: 'difference' },
      difference,
      group,
      revision: revision + 1,
    }));
  } catch (error) {
    if (error instanceof PortClosed) return;
    const message = error instanceof Error ? error.message : String(error);
    useImport.setState({ stage: { tag: 'broken', trouble: { tag: 'worker', message } } });
  }
}

/** Say which depot a name of a stock list stands for; what was decided before is asked anew. */
export async function settleDepot(name: string, depot: string | null): Promise<void> {
  const difference = await importSession().call('settleDepot', [name, depot]);
  const group = DIFFERENCE_GROUPS.find((one) => difference.groups[one] > 0) ?? 'new';
  useImport.setState(({ revision }) => ({ difference, group, revision: revision + 1 }));
}

export function showGroup(group: DifferenceGroup): void {
  useImport.setState({ group });
}

/** Some lines of a group as they stand now. */
export const differenceRows = (
  group: DifferenceGroup,
  from: number,
  count: number,
): Promise<DifferenceRow[]> => importSession().call('rows', [group, from, count]);

/** Accept, leave out, or join to the stored record it resembles: some lines, or a whole group. */
export async function decideImport(
  which: DifferenceGroup | readonly number[],
  decision: Decision,
): Promise<void> {
  const difference = await importSession().call('decide', [which, decision]);
  useImport.setState(({ revision }) => ({ difference, revision: revision + 1 }));
}
