/**
 * Shapefiles in one archive: a layer per type of geometry with the same columns, UTF-8 said by .cpg, the system by
 * .prj, and a README that tells what every short column name means.
 */
import type { About, CellValue, ExportColumn, ExportRow, Say, Sink, Writer } from '../types.ts';
import { addText, zipInto } from '../zip.ts';
import { planColumns, writeDbf } from './dbf.ts';
import { ShapeLayer, shapeOf } from './shp.ts';
import type { ShapeType } from './shp.ts';

const geographic = (name: string, datum: string): string =>
  `GEOGCS["${name}",DATUM["${datum}",SPHEROID["WGS_1984",6378137.0,298.257223563]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]]`;
const PRJ = {
  wgs84: geographic('GCS_WGS_1984', 'D_WGS_1984'),
  gcj02: geographic('GCJ-02', 'GCJ-02'),
} as const;

interface Layer {
  shapes: ShapeLayer;
  rows: (readonly CellValue[])[];
}

export function writeShapefile(
  columns: readonly ExportColumn[],
  about: About,
  say: Say,
  sink: Sink,
  pace: () => Promise<void>,
): Omit<Writer, 'end'> & { end: () => Promise<void> } {
  const layers = new Map<ShapeType, Layer>();
  const writer = {
    leftOut: 0,
    row({ values, geometry }: ExportRow) {
      const type = shapeOf(geometry);
      if (type === null) {
        writer.leftOut++;
        return;
      }
      let layer = layers.get(type);
      if (layer === undefined)
        layers.set(type, (layer = { shapes: new ShapeLayer(type), rows: [] }));
      layer.shapes.add(geometry);
      layer.rows.push(values);
    },
    async end() {
      const at = new Date(about.asOf);
      const zip = zipInto(sink, at);
      // One plan for all layers: the same columns everywhere, so that they are one table again on import.
      const table = planColumns(
        columns,
        [...layers.values()].flatMap(({ rows }) => rows),
      );
      const put = async (name: string, bytes: Uint8Array): Promise<void> => {
        const entry = zip.entry(name);
        for (let from = 0; from < bytes.length; from += 256 * 1024) {
          entry.sink(bytes.subarray(from, from + 256 * 1024));
          await pace();
        }
        entry.end();
      };
      for (const [type, { shapes, rows }] of layers) {
        const name = `${about.layer}_${type}`;
        const { shp, shx } = shapes.end();
        await put(`${name}.shp`, shp);
        await put(`${name}.shx`, shx);
        const dbf = zip.entry(`${name}.dbf`);
        await writeDbf(table, rows, at, dbf.sink, pace);
        dbf.end();
        addText(zip, `${name}.prj`, PRJ[about.crs]);
        addText(zip, `${name}.cpg`, 'UTF-8');
      }
      const names = columns.map(({ dbf, title }) => `${dbf.padEnd(10)}  ${title}`);
      const long =
        table.leftOut === 0 ? [] : [say('exporter.about.longLeftOut', { count: table.leftOut })];
      const lines = [...about.lines, ...long, '', say('exporter.about.columns'), ...names];
      addText(zip, 'README.txt', `\uFEFF${lines.join('\r\n')}\r\n`);
      zip.end();
    },
  };
  return writer;
}
