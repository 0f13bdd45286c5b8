/** Coordinates as KML writes them: `lng,lat[,height]`, one place after the other, blanks between. */
import type { RowFault } from '../source-row.ts';
import type { Position } from 'geojson';

/**
 * Places of a coordinates text; one that cannot be read becomes [NaN, NaN], so that it is refused and not left out.
 * A stray blank behind a comma (`113.1, 29.2`) is forgiven, heights are dropped.
 */
export function placesOf(text: string): Position[] {
  const places: Position[] = [];
  const plain = text.replace(/\s*,\s*/g, ',').trim();
  if (plain === '') return places;
  for (const part of plain.split(/\s+/)) {
    const comma = part.indexOf(',');
    if (comma <= 0) {
      places.push([NaN, NaN]);
      continue;
    }
    const second = part.indexOf(',', comma + 1);
    const x = Number(part.slice(0, comma));
    const y = Number(second < 0 ? part.slice(comma + 1) : part.slice(comma + 1, second));
    places.push([x, y]);
  }
  return places;
}

/** `lng lat height` of gx:coord. */
export function placeOfCoord(text: string): Position {
  const [x, y] = text.trim().split(/\s+/);
  return x === undefined || x === '' || y === undefined ? [NaN, NaN] : [Number(x), Number(y)];
}

export const isBad = ([x, y]: Position): boolean => !Number.isFinite(x) || !Number.isFinite(y);

export const unreadable = (text: string): RowFault => ({
  reason: 'unreadable_coordinate',
  params: { text: text.replace(/\s+/g, ' ').slice(0, 60) },
});
