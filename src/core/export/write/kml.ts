/** KML 2.2: every column as extended data, so that nothing is lost; what the file is stands in the document. */
import type { Geometry, Position } from 'geojson';
import { keepApostrophe } from '../../text/formula.ts';
import { turned } from '../geometry.ts';
import { TextOut, xmlText } from '../text.ts';
import type { About, ExportColumn, ExportRow, Sink, Writer } from '../types.ts';

const places = (line: readonly Position[]): string => line.map(([x, y]) => `${x},${y}`).join(' ');
const coordinates = (line: readonly Position[]): string =>
  `<coordinates>${places(line)}</coordinates>`;
const ring = (line: readonly Position[]): string => `<LinearRing>${coordinates(line)}</LinearRing>`;

function polygon(rings: readonly Position[][]): string {
  const [outer = [], ...holes] = turned(rings, false);
  const inner = holes.map((hole) => `<innerBoundaryIs>${ring(hole)}</innerBoundaryIs>`).join('');
  return `<Polygon><outerBoundaryIs>${ring(outer)}</outerBoundaryIs>${inner}</Polygon>`;
}

function shape(geometry: Geometry): string {
  switch (geometry.type) {
    case 'Point':
      return `<Point>${coordinates([geometry.coordinates])}</Point>`;
    case 'LineString':
      return `<LineString>${coordinates(geometry.coordinates)}</LineString>`;
    case 'Polygon':
      return polygon(geometry.coordinates);
    case 'MultiPoint':
      return many(geometry.coordinates.map((place) => ({ type: 'Point', coordinates: place })));
    case 'MultiLineString':
      return many(geometry.coordinates.map((line) => ({ type: 'LineString', coordinates: line })));
    case 'MultiPolygon':
      return many(geometry.coordinates.map((rings) => ({ type: 'Polygon', coordinates: rings })));
    case 'GeometryCollection':
      return many(geometry.geometries);
  }
}

const many = (parts: readonly Geometry[]): string =>
  `<MultiGeometry>${parts.map(shape).join('')}</MultiGeometry>`;

export function writeKml(columns: readonly ExportColumn[], about: About, sink: Sink): Writer {
  const out = new TextOut(sink);
  // The format has a place of its own for the name.
  const named = columns.findIndex(({ field }) => field === 'name');
  const keys = columns.map(({ title }) => `<Data name="${xmlText(title)}"><value>`);
  out.write(
    '<?xml version="1.0" encoding="UTF-8"?>\n<kml xmlns="http://www.opengis.net/kml/2.2">\n<Document>\n',
  );
  out.write(
    `<name>${xmlText(about.title)}</name>\n<description>${xmlText(about.lines.join('\n'))}</description>\n`,
  );
  const row = ({ id, name, values, geometry }: ExportRow): void => {
    const data = values
      .map((value, i) =>
        value === null || i === named
          ? ''
          : `${keys[i] ?? ''}${xmlText(typeof value === 'string' ? keepApostrophe(value) : String(value))}</value></Data>`,
      )
      .join('');
    const place = geometry === null ? '' : shape(geometry);
    out.write(
      `<Placemark id="r${xmlText(id)}"><name>${xmlText(keepApostrophe(name))}</name><ExtendedData>${data}</ExtendedData>${place}</Placemark>\n`,
    );
  };
  return {
    row,
    end() {
      out.write('</Document>\n</kml>\n');
      out.flush();
    },
    leftOut: 0,
  };
}
