/**
 * GPX 1.1: places as waypoints, lines as tracks, areas as tracks along their outlines with a column that says what
 * they are. Waypoints come before tracks, as the schema asks. Records without a place cannot be written in GPX.
 */
import type { Geometry, Position } from 'geojson';
import { keepApostrophe } from '../../text/formula.ts';
import { outlineWord } from '../../geo/outlines.ts';
import { TextOut, xmlText } from '../text.ts';
import type { About, ExportColumn, ExportRow, Say, Sink, Writer } from '../types.ts';

const GPX_NAMESPACE = 'urn:muster:export:1';

interface Lines {
  lines: readonly (readonly Position[])[];
  /** What the lines outline; null = they are lines. */
  area: string | null;
}

function linesOf(geometry: Geometry): Lines | null {
  switch (geometry.type) {
    case 'LineString':
      return { lines: [geometry.coordinates], area: null };
    case 'MultiLineString':
      return { lines: geometry.coordinates, area: null };
    case 'Polygon':
      return { lines: geometry.coordinates, area: outlineWord([geometry.coordinates], false) };
    case 'MultiPolygon':
      return { lines: geometry.coordinates.flat(), area: outlineWord(geometry.coordinates, true) };
    default:
      return null;
  }
}

export function writeGpx(
  columns: readonly ExportColumn[],
  about: About,
  say: Say,
  sink: Sink,
): Writer {
  const out = new TextOut(sink);
  // The format has a place of its own for the name.
  const named = columns.findIndex(({ field }) => field === 'name');
  const keys = columns.map(({ title }) => `<muster:data name="${xmlText(title)}">`);
  const shapeKey = `<muster:data name="${xmlText(say('exporter.column.shape'))}">`;
  /** Encoded at once: text of a hundred thousand tracks would not fit beside the rest. */
  const tracks: Uint8Array[] = [];
  const later = new TextOut((bytes) => tracks.push(bytes));
  out.write(
    `<?xml version="1.0" encoding="UTF-8"?>\n<gpx version="1.1" creator="Muster" xmlns="http://www.topografix.com/GPX/1/1" xmlns:muster="${GPX_NAMESPACE}">\n`,
  );
  out.write(
    `<metadata><name>${xmlText(about.title)}</name><desc>${xmlText(about.lines.join('\n'))}</desc><time>${new Date(about.asOf).toISOString()}</time></metadata>\n`,
  );
  const at = (tag: string, [x, y]: Position, inner: string): string =>
    `<${tag} lat="${y}" lon="${x}">${inner}</${tag}>`;
  const writer: Writer = {
    leftOut: 0,
    row({ name, values, geometry }: ExportRow) {
      const lines = geometry === null ? null : linesOf(geometry);
      if (geometry === null || (lines === null && geometry.type !== 'Point')) {
        writer.leftOut++;
        return;
      }
      const data = values
        .map((value, i) =>
          value === null || i === named
            ? ''
            : `${keys[i] ?? ''}${xmlText(typeof value === 'string' ? keepApostrophe(value) : String(value))}</muster:data>`,
        )
        .join('');
      const area = lines?.area == null ? '' : `${shapeKey}${lines.area}</muster:data>`;
      const inner = `<name>${xmlText(keepApostrophe(name))}</name><extensions>${data}${area}</extensions>`;
      if (lines === null) {
        if (geometry.type === 'Point') out.write(`${at('wpt', geometry.coordinates, inner)}\n`);
        return;
      }
      const segments = lines.lines.map(
        (line) => `<trkseg>${line.map((place) => at('trkpt', place, '')).join('')}</trkseg>`,
      );
      later.write(`<trk>${inner}${segments.join('')}</trk>\n`);
    },
    end() {
      out.flush();
      later.flush();
      for (const bytes of tracks) sink(bytes);
      out.write('</gpx>\n');
      out.flush();
    },
  };
  return writer;
}
