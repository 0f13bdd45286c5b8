/** Road files in hand: looked at, read as a person says, kept until they are stored. The screen's worker is a shell over it. */
import { openFile } from '../files/open-file.ts';
import { peek } from '../files/whole-bytes.ts';
import { FileFailure } from '../files/failure.ts';
import type { Companion } from '../files/source-row.ts';
import type { LngLat } from '../model/index.ts';
import { buildNetwork } from './build/build-network.ts';
import { RoadsFailure } from './failure.ts';
import type { RoadsFailureCode } from './failure.ts';
import type { FailureCode } from '../files/failure.ts';
import type { RoadsRead } from './incoming.ts';
import { findColumns } from './lines/facts.ts';
import { LINE_FIELDS } from './lines/options.ts';
import type { LineField, LineOptions } from './lines/options.ts';
import { looksLikeOsm } from './osm/read/open.ts';
import { readRoads } from './read-roads.ts';
import { GAP_METERS, reportRoads } from './report.ts';
import type { RoadReport } from './report.ts';
import { edgePortion, graphPiece, networkFacts, pieceCount } from './storing/rows.ts';
import type { EdgePortion, NetworkFacts } from './storing/rows.ts';

/** A file that can be opened again and again. */
interface RoadSource {
  name: string;
  size: number;
  open: () => AsyncIterable<Uint8Array>;
  companions: readonly Companion[];
}

/** What a person says before the files are read. */
export interface RoadSettings {
  layer: string | null;
  columns: Readonly<Partial<Record<LineField, string>>>;
  crs: string | null;
  encoding: string | null;
  /** Degrees; null = as usual. */
  tolerance: number | null;
  splitCrossings: boolean;
  /** Metres. */
  gap: number | null;
  source: string;
}

/** What can be said about the files. */
export type RoadLook =
  | { tag: 'osm' }
  | {
      tag: 'lines';
      layers: readonly string[];
      layer: string | null;
      /** Titles of the columns of that layer. */
      columns: readonly string[];
      /** Which of them is taken for what. */
      guessed: Readonly<Partial<Record<LineField, string>>>;
    };

/** west, south, east, north. */
export type Box = readonly [number, number, number, number];

/** Why files are refused: the codes of roads or those of the importer, each with its text. */
export type RoadTrouble =
  | { by: 'roads'; code: RoadsFailureCode; params: Readonly<Record<string, string | number>> }
  | { by: 'importer'; code: FailureCode; params: Readonly<Record<string, string | number>> };

/** `read`: bytes of the files; `build`: of the network. */
export interface RoadProgress {
  phase: 'read' | 'build';
  done: number;
  total: number;
}

export interface RoadsInHand {
  report: RoadReport;
  /** Of the graph. */
  bytes: number;
  edges: number;
}

/** Enough to know the columns of a layer. */
const ROWS_LOOKED_AT = 2000;

/** A refusal as data; anything else is a fault of this program and stays an error. */
export function asTrouble(error: unknown): RoadTrouble | null {
  if (error instanceof RoadsFailure) return { by: 'roads', code: error.code, params: error.params };
  return error instanceof FileFailure
    ? { by: 'importer', code: error.code, params: error.params }
    : null;
}

export class RoadImportSession {
  private held: { read: RoadsRead; report: RoadReport; graph: Uint8Array } | null = null;

  constructor(
    private readonly files: readonly RoadSource[],
    private readonly sqliteWasm: () => Promise<Uint8Array>,
  ) {}

  /** What the first file is, and which layers and columns it has. @throws RoadsFailure, FileFailure */
  async look(layer: string | null): Promise<RoadLook> {
    const [file] = this.files;
    if (file === undefined) throw new RoadsFailure('no_roads');
    const { head, all } = await peek(file.open(), 512);
    if (looksLikeOsm(head)) return { tag: 'osm' };
    const { source } = await openFile(all, {
      fileName: file.name,
      companions: file.companions,
      layer: layer ?? undefined,
      sqliteWasm: this.sqliteWasm,
      knownTitles: (cells) =>
        Object.values(findColumns(cells)).filter((column) => column !== null).length,
    });
    // Some formats name a column with the first row that has it.
    let rows = 0;
    for await (const batch of source.batches) if ((rows += batch.length) >= ROWS_LOOKED_AT) break;
    const found = findColumns(source.columns);
    return {
      tag: 'lines',
      layers: source.layers.map(({ name }) => name),
      layer: source.layer,
      columns: [...source.columns],
      guessed: Object.fromEntries(
        LINE_FIELDS.flatMap((field) => {
          const column = found[field];
          return column === null ? [] : [[field, source.columns[column] ?? '']];
        }),
      ),
    };
  }

  /** Reads the files and builds the network; both stay in hand. @throws RoadsFailure, FileFailure */
  async read(
    settings: RoadSettings,
    onProgress: (progress: RoadProgress) => void,
  ): Promise<RoadsInHand> {
    this.held = null;
    const total = this.files.reduce((sum, { size }) => sum + size, 0);
    let done = 0;
    async function* counted(file: RoadSource): AsyncGenerator<Uint8Array> {
      for await (const chunk of file.open()) {
        done += chunk.length;
        onProgress({ phase: 'read', done, total });
        yield chunk;
      }
    }
    const options: LineOptions = {
      layer: settings.layer ?? undefined,
      columns: settings.columns,
      crs: settings.crs ?? undefined,
      encoding: settings.encoding ?? undefined,
      ...(settings.tolerance === null ? {} : { tolerance: settings.tolerance }),
      splitCrossings: settings.splitCrossings,
      sqliteWasm: this.sqliteWasm,
    };
    const files = this.files.map((file) => ({
      input: counted(file),
      fileName: file.name,
      companions: file.companions,
    }));
    const read = await readRoads(files, options, settings.source);
    const edges = read.input.edges.length;
    onProgress({ phase: 'build', done: 0, total: edges });
    const report = reportRoads(read, settings.gap ?? GAP_METERS);
    const graph = new Uint8Array(buildNetwork(read.input));
    this.held = { read, report, graph };
    return { report, bytes: graph.length, edges };
  }

  /** Lines that touch a box, for looking at a place; the first `most` of them. */
  near([west, south, east, north]: Box, most = 400): LngLat[][] {
    const lines: LngLat[][] = [];
    for (const { line } of this.inHand().read.input.edges) {
      const [lngs, lats] = [line.map(([lng]) => lng), line.map(([, lat]) => lat)];
      const apart =
        Math.max(...lngs) < west ||
        Math.min(...lngs) > east ||
        Math.max(...lats) < south ||
        Math.min(...lats) > north;
      if (!apart) lines.push([...line]);
      if (lines.length >= most) break;
    }
    return lines;
  }

  private inHand(): NonNullable<RoadImportSession['held']> {
    if (this.held === null) throw new Error('no network in hand');
    return this.held;
  }

  facts(district: string): NetworkFacts {
    const { read, report, graph } = this.inHand();
    return networkFacts(district, read, report, graph);
  }

  pieces = (): number => pieceCount(this.inHand().graph);
  piece = (part: number): string => graphPiece(this.inHand().graph, part);
  edges = (from: number): EdgePortion | null => edgePortion(this.inHand().read, from);
}
