/** The calls behind the records mode and the admin screen, against the real gateway over the real schema. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Backend } from '../../src/backend/index.ts';
import { PASSWORD, openOffice } from './office-on-the-gateway.ts';
import type { Office } from './office-on-the-gateway.ts';

let office: Office;
const signedIn = (name: string, password?: string): Promise<Backend> =>
  office.signedIn(name, password);

const id = async (sql: string): Promise<string> =>
  (await office.owner.query<{ id: string }>(sql))[0]?.id ?? '';

beforeAll(async () => {
  office = await openOffice();
}, 240_000);
afterAll(() => office.close());

describe('records', () => {
  test('a lot is moved, transferred, confirmed, and its history read', async () => {
    const depot = await id(
      `insert into public.depot (district_code, name, source) values ('c1', '甲库', '试验') returning id`,
    );
    const other = await id(
      `insert into public.depot (district_code, name, source) values ('c1', '乙库', '试验') returning id`,
    );
    const lot = await id(
      `insert into public.stock_lot (depot_id, item, unit, source) values ('${depot}', '帐篷', '顶', '试验') returning id`,
    );
    const field = await signedIn('field');
    const wish = { lotId: lot, reason: '盘点', at: null };
    expect(
      await field.moveStock({ ...wish, id: randomUUID(), movement: 'count', quantity: 12.5 }),
    ).toMatchObject({
      tag: 'ok',
      record: { quantity: 12.5 },
      reverse: { tag: 'none', because: 'evidence' },
    });
    expect(
      await field.moveStock({ ...wish, id: randomUUID(), movement: 'out', quantity: 13 }),
    ).toMatchObject({
      tag: 'short',
      record: { quantity: 12.5 },
    });
    const transfer = { id: randomUUID(), lotId: lot, toDepotId: other, quantity: 5, reason: null };
    expect(await field.transferStock(transfer)).toMatchObject({
      tag: 'ok',
      from: { quantity: 7.5 },
      to: { quantity: 5 },
      reverse: { because: 'evidence' },
    });
    expect(await field.transferStock(transfer)).toMatchObject({
      tag: 'ok',
      from: { quantity: 7.5 },
      to: { quantity: 5 },
    });
    expect(await field.stockMovements([lot])).toMatchObject({
      tag: 'ok',
      value: [
        { movement: 'out', quantity: 5, byName: 'field', transferId: transfer.id },
        { movement: 'count', reason: '盘点' },
      ],
    });
    expect(await field.verifyRecord('stock_lot', lot, 1)).toMatchObject({
      tag: 'ok',
      record: { disputeReason: null },
      reverse: { because: 'evidence' },
    });
    expect(await field.disputeRecord('stock_lot', lot, '批次不符', 1)).toMatchObject({
      tag: 'conflict',
    });
    expect(await field.disputeRecord('stock_lot', lot, '批次不符', 2)).toMatchObject({
      tag: 'ok',
      record: { disputeReason: '批次不符' },
    });
    expect(await field.recordHistory('stock_lot', lot)).toMatchObject({
      tag: 'ok',
      value: [
        { action: 'dispute', byName: 'field' },
        { action: 'confirm' },
        { action: 'create', origin: 'tool' },
      ],
    });
    const planner = await signedIn('planner');
    expect(
      await planner.mergeRecords('depot', { id: depot, version: 1 }, { id: other, version: 1 }),
    ).toMatchObject({
      tag: 'ok',
      kept: { name: '甲库' },
      dropped: { name: '乙库' },
      reverse: { tag: 'none', because: 'references-moved' },
    });
  });

  test('a value that a rule refuses is refused with the name of the rule, not taken for a line that is down', async () => {
    const planner = await signedIn('planner');
    const shelter = (columns: Record<string, unknown>) =>
      planner.saveRecord('shelter', randomUUID(), null, {
        district_code: 'c1',
        name: '丙点',
        kind: '学校',
        source: '试验',
        ...columns,
      });
    const bow = [[0, 0], [1, 1], [0, 1], [1, 0], [0, 0]]; // prettier-ignore
    const refused = { tag: 'refused', code: '23514' };
    expect(await shelter({ capacity: -1 })).toEqual({
      ...refused,
      about: 'shelter_capacity_check',
    });
    expect(await shelter({ name: ' ' })).toEqual({ ...refused, about: 'resource_name_check' });
    expect(await shelter({ geom: { type: 'Polygon', coordinates: [bow] } })).toEqual({
      ...refused,
      about: 'geom',
    });
    expect(await shelter({ name: null })).toEqual({ tag: 'refused', code: '23502', about: 'name' });
    expect(await shelter({ district_code: '0' })).toMatchObject({ tag: 'refused', code: '42501' });
    expect(await shelter({})).toMatchObject({ tag: 'ok' });
  });

  test('an incident is written like any record, by version, and a write of nothing changes nothing', async () => {
    const admin = await signedIn('admin');
    const incident = randomUUID();
    const columns = {
      district_code: 'c1',
      title: '河堤漫水',
      class: 'natural',
      kind: 'flood',
      occurred_at: '2026-01-01T00:00:00Z',
      source: '试验',
      state: 'open',
      geom: { type: 'Point', coordinates: [113.1, 29.3] },
    };
    const write = (version: number | null, change: object) =>
      admin.saveRecord('incident', incident, version, { ...change });
    expect(await write(null, columns)).toMatchObject({
      tag: 'ok',
      record: { version: 1, lng: 113.1, lat: 29.3, state: 'open', closedAt: null },
    });
    expect(await write(null, columns)).toMatchObject({ tag: 'conflict', theirs: { version: 1 } });
    expect(await write(1, { state: 'closed' })).toMatchObject({
      tag: 'ok',
      record: { version: 2, state: 'closed', closedAt: expect.any(String) as string },
    });
    expect(await write(1, { title: '他' })).toMatchObject({
      tag: 'conflict',
      theirs: { version: 2 },
    });
    expect(await write(2, {})).toMatchObject({ tag: 'ok', record: { version: 2 } });
    expect(await write(2, { state: 'open' })).toMatchObject({
      tag: 'ok',
      record: { version: 3, state: 'open', closedAt: null },
    });
    expect(await admin.recordHistory('incident', incident)).toMatchObject({
      tag: 'ok',
      value: [{ version: 3 }, { version: 2 }, { version: 1, action: 'create' }],
    });
    const field = await signedIn('field');
    expect(await field.saveRecord('incident', randomUUID(), null, columns)).toMatchObject({
      tag: 'refused',
      code: '42501',
    });
  });

  test('a change of many is one act in the history, and says how much of it still stands', async () => {
    const planner = await signedIn('planner');
    const bulk = randomUUID();
    const ids = [randomUUID(), randomUUID()];
    for (const one of ids) {
      const columns = { district_code: 'c1', name: one, source: '试验' };
      expect(await planner.saveRecord('depot', one, null, columns)).toMatchObject({ tag: 'ok' });
      expect(await planner.saveRecord('depot', one, 1, { note: '夜间' }, bulk)).toMatchObject({
        tag: 'ok',
      });
    }
    await planner.saveRecord('depot', ids[0] ?? '', 2, { note: '白天' });
    expect(await planner.bulkEdits('depot')).toMatchObject({
      tag: 'ok',
      value: [{ id: bulk, action: 'update', after: { note: '夜间' }, records: 2, standing: 1 }],
    });
    expect(await planner.bulkEdit(bulk)).toEqual({
      tag: 'ok',
      value: [{ id: ids[1], version: 2, before: { note: null } }],
    });
    expect(await (await signedIn('admin')).bulkEdit(bulk)).toEqual({ tag: 'ok', value: [] });
  });

  test('what was archived comes whole, page by page, areas', async () => {
    await office.owner.query(
      `insert into public.hazard (district_code, name, source, class, kind, geom, archived_at)
       select 'c1', '区' || n, '试验', 'natural', 'flood',
         'SRID=4326;POLYGON((113 29,113.2 29,113.2 29.2,113 29))', '2026-05-01T00:00:00Z'::timestamptz + n / 2 * interval '1 us'
       from generate_series(1, 2003) n`,
    );
    const field = await signedIn('field');
    const heard: string[] = [];
    const result = await field.archivedRecords('hazard', (rows, total) =>
      heard.push(`${rows.length}/${total}`),
    );
    if (result.tag !== 'ok') throw new Error(result.tag);
    expect(heard).toEqual(['1000/2003', '2000/2003', '2003/2003']);
    expect(new Set(result.value.map(({ id: one }) => one)).size).toBe(2003);
    expect(result.value[0]?.archivedAt?.slice(0, 10)).toBe('2026-05-01');
    expect(result.value.every(({ geometry }) => geometry?.type === 'Polygon')).toBe(true);
    await office.owner.query(`delete from public.hazard where name like '区%'`);
  });

  test('people are moved in a shelter and a hazard is rectified', async () => {
    const shelter = await id(
      `insert into public.shelter (district_code, name, source, kind) values ('c1', '操场', '试验', '操场') returning id`,
    );
    const hazard = await id(
      `insert into public.hazard (district_code, name, source, class, kind) values ('c1', '堤', '试验', 'natural', 'flood') returning id`,
    );
    const field = await signedIn('field');
    expect(
      await field.moveOccupancy({
        id: randomUUID(),
        shelterId: shelter,
        movement: 'in',
        people: 3,
        reason: null,
        at: null,
      }),
    ).toMatchObject({ tag: 'ok', record: { occupancy: 3 } });
    expect(await field.occupancyMovements(shelter)).toMatchObject({
      tag: 'ok',
      value: [{ people: 3 }],
    });
    const step = {
      hazardId: hazard,
      note: '渗水',
      evidence: null,
      owner: '村委会',
      deadline: '2027-01-31',
      at: null,
    };
    expect(
      await field.addRectificationStep({ ...step, id: randomUUID(), step: 'rectify' }),
    ).toMatchObject({
      tag: 'out-of-order',
    });
    expect(
      await field.addRectificationStep({ ...step, id: randomUUID(), step: 'found' }),
    ).toMatchObject({
      tag: 'ok',
      hazard: { rectificationState: 'identified', rectificationOwner: '村委会' },
    });
    expect(await field.rectificationSteps(null)).toMatchObject({
      tag: 'ok',
      value: [{ step: 'found', byName: 'field' }],
    });
  });

  test('an import is staged, committed, listed and undone', async () => {
    const planner = await signedIn('planner');
    const batch = randomUUID();
    const opened = await planner.openImport({
      id: batch,
      kind: 'shelter',
      districtCode: 'c1',
      fileName: '台账.xlsx',
      totals: { read: 2 },
    });
    expect(opened).toMatchObject({
      tag: 'ok',
      value: { state: 'staged', totals: { read: 2 }, byName: 'planner' },
    });
    const shelter = {
      district_code: 'c1',
      source: '台账',
      kind: '操场',
      geom: 'SRID=4326;POINT(113 29)',
    };
    const write = { row: 2, kind: 'shelter', version: null };
    expect(
      await planner.stageImport(batch, [
        {
          ...write,
          seq: 1,
          id: randomUUID(),
          change: { ...shelter, name: '一小', external_id: 'A' },
        },
        {
          ...write,
          seq: 2,
          id: randomUUID(),
          change: { ...shelter, name: '二小', external_id: 'A' },
        },
      ]),
    ).toMatchObject({ tag: 'ok' });
    const committed = { tag: 'ok', created: 1, changed: 0, refused: [{ seq: 2, reason: 'taken' }] };
    expect(await planner.commitImport(batch)).toMatchObject(committed);
    expect(await planner.commitImport(batch)).toMatchObject(committed);
    expect(await planner.importBatches()).toMatchObject({
      tag: 'ok',
      value: [{ id: batch, created: 1, refused: 1 }],
    });
    const kinds = [{ kind: 'shelter', archived: 1, restored: 0 }];
    expect(await planner.undoImport(batch)).toMatchObject({
      tag: 'ok',
      archived: 1,
      restored: 0,
      kinds,
      kept: [],
    });
    expect(await planner.undoImport(batch)).toEqual({ tag: 'gone' });
    const waiting = {
      id: randomUUID(),
      kind: 'shelter',
      districtCode: 'c1',
      fileName: '路.csv',
      totals: { writes: 1 },
    };
    await planner.openImport(waiting);
    const road = {
      district_code: 'c1',
      layer: 'road',
      class: 'primary',
      source: '图',
      external_id: 'R',
      name: null,
    };
    const geom = 'SRID=4326;LINESTRING(113 29,113.1 29)';
    await planner.stageImport(waiting.id, [
      {
        seq: 0,
        row: 1,
        kind: 'base_feature',
        id: randomUUID(),
        version: null,
        change: { ...road, geom },
      },
    ]);
    expect(await planner.importBatches()).toMatchObject({
      value: [
        { id: waiting.id, state: 'staged', staged: { base_feature: { created: 1, changed: 0 } } },
        {},
      ],
    });
    expect(await planner.commitImport(waiting.id)).toMatchObject({ tag: 'ok', created: 1 });
    expect(await planner.baseFeaturesPage(null)).toMatchObject({
      tag: 'ok',
      value: [{ externalId: 'R', layer: 'road', version: 1, geometry: { type: 'LineString' } }],
    });
    const discarded = randomUUID();
    await planner.openImport({
      id: discarded,
      kind: 'shelter',
      districtCode: 'c1',
      fileName: 'x',
      totals: {},
    });
    expect(await planner.discardImport(discarded)).toMatchObject({ tag: 'ok' });
    const mapping = {
      districtCode: 'c1',
      kind: 'shelter',
      name: '民政',
      columnsFingerprint: null,
      mapping: { a: 1 },
    };
    expect(await planner.saveImportMapping(mapping)).toMatchObject({ tag: 'ok' });
    const kept = await planner.importMappings('shelter');
    expect(kept).toMatchObject({ tag: 'ok', value: [{ name: '民政', mapping: { a: 1 } }] });
    expect(await planner.saveView('team', '我的', { sort: 'name' })).toMatchObject({ tag: 'ok' });
    expect(await planner.savedViews(null)).toMatchObject({
      tag: 'ok',
      value: [{ name: '我的', view: { sort: 'name' } }],
    });
  });
});

describe('people', () => {
  test('an account is made, changed, given a password, and its sessions end at once', async () => {
    const admin = await signedIn('admin');
    const made = await admin.createAccount({
      email: 'neu@muster.test',
      password: PASSWORD,
      role: 'viewer',
      districtCode: 'c1',
      displayName: '新人',
    });
    expect(made).toMatchObject({ tag: 'ok' });
    const userId = made.tag === 'ok' ? made.userId : '';
    const neu = await signedIn('neu');
    expect(
      await admin.changeAccount(userId, { role: 'admin', districtCode: '0', displayName: null }),
    ).toEqual({
      tag: 'not',
      why: 'district_out_of_reach',
    });
    expect(
      await admin.changeAccount(userId, { role: 'planner', districtCode: null, displayName: null }),
    ).toMatchObject({
      tag: 'ok',
    });
    const list = await admin.accounts();
    expect(
      list.tag === 'ok' ? list.value.find((account) => account.userId === userId) : list,
    ).toMatchObject({
      email: 'neu@muster.test',
      role: 'planner',
      sessions: 1,
    });
    expect(await admin.personNames([userId])).toEqual({
      tag: 'ok',
      value: new Map([[userId, '新人']]),
    });
    expect(await neu.accountSessions(userId)).toMatchObject({
      tag: 'ok',
      value: [{ current: true }],
    });
    expect(await neu.accounts()).toMatchObject({ tag: 'refused', code: '42501' });
    expect(await neu.changeMyPassword(PASSWORD, 'Anderes-Wort-2026')).toMatchObject({ tag: 'ok' });
    expect(await neu.syncState(null)).toMatchObject({ tag: 'ok' });
    const ended: boolean[] = [];
    neu.onSessionEnd((wasWithdrawn) => ended.push(wasWithdrawn));
    expect(await admin.endSessions(userId, null)).toMatchObject({ tag: 'ok' });
    expect(await neu.syncState(null)).toEqual({ tag: 'session-ended' });
    expect(ended).toEqual([true]);
    const again = await signedIn('neu', 'Anderes-Wort-2026');
    expect(await admin.disableAccount(userId)).toMatchObject({ tag: 'ok' });
    expect(await again.recordsPage('depot', null, null, 10)).toEqual({ tag: 'session-ended' });
    expect(await admin.auditExport('shelter', 'xlsx', 3, null)).toMatchObject({ tag: 'ok' });
    const events = await admin.auditEvents({ beforeSeq: null, actions: null, limit: 100 });
    expect(
      events.tag === 'ok' ? new Set(events.value.map(({ action }) => action)) : events,
    ).toEqual(new Set(['sign_in', 'import', 'import_undo', 'export', 'permission', 'account']));
  });
});
