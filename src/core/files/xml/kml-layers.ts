/** The layers of a KML file: its folders, by their path of names. What lies in no folder is the document's own layer. */
import { FileFailure } from '../failure.ts';
import { LIMITS } from '../limits.ts';
import type { LayerInfo } from '../source-row.ts';
import { indexOfLayer } from '../layers.ts';
import type { ReadOptions } from '../row-source.ts';
import { readXml } from './read-xml.ts';

/** Stated instead of the name of a layer to read all layers together. */
export const ALL_LAYERS = '*';
const BETWEEN = ' / ';
const SHAPES: ReadonlySet<string> = new Set(['Point', 'LineString', 'Polygon']);

/** A folder or document; number 0 stands for the file around them. */
interface Container {
  isFolder: boolean;
  name: string;
  /** Number of its parent. */
  parent: number;
  /** How many folders and documents its parent held before it. */
  place: number;
  held: number;
  placemarks: number;
  shapes: Set<string>;
}

const container = (isFolder: boolean, parent: number, place: number): Container => ({
  isFolder,
  name: '',
  parent,
  place,
  held: 0,
  placemarks: 0,
  shapes: new Set(),
});

interface KmlLayers {
  /** Those that hold placemarks, in the order of the file. */
  layers: LayerInfo[];
  /** The layer of a container's own placemarks, by the container's number in the file. */
  layerOf: (container: number) => string;
}

/** Counts what each container holds, numbering them as the reader of placemarks does. */
class Containers {
  private readonly file = container(false, 0, 0);
  readonly all: Container[] = [this.file];
  /** Those that hold placemarks of their own, in the order of their first ones. */
  readonly filled: number[] = [];
  private readonly around: number[] = [];
  private readonly path: string[] = [];
  private words: string[] | null = null;

  private get own(): Container {
    return this.all[this.around.at(-1) ?? 0] ?? this.file;
  }

  readonly open = (name: string): void => {
    const parent = this.path.at(-1) ?? '';
    this.path.push(name);
    this.words = null;
    if (name === 'Folder' || name === 'Document') {
      const made = container(name === 'Folder', this.around.at(-1) ?? 0, this.own.held++);
      this.around.push(this.all.length);
      this.all.push(made);
    } else if (name === 'Placemark') {
      if (this.own.placemarks++ === 0) this.filled.push(this.around.at(-1) ?? 0);
    } else if (SHAPES.has(name)) this.own.shapes.add(name);
    else if (name === 'name' && (parent === 'Folder' || parent === 'Document')) this.words = [];
  };

  readonly text = (text: string): void => {
    this.words?.push(text);
  };

  readonly close = (name: string): void => {
    this.path.pop();
    if (this.words !== null) this.own.name = this.words.join('').replace(/\s+/g, ' ').trim();
    this.words = null;
    if (name === 'Folder' || name === 'Document') this.around.pop();
  };
}

/** The names from the outermost folder to a container; a document around everything says nothing. */
function pathOf(all: readonly Container[], at: number): string[] {
  const own = all[at];
  if (at === 0 || own === undefined) return [];
  const isWrapper = !own.isFolder && own.parent === 0 && all[0]?.held === 1;
  if (isWrapper) return [];
  return [...pathOf(all, own.parent), own.name === '' ? `#${own.place + 1}` : own.name];
}

/** Looks through a KML file for its layers. @param fileName names what lies in no folder of a document without a name */
export function kmlLayers(bytes: Uint8Array, encoding: string, fileName: string): KmlLayers {
  const found = new Containers();
  for (const step of readXml(bytes, encoding, found)) void step;
  const { all } = found;
  const outside =
    all[1]?.isFolder === false && all[1].name !== ''
      ? all[1].name
      : fileName.replace(/\.[^.]+$/, '');
  const names = all.map((_, at) => pathOf(all, at).join(BETWEEN));
  const taken = new Set(names);
  // A folder may be called like the document around it.
  const bare = taken.has(outside) ? `${outside} #0` : outside;
  const layerOf = (at: number): string =>
    names[at] === '' || names[at] === undefined ? bare : names[at];
  const layers = new Map<string, { rows: number; shapes: Set<string> }>();
  for (const at of found.filled) {
    const { placemarks = 0, shapes = [] } = all[at] ?? {};
    const layer = layers.get(layerOf(at)) ?? { rows: 0, shapes: new Set<string>() };
    layer.rows += placemarks;
    for (const shape of shapes) layer.shapes.add(shape);
    layers.set(layerOf(at), layer);
  }
  if (layers.size > LIMITS.layers)
    throw new FileFailure('too_many_layers', { count: layers.size, limit: LIMITS.layers });
  return {
    layers: [...layers].map(([name, { rows, shapes }]) => ({
      name,
      rows,
      geometry: [...shapes].join('、'),
    })),
    layerOf,
  };
}

export const namesOf = (layers: readonly LayerInfo[]): string =>
  layers.map(({ name }) => name).join('、');

const spelled = (path: string): string =>
  path
    .normalize('NFKC')
    .toLowerCase()
    .split('/')
    .map((part) => part.trim())
    .join('/');

/**
 * The layers to be read: the one that was asked for by its path, its number or its last name; those below a folder that
 * holds no place itself; all for `*`. Nobody asked: the largest of those whose name fits best.
 * @throws FileFailure unknown_layer
 */
export function chooseLayers(
  layers: readonly LayerInfo[],
  { layer: wish, fitOfName = () => 0 }: ReadOptions,
): { chosen: readonly LayerInfo[]; code: 'folder_chosen' | 'layer_used' | 'layers_joined' } {
  if (wish === undefined) {
    const rank = ({ name, rows = 0 }: LayerInfo): number =>
      fitOfName(name.split(BETWEEN).at(-1) ?? name) * 1e9 + rows;
    const best = layers.reduce<LayerInfo | undefined>(
      (a, b) => (a === undefined || rank(b) > rank(a) ? b : a),
      undefined,
    );
    return { chosen: best === undefined ? [] : [best], code: 'folder_chosen' };
  }
  if (wish.trim() === ALL_LAYERS)
    return { chosen: layers, code: layers.length > 1 ? 'layers_joined' : 'layer_used' };
  const path = spelled(wish);
  const exactly = layers.filter(({ name }) => spelled(name) === path);
  const below = layers.filter(({ name }) => spelled(name).startsWith(`${path}/`));
  const called = layers.filter(({ name }) => spelled(name).endsWith(`/${path}`));
  const chosen = [exactly, below, called].find((found) => found.length > 0);
  if (chosen !== undefined)
    return { chosen, code: chosen.length > 1 ? 'layers_joined' : 'layer_used' };
  const only =
    layers[
      indexOfLayer(
        layers.map(({ name }) => name),
        wish,
      )
    ];
  return { chosen: only === undefined ? [] : [only], code: 'layer_used' };
}
