/** Roads from the console over the real gateway, the same on every database: sent in portions, nobody's before they are whole. */
import { randomUUID } from 'node:crypto';
import WebSocket from 'ws';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBackend } from '../../src/backend/open.ts';
import type { Backend } from '../../src/backend/index.ts';
import { tokenStorage } from '../../src/backend/session-storage.ts';
import { RouterService } from '../../src/core/arrival/router-service.ts';
import { openNetwork } from '../../src/core/roads/network.ts';
import { RoadImportSession } from '../../src/core/roads/import-session.ts';
import { osm, row, way } from '../core/roads/osm/support.ts';
import type { TestApp } from '../support/embedded.ts';
import { MemoryStorage } from './open-fake.ts';

/** One street of three nodes; `cut` gives it a side street, so that it is cut otherwise than before. */
const village = (cut: boolean): string =>
  osm(
    ...row(3),
    ...(cut
      ? row(3).map((text) =>
          text.replace(/id="(\d)"/, 'id="1$1"').replace(/lat="[^"]*"/, 'lat="0.001"'),
        )
      : []),
    way(1, [1, 2, 3], { highway: 'primary' }),
    ...(cut ? [way(2, [2, 12], { highway: 'residential' })] : []),
  );

async function sessionOf(text: string): Promise<RoadImportSession> {
  const bytes = new TextEncoder().encode(text);
  async function* open(): AsyncGenerator<Uint8Array> {
    await Promise.resolve();
    yield bytes;
  }
  const session = new RoadImportSession(
    [{ name: 'v.osm', size: bytes.length, open, companions: [] }],
    () => Promise.reject(new Error('no gpkg')),
  );
  await session.read(
    {
      ...{
        layer: null,
        columns: {},
        crs: null,
        encoding: null,
        tolerance: null,
        splitCrossings: false,
        gap: null,
      },
      source: '某测绘院',
    },
    () => undefined,
  );
  return session;
}

export function testRoadNetworks(start: () => Promise<TestApp>): void {
  let app: TestApp;
  let admin: Backend;
  let neighbour: Backend;
  let viewer: Backend;

  async function signedIn(role: string, district: string): Promise<Backend> {
    const { email, password } = await app.account(role, district);
    const backend = openBackend(
      { url: app.address, publishableKey: app.publishableKey },
      {
        storage: tokenStorage(new MemoryStorage(), new MemoryStorage()),
        realtime: { transport: WebSocket as unknown as typeof globalThis.WebSocket },
      },
    );
    expect(await backend.signIn(email, password, false)).toMatchObject({ tag: 'ok' });
    return backend;
  }

  beforeAll(async () => {
    app = await start();
    await app.engine.query(`insert into public.district (code, parent_code, name, level) values
      ('r1', '0', '甲市', 'prefecture'), ('r2', '0', '乙市', 'prefecture')`);
    await app.engine.query(`insert into public.closure (district_code, reason, source, geom)
      values ('r1', '塌方', '手工', 'SRID=4326;POINT(0.0015 0)')`);
    admin = await signedIn('admin', 'r1');
    neighbour = await signedIn('admin', 'r2');
    viewer = await signedIn('viewer', 'r1');
  }, 240_000);
  afterAll(() => app.stop());

  const ok = { tag: 'ok', value: null };
  const used = async (): Promise<string[]> => {
    const listed = await viewer.roadNetworks();
    return listed.tag === 'ok' ? listed.value.map(({ id }) => id) : [listed.tag];
  };

  /** Everything but the last step. Each step twice, as after a lost answer. */
  async function send(session: RoadImportSession, id: string): Promise<void> {
    const twice = async (step: () => Promise<unknown>): Promise<void> => {
      expect([await step(), await step()]).toEqual([ok, ok]);
    };
    await twice(() => admin.openRoadUpload(id, session.facts('r1')));
    for (let part = 0; part < session.pieces(); part++)
      await twice(() => admin.sendRoadGraph(id, part, session.piece(part)));
    for (let next = 0; ;) {
      const portion = session.edges(next);
      if (portion === null) break;
      await twice(() => admin.sendRoadEdges(id, portion.json));
      next = portion.next;
    }
    await twice(() => admin.assembleRoads(id));
  }

  describe('roads from the console', () => {
    const first = randomUUID();
    const second = randomUUID();

    it('are nobody’s before they are whole, and then everybody’s', async () => {
      const session = await sessionOf(village(false));
      await send(session, first);
      expect(await used()).toEqual([]);
      expect(await viewer.roadGraph(first)).toMatchObject({ tag: 'refused' });
      expect(await admin.keptRoadNetworks()).toMatchObject({
        value: [{ id: first, state: 'sending' }],
      });
      expect(await neighbour.keptRoadNetworks()).toEqual({ tag: 'ok', value: [] });
      expect(await admin.finishRoads(first)).toEqual({ tag: 'ok', value: { edition: 1 } });
      expect(await used()).toEqual([first]);
      const graph = await viewer.roadGraph(first);
      if (graph.tag !== 'ok') throw new Error(graph.tag);
      expect(openNetwork(graph.value).edges).toBe(1);
      expect(await admin.keptRoadNetworks()).toMatchObject({
        value: [
          {
            state: 'used',
            byName: 'admin',
            source: '某测绘院',
            edition: 1,
            bytes: graph.value.byteLength,
          },
        ],
      });
      expect(await admin.roadReport(first)).toMatchObject({
        value: { edges: 1, gaps: { count: 0 } },
      });
      expect(await viewer.roadLines(first, [-1, -1, 1, 1])).toEqual({
        tag: 'ok',
        value: [
          [
            [0, 0],
            [0.001, 0],
            [0.002, 0],
          ],
        ],
      });
    });

    it('take the place of the old ones in one step; a closure closes the same stretch of them', async () => {
      const closures = await app.engine.query('select id, version from public.closure');
      await send(await sessionOf(village(true)), second);
      expect(await used()).toEqual([first]);
      expect(await admin.finishRoads(second)).toEqual({ tag: 'ok', value: { edition: 2 } });
      expect(await used()).toEqual([second]);
      expect(await admin.clearRoads(first)).toEqual(ok);
      expect(await app.engine.query('select id, version from public.closure')).toEqual(closures);
      const graph = await viewer.roadGraph(second);
      if (graph.tag !== 'ok') throw new Error(graph.tag);
      const service = new RouterService(graph.value);
      const [closure] = await app.engine.query<{ id: string; geometry: string }>(
        'select id, extensions.st_asgeojson(geom) as geometry from public.closure',
      );
      if (closure === undefined) throw new Error('no closure');
      const geometry = JSON.parse(closure.geometry) as {
        type: 'Point';
        coordinates: [number, number];
      };
      const reached = (): string[] =>
        service
          .times({
            by: 'emergency-car',
            place: [0, 0],
            others: Float64Array.of(0.001, 0.001, 0.002, 0),
          })
          .map(({ tag }) => tag);
      expect(reached()).toEqual(['reached', 'reached']);
      service.close([{ id: closure.id, version: 1, geometry }]);
      expect(reached()[0]).toBe('reached');
      expect(reached()[1]).not.toBe('reached');
    });

    it('are refused where the graph is not the announced one, and given up without a trace', async () => {
      const session = await sessionOf(village(false));
      const id = randomUUID();
      const facts = session.facts('r1');
      expect(await admin.openRoadUpload(id, { ...facts, checksum: 'f'.repeat(64) })).toEqual(ok);
      for (let part = 0; part < session.pieces(); part++)
        await admin.sendRoadGraph(id, part, session.piece(part));
      expect(await admin.sendRoadEdges(id, session.edges(0)?.json ?? '')).toEqual(ok);
      expect(await admin.finishRoads(id)).toEqual({ tag: 'refused', code: '22023' });
      expect(await admin.assembleRoads(id), 'assemble').toEqual({ tag: 'refused', code: '22023' });
      expect(await used()).toEqual([second]);
      expect(await admin.removeRoads(id)).toEqual(ok);
      expect(await admin.clearRoads(id)).toEqual(ok);
      for (const table of ['road_edge', 'road_graph_piece'])
        expect(
          await app.engine.query(`select 1 from public.${table} where network_id = '${id}'`),
        ).toEqual([]);
      expect(await admin.finishRoads(id)).toEqual({ tag: 'ok', value: null });
    });

    it('are an admin’s of the district alone', async () => {
      const session = await sessionOf(village(false));
      const denied = { tag: 'refused', code: '42501' };
      for (const other of [viewer, neighbour]) {
        expect(await other.openRoadUpload(randomUUID(), session.facts('r1'))).toEqual(denied);
        expect(await other.sendRoadEdges(second, session.edges(0)?.json ?? '')).toEqual(denied);
        await other.removeRoads(second);
      }
      expect(await used()).toEqual([second]);
      expect(await neighbour.roadReport(second)).toEqual({ tag: 'ok', value: null });
    });

    it('are removed, and every act is in the audit', async () => {
      expect(await admin.removeRoads(second)).toEqual(ok);
      expect(await used()).toEqual([]);
      expect(await admin.clearRoads(second)).toEqual(ok);
      const audit = await admin.auditEvents({
        beforeSeq: null,
        actions: ['import', 'import_undo'],
        limit: 10,
      });
      expect(
        audit.tag === 'ok' &&
          audit.value.map(({ action, detail }) => [action, detail.kind, detail.edition]),
      ).toEqual([
        ['import_undo', 'road_network', 2],
        ['import', 'road_network', 2],
        ['import', 'road_network', 1],
      ]);
    });
  });
}
