/** Road networks as an admin looks after them: which there are, and files on their way to becoming one. */
import { create } from 'zustand';
import type { KeptRoadNetwork, LngLat } from '../core/model/index.ts';
import type {
  RoadLook,
  RoadProgress,
  RoadSettings,
  RoadTrouble,
  RoadsInHand,
} from '../core/roads/import-session.ts';
import type { Gap } from '../core/roads/incoming.ts';
import type { RoadReport } from '../core/roads/report.ts';
import type { SaveFailure } from './saving.ts';
import type { Fetched } from './upkeep.ts';

/** How far sending is: pieces of the graph, then edges, then the server's own work. */
export interface RoadSending {
  step: 'graph' | 'edges' | 'assemble' | 'finish';
  done: number;
  total: number;
}

export type RoadStage =
  | { tag: 'choose' }
  | { tag: 'looking' }
  /** The files are known; nothing is read yet. */
  | { tag: 'settings' }
  | { tag: 'reading'; progress: RoadProgress | null }
  | { tag: 'refused'; trouble: RoadTrouble }
  /** The network is built and its report is on the screen; nothing is stored. */
  | { tag: 'read' }
  | ({ tag: 'sending' } & RoadSending)
  /** Nothing is lost and nobody uses what was sent: it can go on, or be given up. */
  | { tag: 'stopped'; reason: SaveFailure; code: string | null; at: RoadSending }
  | { tag: 'done'; edition: number }
  | { tag: 'broken'; message: string };

interface RoadFileInfo {
  name: string;
  size: number;
}

export interface RoadNetworksState {
  networks: Fetched<readonly KeptRoadNetwork[]>;
  /** The stored network whose report is open. */
  shown: { network: KeptRoadNetwork; report: Fetched<RoadReport> } | null;
  /** Whether files stand on the screen instead of the list. */
  importing: boolean;
  stage: RoadStage;
  files: readonly RoadFileInfo[];
  look: RoadLook | null;
  settings: RoadSettings;
  district: string;
  result: RoadsInHand | null;
  /** The gap the map has gone to. */
  gap: Gap | null;
  /** Roads around it, WGS-84, as far as they came. */
  around: readonly (readonly LngLat[])[];
  /** Gaps somebody looked at on this computer, by `gapKey`. */
  seen: ReadonlySet<string>;
}

export const plainRoadSettings: RoadSettings = {
  layer: null,
  columns: {},
  crs: null,
  encoding: null,
  tolerance: null,
  splitCrossings: false,
  gap: null,
  source: '',
};

const initialRoadNetworks: RoadNetworksState = {
  networks: { status: 'loading', value: null },
  shown: null,
  importing: false,
  stage: { tag: 'choose' },
  files: [],
  look: null,
  settings: plainRoadSettings,
  district: '',
  result: null,
  gap: null,
  around: [],
  seen: new Set(),
};

export const useRoadNetworks = create<RoadNetworksState>(() => initialRoadNetworks);

/** The report on the screen: of the files in hand, or of a stored network. */
export const reportShown = ({ importing, result, shown }: RoadNetworksState): RoadReport | null =>
  importing ? (result?.report ?? null) : (shown?.report.value ?? null);

/** What tells a gap from others, also after the next import of the same file. */
export const gapKey = ({ a, b }: Gap): string =>
  [...a, ...b].map((degrees) => degrees.toFixed(6)).join(' ');
