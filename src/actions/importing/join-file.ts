import { useImport } from '../../state/import.ts';
import { PortClosed } from '../../workers/port.ts';
import { importContext } from './import-context.ts';
import { desk, fileInHand, openDesk } from './import-worker.ts';
import { changeImport } from './read-import.ts';

/** Columns of a file that came with the one in hand; none when the reading was stopped; null = it is no table. */
export async function columnsBeside(name: string): Promise<readonly string[] | null> {
  try {
    return await desk().call('columnsBeside', [name]);
  } catch (error) {
    return error instanceof PortClosed ? [] : null;
  }
}

/** Give another file to the one in hand, so that its columns can be joined. */
export async function addBeside(file: File): Promise<void> {
  const given = fileInHand();
  const { file: info, settings } = useImport.getState();
  if (given === null || info === null || info.name === file.name) return;
  const others = [...given.others.filter(({ name }) => name !== file.name), file];
  await openDesk({ ...given, others }, importContext(given.file.name, settings.district));
  useImport.setState({ file: { ...info, others: others.map(({ name }) => name) } });
  // The worker is a new one: what is on the screen is read once more, with what was joined so far.
  await changeImport(settings.join?.file === file.name ? { join: null } : {});
}

/** Join the columns of a file by one of them; null = join nothing. Columns said so far keep their places. */
export const joinFile = (file: string, key: string | null): Promise<void> =>
  changeImport({ join: key === null ? null : { file, key } });
