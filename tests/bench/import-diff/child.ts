/** The difference view of one file, or a plain join beside it, in a process of its own: `child.ts <muster|join|idle>`. */
import { importFile } from '../../../src/core/import/import-file.ts';
import { ImportSession } from '../../../src/core/import/session/session.ts';
import type { ImportSettings } from '../../../src/core/import/session/types.ts';
import type { PlannedRecord } from '../../../src/core/import/types.ts';
import type { Shelter } from '../../../src/core/model/index.ts';
import { peakMemory, taken } from '../processes/measure.ts';
import type { Taken } from '../processes/measure.ts';
import { DISTRICT, question } from './question.ts';
import type { Counts } from './question.ts';

export interface DiffMeasured extends Taken {
  counts: Counts;
  /** Milliseconds until a page of a hundred lines is there, once compared. */
  pageMs: number;
  /** MB. */
  peak: number;
}

const WORDS = { unnamed: '未命名', unclassified: '未分类', unitUnstated: '未注明' };
const quiet = (): void => undefined;

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
  await Promise.resolve();
}

/** What the screen does: the register is handed over, the rows are compared, the first lines are shown. */
async function muster(
  file: Uint8Array,
  stored: readonly Shelter[],
): Promise<Omit<DiffMeasured, 'peak'>> {
  let ids = 0;
  const session = new ImportSession(
    { open: () => once(file), size: file.length },
    {
      fileName: 'rows.csv',
      words: WORDS,
      now: Date.parse('2026-11-22T00:00:00Z'),
      kinds: ['shelter'],
      likelyKind: 'shelter',
      districts: [
        {
          code: DISTRICT,
          path: `/0/${DISTRICT}/`,
          name: '',
          geometry: null,
          timezone: 'Asia/Shanghai',
        },
      ],
    },
    () => `new-${ids++}`,
  );
  const settings: ImportSettings = {
    kind: 'shelter',
    district: DISTRICT,
    columns: {},
    set: {},
    crs: null,
    encoding: null,
    header: null,
    layer: null,
    source: null,
  };
  const read = await session.read(settings, quiet);
  if (read.tag !== 'understood') throw new Error(JSON.stringify(read));
  const compare = (): Counts => {
    session.forgetStored();
    session.addStored('shelter', stored);
    const { groups } = session.compare(quiet);
    return {
      new: groups.new,
      changed: groups.changed,
      unchanged: groups.unchanged,
      missing: groups.missing,
    };
  };
  compare();
  const { cpu, ms, result } = await taken(compare);
  const started = performance.now();
  session.rows('changed', 9000, 100);
  return { cpu, ms, counts: result as Counts, pageMs: performance.now() - started };
}

/** A join by number over the same planned records: a Map of the register, and the facts that the file has compared. */
async function join(
  file: Uint8Array,
  stored: readonly Shelter[],
): Promise<Omit<DiffMeasured, 'peak'>> {
  const { records } = await importFile(once(file), {
    kind: 'shelter',
    fileName: 'rows.csv',
    words: WORDS,
  });
  const isSame = ({ name, geometry, fields }: PlannedRecord, one: Shelter): boolean =>
    geometry?.type === 'Point' &&
    geometry.coordinates[0] === one.lng &&
    geometry.coordinates[1] === one.lat &&
    name === one.name &&
    fields.address === one.address &&
    fields.capacity === one.capacity &&
    fields.source === one.source;
  const groupOf = (record: PlannedRecord, one: Shelter | null): keyof Counts => {
    if (one === null) return 'new';
    return isSame(record, one) ? 'unchanged' : 'changed';
  };
  const compare = (): Counts => {
    const counts: Counts = { new: 0, changed: 0, unchanged: 0, missing: 0 };
    const lines: { group: keyof Counts; record: PlannedRecord | null; stored: Shelter | null }[] =
      [];
    const byKey = new Map(stored.map((one) => [one.externalId, one]));
    for (const record of records) {
      const one = byKey.get(record.externalId) ?? null;
      const group = groupOf(record, one);
      counts[group]++;
      lines.push({ group, record, stored: one });
      if (one !== null) byKey.delete(record.externalId);
    }
    for (const one of byKey.values()) {
      counts.missing++;
      lines.push({ group: 'missing', record: null, stored: one });
    }
    return counts;
  };
  compare();
  const { cpu, ms, result } = await taken(compare);
  return { cpu, ms, counts: result as Counts, pageMs: 0 };
}

const [what = 'muster'] = process.argv.slice(2);
const { stored, file } = question();
if (what === 'idle') console.log(JSON.stringify(peakMemory()));
else {
  const measured = await (what === 'muster' ? muster : join)(file, stored);
  console.log(JSON.stringify({ ...measured, peak: peakMemory() } satisfies DiffMeasured));
}
