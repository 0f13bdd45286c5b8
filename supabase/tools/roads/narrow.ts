/** Measured widths put on roads that were read, with an account of what was found and what was not. */
import { createReadStream, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { FeatureCollection } from 'geojson';
import { LeftOutList } from '../../../src/core/roads/incoming.ts';
import type { RoadsRead } from '../../../src/core/roads/incoming.ts';
import { narrowRoads } from '../../../src/core/roads/narrow/narrow-roads.ts';
import type { NarrowedRoads } from '../../../src/core/roads/narrow/narrow-roads.ts';
import { readNarrowPlaces } from '../../../src/core/roads/narrow/read-narrow-places.ts';
import { companionsOf, sqliteWasm } from '../importing/companion-files.ts';
import type { NarrowOptions } from './options.ts';

/** @throws RoadsFailure, FileFailure when the file cannot be read */
export async function narrowed(
  read: RoadsRead,
  { file, columns, within, missed }: NarrowOptions,
): Promise<RoadsRead> {
  const source = {
    input: createReadStream(file) as AsyncIterable<Uint8Array>,
    fileName: basename(file),
    companions: companionsOf(file),
  };
  const { places, unusable } = await readNarrowPlaces(source, columns, sqliteWasm);
  const result = narrowRoads(read.input.edges, places, within);
  if (missed !== null)
    writeFileSync(missed, `${JSON.stringify(missedFeatures(result), null, 1)}\n`);
  const leftOut = new LeftOutList();
  for (const { origin, name } of result.missed) leftOut.add('narrow_missed', name ?? origin);
  for (const origin of unusable) leftOut.add('narrow_unusable', origin);
  return {
    ...read,
    input: { ...read.input, edges: result.edges },
    leftOut: [...read.leftOut, ...leftOut.list()],
    notes: [
      ...read.notes,
      {
        note: 'narrowed',
        params: {
          count: places.length,
          byName: result.byName,
          byNearest: result.byNearest,
          missed: result.missed.length,
          km: (result.meters / 1000).toFixed(1),
        },
      },
    ],
  };
}

const missedFeatures = ({ missed }: NarrowedRoads): FeatureCollection => ({
  type: 'FeatureCollection',
  features: missed.map(({ place, name, widthM, origin, ...why }) => ({
    type: 'Feature',
    properties: { name, width: widthM, origin, ...why },
    geometry: { type: 'Point', coordinates: [...place] },
  })),
});
