/** GeoJSON (RFC 7946): one feature a line; a collection that is not in WGS-84 says so in the member readers look at. */
import { keepApostrophe } from '../../text/formula.ts';
import { turned } from '../geometry.ts';
import { TextOut } from '../text.ts';
import type { About, ExportColumn, ExportRow, Sink, Writer } from '../types.ts';
import type { Geometry } from 'geojson';
import { CRS_NAMES } from '../types.ts';

function wound(geometry: Geometry): Geometry {
  if (geometry.type === 'Polygon')
    return { type: 'Polygon', coordinates: turned(geometry.coordinates, false) };
  if (geometry.type === 'MultiPolygon')
    return {
      type: 'MultiPolygon',
      coordinates: geometry.coordinates.map((polygon) => turned(polygon, false)),
    };
  return geometry;
}

export function writeGeoJson(columns: readonly ExportColumn[], about: About, sink: Sink): Writer {
  const out = new TextOut(sink);
  const crs =
    about.crs === 'wgs84'
      ? {}
      : { crs: { type: 'name', properties: { name: CRS_NAMES[about.crs] } } };
  const { kind, title, asOf, sources, lines } = about;
  const metadata = {
    kind,
    title,
    dataAsOf: asOf,
    crs: CRS_NAMES[about.crs],
    source: sources,
    about: lines,
  };
  const head = JSON.stringify({ type: 'FeatureCollection', name: about.layer, ...crs, metadata });
  out.write(`${head.slice(0, -1)},"features":[`);
  let first = true;
  const keys = columns.map(({ title: key }) => `${JSON.stringify(key)}:`);
  const row = ({ id, values, geometry }: ExportRow): void => {
    const properties = values
      .map(
        (value, i) =>
          `${keys[i] ?? ''}${JSON.stringify(typeof value === 'string' ? keepApostrophe(value) : value)}`,
      )
      .join(',');
    const shape = geometry === null ? 'null' : JSON.stringify(wound(geometry));
    out.write(
      `${first ? '' : ','}\n{"type":"Feature","id":${JSON.stringify(id)},"properties":{${properties}},"geometry":${shape}}`,
    );
    first = false;
  };
  return {
    row,
    end() {
      out.write('\n]}\n');
      out.flush();
    },
    leftOut: 0,
  };
}
