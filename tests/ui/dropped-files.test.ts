/** A dropped folder gives the files in it, without what systems leave there. */
import { describe, expect, it } from 'vitest';
import { droppedFiles } from '../../src/ui/dropped-files.ts';

const fileEntry = (name: string): object => ({
  name,
  isFile: true,
  isDirectory: false,
  file: (done: (file: File) => void) => done(new File(['x'], name)),
});

/** A folder that hands its entries over two at a time, as browsers do by hundreds. */
const folderEntry = (name: string, entries: readonly object[]): object => ({
  name,
  isFile: false,
  isDirectory: true,
  createReader: () => {
    let at = 0;
    return {
      readEntries: (done: (some: readonly object[]) => void) => done(entries.slice(at, (at += 2))),
    };
  },
});

const dropOf = (entries: readonly object[], files: readonly File[] = []): DataTransfer =>
  ({
    items: entries.map((entry) => ({ webkitGetAsEntry: () => entry })),
    files,
  }) as unknown as DataTransfer;

const namesOf = async (drop: DataTransfer): Promise<string[]> =>
  (await droppedFiles(drop)).map(({ name }) => name);

describe('a drop', () => {
  it('of a folder gives all that lies in it and below', async () => {
    const county = folderEntry('县', [
      fileEntry('1.xlsx'),
      fileEntry('~$1.xlsx'),
      folderEntry('乡', [fileEntry('2.csv'), fileEntry('Thumbs.db'), fileEntry('3.csv')]),
      folderEntry('.git', [fileEntry('config.csv')]),
      fileEntry('.DS_Store'),
      fileEntry('4.xls'),
    ]);
    expect(await namesOf(dropOf([county, fileEntry('5.csv')]))).toEqual([
      '1.xlsx',
      '2.csv',
      '3.csv',
      '4.xls',
      '5.csv',
    ]);
  });

  it('of files gives them as they are', async () => {
    const files = [new File(['x'], '.hidden.csv'), new File(['x'], 'b.csv')];
    expect(await namesOf(dropOf([fileEntry('.hidden.csv'), fileEntry('b.csv')], files))).toEqual([
      '.hidden.csv',
      'b.csv',
    ]);
  });
});
