/** Where a row is, in the file's own coordinate system. */
import type { Geometry } from 'geojson';
import { readAngle } from '../../search/coordinate-angle.ts';
import { tokenizeCoordinates } from '../../search/coordinate-tokens.ts';
import { readCoordinates } from '../../search/coordinates.ts';
import type { Mapping } from '../columns/map-columns.ts';
import { checkGeometry } from '../../geo/positions.ts';
import type { Fault } from '../types.ts';
import type { SourceRow } from '../../files/source-row.ts';
import { canonicalDecimal, plainDecimal, plainDigits } from '../values/numbers.ts';
import { textOrNull } from '../../text/clean.ts';
import { fromOutlines } from '../../geo/outlines.ts';
import { readSurveyPlace } from './survey-place.ts';
import { onlyMember, readCellGeometry } from './wkt.ts';

export type PlaceReading =
  | {
      tag: 'geometry';
      geometry: Geometry;
      closed: boolean;
      dms: boolean;
      /** The two cells have the numbers just as they would be written. */
      canonical: boolean;
      /** EPSG code of the coordinate system that the cell itself states. */
      srid?: number;
    }
  /** The row has no place. */
  | { tag: 'none' }
  | { tag: 'fault'; fault: Fault };

const fault = (reason: Fault['reason'], params: Fault['params'] = {}): PlaceReading => ({
  tag: 'fault',
  fault: { reason, params },
});

const unreadable = (text: string): PlaceReading =>
  fault('unreadable_coordinate', { text: text.slice(0, 60) });

function checked(value: unknown, dms = false): PlaceReading {
  const made = checkGeometry(value);
  if (made.tag === 'geometry')
    return { tag: 'geometry', geometry: made.geometry, closed: made.closed, dms, canonical: false };
  return made.tag === 'none' ? { tag: 'none' } : fault('bad_geometry');
}

const point = (x: number, y: number, dms = false, canonical = false): PlaceReading => ({
  tag: 'geometry',
  geometry: { type: 'Point', coordinates: [x, y] },
  closed: false,
  dms,
  canonical,
});

/** A coordinate in a cell of its own: a number, or an angle in any notation. null = empty, NaN = unreadable. */
function readAxis(text: string | null): { value: number; dms: boolean } | null {
  if (text === null) return null;
  const decimal = plainDecimal(text);
  if (!Number.isNaN(decimal)) return { value: decimal, dms: false };
  const plain = plainDigits(text).trim();
  const number = Number(plain.replace(/^(\d+),(\d+)$/, '$1.$2'));
  if (plain !== '' && Number.isFinite(number)) return { value: number, dms: false };
  const tokens = tokenizeCoordinates(text);
  const angle = tokens === null ? null : readAngle(tokens);
  return angle?.ok === true
    ? { value: angle.angle.degrees, dms: true }
    : { value: NaN, dms: false };
}

/** `x,y` in one cell; which comes first is decided by names, letters or size. `latFirst`: the title says latitude first. */
function readPair(text: string, title: string): PlaceReading {
  const plain = plainDigits(text.replace(/[，、；]/g, ',')).replace(/^[\s[({]+|[\s\])}]+$/g, '');
  const latFirst = /^(latlng|latlon|纬度|緯度|纬经)/i.test(title.trim());
  const numbers = /^([-+]?\d+(?:\.\d+)?)\s*[,;\s]\s*([-+]?\d+(?:\.\d+)?)$/.exec(plain);
  if (numbers !== null) {
    const [first, second] = [Number(numbers[1]), Number(numbers[2])];
    return latFirst || (Math.abs(first) <= 90 && Math.abs(second) > 90 && Math.abs(second) <= 180)
      ? point(second, first)
      : point(first, second);
  }
  const survey = readSurveyPlace(text);
  if (survey !== null) return checked(survey);
  const answer = readCoordinates(text);
  const reading = answer.tag === 'read' ? answer.readings[0] : undefined;
  return reading === undefined ? unreadable(text) : point(reading.typed[0], reading.typed[1], true);
}

/** What a cell with a whole geometry says; an unreadable one is reported as such. */
function ofCell(text: string): PlaceReading {
  const cell = readCellGeometry(text);
  if (cell.tag === 'empty') return { tag: 'none' };
  if (cell.tag === 'other-type') return fault('wrong_geometry_type', { type: cell.type });
  if (cell.tag === 'unreadable') return unreadable(text);
  const reading = checked(cell.geometry);
  return reading.tag === 'geometry' && cell.srid !== null && cell.srid !== 0
    ? { ...reading, srid: cell.srid }
    : reading;
}

function textAt(source: SourceRow, mapping: Mapping, name: string): string | null {
  const mapped = mapping.get(name);
  return mapped === undefined ? null : textOrNull(source.cells[mapped.column]);
}

/** The row's own geometry, or the one its coordinate columns give. */
export function readPlace(
  source: SourceRow,
  mapping: Mapping,
  columns: readonly string[],
): PlaceReading {
  if (source.geometry !== undefined) {
    const outlines = mapping.has('shape')
      ? fromOutlines(source.geometry, textAt(source, mapping, 'shape'))
      : null;
    const own = checked(outlines ?? onlyMember(source.geometry));
    if (own.tag !== 'none') return own;
  }
  const lngText = textAt(source, mapping, 'lng');
  const latText = textAt(source, mapping, 'lat');
  const [x, y] = [canonicalDecimal(lngText), canonicalDecimal(latText)];
  if (!Number.isNaN(x) && !Number.isNaN(y)) return point(x, y, false, true);
  const lng = readAxis(lngText);
  const lat = readAxis(latText);
  if (lng !== null && lat !== null) {
    if (!Number.isFinite(lng.value)) return unreadable(lngText ?? '');
    if (!Number.isFinite(lat.value)) return unreadable(latText ?? '');
    return point(lng.value, lat.value, lng.dms || lat.dms);
  }
  const pair = textAt(source, mapping, 'lnglat');
  if (pair !== null) return readPair(pair, columns[mapping.get('lnglat')?.column ?? -1] ?? '');
  const wkt = textAt(source, mapping, 'wkt');
  return wkt === null ? { tag: 'none' } : ofCell(wkt);
}
