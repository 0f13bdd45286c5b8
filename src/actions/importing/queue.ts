import { useImport } from '../../state/import.ts';
import type { FileOutcome } from '../../state/import.ts';
import { dropImport } from './open-import.ts';
import { chooseImportFiles } from './read-import.ts';
import { rejectsInHand } from './save-rejects.ts';
import { setWaiting, waitingFiles } from './waiting-files.ts';

/** Take the file that waits first, with what belongs to it. */
export async function takeNext(): Promise<void> {
  const files = waitingFiles();
  setWaiting([]);
  await chooseImportFiles(files);
}

/** On to the next file, or to the account of all. */
async function goOn(): Promise<void> {
  if (waitingFiles().length > 0) return takeNext();
  const { outcomes } = useImport.getState();
  dropImport();
  useImport.setState({ outcomes });
}

/** Files whose columns came in with the one in hand have had their turn. */
function joinedOutcomes(): FileOutcome[] {
  const { settings, file } = useImport.getState();
  const joined = waitingFiles().find(({ name }) => name === settings.join?.file);
  if (joined === undefined) return [];
  setWaiting(waitingFiles().filter((one) => one !== joined));
  return [
    {
      file: joined.name,
      how: 'joined',
      to: file?.name ?? '',
      kind: null,
      totals: null,
      rejects: null,
    },
  ];
}

/**
 * The file in hand is dealt with: what became of it is kept for the account of the folder, and the next one is taken.
 * A file that came alone has its own last screen.
 */
export async function endFile(how: 'written' | 'unchanged'): Promise<void> {
  const { file, understood, difference, queue, outcomes } = useImport.getState();
  if (file === null || (queue.length === 0 && outcomes.length === 0)) return;
  const totals = difference?.totals ?? null;
  const left = totals === null ? 0 : totals.rejected + totals.duplicates;
  const rejects = left > 0 ? await rejectsInHand() : null;
  const outcome: FileOutcome = {
    file: file.name,
    how,
    to: null,
    kind: understood?.kind ?? null,
    totals,
    rejects,
  };
  useImport.setState({ outcomes: [...outcomes, outcome, ...joinedOutcomes()] });
}

/** Nothing of the file in hand is taken; the next one is. */
export async function skipFile(): Promise<void> {
  const { file, understood, outcomes } = useImport.getState();
  if (file !== null)
    useImport.setState({
      outcomes: [
        ...outcomes,
        {
          file: file.name,
          how: 'skipped',
          to: null,
          kind: understood?.kind ?? null,
          totals: null,
          rejects: null,
        },
      ],
    });
  return goOn();
}

/** Nothing of this file changes the register: on to the next, or to the account of all. */
export async function passFile(): Promise<void> {
  await endFile('unchanged');
  return goOn();
}

/** The files that wait are not wanted after all. */
export function dropQueue(): void {
  setWaiting([]);
}
