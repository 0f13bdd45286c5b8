/** The register out through the tool and in again through the importer's own door: the database says that nothing changed. */
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { formatsOf } from '../../src/core/export/types.ts';
import { IMPORT_KINDS } from '../../src/core/import/types.ts';
import { loadDemo } from '../../supabase/demo/load.ts';
import { readCommand as readExport } from '../../supabase/tools/exporting/options.ts';
import { runExport } from '../../supabase/tools/exporting/run.ts';
import { readCommand as readImport } from '../../supabase/tools/importing/options.ts';
import { runImport } from '../../supabase/tools/importing/run.ts';
import { openPrepared } from '../support/embedded.ts';
import type { Prepared } from '../support/embedded.ts';

let db: Prepared;
let folder: string;

beforeAll(async () => {
  db = await openPrepared();
  folder = mkdtempSync(join(tmpdir(), 'muster-export-'));
  process.env.INIT_CWD = folder;
  await loadDemo(db, new Date());
  // What a person made at a console has no external id; some have no place, some blanks and formulas.
  await db.query(`insert into public.shelter (district_code, name, kind, source, note) values
    ((select district_code from public.shelter limit 1), '=没有位置', '学校', '手工', ' -1 '),
    ((select district_code from public.shelter limit 1), '''=引号', '学校', '手工', '无')`);
});
afterAll(async () => {
  await db.close();
  rmSync(folder, { recursive: true, force: true });
});

const take = (...args: string[]) => {
  const command = readExport(args);
  if (command === null) throw new Error('usage');
  return runExport(command, db);
};
const keepOpen = () => Promise.resolve({ ...db, close: () => Promise.resolve() });

/** Everything that an import might touch, as the database sums it up. */
const state = async (): Promise<unknown> =>
  db.query(`select 'shelter' as kind, count(*)::int as rows, sum(version)::int as versions from public.shelter
    union all select 'hazard', count(*)::int, sum(version)::int from public.hazard
    union all select 'depot', count(*)::int, sum(version)::int from public.depot
    union all select 'stock_movement', count(*)::int, 0 from public.stock_movement
    union all select 'contact', count(*)::int, sum(version)::int from public.contact
    union all select 'incident', count(*)::int, sum(version)::int from public.incident
    union all select 'closure', count(*)::int, sum(version)::int from public.closure
    union all select 'route', count(*)::int, sum(version)::int from public.evacuation_route
    union all select 'district', count(*)::int, sum(version)::int from public.district`);

describe('the whole register', () => {
  it.each(IMPORT_KINDS.flatMap((kind) => formatsOf(kind).map((format) => [kind, format] as const)))(
    '%s as %s is unchanged for the database',
    async (kind, format) => {
      const before = await state();
      const crs = format === 'csv' || format === 'kml' ? ['--crs', 'gcj02'] : [];
      const contacts = kind === 'base_feature' || kind === 'district' ? [] : ['--contacts'];
      const { path, rows } = await take(
        kind,
        '--format',
        format,
        '--out',
        join(folder, `${kind}-${format}.file`),
        ...crs,
        ...contacts,
      );
      const command = readImport([kind, path, '--radius', 'none']);
      if (command === null) throw new Error('usage');
      const { report } = await runImport(command, { open: keepOpen });
      expect(report.rejected).toEqual([]);
      expect({ read: report.read, unchanged: report.unchanged, accepted: report.accepted }).toEqual(
        {
          read: rows,
          unchanged: rows,
          accepted: 0,
        },
      );
      expect(await state()).toEqual(before);
    },
    120_000,
  );
});

describe('the command', () => {
  it('takes one district with those below it, and never writes over a file', async () => {
    const [village] = await db.query<{ code: string; rows: number }>(
      `select d.code, count(*)::int as rows from public.district d join public.settlement s on s.district_code = d.code
       group by d.code order by 2 limit 1`,
    );
    const out = join(folder, 'part.csv');
    expect((await take('settlement', '--district', village?.code ?? '', '--out', out)).rows).toBe(
      village?.rows,
    );
    await expect(async () => take('settlement', '--out', out)).rejects.toThrow(/part\.csv/);
    await expect(async () => take('settlement', '--district', 'nowhere')).rejects.toThrow(
      /nowhere/,
    );
  });

  it('gives phones only where asked, archived records only where asked, and notes every export', async () => {
    const plain = readFileSync(
      (await take('team', '--out', join(folder, 'plain.csv'))).path,
      'utf8',
    );
    const withPhones = readFileSync(
      (await take('team', '--out', join(folder, 'phones.csv'), '--contacts')).path,
      'utf8',
    );
    const phones = await db.query<{ phone: string }>(
      `select phone from public.contact where resource_kind = 'team' and phone is not null`,
    );
    expect(phones.filter(({ phone }) => plain.includes(phone))).toEqual([]);
    // The first person of each team; all of them are a table of their own.
    expect(phones.some(({ phone }) => withPhones.includes(phone))).toBe(true);
    await db.query(
      `update public.team set archived_at = now() where id = (select id from public.team order by id limit 1)`,
    );
    const without = await take('team', '--out', join(folder, 'without.csv'));
    const all = await take('team', '--out', join(folder, 'all.csv'), '--archived');
    expect(all.rows).toBe(without.rows + 1);
    const noted = await db.query(
      `select action, about, detail from public.audit_event where action = 'export' and about = 'team' order by seq desc limit 1`,
    );
    expect(noted).toEqual([
      {
        action: 'export',
        about: 'team',
        detail: { format: 'csv', rows: all.rows, filter: null, origin: 'tool' },
      },
    ]);
  });

  it('exports stock and contacts as tables, and says why not as a map', async () => {
    expect((await take('stock_lot', '--out', join(folder, 'stock.xlsx'))).rows).toBeGreaterThan(0);
    expect(() => readExport(['stock-lot', '--format', 'kml'])).toThrow(/xlsx/);
    expect(existsSync(join(folder, 'stock.xlsx'))).toBe(true);
    expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([]);
  });
});
