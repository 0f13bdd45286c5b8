/** Reads a backup from beginning to end, and trusts nothing before it has seen that the end is right. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';
import { Refusal } from '../text.ts';
import { FORMAT, LONGEST_LINE } from './format.ts';
import type { Ending, Heading, RowsLine } from './format.ts';

export interface BackupSummary {
  heading: Heading;
  /** Rows by table. */
  rows: Record<string, number>;
}

type Line = Heading | RowsLine | Ending;

/**
 * Reads the whole file and checks it: order, row counts, checksum.
 * @param each is given every portion of rows in turn; when it does harm that must be undone, the caller sees to that
 * @throws Refusal when the file is not a whole, undamaged backup of a format we know
 */
export async function readBackup(
  path: string,
  each: (line: RowsLine, heading: Heading) => Promise<void> | void = () => undefined,
): Promise<BackupSummary> {
  let heading: Heading | null = null;
  let ending: Ending | null = null;
  const rows: Record<string, number> = {};
  const hash = createHash('sha256');
  for await (const text of linesOf(path)) {
    const line = parse(path, text);
    if (ending) throw broken(path);
    if (!heading) {
      if (!('muster' in line) || line.muster !== 'backup')
        throw new Refusal('tools.backupUnknown', { path });
      if (line.format !== FORMAT) throw new Refusal('tools.backupNewer', { path });
      heading = line;
      for (const { name } of heading.tables) rows[name] = 0;
    } else if ('end' in line) {
      if (hash.copy().digest('hex') !== line.sha256) throw broken(path);
      ending = line;
    } else if ('table' in line && line.table in rows) {
      rows[line.table] = (rows[line.table] ?? 0) + line.rows.length;
      await each(line, heading);
    } else throw broken(path);
    hash.update(`${text}\n`);
  }
  if (!heading || !ending) throw broken(path);
  if (JSON.stringify(ending.rows) !== JSON.stringify(rows)) throw broken(path);
  return { heading, rows };
}

const broken = (path: string): Refusal => new Refusal('tools.backupBroken', { path });

function parse(path: string, text: string): Line {
  try {
    return JSON.parse(text) as Line;
  } catch {
    throw broken(path);
  }
}

async function* linesOf(path: string): AsyncGenerator<string> {
  const source = createReadStream(path);
  const plain = source.pipe(createGunzip());
  source.on('error', (error) => plain.destroy(error));
  let rest: Buffer[] = [];
  let length = 0;
  try {
    for await (const chunk of plain as AsyncIterable<Buffer>) {
      let from = 0;
      for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, from)) {
        rest.push(chunk.subarray(from, at));
        yield Buffer.concat(rest).toString('utf8');
        rest = [];
        length = 0;
        from = at + 1;
      }
      if (from < chunk.length) rest.push(chunk.subarray(from));
      length += chunk.length - from;
      if (length > LONGEST_LINE) throw new Refusal('tools.backupLine', { path });
    }
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'EISDIR') throw new Refusal('tools.backupMissing', { path });
    if (code?.startsWith('Z_') || code === 'ERR_STREAM_PREMATURE_CLOSE') throw broken(path);
    throw error;
  }
  if (rest.length > 0) throw broken(path);
}
