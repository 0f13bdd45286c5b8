/** Which XML format a file is, and its rows. */
import { FileFailure } from '../failure.ts';
import type { FileNote, SourceRow } from '../source-row.ts';
import type { OpenedFile, ReadOptions, RowSource } from '../row-source.ts';
import { openOds } from '../sheets/ods.ts';
import { openSheet } from '../sheets/open-sheet.ts';
import type { FeatureReader } from './feature-reader.ts';
import { GpxReader } from './gpx.ts';
import { KmlReader } from './kml.ts';
import { ALL_LAYERS, chooseLayers, kmlLayers, namesOf } from './kml-layers.ts';
import { readXml, xmlEncoding } from './read-xml.ts';

/** Local name of the first element. */
function rootOf(bytes: Uint8Array, encoding: string): string {
  let root = '';
  const stop = new Error('root');
  const handler = {
    open: (name: string) => {
      root = name;
      throw stop;
    },
    close: () => undefined,
    text: () => undefined,
  };
  try {
    for (const step of readXml(bytes.subarray(0, 1 << 18), encoding, handler)) void step;
  } catch (error) {
    if (root === '') throw error;
  }
  return root;
}

/** Rows of KML, GPX, TCX or a flat OpenDocument spreadsheet. @throws FileFailure xml_unknown, xml_dtd, xml_damaged */
export async function openXmlFile(bytes: Uint8Array, options: ReadOptions): Promise<OpenedFile> {
  const { encoding, sure } = xmlEncoding(bytes, options.encoding);
  const root = rootOf(bytes, encoding);
  switch (root) {
    case 'kml':
    case 'Document':
    case 'Folder':
    case 'Placemark':
      return { source: kmlSource(bytes, encoding, options), encoding, sure };
    case 'gpx':
      return { source: featureSource(bytes, encoding, new GpxReader('gpx')), encoding, sure };
    case 'TrainingCenterDatabase':
      return { source: featureSource(bytes, encoding, new GpxReader('tcx')), encoding, sure };
    case 'document':
      return { source: await openSheet(openOds(bytes), options), encoding, sure };
    default:
      throw new FileFailure('xml_unknown', { root: root.slice(0, 60) });
  }
}

/** The placemarks of the folders that were asked for, or of the likeliest one: folders are layers. */
function kmlSource(bytes: Uint8Array, encoding: string, options: ReadOptions): RowSource {
  const { layers, layerOf } = kmlLayers(bytes, encoding, options.fileName);
  if (layers.length < 2 && options.layer === undefined) {
    const source = featureSource(bytes, encoding, new KmlReader());
    return { ...source, layers, layer: layers[0]?.name ?? null };
  }
  const { chosen, code } = chooseLayers(layers, options);
  const wanted = new Set(chosen.map(({ name }) => name));
  const ofChosen = (container: number): string | null => {
    const layer = layerOf(container);
    return wanted.has(layer) ? layer : null;
  };
  const source = featureSource(bytes, encoding, new KmlReader(ofChosen, chosen.length > 1));
  if (layers.length > 1)
    source.notes.push({
      code,
      params: {
        layer: [...wanted].join('、').slice(0, 300),
        layers: namesOf(layers).slice(0, 300),
      },
    });
  const all = { name: ALL_LAYERS, rows: layers.reduce((sum, { rows = 0 }) => sum + rows, 0) };
  const only = chosen.length === 1 ? (chosen[0]?.name ?? null) : null;
  return {
    ...source,
    layers: layers.length > 1 ? [...layers, all] : layers,
    layer: only ?? ALL_LAYERS,
  };
}

function featureSource(bytes: Uint8Array, encoding: string, reader: FeatureReader): RowSource {
  const notes: FileNote[] = [];
  async function* readAll(): AsyncGenerator<SourceRow[]> {
    for (const step of readXml(bytes, encoding, reader)) {
      void step;
      if (reader.ready.length > 0) yield reader.ready.splice(0);
    }
    await Promise.resolve();
    if (reader.links > 0) notes.push({ code: 'links_ignored', params: { count: reader.links } });
    if (reader.ignored.size > 0) {
      const names = [...reader.ignored].map(([name, count]) => `${name} × ${count}`).join('、');
      notes.push({ code: 'elements_ignored', params: { names } });
    }
    if (reader.mixed.length > 0)
      notes.push({
        code: 'mixed_geometries',
        params: { count: reader.mixed.length },
        rows: reader.mixed.slice(0, 1000),
      });
  }
  return {
    format: reader.format,
    columns: reader.rows.columns.names,
    delimiter: null,
    header: true,
    titleLines: 0,
    mixedDelimiters: [],
    nanRows: [],
    truncated: false,
    isRejectsFile: false,
    head: {},
    layers: [],
    layer: null,
    notes,
    batches: readAll(),
  };
}
