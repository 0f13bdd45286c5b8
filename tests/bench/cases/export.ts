/**
 * A hundred thousand shelters out, in every format: rows per second, the size of the file and the most memory held. Next
 * to it in the same run the bare library under the two zipped formats (fflate on the same bytes), and JSON.stringify and
 * papaparse for the plain ones.
 */
import { zipSync, unzipSync } from 'fflate';
import Papa from 'papaparse';
import { exportRecords } from '../../../src/core/export/index.ts';
import type { ExportFormat } from '../../../src/core/export/index.ts';
import type { Shelter } from '../../../src/core/model/index.ts';
import { translate } from '../../../src/messages/index.ts';
import type { MessageKey } from '../../../src/messages/index.ts';
import { randomNumbers } from '../../core/nearest/point-sets.ts';
import { atMost } from '../bench.ts';
import type { Bench, CaseReport } from '../bench.ts';
import { median } from '../interleave.ts';

const ROWS = 100_000;
const ROUNDS = 3;
const FORMATS: readonly ExportFormat[] = ['csv', 'geojson', 'xlsx', 'kml', 'gpx', 'shapefile'];

function shelters(): Shelter[] {
  const random = randomNumbers(2026);
  return Array.from({ length: ROWS }, (_, i) => ({
    id: `00000000-0000-4000-8000-${String(i).padStart(12, '0')}`,
    version: 1,
    createdAt: '2026-01-01T00:00:00Z',
    updatedAt: '2026-01-01T00:00:00Z',
    updatedBy: null,
    archivedAt: null,
    districtCode: '430611',
    name: `第${i}避难场所`,
    address: `人民路${Math.floor(random() * 900)}号`,
    externalId: null,
    note: null,
    source: '县台账',
    observedAt: new Date(1.77e12 + i * 60_000).toISOString(),
    verifiedAt: null,
    verifiedBy: null,
    disputedAt: null,
    disputedBy: null,
    disputeReason: null,
    lng: 113 + random(),
    lat: 29 + random(),
    geometry: null,
    kind: '学校',
    state: 'standby',
    capacity: Math.floor(random() * 3000),
    capacityIndoor: null,
    capacityOutdoor: null,
    capacityText: null,
    effectiveAreaM2: null,
    facilities: ['厨房'],
    suitability: { flood: 'yes', earthquake: 'no' },
    serviceArea: null,
    occupancy: null,
    occupancyAt: null,
  }));
}

interface Run {
  ms: number;
  bytes: Uint8Array;
  rows: number;
  /** Megabytes of the process at most while it ran, above what it held before. */
  memory: number;
}

async function run(format: ExportFormat, records: readonly Shelter[]): Promise<Run> {
  const parts: Uint8Array[] = [];
  const before = process.memoryUsage().rss;
  let most = before;
  const started = performance.now();
  const { rows } = await exportRecords(
    {
      kind: 'shelter',
      format,
      records,
      crs: 'wgs84',
      asOf: '2026-11-22T00:00:00Z',
      timezone: 'Asia/Shanghai',
      say: (key, params) => translate('zh-CN', key as MessageKey, params),
      nameOf: () => null,
      contactOf: null,
      part: null,
      demo: false,
    },
    (bytes) => void parts.push(bytes.slice()),
    () => {
      most = Math.max(most, process.memoryUsage.rss());
      return Promise.resolve();
    },
  );
  const ms = performance.now() - started;
  return { ms, bytes: new Uint8Array(Buffer.concat(parts)), rows, memory: (most - before) / 1e6 };
}

/** What the library underneath takes for the same content, in milliseconds; null where there is none. */
function bare(format: ExportFormat, bytes: Uint8Array): { name: string; ms: number } | null {
  const timed = (name: string, work: () => unknown): { name: string; ms: number } => {
    const started = performance.now();
    work();
    return { name, ms: performance.now() - started };
  };
  if (format === 'xlsx' || format === 'shapefile') {
    const entries = unzipSync(bytes);
    return timed('fflate', () => zipSync(entries, { level: 3 }));
  }
  const text = new TextDecoder().decode(bytes);
  if (format === 'csv') {
    const { data } = Papa.parse<string[]>(text);
    return timed('papaparse', () => new TextEncoder().encode(Papa.unparse(data)));
  }
  if (format !== 'geojson') return null;
  const value: unknown = JSON.parse(text);
  return timed('JSON.stringify', () => new TextEncoder().encode(JSON.stringify(value)));
}

export const bench: Bench = async (progress) => {
  const records = shelters();
  const cases: CaseReport[] = [];
  let wrong = 0;
  let slowest = 0;
  for (const format of FORMATS) {
    progress(format);
    const runs: Run[] = [];
    const peers: { name: string; ms: number }[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      const one = await run(format, records);
      runs.push(one);
      const peer = bare(format, one.bytes);
      if (peer !== null) peers.push(peer);
    }
    const missing = runs.filter(({ rows }) => rows !== ROWS).length;
    wrong += missing;
    const ms = median(runs.map((one) => one.ms));
    slowest = Math.max(slowest, ms);
    const [peer] = peers;
    const peerMs = median(peers.map((one) => one.ms));
    cases.push({
      case: `${format}, 100,000 shelters`,
      wrong: missing,
      figures: {
        rows: ROWS,
        'rows per second': ROWS / (ms / 1000),
        muster_ms: ms,
        megabytes: (runs[0]?.bytes.length ?? 0) / 1e6,
        'peak memory MB': Math.max(...runs.map(({ memory }) => memory)),
        ...(peer === undefined ? {} : { [`${peer.name}_ms`]: peerMs }),
      },
      ratios: peer === undefined ? {} : { [peer.name]: peerMs / ms },
    });
  }
  return {
    cases,
    targets: [atMost('slowest format, seconds', 30, slowest / 1000), atMost('files with rows missing', 0, wrong)],
  };
};
