/** The worker that holds the road files in hand: one at a time. */
import type { RoadImportOffer } from '../../../workers/road-import.ts';
import { openPort } from '../../../workers/port.ts';
import type { Port } from '../../../workers/port.ts';
import type { GivenRoadFile } from './pair-files.ts';

let current: Port<RoadImportOffer> | null = null;
let given: readonly GivenRoadFile<File>[] = [];

/** The worker with the files in hand; one that was stopped is started anew. */
export async function roadImporter(): Promise<Port<RoadImportOffer>> {
  if (current !== null) return current;
  const port = openPort<RoadImportOffer>(
    new Worker(new URL('../../../workers/road-import.ts', import.meta.url), { type: 'module' }),
  );
  current = port;
  await port.call('open', [given]);
  return port;
}

/** Take other files; whatever was done with the former ones is dropped. */
export function giveRoadFiles(files: readonly GivenRoadFile<File>[]): void {
  stopRoadImporter();
  given = files;
}

/** Stop the worker in the middle of whatever it does; the files stay in hand. */
export function stopRoadImporter(): void {
  current?.close();
  current = null;
}
