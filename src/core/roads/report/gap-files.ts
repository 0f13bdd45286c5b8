/** Gaps as files for a desktop GIS, where they are repaired: a line from dead end to dead end each, WGS-84. */
import type { FeatureCollection, LineString } from 'geojson';
import type { Gap } from '../incoming.ts';

const place = ([lng, lat]: Gap['a']): [number, number] => [
  Number(lng.toFixed(7)),
  Number(lat.toFixed(7)),
];
const meters = ({ distance }: Gap): number => Number(distance.toFixed(3));

export function gapsAsGeoJson(gaps: readonly Gap[], isSeen: (gap: Gap) => boolean): string {
  const collection: FeatureCollection<LineString> = {
    type: 'FeatureCollection',
    features: gaps.map((gap, i) => ({
      type: 'Feature',
      properties: { gap: i + 1, meters: meters(gap), seen: isSeen(gap) },
      geometry: { type: 'LineString', coordinates: [place(gap.a), place(gap.b)] },
    })),
  };
  return `${JSON.stringify(collection)}\n`;
}

/** With a byte order mark, which spreadsheets take as a sign of UTF-8. */
export function gapsAsCsv(gaps: readonly Gap[], isSeen: (gap: Gap) => boolean): string {
  const rows = gaps.map((gap, i) =>
    [i + 1, meters(gap), ...place(gap.a), ...place(gap.b), isSeen(gap) ? 1 : 0].join(','),
  );
  return `\ufeff${['gap,meters,lng_a,lat_a,lng_b,lat_b,seen', ...rows].join('\r\n')}\r\n`;
}
