/** Bytes to rows, whatever the format: the one place that chooses the reader. */
import { FileFailure } from './failure.ts';
import { freshBudget } from './archive/zip.ts';
import type { Budget } from './archive/zip.ts';
import { openArchive } from './archive/open-archive.ts';
import { decodeText } from './encoding/decode.ts';
import { kindOfFile } from './file-kind.ts';
import type { FileKind } from './file-kind.ts';
import { openRows } from './read-rows.ts';
import type { OpenedFile, ReadOptions, RowSource } from './row-source.ts';
import { openDbf } from './shapes/dbf-rows.ts';
import { openFlatGeobuf } from './shapes/flatgeobuf.ts';
import { openGeoPackage } from './shapes/geopackage.ts';
import { openShapefile } from './shapes/shapefile.ts';
import { openSheet } from './sheets/open-sheet.ts';
import { openXls } from './sheets/xls.ts';
import { asStream, peek, wholeBytes } from './whole-bytes.ts';
import { openXmlFile } from './xml/open-xml.ts';

/** Enough to see what a file is. */
const HEAD = 512;

/** Text of the first lines as the importer's column titles, for the choice between encodings. */
const knownWords =
  ({ knownTitles }: ReadOptions) =>
  (text: string): number =>
    knownTitles(
      text
        .split('\n')
        .slice(0, 3)
        .flatMap((line) => line.split(/[,\t;|"]/)),
    );

async function openText(
  input: AsyncIterable<Uint8Array>,
  options: ReadOptions,
): Promise<OpenedFile> {
  const { encoding, sure, seems, text } = await decodeText(
    input,
    options.encoding,
    knownWords(options),
    options.onBytes,
  );
  return { source: await openRows(text, options), encoding, sure, seems };
}

const certain = (source: RowSource, encoding = 'utf-8'): OpenedFile => ({
  source,
  encoding,
  sure: true,
});

/** A file held in memory, of a kind that is not text. */
async function openBinary(
  kind: FileKind,
  bytes: Uint8Array,
  options: ReadOptions,
  budget: Budget,
  depth: number,
): Promise<OpenedFile> {
  switch (kind) {
    case 'zip':
      return openArchive(bytes, options, budget, depth, openBytes);
    case 'ole':
      return certain(await openSheet(await openXls(bytes), options));
    case 'sqlite':
      return certain(await openGeoPackage(bytes, options));
    case 'shp':
      return openShapefile(bytes, options);
    case 'dbf':
      return openDbf(bytes, options);
    case 'flatgeobuf':
      return certain(openFlatGeobuf(bytes));
    default:
      return openXmlFile(bytes, options);
  }
}

/** A file that came out of an archive. */
async function openBytes(
  bytes: Uint8Array,
  options: ReadOptions,
  budget: Budget,
  depth: number,
): Promise<OpenedFile> {
  const kind = kindOfFile(bytes.subarray(0, HEAD), options.fileName);
  return kind === 'text'
    ? openText(asStream(bytes), options)
    : openBinary(kind, bytes, options, budget, depth);
}

/**
 * What a reader throws, as a refusal. Readers of bytes find out about damage by reading beyond the end, which is a
 * RangeError; libraries are asked under guards of their own. Anything else is a mistake of this program, and says so.
 */
export function asFailure(error: unknown): FileFailure {
  if (error instanceof FileFailure) return error;
  if (error instanceof RangeError) return new FileFailure('file_damaged', {}, error);
  const reason = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  const where =
    error instanceof Error
      ? (error.stack?.split('\n').find((line) => /[:@]\d+/.test(line)) ?? '')
      : '';
  return new FileFailure(
    'reader_failed',
    { error: `${reason} ${where.trim()}`.trim().slice(0, 300) },
    error,
  );
}

async function* guarded<T>(batches: AsyncIterable<T>): AsyncGenerator<T> {
  try {
    yield* batches;
  } catch (error) {
    throw asFailure(error);
  }
}

/** Decide what a file is by how it begins, and read it. @throws FileFailure */
export async function openFile(
  input: AsyncIterable<Uint8Array>,
  options: ReadOptions,
): Promise<OpenedFile> {
  const { head, all } = await peek(input, HEAD);
  const kind = kindOfFile(head, options.fileName);
  if (kind === 'text') return openText(all, options);
  try {
    const opened = await openBinary(
      kind,
      await wholeBytes(all, options.onBytes),
      options,
      freshBudget(),
      1,
    );
    Object.assign(opened.source, { batches: guarded(opened.source.batches) });
    return opened;
  } catch (error) {
    throw asFailure(error);
  }
}
