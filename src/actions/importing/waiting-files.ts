/** Files given together that wait for their turn; the state holds their names. */
import { useImport } from '../../state/import.ts';

let waiting: readonly File[] = [];

export const waitingFiles = (): readonly File[] => waiting;

export function setWaiting(files: readonly File[]): void {
  waiting = files;
  useImport.setState({ queue: files.map(({ name }) => name) });
}

const byName = new Intl.Collator('zh', { numeric: true });

/** As a person numbers the files of a folder: 2 before 10. */
export const inOrder = (files: readonly File[]): File[] =>
  [...files].sort((a, b) =>
    byName.compare(a.webkitRelativePath || a.name, b.webkitRelativePath || b.name),
  );
