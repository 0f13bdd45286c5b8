/** KML: placemarks with their names, data and geometries. Links, overlays, tours and styles are not data. */
import type { Position } from 'geojson';
import { FileFailure } from '../failure.ts';
import { LIMITS } from '../limits.ts';
import type { SourceRow } from '../source-row.ts';
import { FeatureRows } from '../feature-columns.ts';
import { isBad, placeOfCoord, placesOf, unreadable } from './geometry-text.ts';
import type { FeatureReader } from './feature-reader.ts';
import { joinGeometries } from './join-geometries.ts';
import type { Simple } from './join-geometries.ts';

type Attributes = Readonly<Record<string, string>>;

/** Elements of a placemark that are worth a column. */
const FIELDS: ReadonlySet<string> = new Set([
  'name',
  'description',
  'address',
  'phoneNumber',
  'when',
  'begin',
  'end',
]);
const TITLES: Readonly<Record<string, string>> = { when: 'time', begin: 'begin', end: 'end' };
/** Things that show something without being a place of ours. */
const SHOWN: ReadonlySet<string> = new Set([
  'GroundOverlay',
  'ScreenOverlay',
  'PhotoOverlay',
  'Tour',
]);
const LINK = 'NetworkLink';
/** How things look and from where. */
const LOOKS: ReadonlySet<string> = new Set(['Style', 'StyleMap', 'Region', 'LookAt', 'Camera']);

interface Placemark {
  values: Map<string, string>;
  parts: Simple[];
  rings: Position[][];
  track: Position[];
  positions: number;
  /** The first coordinate that cannot be read, as it is written; null = none so far. */
  bad: string | null;
}

export class KmlReader implements FeatureReader {
  readonly format = 'kml' as const;
  readonly rows = new FeatureRows();
  readonly ready: SourceRow[] = [];
  readonly mixed: number[] = [];
  readonly ignored = new Map<string, number>();
  links = 0;
  /** Folders and documents around what is read, by their number in the file; 0 = none. */
  private readonly around: number[] = [];
  private containers = 0;
  private readonly path: string[] = [];
  private mark: Placemark | null = null;
  private words: string[] | null = null;
  private dataName = '';
  /** The title of the data being read, as a person sees it; '' = it has none but its name. */
  private shownName = '';
  /** Titles of the fields of schemas, by `schema field` and by field alone. */
  private readonly shown = new Map<string, string>();
  private schema = '';
  private schemaOfData = '';
  /** Depth inside something that is passed over. */
  private passed = 0;

  /**
   * @param layerOf the layer that placemarks of a container belong to; null for those that are not read.
   * @param named whether rows say which layer they are from.
   */
  constructor(
    private readonly layerOf: (container: number) => string | null = () => '',
    private readonly named = false,
  ) {}

  readonly open = (name: string, attributes: Attributes): void => {
    this.path.push(name);
    if (this.passed > 0) {
      this.passed++;
      return;
    }
    this.words = isText(name) ? [] : null;
    if (name === LINK || SHOWN.has(name) || LOOKS.has(name)) {
      if (name === LINK) this.links++;
      else if (SHOWN.has(name)) this.ignored.set(name, (this.ignored.get(name) ?? 0) + 1);
      this.passed = 1;
      return;
    }
    this.begin(name, attributes);
  };

  private begin(name: string, attributes: Attributes): void {
    switch (name) {
      case 'Folder':
      case 'Document':
        this.around.push(++this.containers);
        break;
      case 'Placemark':
        this.mark = { values: new Map(), parts: [], rings: [], track: [], positions: 0, bad: null };
        break;
      case 'Schema':
        this.schema = attributes.id ?? attributes.name ?? '';
        break;
      case 'SchemaData':
        this.schemaOfData = (attributes.schemaUrl ?? '').replace(/^.*#/, '');
        break;
      case 'Data':
      case 'SimpleData':
      case 'SimpleField':
      case 'SimpleArrayField':
        this.dataName = attributes.name ?? '';
        this.shownName = '';
        break;
      case 'Polygon':
        if (this.mark !== null) this.mark.rings = [];
        break;
      case 'Track':
        if (this.mark !== null) this.mark.track = [];
        break;
    }
  }

  readonly text = (text: string): void => {
    this.words?.push(text);
  };

  readonly close = (name: string): void => {
    this.path.pop();
    if (this.passed > 0) {
      this.passed--;
      return;
    }
    const text = this.words?.join('') ?? '';
    this.words = null;
    const parent = this.path.at(-1) ?? '';
    if (name === 'displayName') this.shownName = withoutMarkup(text);
    if (this.mark !== null) this.closeInMark(this.mark, name, parent, text);
    else if (/^Simple(Array)?Field$/.test(name) && this.shownName !== '') {
      this.shown.set(`${this.schema} ${this.dataName}`, this.shownName);
      if (!this.shown.has(this.dataName)) this.shown.set(this.dataName, this.shownName);
    } else if (name === 'Folder' || name === 'Document') this.around.pop();
  };

  private closeInMark(mark: Placemark, name: string, parent: string, text: string): void {
    switch (name) {
      case 'coordinates':
        return this.coordinates(mark, parent, text);
      case 'coord':
        return this.placeOfTrack(mark, text);
      case 'Track':
        if (mark.track.length > 0) mark.parts.push(lineOrPoint(mark.track));
        return;
      case 'Polygon':
        if (mark.rings.length > 0) mark.parts.push({ type: 'Polygon', coordinates: mark.rings });
        return;
      case 'value':
        if (parent === 'Data') put(mark, this.shownName || this.titleOfData(), text);
        return;
      case 'SimpleData':
        return put(mark, this.titleOfData(this.schemaOfData), text);
      case 'Placemark':
        return this.finish(mark);
      default:
        if (FIELDS.has(name) && isOwnField(mark, name, parent))
          put(mark, TITLES[name] ?? name, text);
    }
  }

  /** What the data being read is called: as its schema, or any other, shows it; else by its name. */
  private titleOfData(schema?: string): string {
    const { shown, dataName } = this;
    const bySchema = schema === undefined ? undefined : shown.get(`${schema} ${dataName}`);
    return bySchema ?? shown.get(dataName) ?? dataName;
  }

  private placeOfTrack(mark: Placemark, text: string): void {
    const place = placeOfCoord(text);
    mark.track.push(place);
    if (mark.bad === null && isBad(place)) mark.bad = text.trim();
    this.count(mark, 1);
  }

  private coordinates(mark: Placemark, parent: string, text: string): void {
    const places = placesOf(text);
    this.count(mark, places.length);
    if (mark.bad === null && places.some(isBad)) mark.bad = text.trim();
    if (parent === 'LinearRing' && this.path.includes('Polygon')) {
      // The outer ring comes first whatever the order in the file.
      if (this.path.includes('outerBoundaryIs')) mark.rings.unshift(places);
      else mark.rings.push(places);
    } else if (parent === 'LineString' || parent === 'LinearRing') {
      if (places.length > 0) mark.parts.push({ type: 'LineString', coordinates: places });
    } else if (places[0] !== undefined) mark.parts.push({ type: 'Point', coordinates: places[0] });
  }

  private count(mark: Placemark, places: number): void {
    mark.positions += places;
    if (mark.positions > LIMITS.positions || mark.parts.length > LIMITS.parts)
      throw new FileFailure('too_many_cells', { limit: LIMITS.positions });
  }

  private finish(mark: Placemark): void {
    this.mark = null;
    const layer = this.layerOf(this.around.at(-1) ?? 0);
    if (layer === null) return;
    if (this.named) put(mark, 'folder', layer);
    const cells: string[] = [];
    for (const [name, value] of mark.values) cells[this.rows.columns.indexOf(name)] = value;
    const { geometry, reduced } = joinGeometries(mark.parts);
    const row = this.rows.make(cells, geometry, mark.bad === null ? null : unreadable(mark.bad));
    if (reduced) this.mixed.push(row.row);
    this.ready.push(row);
  }
}

/** Whether a field says something of the placemark itself; of a track the first time does. */
const isOwnField = (mark: Placemark, name: string, parent: string): boolean =>
  parent === 'Placemark' ||
  parent === 'TimeStamp' ||
  parent === 'TimeSpan' ||
  (name === 'when' && parent === 'Track' && !mark.values.has('time'));

const isText = (name: string): boolean =>
  name === 'coordinates' ||
  name === 'coord' ||
  name === 'displayName' ||
  name === 'value' ||
  name === 'SimpleData' ||
  FIELDS.has(name);

/** The first value of a name counts; markup in descriptions is taken off. */
function put(mark: Placemark, name: string, text: string): void {
  const title = name.trim();
  const plain = title === 'description' ? withoutMarkup(text) : text.trim();
  if (title !== '' && plain !== '' && !mark.values.has(title) && mark.values.size < LIMITS.columns)
    mark.values.set(title, plain);
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
};

/** Text of a balloon written in HTML: tags go, lines stay. Nothing in it is ever shown as HTML. */
function withoutMarkup(text: string): string {
  if (!text.includes('<') && !text.includes('&')) return text.trim();
  return text
    .replace(/<(?:br|\/p|\/tr|\/li|\/div|\/h\d)\b[^>]{0,200}>/gi, '\n')
    .replace(/<\/t[dh]\s{0,9}>/gi, ' ')
    .replace(/<[a-z/!][^<>]{0,2000}>/gi, '')
    .replace(/&(amp|lt|gt|quot|apos|nbsp);/g, (_, name: string) => ENTITIES[name] ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n');
}

const lineOrPoint = (places: Position[]): Simple =>
  places.length === 1 && places[0] !== undefined
    ? { type: 'Point', coordinates: places[0] }
    : { type: 'LineString', coordinates: places };
