/** What an archive holds, and the one table in it that is read: a spreadsheet, a KMZ, shapefiles, or a file that was packed. */
import { FileFailure } from '../failure.ts';
import { LIMITS } from '../limits.ts';
import { extensionOf } from '../file-kind.ts';
import { indexOfLayer } from '../layers.ts';
import type { OpenedFile, ReadOptions } from '../row-source.ts';
import { openShapefiles } from '../shapes/shapefile-archive.ts';
import { openOds } from '../sheets/ods.ts';
import { openSheet } from '../sheets/open-sheet.ts';
import { openXlsx } from '../sheets/xlsx.ts';
import { openZip } from './zip.ts';
import type { Budget, Zip, ZipEntry } from './zip.ts';

type OpenBytes = (
  bytes: Uint8Array,
  options: ReadOptions,
  budget: Budget,
  depth: number,
) => Promise<OpenedFile>;

/** Files that can be read, most telling first. */
const READABLE = [
  'gpkg',
  'kml',
  'gpx',
  'tcx',
  'fgb',
  'xlsx',
  'xls',
  'ods',
  'geojson',
  'json',
  'csv',
  'tsv',
  'txt',
  'geojsonl',
  'kmz',
  'zip',
  'dbf',
];
const PARTS_OF_SHAPEFILES =
  /\.(shp|shx|dbf|prj|cpg|qpj|sbn|sbx|qix|fix|cst|qmd|ain|aih|atx|shp\.xml)$/i;

const baseName = (name: string): string => name.split('/').at(-1) ?? name;
/** What programs add to archives for themselves. */
const isStray = (name: string): boolean =>
  /(^|\/)__MACOSX\/|(^|\/)(\.[^/.][^/]*|Thumbs\.db|desktop\.ini)$/i.test(name);

/** Open what an archive holds. @throws FileFailure */
export async function openArchive(
  bytes: Uint8Array,
  options: ReadOptions,
  budget: Budget,
  depth: number,
  openBytes: OpenBytes,
): Promise<OpenedFile> {
  if (depth > LIMITS.nesting) throw new FileFailure('archive_too_deep', { limit: LIMITS.nesting });
  const zip = openZip(bytes, budget);
  const names = new Set(zip.entries.map(({ name }) => name.toLowerCase()));
  if (names.has('[content_types].xml'))
    return { source: await openSheet(openXlsx(zip), options), encoding: 'utf-8', sure: true };
  // Newer programs encipher the whole package and leave no content beside it.
  if (names.has('mimetype') && names.has('encrypted-package'))
    throw new FileFailure('workbook_encrypted');
  if (names.has('mimetype') && names.has('content.xml'))
    return {
      source: await openSheet(openOds(odsContent(zip)), options),
      encoding: 'utf-8',
      sure: true,
    };
  const entries = zip.entries.filter(({ name }) => !isStray(name));
  if (entries.some(({ name }) => extensionOf(name) === 'shp'))
    return openShapefiles(zip, entries, options);
  return openPacked(zip, entries, options, (inner, own) =>
    openBytes(inner, own, budget, depth + 1),
  );
}

const readNamed = (zip: Zip, name: string): Uint8Array => {
  const entry = zip.entries.find((one) => one.name.toLowerCase() === name);
  if (entry === undefined) throw new FileFailure('archive_without_data', { names: name });
  return zip.read(entry);
};

/** The content of an OpenDocument spreadsheet. @throws FileFailure workbook_encrypted: its manifest says how it is enciphered */
function odsContent(zip: Zip): Uint8Array {
  const manifest = zip.entries.find(({ name }) => name.toLowerCase() === 'meta-inf/manifest.xml');
  if (manifest !== undefined && holdsText(zip.read(manifest), 'encryption-data'))
    throw new FileFailure('workbook_encrypted');
  return readNamed(zip, 'content.xml');
}

async function openPacked(
  zip: Zip,
  all: readonly ZipEntry[],
  options: ReadOptions,
  openInner: (bytes: Uint8Array, options: ReadOptions) => Promise<OpenedFile>,
): Promise<OpenedFile> {
  const order = ({ name }: ZipEntry): number => READABLE.indexOf(extensionOf(name));
  const entries = all
    .filter((entry) => order(entry) >= 0 && !PARTS_OF_SHAPEFILES.test(entry.name))
    .sort((a, b) => rootFirst(a, b) || order(a) - order(b));
  if (entries.length === 0)
    throw new FileFailure('archive_without_data', {
      names: all
        .map(({ name }) => baseName(name))
        .join('、')
        .slice(0, 200),
    });
  if (entries.length > LIMITS.layers)
    throw new FileFailure('too_many_layers', { count: entries.length, limit: LIMITS.layers });
  const names = entries.map(({ name }) => baseName(name));
  // In an archive of one workbook the wish means a sheet of it.
  const wished =
    options.layer !== undefined && entries.length > 1 ? wishedEntry(names, options.layer) : null;
  const chosen = wished?.entry ?? firstWithPlaces(zip, entries);
  const entry = entries[chosen];
  if (entry === undefined) throw new FileFailure('archive_without_data', { names: '' });
  const inner = {
    ...options,
    fileName: baseName(entry.name),
    layer: wished === null ? options.layer : wished.layer,
  };
  const opened = await openInner(zip.read(entry), inner);
  if (entries.length > 1)
    opened.source.notes.push({
      code: 'archive_others_ignored',
      params: {
        file: baseName(entry.name),
        others: names
          .filter((_, i) => i !== chosen)
          .join('、')
          .slice(0, 200),
      },
    });
  return opened;
}

/**
 * The packed file that a wish for a layer names, and the layer of it: `泵站.kml`, `泵站.kml / 城区`. null when it names
 * none of them: then it is a layer of the one that is read anyway.
 */
function wishedEntry(
  names: readonly string[],
  wish: string,
): { entry: number; layer: string | undefined } | null {
  const within = names.findIndex((name) => wish.startsWith(`${name} / `));
  if (within >= 0) return { entry: within, layer: wish.slice((names[within] ?? '').length + 3) };
  try {
    return { entry: indexOfLayer(names, wish), layer: undefined };
  } catch (error) {
    if (error instanceof FileFailure && names.some((name) => /\.km[lz]$/i.test(name))) return null;
    throw error;
  }
}

/** Some programs write a first document that only links to the others beside it: the one that holds places is meant. */
function firstWithPlaces(zip: Zip, entries: readonly ZipEntry[]): number {
  if (entries.length < 2 || extensionOf(entries[0]?.name ?? '') !== 'kml') return 0;
  const found = entries.findIndex(
    (entry, i) =>
      i < 20 && extensionOf(entry.name) === 'kml' && holdsText(zip.read(entry), '<Placemark'),
  );
  return Math.max(found, 0);
}

function holdsText(bytes: Uint8Array, text: string): boolean {
  const codes = [...text].map((letter) => letter.charCodeAt(0));
  for (let at = bytes.indexOf(codes[0] ?? 0); at >= 0; at = bytes.indexOf(codes[0] ?? 0, at + 1))
    if (codes.every((code, i) => bytes[at + i] === code)) return true;
  return false;
}

/** A KMZ's own document lies at the root and is the first .kml there. */
function rootFirst(a: ZipEntry, b: ZipEntry): number {
  const depth = ({ name }: ZipEntry): number => name.split('/').length;
  return depth(a) - depth(b);
}
