/** A box of desktop GIS asks the spatial index, under row level security, however many records there are. PostgreSQL tells by its plans. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findPostgres, startPostgres } from '../support/postgres.ts';
import type { TestPostgres } from '../support/postgres.ts';
import { registerOnPostgres } from '../support/register.ts';
import type { TestRegister } from '../support/register.ts';
import { layGround } from './pgtap-files.ts';

const VIEWER = '00000000-0000-4000-8000-000000000005';
const ROWS = 20_000;

describe.skipIf(findPostgres() === null)(
  'a box of ten records among many',
  { timeout: 120_000 },
  () => {
    let server: TestPostgres;
    let register: TestRegister;
    beforeAll(async () => {
      server = await startPostgres();
      register = await registerOnPostgres(server);
      await layGround(register);
      await register.run(`select muster_test.settle_in();
      insert into public.settlement (district_code, name, source, geom)
        select 'za', '村' || n, '试验', extensions.st_setsrid(extensions.st_makepoint(100 + (n % 200) * 0.05, 20 + (n / 200) * 0.05), 4326)
        from generate_series(1, ${ROWS}) n;
      analyze public.settlement;`);
    }, 120_000);
    afterAll(async () => {
      await register.close();
      await server.stop();
    });

    const page = (box: string) =>
      register.as<{ page: { matched: number } }>(
        VIEWER,
        `select public.feature_page('settlement', ${box}, p_limit => 10) as page`,
      );

    /** What PostgreSQL itself counted of the table: rows read one by one, and questions to the spatial index. */
    async function counted(): Promise<{ rows: number; asked: number }> {
      await register.run('select pg_stat_force_next_flush()');
      const [line = ''] = await register.run(`
      select t.seq_tup_read || ' ' || i.idx_scan from pg_stat_user_tables t join pg_stat_user_indexes i using (relid)
      where t.relname = 'settlement' and i.indexrelid = (select x.indexrelid from pg_index x
        where x.indrelid = t.relid and pg_get_indexdef(x.indexrelid) ~ 'gist \\(geom\\)')`);
      const [rows = -1, asked = -1] = line.split(' ').map(Number);
      return { rows, asked };
    }

    it('asks the index and reads nobody else, as whoever asks', async () => {
      const before = await counted();
      const [few] = await page('array[101, 21, 101.2, 21.1]');
      const after = await counted();
      expect(few?.page.matched).toBeGreaterThan(5);
      expect(few?.page.matched).toBeLessThan(50);
      expect(after.asked).toBeGreaterThan(before.asked);
      expect(after.rows - before.rows).toBe(0);
      const [all] = await page('array[90, 10, 120, 60]');
      expect(all?.page.matched).toBeGreaterThanOrEqual(ROWS);
    });
  },
);
