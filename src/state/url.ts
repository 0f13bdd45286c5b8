/**
 * The address of a picture: what is looked at, as the part after `#`, so that a link shows a colleague the same picture
 * and nothing of it reaches a server's log. Parts in any order; what is at its default is left out:
 *
 *   map=ZOOM/LAT/LNG[/BEARING]    the view
 *   sel=KIND.ID                   the selected record
 *   in=ID                         the incident in question
 *   at=LNG,LAT[,KIND[,LEVEL]]     an incident marked but not saved: place (WGS-84), what kind, level 1-4
 *   mode=records|people|roads     the register, people or road networks are looked after, not the map asked
 *   table=KIND                    which of its tables is open
 *   tab=team|depot|shelter|hazard what the answer ranks
 *   off=KIND,KIND                 layers switched off
 *   base=ID                       base map
 *   rain=1                        roads take longer by the district's factor
 *   time=1                        the map shows in how many minutes the first team is anywhere
 *   k=N  r=METERS                 how many, how far
 *   cap=TEXT  ready=1             teams: capability, only those available
 *   item=TEXT  qty=N              depots: item and how much of it
 *   free=N                        shelters: free places
 */
import { isEventKind, RECORD_KINDS } from '../core/model/index.ts';
import type { EventKind, Level, LngLat, RecordKind } from '../core/model/index.ts';
import { TABLE_KINDS } from '../core/schema/index.ts';
import type { RegisterKind } from '../core/schema/index.ts';
import { initialRegister } from './register.ts';
import { initialSession, MAP_LAYERS, noFilters } from './session.ts';
import type {
  AnswerFilters,
  AnswerTab,
  MapLayer,
  MapView,
  Mode,
  Selection,
  SessionState,
} from './session.ts';

export type UrlFocus =
  | { tag: 'none' }
  | { tag: 'saved'; id: string }
  | { tag: 'draft'; place: LngLat; kind: EventKind | null; level: Level | null };

/** What an address can say of a session. */
export interface Picture {
  mode: Mode;
  table: RegisterKind;
  view: MapView | null;
  selection: Selection | null;
  focus: UrlFocus;
  tab: AnswerTab;
  layers: Readonly<Record<MapLayer, boolean>>;
  baseMapId: string;
  filters: AnswerFilters;
  rain: boolean;
  timeBands: boolean;
}

export const plainPicture: Picture = {
  mode: initialSession.mode,
  table: initialRegister.kind,
  view: null,
  selection: null,
  focus: { tag: 'none' },
  tab: initialSession.tab,
  layers: initialSession.layers,
  baseMapId: initialSession.baseMapId,
  filters: noFilters,
  rain: initialSession.rain,
  timeBands: initialSession.timeBands,
};

/** Ways of working beside the usual one. */
const MODES: readonly Mode[] = ['records', 'people', 'roads'];
const TABS: readonly AnswerTab[] = ['team', 'depot', 'shelter', 'hazard'];
const SAFE_ID = /^[\w:-]{1,80}$/;

/** A plain decimal number within limits; null for anything else, also for empty and hexadecimal text. */
function numberIn(text: string | undefined, least: number, most: number): number | null {
  if (text === undefined || !/^-?\d{1,9}(\.\d{1,12})?$/.test(text)) return null;
  const value = Number(text);
  return value >= least && value <= most ? value : null;
}

function readView(text: string): MapView | null {
  const [zoomText, latText, lngText, bearingText = '0', ...rest] = text.split('/');
  const zoom = numberIn(zoomText, 0, 24);
  const lat = numberIn(latText, -90, 90);
  const lng = numberIn(lngText, -180, 180);
  const bearing = numberIn(bearingText, -360, 360);
  if (zoom === null || lat === null || lng === null || bearing === null || rest.length > 0)
    return null;
  return { zoom, lat, lng, bearing };
}

function readSelection(text: string): Selection | null {
  const dot = text.indexOf('.');
  const kind = RECORD_KINDS.find((known) => known === text.slice(0, dot));
  const id = text.slice(dot + 1);
  return kind !== undefined && SAFE_ID.test(id) ? { kind: kind satisfies RecordKind, id } : null;
}

function readDraft(text: string): UrlFocus | null {
  const [lngText, latText, kindText, levelText, ...rest] = text.split(',');
  const lng = numberIn(lngText, -180, 180);
  const lat = numberIn(latText, -90, 90);
  if (lng === null || lat === null || rest.length > 0) return null;
  const kind = kindText === undefined || kindText === '' ? null : kindText;
  if (kind !== null && !isEventKind(kind)) return null;
  const level = levelText === undefined ? null : numberIn(levelText, 1, 4);
  if (levelText !== undefined && (level === null || !Number.isInteger(level))) return null;
  return {
    tag: 'draft',
    place: [lng, lat],
    kind,
    level: level as Level | null,
  };
}

function readLayers(text: string): Picture['layers'] | null {
  const off = text.split(',');
  if (!off.every((name) => (MAP_LAYERS as readonly string[]).includes(name))) return null;
  return Object.fromEntries(
    MAP_LAYERS.map((layer) => [layer, !off.includes(layer)]),
  ) as Picture['layers'];
}

const LONGEST_TEXT = 60;
const readText = (text: string): string | null => {
  const trimmed = text.trim();
  return trimmed !== '' && trimmed.length <= LONGEST_TEXT ? trimmed : null;
};
const readYes = (text: string): true | null => (text === '1' ? true : null);
const readCount = (text: string, most: number): number | null => {
  const value = numberIn(text, 1, most);
  return value !== null && Number.isInteger(value) ? value : null;
};

const filter =
  <Name extends keyof AnswerFilters>(
    name: Name,
    read: (text: string) => AnswerFilters[Name] | null,
  ) =>
  (picture: Picture, text: string): Picture | null => {
    const value = read(text);
    return value === null ? null : { ...picture, filters: { ...picture.filters, [name]: value } };
  };

const put =
  <Name extends keyof Picture>(name: Name, read: (text: string) => Picture[Name] | null) =>
  (picture: Picture, text: string): Picture | null => {
    const value = read(text);
    return value === null ? null : { ...picture, [name]: value };
  };

const READERS: Readonly<Record<string, (picture: Picture, text: string) => Picture | null>> = {
  map: put('view', readView),
  sel: put('selection', readSelection),
  in: put('focus', (text) => (SAFE_ID.test(text) ? { tag: 'saved', id: text } : null)),
  at: put('focus', readDraft),
  mode: put('mode', (text) => MODES.find((mode) => mode === text) ?? null),
  table: put('table', (text) => TABLE_KINDS.find((kind) => kind === text) ?? null),
  tab: put('tab', (text) => TABS.find((tab) => tab === text) ?? null),
  off: put('layers', readLayers),
  base: put('baseMapId', (text) => (SAFE_ID.test(text) ? text : null)),
  rain: put('rain', readYes),
  time: put('timeBands', readYes),
  k: filter('count', (text) => readCount(text, 500)),
  r: filter('radius', (text) => readCount(text, 20_037_508)),
  cap: filter('capability', readText),
  ready: filter('onlyAvailable', readYes),
  item: filter('item', readText),
  qty: filter('itemQuantity', (text) => numberIn(text, 0, 999_999_999)),
  free: filter('freeCapacity', (text) => numberIn(text, 0, 999_999_999)),
};

/** Reads an address. Parts that mean nothing are left out and named; the rest still makes its picture. */
export function readUrl(hash: string): { picture: Picture; ignored: string[] } {
  let picture = plainPicture;
  const ignored: string[] = [];
  for (const [name, text] of new URLSearchParams(hash.replace(/^#/, ''))) {
    const read = Object.hasOwn(READERS, name) ? READERS[name] : undefined;
    const next = read?.(picture, text) ?? null;
    if (next === null) ignored.push(name.slice(0, 20));
    else picture = next;
  }
  return { picture, ignored };
}

/** At most so many decimals, without trailing zeros and never as 1e-7. */
const short = (value: number, digits: number): string =>
  value
    .toFixed(digits)
    .replace(/(\.\d*?)0+$/, '$1')
    .replace(/\.$/, '')
    .replace(/^-0$/, '0');
/** Seven decimals keep a place to about a centimetre. */
const degrees = (value: number): string => short(value, 7);

function writeFocus(focus: UrlFocus): [string, string][] {
  if (focus.tag === 'saved') return [['in', focus.id]];
  if (focus.tag === 'none') return [];
  const parts = [degrees(focus.place[0]), degrees(focus.place[1])];
  if (focus.kind !== null || focus.level !== null) parts.push(focus.kind ?? '');
  if (focus.level !== null) parts.push(String(focus.level));
  return [['at', parts.join(',')]];
}

function writeFilters(filters: AnswerFilters): [string, string][] {
  const parts: [string, string | null][] = [
    ['k', filters.count === null ? null : String(filters.count)],
    ['r', filters.radius === null ? null : String(Math.round(filters.radius))],
    ['cap', filters.capability],
    ['ready', filters.onlyAvailable ? '1' : null],
    ['item', filters.item],
    ['qty', filters.itemQuantity === null ? null : degrees(filters.itemQuantity)],
    ['free', filters.freeCapacity === null ? null : degrees(filters.freeCapacity)],
  ];
  return parts.filter((part): part is [string, string] => part[1] !== null && part[1] !== '');
}

/** The address of a picture, beginning with `#`; empty when everything is at its default. */
export function writeUrl(picture: Picture): string {
  const parts: [string, string][] = [];
  const { view, selection, layers } = picture;
  if (view !== null) {
    const place = [short(view.zoom, 2), short(view.lat, 5), short(view.lng, 5)];
    if (Math.abs(view.bearing) >= 0.05) place.push(short(view.bearing, 1));
    parts.push(['map', place.join('/')]);
  }
  parts.push(...writeFocus(picture.focus));
  if (selection !== null) parts.push(['sel', `${selection.kind}.${selection.id}`]);
  if (picture.mode !== plainPicture.mode) parts.push(['mode', picture.mode]);
  if (picture.table !== plainPicture.table) parts.push(['table', picture.table]);
  if (picture.tab !== plainPicture.tab) parts.push(['tab', picture.tab]);
  const off = MAP_LAYERS.filter((layer) => !layers[layer]);
  if (off.length > 0) parts.push(['off', off.join(',')]);
  if (picture.baseMapId !== plainPicture.baseMapId) parts.push(['base', picture.baseMapId]);
  if (picture.rain) parts.push(['rain', '1']);
  if (picture.timeBands) parts.push(['time', '1']);
  parts.push(...writeFilters(picture.filters));
  if (parts.length === 0) return '';
  // Slashes, commas and colons are plain in a fragment; leaving them so keeps the address readable.
  const plain = (text: string) =>
    encodeURIComponent(text).replace(/%(2F|2C|3A)/g, decodeURIComponent);
  return `#${parts.map(([name, text]) => `${name}=${plain(text)}`).join('&')}`;
}

/** What of a session belongs into its address. */
export function pictureOf(
  session: SessionState,
  table: RegisterKind = plainPicture.table,
): Picture {
  const { mode, view, selection, tab, layers, baseMapId, filters, rain, timeBands, focus } =
    session;
  const shown = { layers, baseMapId, timeBands };
  return { mode, table, view, selection, tab, ...shown, filters, rain, focus: urlFocusOf(focus) };
}

function urlFocusOf(focus: SessionState['focus']): UrlFocus {
  if (focus.tag === 'none' || focus.tag === 'saved') return focus;
  if (focus.draft === null) return { tag: 'none' };
  const { base, id, place, kind, level } = focus.draft;
  return base === null ? { tag: 'draft', place, kind, level } : { tag: 'saved', id };
}
