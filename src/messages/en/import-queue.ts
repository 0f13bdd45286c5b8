import type { Translation } from '../shape.ts';
import type { importQueue as zh } from '../zh-CN/import-queue.ts';

export const importQueue: Translation<typeof zh> = {
  label: 'Files given together',
  at: 'File {{at}} of {{all}}',
  waiting: '{{count}} {{count, plural(one: file is waiting; many: files are waiting)}}',
  list: 'Waiting files',
  next: 'Take the next file',
  andNext: '{{text}} and take the next file',
  skip: 'Skip this file',
  skipLast: 'Do not import this file',
  nothingNext: 'Nothing to write: take the next file',
  nothingLast: 'Nothing to write: show the results of all files',
  drop: 'Do not import the other files',
  last: '{{file}}: {{what}}',
  written:
    'written, {{created}} new, {{changed}} changed, {{left}} {{left, plural(one: row; many: rows)}} not imported',
  unchanged: 'nothing to write, {{left}} {{left, plural(one: row; many: rows)}} not imported',
  skipped: 'skipped, nothing was written',
  joined: 'its columns were imported with {{file}}',
  account: 'Results for these files',
  sums: '{{count}} {{count, plural(one: file; many: files)}} in total',
  column: {
    file: 'File',
    kind: 'Kind',
    read: 'Read',
    accepted: 'Accepted',
    unchanged: 'Unchanged',
    duplicates: 'Repeated',
    rejected: 'Rejected',
    how: 'Result',
  },
  did: {
    written: 'written',
    unchanged: 'nothing to write',
    skipped: 'skipped',
    joined: 'joined to {{file}}',
  },
  rejects:
    'Save the {{count}} {{count, plural(one: row that was; many: rows that were)}} not imported',
  rejectsOf:
    'Save the {{count}} {{count, plural(one: row; many: rows)}} of {{file}} that could not be imported',
  folder: 'Choose a whole folder',
  others: '{{count}} {{count, plural(one: file; many: files)}} given with it can be joined as well',
};
