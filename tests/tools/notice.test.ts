/** What a hand-out contains is named with its licence, and none of them came in unasked. */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  contained,
  isAccepted,
  notice,
  NOTICE_PATH,
} from '../../supabase/tools/describe/notice.ts';
import { openPrepared } from '../support/embedded.ts';
import type { Prepared } from '../support/embedded.ts';

const root = resolve(import.meta.dirname, '../..');
const written = readFileSync(join(root, NOTICE_PATH), 'utf8');

it('NOTICE is what is installed (npm run notice)', () => {
  expect(written).toBe(notice(root));
});

it('every package says a licence that was judged', () => {
  expect(contained(root).length).toBeGreaterThan(300);
  expect(contained(root).filter(({ license }) => !isAccepted(license))).toEqual([]);
  for (const license of ['', 'GPL-3.0', 'MIT AND GPL-2.0', '(AGPL-3.0 OR SSPL-1.0)'])
    expect(isAccepted(license)).toBe(false);
});

it('names every direct dependency', () => {
  const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    dependencies: Record<string, string>;
  };
  for (const [name, version] of Object.entries(dependencies))
    expect(written).toContain(`\n${name} ${version} — `);
});

describe('what is inside of the database', () => {
  let db: Prepared;
  beforeAll(async () => {
    db = await openPrepared();
  });
  afterAll(() => db.close());

  it('is named by the version that runs', async () => {
    const [said] = await db.query<{ full: string; server: string }>(
      `select extensions.postgis_full_version() as full, current_setting('server_version') as server`,
    );
    const version = (name: string): string =>
      new RegExp(`${name}="([\\d.]+)`).exec(said?.full ?? '')?.[1] ?? '?';
    expect(written).toContain(`PostGIS ${version('POSTGIS')} `);
    expect(written).toContain(`GEOS ${version('GEOS')} `);
    expect(written).toContain(`PROJ ${version('PROJ')} `);
    expect(written).toContain(`libxml2 ${version('LIBXML')} and json-c ${version('LIBJSON')} `);
    expect(written).toContain(`PostgreSQL ${said?.server.split('.')[0] ?? '?'} `);
    expect(written).toMatch(/PostGIS .*GPL-2\.0-or-later/);
    expect(written).toMatch(/GEOS .*LGPL-2\.1-or-later/);
  });
});
