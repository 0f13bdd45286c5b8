/** GPX: waypoints, routes and tracks; TCX: activities and courses. Heights, pulses and speeds are left out. */
import type { Position } from 'geojson';
import { FileFailure } from '../failure.ts';
import { LIMITS } from '../limits.ts';
import type { SourceRow } from '../source-row.ts';
import { FeatureRows } from '../feature-columns.ts';
import type { FeatureReader } from './feature-reader.ts';
import { isBad, unreadable } from './geometry-text.ts';

type Attributes = Readonly<Record<string, string>>;

/** Elements that become a row, and what their places are called. */
const ROWS: ReadonlySet<string> = new Set(['wpt', 'rte', 'trk', 'Activity', 'Course']);
const PARTS: ReadonlySet<string> = new Set(['trkseg', 'Lap', 'Track']);
/** Elements with text of their own right below a row. */
const FIELDS: ReadonlySet<string> = new Set([
  'name',
  'cmt',
  'desc',
  'src',
  'sym',
  'type',
  'time',
  'number',
  'Name',
  'Id',
  'Notes',
]);
const TITLES: Readonly<Record<string, string>> = {
  Name: 'name',
  Id: 'id',
  Notes: 'desc',
  cmt: 'comment',
  sym: 'symbol',
};

interface Item {
  name: string;
  values: Map<string, string>;
  lines: Position[][];
  line: Position[];
  positions: number;
  /** The first coordinate that cannot be read, as it is written; null = none so far. */
  bad: string | null;
}

const numberOf = (text: string | undefined): number =>
  text === undefined || text.trim() === '' ? NaN : Number(text);

export class GpxReader implements FeatureReader {
  readonly rows = new FeatureRows();
  readonly ready: SourceRow[] = [];
  readonly mixed: number[] = [];
  readonly ignored = new Map<string, number>();
  readonly links = 0;
  private readonly path: string[] = [];
  private item: Item | null = null;
  private words: string[] | null = null;
  private dataName = '';
  private lng = '';
  private lat = '';

  constructor(readonly format: 'gpx' | 'tcx') {}

  readonly open = (name: string, attributes: Attributes): void => {
    this.path.push(name);
    this.words = null;
    if (this.item === null) {
      if (!ROWS.has(name)) return;
      this.item = { name, values: new Map(), lines: [], line: [], positions: 0, bad: null };
      if (name === 'wpt') this.place(attributes);
      if (attributes.Sport !== undefined) this.item.values.set('type', attributes.Sport);
      return;
    }
    if (name === 'trkpt' || name === 'rtept') this.place(attributes);
    else if (name === 'Position') [this.lng, this.lat] = ['', ''];
    else if (PARTS.has(name)) this.endLine(this.item);
    else if (attributes.name !== undefined && this.path.includes('extensions')) {
      this.dataName = attributes.name;
      this.words = [];
    } else if (
      FIELDS.has(name) ||
      name === 'LongitudeDegrees' ||
      name === 'LatitudeDegrees' ||
      name === 'Time'
    )
      this.words = [];
  };

  readonly text = (text: string): void => {
    this.words?.push(text);
  };

  readonly close = (name: string): void => {
    this.path.pop();
    const { item } = this;
    const text = this.words?.join('').trim() ?? null;
    this.words = null;
    if (item === null) return;
    if (name === item.name && !this.path.includes(name)) return this.finish(item);
    if (PARTS.has(name)) this.endLine(item);
    if (text !== null && text !== '') this.closeText(item, name, text);
    if (name === 'Position') this.place({ lon: this.lng, lat: this.lat });
  };

  private closeText(item: Item, name: string, text: string): void {
    const parent = this.path.at(-1) ?? '';
    if (this.dataName !== '') put(item, this.dataName, text);
    else if (name === 'LongitudeDegrees') this.lng = text;
    else if (name === 'LatitudeDegrees') this.lat = text;
    else if (name === 'Time' || (name === 'time' && (parent === 'trkpt' || parent === 'rtept')))
      put(item, 'time', text);
    else if (FIELDS.has(name) && parent === item.name) put(item, TITLES[name] ?? name, text);
    this.dataName = '';
  }

  private place({ lon, lat }: Attributes): void {
    const { item } = this;
    if (item === null) return;
    const place: Position = [numberOf(lon), numberOf(lat)];
    if (isBad(place)) item.bad ??= `${lon ?? ''},${lat ?? ''}`;
    item.line.push(place);
    if (++item.positions > LIMITS.positions)
      throw new FileFailure('too_many_cells', { limit: LIMITS.positions });
  }

  private endLine(item: Item): void {
    if (item.line.length > 0) item.lines.push(item.line);
    item.line = [];
    if (item.lines.length > LIMITS.parts)
      throw new FileFailure('too_many_cells', { limit: LIMITS.parts });
  }

  private finish(item: Item): void {
    this.item = null;
    this.endLine(item);
    const cells: string[] = [];
    for (const [name, value] of item.values) cells[this.rows.columns.indexOf(name)] = value;
    this.ready.push(
      this.rows.make(cells, geometryOf(item), item.bad === null ? null : unreadable(item.bad)),
    );
  }
}

/** Lines of one place are none; a track of one place alone is that place. */
function geometryOf({ name, lines }: Item): object | null {
  const [first] = lines;
  if (first === undefined) return null;
  if (name === 'wpt') return { type: 'Point', coordinates: first[0] ?? [] };
  const whole = lines.filter((line) => line.length > 1);
  const [only] = whole;
  if (only === undefined)
    return lines.length === 1 ? { type: 'Point', coordinates: first[0] ?? [] } : null;
  return whole.length === 1
    ? { type: 'LineString', coordinates: only }
    : { type: 'MultiLineString', coordinates: whole };
}

function put(item: Item, name: string, text: string): void {
  if (!item.values.has(name) && item.values.size < LIMITS.columns) item.values.set(name, text);
}
