/** Road files of whatever kind as one network: the door for the command and for the screen. */
import { peek } from '../files/whole-bytes.ts';
import { RoadsFailure } from './failure.ts';
import type { RoadsRead } from './incoming.ts';
import type { LineOptions } from './lines/options.ts';
import { readLineRoads } from './lines/read-line-roads.ts';
import type { LineFile } from './lines/read-line-roads.ts';
import { looksLikeOsm } from './osm/read/open.ts';
import { readOsmRoads } from './osm/read-osm-roads.ts';

type RoadFile = LineFile;

/**
 * Files that belong together: extracts of OpenStreetMap, or sheets of one layer of lines.
 * @param source where the data are from, as shown with the roads.
 * @throws RoadsFailure, FileFailure
 */
export async function readRoads(
  files: readonly RoadFile[],
  options: LineOptions,
  source: string,
): Promise<RoadsRead> {
  const osm: AsyncIterable<Uint8Array>[] = [];
  const lines: LineFile[] = [];
  for (const file of files) {
    const { head, all } = await peek(file.input, 512);
    if (looksLikeOsm(head)) osm.push(all);
    else lines.push({ ...file, input: all });
  }
  if (osm.length > 0 && lines.length > 0) throw new RoadsFailure('mixed_files');
  return osm.length > 0 ? readOsmRoads(osm, source) : readLineRoads(lines, options, source);
}
