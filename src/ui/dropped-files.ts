/** The files of a drop, those of dropped folders among them. */

/** Folders in folders are followed so deep. */
const DEEPEST = 8;

/** What systems and offices leave in folders beside the files: hidden files, locks of open workbooks, thumbnails. */
const isLeftover = (name: string): boolean =>
  /^(?:\.|~\$)|^(?:thumbs\.db|desktop\.ini)$/i.test(name);

export const withoutLeftovers = (files: readonly File[]): File[] =>
  files.filter(({ name }) => !isLeftover(name));

const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile;
const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory;

const fileOf = (entry: FileSystemFileEntry): Promise<File> =>
  new Promise((resolve, reject) => entry.file(resolve, reject));

/** A reader hands a folder over in portions, and ends with an empty one. */
async function entriesOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    );
    if (some.length === 0) return all;
    all.push(...some);
  }
}

async function within(entry: FileSystemEntry, depth: number): Promise<File[]> {
  if (isFile(entry)) return [await fileOf(entry)];
  if (!isFolder(entry) || depth >= DEEPEST || isLeftover(entry.name)) return [];
  const entries = await entriesOf(entry);
  return (await Promise.all(entries.map((one) => within(one, depth + 1)))).flat();
}

/** Call it while the drop is being told: its items are gone afterwards. */
export async function droppedFiles(drop: DataTransfer): Promise<File[]> {
  const entries = [...drop.items].map((item) => item.webkitGetAsEntry());
  const plain = [...drop.files];
  if (!entries.some((entry) => entry !== null && isFolder(entry))) return plain;
  const found = await Promise.all(entries.map((entry) => (entry === null ? [] : within(entry, 0))));
  return withoutLeftovers(found.flat());
}
