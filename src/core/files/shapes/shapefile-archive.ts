/** Shapefiles in an archive: grouped by name, those of the same columns read one after the other. */
import { FileFailure } from '../failure.ts';
import { LIMITS } from '../limits.ts';
import type { Zip, ZipEntry } from '../archive/zip.ts';
import { indexOfLayer } from '../layers.ts';
import type { OpenedFile, ReadOptions } from '../row-source.ts';
import { openTable } from './dbf.ts';
import { columnNames, openParts } from './shapefile.ts';
import type { ShapefileParts } from './shapefile.ts';

const stemOf = (name: string): string => name.replace(/\.[^./]+$/, '');

/** @throws FileFailure unknown_layer, and what the parts are refused for */
export function openShapefiles(
  zip: Zip,
  entries: readonly ZipEntry[],
  options: ReadOptions,
): OpenedFile {
  const byName = new Map(entries.map((entry) => [entry.name.toLowerCase(), entry]));
  const stems = entries.filter(({ name }) => /\.shp$/i.test(name)).map(({ name }) => stemOf(name));
  if (stems.length > LIMITS.layers)
    throw new FileFailure('too_many_layers', { count: stems.length, limit: LIMITS.layers });
  const read = (stem: string, ending: string): Uint8Array | null => {
    const entry = byName.get(`${stem}${ending}`.toLowerCase());
    return entry === undefined ? null : zip.read(entry);
  };
  const partsOf = (stem: string): ShapefileParts => ({
    name: stem.split('/').at(-1) ?? stem,
    shp: read(stem, '.shp'),
    dbf: read(stem, '.dbf'),
    prj: read(stem, '.prj'),
    cpg: read(stem, '.cpg'),
  });
  const names = stems.map((stem) => stem.split('/').at(-1) ?? stem);
  const chosen = options.layer === undefined ? 0 : indexOfLayer(names, options.layer);
  const stem = stems[chosen];
  if (stem === undefined) throw new FileFailure('shapefile_incomplete');
  if (stems.length === 1 || options.layer !== undefined) {
    const opened = openParts([partsOf(stem)], options);
    if (stems.length > 1) noteLayers(opened, names, [chosen], 'layer_used');
    return opened;
  }
  // Only the small tables are opened to compare their columns.
  const columns = stems.map((one) => {
    const dbf = read(one, '.dbf');
    return dbf === null
      ? ''
      : columnNames({ table: openTable(dbf), encoding: 'latin1' }).join('\u001f');
  });
  const alike = stems.map((_, i) => i).filter((i) => columns[i] === columns[chosen]);
  const together = alike.length === stems.length ? alike : [mostRows(stems, byName)];
  const opened = openParts(
    together.flatMap((i) => (stems[i] === undefined ? [] : [partsOf(stems[i])])),
    options,
  );
  noteLayers(opened, names, together, together.length > 1 ? 'layers_joined' : 'layer_chosen');
  return opened;
}

/** Without a wish the largest layer is the likeliest one. */
function mostRows(stems: readonly string[], byName: ReadonlyMap<string, ZipEntry>): number {
  const size = (stem: string): number => byName.get(`${stem}.shp`.toLowerCase())?.unpacked ?? 0;
  return stems.reduce((best, stem, i) => (size(stem) > size(stems[best] ?? '') ? i : best), 0);
}

function noteLayers(
  opened: OpenedFile,
  names: readonly string[],
  chosen: readonly number[],
  code: 'layer_used' | 'layer_chosen' | 'layers_joined',
): void {
  const { source } = opened;
  const known = new Map(source.layers.map((layer) => [layer.name, layer]));
  Object.assign(source, { layers: names.map((name) => known.get(name) ?? { name }) });
  source.notes.push({
    code,
    params: {
      layer: chosen.map((i) => names[i] ?? '').join('、'),
      layers: names.join('、').slice(0, 300),
    },
  });
}
