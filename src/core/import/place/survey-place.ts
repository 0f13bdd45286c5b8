/**
 * Places as forms for tablets write them (ODK XForms specification, "geopoint", "geotrace" and "geoshape"; KoBo, Survey123
 * and others follow it): latitude, longitude, altitude and accuracy with blanks between them, and places separated by
 * semicolons.
 */
import type { LineString, Point, Polygon, Position } from 'geojson';

const NUMBER = /^[-+]?\d+(?:\.\d+)?$/;

/** `[lng, lat]`, or null for anything but three or four numbers. */
function placeOf(text: string): Position | null {
  const parts = text.trim().split(/\s+/);
  if (parts.length < 3 || parts.length > 4 || !parts.every((part) => NUMBER.test(part)))
    return null;
  const [lat = NaN, lng = NaN] = parts.map(Number);
  // Some write the longitude first all the same; where only one order is on earth there is no doubt.
  return Math.abs(lat) > 90 && Math.abs(lng) <= 90 ? [lat, lng] : [lng, lat];
}

/** A point, a line or (when it ends where it began) an area, in degrees; null when the text is something else. */
export function readSurveyPlace(text: string): Point | LineString | Polygon | null {
  const places: Position[] = [];
  for (const part of text.split(';').filter((one) => one.trim() !== '')) {
    const place = placeOf(part);
    if (place === null) return null;
    places.push(place);
  }
  const [first, last] = [places[0], places.at(-1)];
  if (first === undefined || last === undefined) return null;
  if (places.length === 1) return { type: 'Point', coordinates: first };
  const isClosed = places.length > 3 && first[0] === last[0] && first[1] === last[1];
  return isClosed
    ? { type: 'Polygon', coordinates: [places] }
    : { type: 'LineString', coordinates: places };
}
