/** The page and the documented steps against a hosted project as far as it can be imitated. */
import { createHash } from 'node:crypto';
import WebSocket from 'ws';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBackend } from '../../src/backend/open.ts';
import { tokenStorage } from '../../src/backend/session-storage.ts';
import type { Backend } from '../../src/backend/index.ts';
import { CALLS, DOWNLOADS } from '../../supabase/local/allowed-requests.ts';
import { openServerEngine } from '../../supabase/local/server-engine.ts';
import { MemoryStorage } from '../backend/open-fake.ts';
import { quietAuthLibrary } from '../backend/quiet.ts';
import { finished, runScript } from '../support/app-process.ts';
import { HOW_TO_GET_POSTGRES, findPostgres } from '../support/postgres.ts';
import { startProject } from './project.ts';
import type { Project } from './project.ts';

quietAuthLibrary();

const found = findPostgres() !== null;
const EMAIL = 'you@example.org';
const PASSWORD = 'a long enough password';
const ID = '00000000-0000-4000-8000-0000000000e1';
const OTHER = '00000000-0000-4000-8000-0000000000e2';
/** Every question of the page, with something to ask; a new one must be put here (the type says so). */
const EVERY: Record<
  Exclude<keyof Backend, 'signIn' | 'signOut' | 'onSessionEnd' | 'onDiskFull'>,
  unknown[]
> = {
  currentAccount: [],
  syncState: [null],
  recordsPage: ['shelter', null, null, 10],
  saveRecord: [
    'shelter',
    OTHER,
    null,
    {
      district_code: 'x1',
      name: '中学',
      kind: '学校',
      source: '试验',
      geom: { type: 'Point', coordinates: [113, 29] },
    },
  ],
  archivedRecords: ['shelter'],
  recordHistory: ['shelter', OTHER],
  bulkEdits: ['shelter'],
  bulkEdit: [ID],
  restoreVersion: ['shelter', OTHER, 1, 1],
  verifyRecord: ['shelter', OTHER, null],
  disputeRecord: ['shelter', OTHER, '不对', null],
  mergeRecords: ['shelter', { id: OTHER, version: 1 }, { id: ID, version: 1 }],
  moveStock: [{ id: ID, movement: 'in', reason: null, at: null, lotId: OTHER, quantity: 1 }],
  moveOccupancy: [{ id: ID, movement: 'in', reason: null, at: null, shelterId: OTHER, people: 1 }],
  transferStock: [{ id: ID, lotId: OTHER, toDepotId: ID, quantity: 1, reason: null }],
  stockMovements: [[OTHER]],
  occupancyMovements: [OTHER],
  addRectificationStep: [
    {
      id: ID,
      hazardId: OTHER,
      step: 'found',
      note: null,
      evidence: null,
      owner: null,
      deadline: null,
      at: null,
    },
  ],
  rectificationSteps: [null],
  openImport: [{ id: ID, kind: 'shelter', districtCode: 'x1', fileName: 'a.csv', totals: {} }],
  stageImport: [
    ID,
    [
      {
        seq: 1,
        row: 1,
        kind: 'shelter',
        id: '00000000-0000-4000-8000-0000000000e3',
        version: null,
        change: {
          district_code: 'x1',
          external_id: 'a',
          name: '点',
          kind: '学校',
          source: '试验',
          geom: 'SRID=4326;POINT(113 29)',
        },
      },
    ],
  ],
  commitImport: [ID],
  undoImport: [ID],
  discardImport: [OTHER],
  importBatches: [],
  baseFeaturesPage: [null],
  importMappings: [null],
  saveImportMapping: [
    { districtCode: 'x1', kind: 'shelter', name: 'm', columnsFingerprint: null, mapping: {} },
  ],
  dropImportMapping: [ID],
  savedViews: [null],
  saveView: ['shelter', '甲', {}],
  dropView: [ID],
  auditEvents: [{ beforeSeq: null, actions: null, limit: 10 }],
  auditExport: ['shelter', 'csv', 1, null],
  accounts: [],
  createAccount: [
    {
      email: 'b@example.org',
      password: 'another long one 2',
      role: 'viewer',
      districtCode: 'x1',
      displayName: '乙',
    },
  ],
  changeAccount: [OTHER, { role: 'viewer', districtCode: 'x1', displayName: '乙' }],
  disableAccount: [OTHER],
  enableAccount: [OTHER],
  resetPassword: [OTHER, 'another long one 3'],
  changeMyPassword: ['wrong', 'another long one 4'],
  accountSessions: [OTHER],
  endSessions: [OTHER, null],
  personNames: [[OTHER]],
  districtUse: [],
  setThreshold: [
    { districtCode: 'x1', key: 'pace_team', value: 4, unit: 'km/h', source: '试验', clause: null },
    null,
  ],
  roadNetworks: [],
  roadGraph: [OTHER],
  keptRoadNetworks: [],
  roadReport: [OTHER],
  roadLines: [OTHER, [113, 29, 114, 30]],
  openRoadUpload: [
    ID,
    {
      district: 'x1',
      source: '试验',
      data_time: null,
      west: 113,
      south: 29,
      east: 114,
      north: 30,
      length_m: 1000,
      report: {},
      checksum: createHash('sha256').update(Uint8Array.of(1)).digest('hex'),
      bytes: 1,
      edges: 0,
    },
  ],
  sendRoadGraph: [ID, 1, 'AQ=='],
  sendRoadEdges: [ID, '[]'],
  assembleRoads: [ID],
  finishRoads: [ID],
  removeRoads: [OTHER],
  clearRoads: [ID],
};

/** What says that the page and PostgREST misunderstand each other, or that a right is missing; not that a record is. */
const BROKEN = /^(PGRST\d+|42501|42883|42P01|42703|25006|21000|XX000|57014)$/;

describe.skipIf(!found)(`a hosted project${found ? '' : ` (${HOW_TO_GET_POSTGRES})`}`, () => {
  let project: Project;
  const open = (): Backend =>
    openBackend(
      { url: 'https://ref.test', publishableKey: 'sb_publishable_x' },
      {
        fetch: project.fetch,
        storage: tokenStorage(new MemoryStorage(), new MemoryStorage()),
        realtime: { transport: WebSocket as unknown as typeof globalThis.WebSocket },
      },
    );
  const ask = (backend: Backend, name: keyof typeof EVERY): Promise<{ tag?: string }> =>
    (backend[name] as unknown as (...args: unknown[]) => Promise<{ tag?: string }>)(...EVERY[name]);
  const tool = async (
    script: string,
    args: string[],
  ): Promise<{ code: number | null; output: string }> => {
    const run = runScript(`supabase/tools/${script}.ts`, args, {
      DATABASE_URL: project.url,
      MUSTER_LANG: 'en',
    });
    run.child.stdin?.end(`${PASSWORD}\n`);
    return finished(run);
  };

  beforeAll(async () => {
    project = await startProject();
    const added = await tool('user', [
      'add',
      EMAIL,
      '--role',
      'admin',
      '--district',
      '0',
      '--password-stdin',
    ]);
    expect(added).toMatchObject({ code: 0 });
    await project.owner`insert into public.district (code, parent_code, name, level) values ('x1', '0', '某县', 'county'),
      ('x2', '0', '另县', 'county'), ('x3', 'x1', '某乡', 'township')`;
  });
  afterAll(() => project.stop());

  it('lets the first administrator of the documented step in', async () => {
    expect(await open().signIn(EMAIL, PASSWORD, false)).toMatchObject({
      tag: 'ok',
      account: { role: 'admin' },
    });
    expect(await open().signIn(EMAIL, 'wrong', false)).toEqual({ tag: 'wrong-password' });
  });

  it('understands every request of the page', async () => {
    const backend = open();
    await backend.signIn(EMAIL, PASSWORD, false);
    project.asked.length = 0;
    const wrong: string[] = [];
    for (const name of Object.keys(EVERY) as (keyof typeof EVERY)[]) {
      const before = project.asked.length;
      await ask(backend, name);
      for (const { line, status, code } of project.asked.slice(before))
        if (BROKEN.test(code) || status >= 500) wrong.push(`${name}: ${line} ${status} ${code}`);
    }
    expect(wrong).toEqual([]);
    const called = new Set(
      project.asked.flatMap(({ line }) => /\/rpc\/(\w+)$/.exec(line)?.[1] ?? []),
    );
    const unasked = [...CALLS, ...DOWNLOADS].filter((name) => !called.has(name));
    // Edits in bulk are saveRecord with a number.
    expect(unasked).toEqual(['save_in_bulk']);
    expect(await backend.saveRecord('shelter', ID, 1, { name: '新名' }, OTHER)).toMatchObject({
      tag: 'gone',
    });
  });

  it('sends a road graph as bytes, and says of a missing one that it is missing', async () => {
    const backend = open();
    await backend.signIn(EMAIL, PASSWORD, false);
    await project.owner`
      insert into public.road_network (id, district_code, source, west, south, east, north, length_m, report, checksum, graph)
      select ${OTHER}, 'x2', '试验', 113, 29, 114, 30, 1000, '{}', encode(sha256(g), 'hex'), g from (select '\\x0001ff'::bytea as g) x`;
    const graph = await backend.roadGraph(OTHER);
    expect(graph.tag === 'ok' && [...new Uint8Array(graph.value)]).toEqual([0, 1, 255]);
    expect(await backend.roadGraph('00000000-0000-4000-8000-0000000000ff')).toMatchObject({
      tag: 'refused',
      code: '404',
    });
  });

  it('moves a district', async () => {
    const backend = open();
    await backend.signIn(EMAIL, PASSWORD, false);
    const [district] = await project.owner<{ id: string; version: number }[]>`
      select id, version from public.district where code = 'x3'`;
    if (!district) throw new Error('no district');
    const moved = await backend.saveRecord('district', district.id, district.version, {
      parent_code: 'x2',
    });
    expect(moved).toMatchObject({ tag: 'ok' });
  });

  it('shows and takes nothing of an account that signed itself up, whatever it says of itself', async () => {
    await project.signUp('stranger@example.org', PASSWORD);
    const backend = open();
    expect(await backend.signIn('stranger@example.org', PASSWORD, false)).toMatchObject({
      tag: 'no-role',
    });
    const state = await backend.syncState(null);
    const counts = state.tag === 'ok' ? Object.values(state.value.counts) : ['refused'];
    expect(counts.every((count) => count === 0)).toBe(true);
    const before =
      await project.owner`select count(*)::int as n, max(changed_xid::text) as x from public.shelter`;
    for (const name of Object.keys(EVERY) as (keyof typeof EVERY)[]) {
      const said = (await ask(backend, name)) as { tag?: string; value?: unknown };
      const shown = JSON.stringify(said.value ?? null);
      expect(`${name} ${shown}`).not.toMatch(/x1|x2|某县|中学|you@example/);
    }
    expect(
      await project.owner`select count(*)::int as n, max(changed_xid::text) as x from public.shelter`,
    ).toEqual(before);
    const [left] = await project.owner<{ n: number }[]>`
      select count(*)::int as n from public.profile p join auth.users u on u.id = p.user_id where u.email = 'stranger@example.org'`;
    expect(left?.n).toBe(0);
  });

  it('is refused by `npm start` in one line, and nothing was changed', async () => {
    const before =
      await project.owner`select count(*)::int as n from pg_class where relnamespace = 'auth'::regnamespace`;
    const secrets = { jwtSecret: 'x'.repeat(40), publishableKey: 'k' };
    await expect(openServerEngine(project.url, secrets, 60)).rejects.toThrow(/Supabase/);
    expect(
      await project.owner`select count(*)::int as n from pg_class where relnamespace = 'auth'::regnamespace`,
    ).toEqual(before);
  });
});
