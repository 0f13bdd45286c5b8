/** The roads command against a database, the same on every one: written whole, replaced whole, closures kept. */
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openNetwork } from '../../src/core/roads/network.ts';
import type { ToolDatabase } from '../../supabase/tools/database.ts';
import { readRoadsCommand } from '../../supabase/tools/roads/options.ts';
import { importRoads } from '../../supabase/tools/roads/run.ts';
import type { RoadsResult } from '../../supabase/tools/roads/run.ts';
import { listNetworks, removeNetworks } from '../../supabase/local/road-networks.ts';
import { node, osm, row, way } from '../core/roads/osm/support.ts';

const village = osm(
  ...row(3, { 2: { barrier: 'bollard' } }),
  node(9, 0.001, 0.001),
  way(1, [1, 2, 3], { highway: 'primary', name: '人民路', maxspeed: '60', width: '7' }),
  way(2, [3, 9], {
    highway: 'residential',
    oneway: 'yes',
    maxweight: '3.5',
    bridge: 'yes',
    layer: '1',
  }),
);

export function testRoadsRegister(open: () => Promise<ToolDatabase>): void {
  let db: ToolDatabase;
  let folder: string;
  let file: string;
  beforeAll(async () => {
    db = await open();
    folder = mkdtempSync(join(tmpdir(), 'muster-roads-'));
    file = join(folder, 'village.osm');
    writeFileSync(file, village);
    await db.query(
      `insert into public.district (code, parent_code, name, level) values ('4306', '0', '大市', 'prefecture')`,
    );
    await db.query(`insert into public.closure (district_code, reason, source, geom)
      values ('4306', '塌方', '手工', 'SRID=4326;POINT(0.001 0)')`);
  });
  afterAll(async () => {
    await db.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const run = (...args: string[]): Promise<RoadsResult> => {
    const command = readRoadsCommand(['import', ...args]);
    if (command.verb !== 'import') throw new Error('verb');
    return importRoads(command, () => Promise.resolve({ ...db, close: () => Promise.resolve() }));
  };
  const count = async (table: string): Promise<number> =>
    (await db.query<{ n: number }>(`select count(*)::int as n from public.${table}`))[0]?.n ?? -1;

  describe('roads', () => {
    it('checks a file without writing', async () => {
      const { report, stored } = await run(file, '--dry-run');
      expect(stored).toBeNull();
      expect(report.edges).toBe(4);
      expect(await count('road_network')).toBe(0);
    });

    it('writes network, graph and edges', async () => {
      const { stored, bytes } = await run(file, '--district', '4306', '--source', 'OpenStreetMap');
      expect(stored?.edition).toBe(1);
      const [network] = await db.query<{
        checksum: string;
        graph: string;
        length_m: number;
        west: number;
        east: number;
      }>(
        `select checksum, encode(graph, 'base64') as graph, length_m, west, east from public.road_network`,
      );
      const graph = Buffer.from(network?.graph ?? '', 'base64');
      expect(graph).toHaveLength(bytes);
      expect(createHash('sha256').update(graph).digest('hex')).toBe(network?.checksum);
      expect(() => openNetwork(new Uint8Array(graph).buffer)).not.toThrow();
      expect([network?.west, network?.east]).toEqual([0, 0.002]);
      const edges = await db.query(
        `select edge, origin, class, name, forward, backward, speed_kmh, width_m, max_weight_t, bridge, layer,
           extensions.st_astext(geom) as line from public.road_edge order by edge`,
      );
      expect(edges.map((edge) => edge.line)).toEqual([
        'LINESTRING(0 0,0.001 0)',
        'LINESTRING(0.001 0,0.002 0)',
        'LINESTRING(0.002 0,0.001 0.001)',
        'LINESTRING(0.001 0,0.001 0)',
      ]);
      expect(edges[0]).toMatchObject({
        origin: 'way 1',
        class: 'primary',
        name: '人民路',
        forward: 7,
        speed_kmh: 60,
        width_m: 7,
        max_weight_t: null,
      });
      expect(edges[2]).toMatchObject({
        forward: 7,
        backward: 4,
        max_weight_t: 3.5,
        bridge: true,
        layer: 1,
        width_m: null,
      });
      expect(edges[3]).toMatchObject({ forward: 4, backward: 4 });
    });

    it('replaces it whole and keeps the closures', async () => {
      const before = await db.query('select id, version from public.closure');
      const { stored } = await run(file, '--district', '4306');
      expect(stored?.edition).toBe(2);
      expect(await count('road_network')).toBe(1);
      expect(await count('road_edge')).toBe(4);
      expect(await db.query('select id, version from public.closure')).toEqual(before);
    });

    it('leaves the old one when the new one fails', async () => {
      const listed = await listNetworks(db);
      await expect(run(file, '--district', '9999')).rejects.toMatchObject({
        key: 'importer.districtUnknown',
      });
      const broken = join(folder, 'broken.osm');
      writeFileSync(broken, village.slice(0, -30));
      await expect(run(broken, '--district', '4306')).rejects.toMatchObject({
        key: 'roads.failure.osm_xml_damaged',
      });
      // A failure after the old one is gone: the transaction takes it back.
      const failing: ToolDatabase = {
        ...db,
        close: () => Promise.resolve(),
        transaction: (work) =>
          db.transaction((tx) =>
            work({
              query: (sql, params) =>
                sql.includes('road_upload_edges')
                  ? Promise.reject(new Error('disk'))
                  : tx.query(sql, params),
            }),
          ),
      };
      const command = readRoadsCommand(['import', file, '--district', '4306']);
      if (command.verb !== 'import') throw new Error('verb');
      await expect(importRoads(command, () => Promise.resolve(failing))).rejects.toMatchObject({
        key: 'importer.refusedByDatabase',
      });
      expect(await listNetworks(db)).toEqual(listed);
      expect(listed).toMatchObject([{ district_code: '4306', edition: 2 }]);
    });

    it('removes it', async () => {
      expect(await db.transaction((tx) => removeNetworks(tx, '4306'))).toBe(1);
      expect(await count('road_edge')).toBe(0);
      expect(await count('closure')).toBe(1);
    });
  });
}
