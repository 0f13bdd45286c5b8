/**
 * Draws the demo county as an SVG to look at while changing it:
 * `npx tsx tests/demo/preview.ts out.svg [zoom] [lng] [lat]`. Not a test; nothing of the app uses it.
 */
import { writeFileSync } from 'node:fs';
import type { Geometry, Position } from 'geojson';
import { generateDemo } from '../../supabase/demo/generate.ts';

const [out = 'demo.svg', zoom = '1', lng = '110.94', lat = '28.02'] = process.argv.slice(2);
const [width, height] = [1500, 1180];
const scale = 2450 * Number(zoom);
const shrink = Math.cos((28.02 * Math.PI) / 180);
const at = ([x = 0, y = 0]: Position): string =>
  `${(width / 2 + (x - Number(lng)) * shrink * scale).toFixed(1)},${(height / 2 - (y - Number(lat)) * scale).toFixed(1)}`;
const run = (line: Position[]): string => `M${line.map(at).join('L')}`;

function path(shape: Geometry): string {
  if (shape.type === 'Polygon') return shape.coordinates.map((ring) => `${run(ring)}Z`).join('');
  if (shape.type === 'MultiPolygon')
    return shape.coordinates
      .flat()
      .map((ring) => `${run(ring)}Z`)
      .join('');
  if (shape.type === 'LineString') return run(shape.coordinates);
  return '';
}

const demo = generateDemo(new Date());
const parts: string[] = [];
const fill = (shape: Geometry, style: string): void => {
  parts.push(`<path d="${path(shape)}" fill-rule="evenodd" ${style}/>`);
};
const stroke = (shape: Geometry, colour: string, wide: number, more = ''): void =>
  fill(shape, `fill="none" stroke="${colour}" stroke-width="${wide}" ${more}`);
const placeOf = (shape: Geometry | null): Position | undefined => {
  if (shape?.type === 'Point') return shape.coordinates;
  return shape?.type === 'Polygon' ? shape.coordinates[0]?.[0] : undefined;
};
const mark = (shape: Geometry | null, sign: string, colour: string, label = ''): void => {
  const place = placeOf(shape);
  if (!place) return;
  const [x = '0', y = '0'] = at(place).split(',');
  parts.push(
    `<text x="${x}" y="${y}" font-size="11" text-anchor="middle" fill="${colour}">${sign}</text>`,
    `<text x="${Number(x) + 7}" y="${y}" font-size="10" fill="${colour}">${label}</text>`,
  );
};

const GROUND: Record<string, string> = {
  land: '#f7f5ee',
  relief: '#d9d2b8',
  green: '#cfe3c0',
  water: '#9cc4e6',
};
const ROADS: Record<string, [string, number]> = {
  track: ['#b99', 0.8],
  residential: ['#aaa', 0.8],
  tertiary: ['#777', 1.2],
  secondary: ['#c9b200', 2],
  primary: ['#e8a33d', 2.8],
  trunk: ['#d2691e', 3.6],
};
for (const { layer, geom } of demo.base_feature)
  if (GROUND[layer])
    fill(geom, `fill="${GROUND[layer]}" fill-opacity="${layer === 'relief' ? 0.55 : 0.9}"`);
for (const { layer, class: of, geom } of demo.base_feature)
  if (layer === 'waterway') stroke(geom, '#9cc4e6', of === 'river' ? 2.4 : 1.1);
for (const { level, geom } of demo.district)
  if (geom) stroke(geom, '#555', level === 'county' ? 1.6 : 0.7, 'stroke-dasharray="5 3"');
for (const [of, [colour, wide]] of Object.entries(ROADS))
  for (const row of demo.base_feature)
    if (row.layer === 'road' && row.class === of) stroke(row.geom, colour, wide);
for (const { layer, geom } of demo.base_feature)
  if (layer === 'railway') stroke(geom, '#333', 1.4, 'stroke-dasharray="9 4"');
for (const { geom } of demo.evacuation_route) stroke(geom, '#0a7', 1.6, 'stroke-opacity="0.7"');
for (const { geom } of demo.hazard)
  if (geom?.type === 'LineString') stroke(geom, '#d33', 1.5);
  else if (geom?.type === 'Polygon') fill(geom, 'fill="#d33" fill-opacity="0.25" stroke="#d33"');
for (const { geom } of demo.closure) stroke(geom, '#000', 4);
const labelled = Number(zoom) > 2;
for (const { geom, name } of demo.settlement) mark(geom, '·', '#333', labelled ? name : '');
for (const { geom, name } of demo.shelter) mark(geom, '⌂', '#063', labelled ? name : '');
for (const { geom, name } of demo.depot) mark(geom, '■', '#048', labelled ? name : '');
for (const { geom, name } of demo.team) mark(geom, '●', '#406', labelled ? name : '');
for (const { geom, name } of demo.hazard) mark(geom, '▲', '#c30', labelled ? name : '');
for (const { geom, title } of demo.incident) mark(geom, '◆', '#900', labelled ? title : '');

writeFileSync(
  out,
  `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" style="background:#ddd">${parts.join('')}</svg>`,
);
