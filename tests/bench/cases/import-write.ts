/**
 * Rows that carry the number of their source, written against as many records that carry one too, as the screen does it: staged in
 * pieces, written in portions, with the rights of an administrator. On PGlite and on PostgreSQL, 5,000 rows and 20,000: what a row
 * costs must not grow with the register. The longest portion is what another console may have to wait for.
 */
import type { TestRegister } from '../../support/register.ts';
import { atMost } from '../bench.ts';
import type { Bench, CaseReport } from '../bench.ts';
import { ADMIN, DISTRICT, ground, missing, onRegister } from '../registers/registers.ts';
import type { Tier } from '../registers/registers.ts';

const SIZES = [5_000, 20_000] as const;
const PIECE = 2000;
/** Of the rows this share has a number that the register knows already, under another record: refused, row by row. */
const TAKEN = 100;
const BATCH = '00000000-0000-4000-8000-0000000000b0';

interface Taken {
  ms: number;
  longestMs: number;
  wrong: number;
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
  const call = async <T extends object>(sql: string): Promise<T> => (await register.as<T>(ADMIN, sql))[0] as T;
  await call(`select public.import_open('${BATCH}', 'shelter', '${DISTRICT}', 'rows.csv')`);
  for (let from = 1; from <= size; from += PIECE) await call(piece(from, size));
  const begun = performance.now();
  let longestMs = 0;
  for (;;) {
    const started = performance.now();
    const { answer } = await call<{ answer: { state: string; created?: number; refused?: unknown[] } }>(
      `select public.import_write('${BATCH}') as answer`,
    );
    longestMs = Math.max(longestMs, performance.now() - started);
    if (answer.state === 'writing') continue;
    const refused = Math.floor(size / TAKEN);
    const right = answer.created === size - refused && answer.refused?.length === refused;
    return { ms: performance.now() - begun, longestMs, wrong: right ? 0 : 1 };
  }
}

async function measured(tier: Tier, progress: (text: string) => void): Promise<{ report: CaseReport; growth: number }> {
  const figures: Record<string, number> = {};
  const perRow: number[] = [];
  let wrong = 0;
  let longest = 0;
  for (const size of SIZES) {
    progress(`${tier}, ${size} rows against ${size} records`);
    const taken = await onRegister(tier, (register) => write(register, size));
    wrong += taken.wrong;
    longest = Math.max(longest, taken.longestMs);
    perRow.push(taken.ms / size);
    figures[`${size} rows, ms a row`] = taken.ms / size;
    figures[`${size} rows, longest portion ms`] = taken.longestMs;
  }
  const growth = (perRow[1] ?? NaN) / (perRow[0] ?? NaN);
  return { report: { case: tier, wrong, figures, ratios: { 'a row of 5,000 to one of 20,000': 1 / growth } }, growth };
}

export const bench: Bench = async (progress) => {
  const cases: CaseReport[] = [];
  const targets = [];
  for (const tier of ['pglite', 'postgres'] as const) {
    const reason = missing(tier);
    if (reason !== null) {
      cases.push({ case: tier, wrong: 0, figures: {}, ratios: {}, skipped: { [tier]: reason } });
      continue;
    }
    const { report, growth } = await measured(tier, progress);
    cases.push(report);
    targets.push(atMost(`${tier}: a row among 20,000 to one among 5,000`, 1.5, growth));
  }
  const of = (tier: Tier): number | undefined =>
    cases.find((one) => one.case === tier)?.figures['20000 rows, ms a row'];
  const [pglite, postgres] = [of('pglite'), of('postgres')];
  if (pglite !== undefined && postgres !== undefined)
    for (const one of cases) if (one.case === 'postgres') one.ratios['PGlite, 20,000 rows'] = pglite / postgres;
  return { cases, targets };
};
