import type { ImportSettings } from '../../core/import/session/types.ts';
import { fitJoin } from '../../core/import/join/kept-join.ts';
import type { KeptJoin } from '../../core/import/join/kept-join.ts';
import { useImport } from '../../state/import.ts';
import { PortClosed } from '../../workers/port.ts';
import { importContext } from './import-context.ts';
import { importSession, fileInHand, openImportSession } from './import-worker.ts';
import { changeImport } from './read-import.ts';

/** Columns of a file that came with the one in hand; none when the reading was stopped; null = it is no table. */
export async function columnsOfOther(name: string): Promise<readonly string[] | null> {
  try {
    return await importSession().call('columnsOfOther', [name]);
  } catch (error) {
    return error instanceof PortClosed ? [] : null;
  }
}

type Fitted = Required<Pick<ImportSettings, 'join' | 'columns'>>;

/** How a kept join applies to one of the files beside; null = it is another table. */
async function fitTo(kept: KeptJoin, file: string): Promise<Fitted | null> {
  const { understood } = useImport.getState();
  const titles = await columnsOfOther(file);
  if (understood === null || titles === null) return null;
  const fitted = fitJoin(kept, understood.columns.filter(({ joined }) => !joined).length, titles);
  return fitted === null ? null : { join: { file, key: fitted.key }, columns: fitted.columns };
}

/**
 * The file beside that a kept join means: the one of its name, or else one with all the columns that were used.
 * @returns null when it is not there
 */
export async function fitOtherFile(kept: KeptJoin): Promise<Fitted | null> {
  const others = useImport.getState().file?.others ?? [];
  const inOrder = [
    ...others.filter((name) => name === kept.file),
    ...others.filter((name) => name !== kept.file),
  ];
  for (const name of inOrder) {
    const fitted = await fitTo(kept, name);
    if (fitted === null) continue;
    if (name === kept.file || Object.keys(fitted.columns).length === kept.columns.length)
      return fitted;
  }
  return null;
}

/** What changes with a file that was given: it is the one a kept reading waits for, or one read before is replaced. */
async function changeWith(name: string): Promise<Partial<ImportSettings>> {
  const { awaited, settings } = useImport.getState();
  if (awaited === null) return settings.join?.file === name ? { join: null } : {};
  const fitted = await fitTo(awaited.join, name);
  useImport.setState({ awaited: fitted === null ? { ...awaited, refused: name } : null });
  return fitted === null
    ? {}
    : { join: fitted.join, columns: { ...settings.columns, ...fitted.columns } };
}

/** Give another file to the one in hand, so that its columns can be joined. */
async function addOtherFile(file: File): Promise<void> {
  const given = fileInHand();
  const { file: info, settings } = useImport.getState();
  if (given === null || info === null || info.name === file.name) return;
  const others = [...given.others.filter(({ name }) => name !== file.name), file];
  await openImportSession({ ...given, others }, importContext(given.file.name, settings.district));
  useImport.setState({ file: { ...info, others: others.map(({ name }) => name) } });
  // The worker is a new one: what is on the screen is read once more, with what was joined so far.
  await changeImport(await changeWith(file.name));
}

/** Give the first of some files to the one in hand. */
export function addFirst([file]: readonly File[]): void {
  if (file !== undefined) void addOtherFile(file);
}

/** Join the columns of a file by one of them; null = join nothing. Columns said so far keep their places. */
export function joinFile(file: string, key: string | null): Promise<void> {
  useImport.setState({ awaited: null });
  return changeImport({ join: key === null ? null : { file, key } });
}

/** Read on without the table that a kept reading joins. */
export function forgoJoin(): void {
  useImport.setState({ awaited: null });
}
