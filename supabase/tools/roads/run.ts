/** One run of the roads command. */
import { createReadStream, statSync } from 'node:fs';
import { basename } from 'node:path';
import { buildNetwork } from '../../../src/core/roads/build/build-network.ts';
import { readRoads } from '../../../src/core/roads/read-roads.ts';
import { GAP_METERS, reportRoads } from '../../../src/core/roads/report.ts';
import type { RoadReport } from '../../../src/core/roads/report.ts';
import type { ToolDatabase } from '../../local/queryable.ts';
import { Refusal } from '../../local/text.ts';
import { companionsOf, sqliteWasm } from '../importing/companion-files.ts';
import { ProgressBar } from '../importing/progress.ts';
import { narrowed } from './narrow.ts';
import type { RoadsImport } from './options.ts';
import { asRefusal } from './text.ts';
import { storeNetwork } from '../../local/road-networks.ts';

export interface RoadsResult {
  report: RoadReport;
  /** Bytes of the graph. */
  bytes: number;
  /** null: a dry run. */
  stored: { id: string; edition: number } | null;
}

/** @throws Refusal (one line for people); then nothing was written */
export async function importRoads(
  command: RoadsImport,
  open: () => Promise<ToolDatabase>,
): Promise<RoadsResult> {
  const size = command.files.reduce((sum, file) => sum + statSync(file).size, 0);
  const bar = new ProgressBar(size);
  let done = 0;
  async function* counted(file: string): AsyncGenerator<Uint8Array> {
    for await (const chunk of createReadStream(file) as AsyncIterable<Uint8Array>) {
      done += chunk.length;
      bar.show({ phase: 'read', done, total: size });
      yield chunk;
    }
  }
  try {
    const source =
      command.source ??
      command.files
        .map((file) => basename(file))
        .join('、')
        .slice(0, 200);
    const files = command.files.map((file) => ({
      input: counted(file),
      fileName: basename(file),
      companions: companionsOf(file),
    }));
    const found = await readRoads(files, { ...command.lines, sqliteWasm }, source);
    const read = command.narrow === null ? found : await narrowed(found, command.narrow);
    const report = reportRoads(read, command.gapMeters ?? GAP_METERS);
    const graph = new Uint8Array(buildNetwork(read.input));
    const { district } = command;
    if (command.dryRun || district === null) return { report, bytes: graph.length, stored: null };
    const db = await open();
    try {
      const stored = await db.transaction((tx) =>
        storeNetwork(tx, {
          district,
          graph,
          read,
          report,
          onEdges: (edges, total) => bar.show({ phase: 'write', done: edges, total }),
        }),
      );
      return { report, bytes: graph.length, stored };
    } catch (error) {
      throw error instanceof Refusal
        ? error
        : new Refusal('importer.refusedByDatabase', {
            reason: error instanceof Error ? error.message : String(error),
          });
    } finally {
      await db.close();
    }
  } catch (error) {
    throw asRefusal(error);
  } finally {
    bar.end();
  }
}
