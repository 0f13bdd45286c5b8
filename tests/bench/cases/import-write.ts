/**
 * Rows that carry the number of their source, written against as many records that carry one too, as the screen does it: staged in
 * pieces, written in portions, with the rights of an administrator. On PGlite and on PostgreSQL, 5,000 rows and 20,000: what a row
 * costs must not grow with the register. The longest portion is what another console may have to wait for. Milliseconds are the
 * least of some rounds, because other work on the machine makes them many times as many; pages of the database that were looked at
 * are the same on every machine, and a search through a register shows in them first.
 */
import type { TestRegister } from '../../support/register.ts';
import { atMost } from '../bench.ts';
import type { Bench, CaseReport } from '../bench.ts';
import { ADMIN, DISTRICT, ground, missing, onRegister } from '../registers/registers.ts';
import type { Tier } from '../registers/registers.ts';

const SIZES = [5_000, 20_000] as const;
const ROUNDS = Number(process.env.MUSTER_BENCH_ROUNDS ?? 2);
const PIECE = 2000;
/** Of the rows this share has a number that the register knows already, under another record: refused, row by row. */
const TAKEN = 100;
const BATCH = '00000000-0000-4000-8000-0000000000b0';

interface Taken {
  ms: number;
  longestMs: number;
  /** Looked at by the database, from memory or from the disk. */
  pages: number;
  wrong: number;
}

interface Explained {
  'QUERY PLAN': [{ Plan: Record<'Shared Hit Blocks' | 'Shared Read Blocks', number> }];
}

const settled = (size: number): string => `
  insert into public.shelter (district_code, external_id, name, kind, geom, source, capacity)
  select '${DISTRICT}', 'old-' || i, '避难场所' || i, 'school',
    extensions.st_setsrid(extensions.st_makepoint(113 + i % 100 / 1000.0, 29 + i % 97 / 1000.0), 4326), '试验', 100
  from generate_series(1, ${size}) i`;

const piece = (from: number, size: number): string => `
  select public.import_stage('${BATCH}', (select jsonb_agg(jsonb_build_object('seq', i, 'row', i, 'kind', 'shelter',
    'id', md5('new' || i)::uuid, 'version', null, 'change', jsonb_build_object('district_code', '${DISTRICT}',
      'external_id', case when i % ${TAKEN} = 0 then 'old-' else 'new-' end || i, 'name', '新点' || i, 'kind', 'school', 'source', '试验',
      'capacity', 100, 'geom', format('SRID=4326;POINT(%s %s)', 113 + i % 100 / 1000.0, 29 + i % 97 / 1000.0))))
    from generate_series(${from}, ${Math.min(from + PIECE - 1, size)}) i))`;

async function write(register: TestRegister, size: number): Promise<Taken> {
  await ground(register);
  await register.run(settled(size));
  const call = async <T extends object>(sql: string): Promise<T> =>
    (await register.as<T>(ADMIN, sql))[0] as T;
  await call(`select public.import_open('${BATCH}', 'shelter', '${DISTRICT}', 'rows.csv')`);
  for (let from = 1; from <= size; from += PIECE) await call(piece(from, size));
  const begun = performance.now();
  let [longestMs, pages] = [0, 0];
  for (;;) {
    const started = performance.now();
    const explained = await call<Explained>(
      `explain (analyze, buffers, timing off, format json) select public.import_write('${BATCH}')`,
    );
    longestMs = Math.max(longestMs, performance.now() - started);
    const { Plan } = explained['QUERY PLAN'][0];
    pages += Plan['Shared Hit Blocks'] + Plan['Shared Read Blocks'];
    const { state } = await call<{ state: string }>(
      `select state from public.import_batch where id = '${BATCH}'`,
    );
    if (state === 'writing') continue;
    const ms = performance.now() - begun;
    // Asked once more it says what it did.
    const { answer } = await call<{ answer: { created?: number; refused?: unknown[] } }>(
      `select public.import_write('${BATCH}') as answer`,
    );
    const refused = Math.floor(size / TAKEN);
    const right = answer.created === size - refused && answer.refused?.length === refused;
    return { ms, longestMs, pages, wrong: right ? 0 : 1 };
  }
}

interface Growth {
  ms: number;
  pages: number;
}

async function measured(
  tier: Tier,
  progress: (text: string) => void,
): Promise<{ report: CaseReport; growth: Growth; msARow: number }> {
  const taken = new Map<number, Taken[]>(SIZES.map((size) => [size, []]));
  for (let round = 1; round <= ROUNDS; round += 1)
    for (const size of SIZES) {
      progress(`${tier}, round ${round} of ${ROUNDS}: ${size} rows against ${size} records`);
      taken.get(size)?.push(await onRegister(tier, (register) => write(register, size)));
    }
  const all = [...taken.values()].flat();
  const least = (size: number, what: (one: Taken) => number): number =>
    Math.min(...(taken.get(size) ?? []).map(what));
  const figures: Record<string, number> = {};
  const [few, many] = SIZES.map((size) => {
    const [ms, pages] = [
      least(size, (one) => one.ms) / size,
      least(size, (one) => one.pages) / size,
    ];
    figures[`${size} rows, ms a row`] = ms;
    figures[`${size} rows, longest portion ms`] = least(size, (one) => one.longestMs);
    figures[`${size} rows, pages a row`] = pages;
    return { ms, pages };
  }) as [Growth, Growth];
  const growth = { ms: many.ms / few.ms, pages: many.pages / few.pages };
  return {
    report: {
      case: tier,
      wrong: all.reduce((sum, one) => sum + one.wrong, 0),
      figures,
      ratios: {
        'a row of 5,000 to one of 20,000': 1 / growth.ms,
        'pages of the same': 1 / growth.pages,
      },
    },
    growth,
    msARow: many.ms,
  };
}

export const bench: Bench = async (progress) => {
  const cases: CaseReport[] = [];
  const targets = [];
  const msARow: Partial<Record<Tier, number>> = {};
  for (const tier of ['pglite', 'postgres'] as const) {
    const reason = missing(tier);
    if (reason !== null) {
      cases.push({ case: tier, wrong: 0, figures: {}, ratios: {}, skipped: { [tier]: reason } });
      continue;
    }
    const { report, growth, ...found } = await measured(tier, progress);
    if (msARow.pglite !== undefined)
      report.ratios['PGlite, 20,000 rows'] = msARow.pglite / found.msARow;
    msARow[tier] = found.msARow;
    cases.push(report);
    targets.push(
      atMost(`${tier}: a row among 20,000 to one among 5,000, milliseconds`, 1.5, growth.ms),
      atMost(`${tier}: a row among 20,000 to one among 5,000, pages`, 1.5, growth.pages),
    );
  }
  return { cases, targets };
};
