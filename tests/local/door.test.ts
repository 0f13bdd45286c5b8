/** While the app runs, tools work through it: exclusively while they write, and never as a way in for others. */
import { mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openThroughDoor } from '../../supabase/local/door-client.ts';
import { lockHolder } from '../../supabase/local/folder-lock.ts';
import { openToolDatabase } from '../../supabase/tools/database.ts';
import type { ToolDatabase } from '../../supabase/tools/database.ts';
import { startTestApp } from '../support/embedded.ts';
import type { TestApp } from '../support/embedded.ts';
import { rest, tokensOf } from '../support/raw-http.ts';

let app: TestApp;
let tool: ToolDatabase;
beforeAll(async () => {
  app = await startTestApp();
  tool = await openToolDatabase({ dataDir: app.dataDir });
});
afterAll(async () => {
  await tool.close();
  await app.stop();
});

const door = () => {
  const found = lockHolder(app.dataDir)?.door;
  if (!found) throw new Error('no door');
  return found;
};

const insert = `insert into district (code, parent_code, name, level) values ($1, '0', $2, 'county')`;

describe('a tool beside a running app', () => {
  it('speaks through its door and sees what the app sees', async () => {
    expect(tool.tier).toBe('embedded');
    await tool.query(insert, ['880001', 'through the door']);
    const { access_token: token } = await tokensOf(app, await app.account('viewer'));
    expect((await rest(app, token, 'district?code=eq.880001&select=name')).json()).toEqual([
      { name: 'through the door' },
    ]);
  });

  it('has a transaction to itself: others wait and see all of it or nothing', async () => {
    let seen: object[] | null = null;
    let other: Promise<void> = Promise.resolve();
    await tool.transaction(async (tx) => {
      await tx.query(insert, ['880002', 'one']);
      other = app.engine
        .query(`select name from district where code = '880002'`)
        .then((rows) => void (seen = rows));
      await new Promise((resolve) => setTimeout(resolve, 200));
      expect(seen).toBeNull();
      await tx.query(`update district set name = 'two' where code = '880002'`);
    });
    await other;
    expect(seen).toEqual([{ name: 'two' }]);
  });

  it('rolls back when its work fails, and when it goes away in the middle', async () => {
    await expect(
      tool.transaction(async (tx) => {
        await tx.query(insert, ['880003', 'never']);
        throw new Error('no');
      }),
    ).rejects.toThrow('no');
    const dying = await openThroughDoor(door());
    const held = dying.transaction(async (tx) => {
      await tx.query(insert, ['880003', 'never']);
      await dying.close();
      await tx.query('select 1');
    });
    await expect(held).rejects.toThrow();
    expect(await tool.query(`select 1 from district where code = '880003'`)).toEqual([]);
  });

  it('hears what the database says about a statement it refuses', async () => {
    await expect(tool.query(insert, ['880001', 'again'])).rejects.toMatchObject({
      code: '23505',
      table: 'district',
    });
    await expect(tool.query('select nonsense')).rejects.toMatchObject({ code: '42703' });
    expect(await tool.query('select 1 as still')).toEqual([{ still: 1 }]);
  });

  it('passes every kind of value unharmed', async () => {
    const [row] = await tool.query(
      `select $1::text as text, $2::int as int, $3::float8 as float, $4::boolean as yes, $5::jsonb as json, $6::text as nothing,
         $7::timestamptz as at, 9007199254740993::int8 as huge, 12.50::numeric as exact, count(*) as counted from (values (1), (2)) v`,
      [
        '文字 “quoted” \n',
        42,
        0.1,
        true,
        '{"a":[1,"2",null]}',
        null,
        '2026-01-02T03:04:05.678901Z',
      ],
    );
    expect(row).toEqual({
      text: '文字 “quoted” \n',
      int: 42,
      float: 0.1,
      yes: true,
      json: { a: [1, '2', null] },
      nothing: null,
      at: '2026-01-02 03:04:05.678901+00',
      huge: '9007199254740993',
      exact: '12.50',
      counted: 2,
    });
  });

  it('carries a chunk of an import of several megabytes', async () => {
    const rows = JSON.stringify(
      Array.from({ length: 40_000 }, (_, n) => ({ n, text: '应急资源'.repeat(10) })),
    );
    const [row] = await tool.query<{ n: number }>(
      `select count(*)::int as n from jsonb_to_recordset($1::jsonb) as r(n int, text text) where length(text) = 40`,
      [rows],
    );
    expect(row?.n).toBe(40_000);
  });
});

describe('the door', () => {
  it('can be opened by the owner of the folder alone', () => {
    if (process.platform !== 'win32') expect(statSync(door().path).mode & 0o777).toBe(0o600);
  });

  it('stays shut without the word from the lock file', async () => {
    await expect(openThroughDoor({ path: door().path, token: 'guess' })).rejects.toThrow(
      'wrong token',
    );
    const answer = await new Promise<string>((resolve, reject) => {
      const socket = connect(door().path, () =>
        socket.write('{"id":1,"do":"query","sql":"select 1","params":[]}\n'),
      );
      socket.on('data', (data) => resolve(data.toString()));
      socket.on('error', reject);
    });
    expect(answer).toContain('say hello first');
  });

  it('survives what is no question', async () => {
    await new Promise<void>((resolve) => {
      const socket = connect(door().path, () => socket.write('not json\n'));
      socket.on('close', () => resolve());
      socket.on('error', () => resolve());
    });
    expect(await tool.query('select 1 as still')).toEqual([{ still: 1 }]);
  });

  it(
    'is found where the path of the data folder is too long for a socket',
    { timeout: 180_000 },
    async () => {
      const deep = join(
        mkdtempSync(join(tmpdir(), 'muster-deep-')),
        'd'.repeat(60),
        'e'.repeat(60),
      );
      mkdirSync(deep, { recursive: true });
      const other = await startTestApp({ dataDir: deep });
      const through = await openToolDatabase({ dataDir: deep });
      expect(await through.query('select 1 as here')).toEqual([{ here: 1 }]);
      await through.close();
      await other.stop();
      rmSync(join(deep, '../..'), { recursive: true, force: true });
    },
  );
});
