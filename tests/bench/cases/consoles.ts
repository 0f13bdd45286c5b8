/**
 * How many consoles a tier carries: imitated signed-in consoles over loopback, each asking every ten seconds, with one change
 * every five seconds and two saves a second; then all of them reload within ten seconds. The work of the database for idle
 * consoles is compared with the way of asking of commit addeb53 (every console for itself), run here with sharing turned off.
 * `MUSTER_BENCH_CONSOLES=embedded:50,server:500` runs these alone.
 */
import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { decodeJwt, SignJWT } from 'jose';
import type { JWTPayload } from 'jose';
import type { Work } from '../../../supabase/local/engine.ts';
import { findPostgres, startPostgres } from '../../support/postgres.ts';
import { tokensOf } from '../../support/raw-http.ts';
import { atLeast, atMost } from '../bench.ts';
import type { Bench, CaseReport, TargetReport } from '../bench.ts';
import { ImitatedConsole, newTally } from '../consoles/console.ts';
import type { Tally } from '../consoles/console.ts';
import type { FromServer, ServerOptions, ToServer } from '../consoles/protocol.ts';

const CASES = ['embedded:50', 'embedded:200', 'server:50', 'server:200', 'server:500'];
const ROUND = 10_000;
/** Milliseconds of each part. */
const BUSY = 40_000;
const IDLE = 30_000;
const PEER_CONSOLES = 50;
/** Milliseconds between two saves; every so many of them is a change of which consoles are asked whether they have it. */
const SAVE_EVERY = 500;
const CHANGE_EVERY = 10;
const CHANGES = BUSY / SAVE_EVERY / CHANGE_EVERY;
const SECRET = 'the secret of a benchmark, long enough';

interface Running {
  address: string;
  publishableKey: string;
  teams: string[];
  /** As many kinds of accounts as there are; the consoles are of one after the other. */
  accounts: number;
  /** Headers of a signed-in console, another session each. */
  headers(n: number): Promise<Record<string, string>>;
  work(): Promise<Work>;
  /** @returns milliseconds that the daily backup takes */
  backUp(): Promise<number>;
  stop(): Promise<void>;
}

const percentile = (values: readonly number[], share: number): number =>
  [...values].sort((a, b) => a - b)[Math.max(0, Math.ceil(values.length * share) - 1)] ??
  Number.NaN;

async function start(databaseUrl: string | null, share: boolean): Promise<Running> {
  const dataDir = mkdtempSync(join(tmpdir(), 'muster-bench-'));
  const options: ServerOptions = { dataDir, databaseUrl, jwtSecret: SECRET, share };
  const child: ChildProcess = fork(
    resolve(import.meta.dirname, '../consoles/server.ts'),
    [JSON.stringify(options)],
    {
      execArgv: ['--import', 'tsx'],
    },
  );
  const heard: ((message: FromServer) => void)[] = [];
  child.on('message', (message: FromServer) => heard.shift()?.(message));
  const next = (): Promise<FromServer> =>
    new Promise((done, fail) => {
      heard.push(done);
      child.once('exit', () => fail(new Error('the server ended')));
    });
  const ready = await next();
  if (ready.tag !== 'ready') throw new Error('the server did not begin');
  const { address, publishableKey, teams } = ready;
  const claims: JWTPayload[] = [];
  for (const account of ready.accounts)
    claims.push(decodeJwt((await tokensOf({ address, publishableKey }, account)).access_token));
  const say = (message: ToServer): void => void child.send(message);
  return {
    address,
    publishableKey,
    teams,
    accounts: claims.length,
    async headers(n) {
      const token = await new SignJWT({ ...claims[n % claims.length], session_id: randomUUID() })
        .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
        .sign(new TextEncoder().encode(SECRET));
      return { apikey: publishableKey, authorization: `Bearer ${token}` };
    },
    async work() {
      const answer = next();
      say({ tag: 'work' });
      const answered = await answer;
      return answered.tag === 'work' ? answered.work : { statements: Number.NaN, ms: Number.NaN };
    },
    async backUp() {
      const answer = next();
      say({ tag: 'back-up' });
      const answered = await answer;
      return answered.tag === 'backed-up' ? answered.ms : Number.NaN;
    },
    async stop() {
      const ended = new Promise((done) => child.once('exit', done));
      say({ tag: 'stop' });
      await ended;
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** Consoles that go on until told to stop, each at its own moment of the ten seconds. */
function goOn(consoles: readonly ImitatedConsole[]): () => Promise<void> {
  let over = false;
  const all = consoles.map(async (one, n) => {
    await sleep((ROUND * n) / consoles.length);
    while (!over) {
      const began = performance.now();
      await one.round();
      await sleep(Math.max(0, ROUND - (performance.now() - began)));
    }
  });
  return async () => {
    over = true;
    await Promise.all(all);
  };
}

/**
 * Work of the database in one minute of one console that nothing happens to; and its statements for all of them together in the
 * time of one round.
 */
async function idle(
  app: Running,
  consoles: readonly ImitatedConsole[],
): Promise<Work & { aRound: number }> {
  const stop = goOn(consoles);
  await sleep(ROUND);
  const before = await app.work();
  await sleep(IDLE);
  const after = await app.work();
  await stop();
  const minutes = (consoles.length * IDLE) / 60_000;
  const statements = after.statements - before.statements;
  return {
    statements: statements / minutes,
    ms: (after.ms - before.ms) / minutes,
    aRound: (statements * ROUND) / IDLE,
  };
}

async function gather(app: Running, count: number, tally: Tally, changes: Map<string, number>) {
  const made: ImitatedConsole[] = [];
  for (let n = 0; n < count; n += 1)
    made.push(new ImitatedConsole(app.address, await app.headers(n), tally, changes));
  return made;
}

/** All load within ten seconds. @returns milliseconds until each was ready */
const reloadAll = (consoles: readonly ImitatedConsole[]): Promise<number[]> =>
  Promise.all(
    consoles.map(async (one, n) => {
      await sleep((10_000 * n) / consoles.length);
      return one.reload();
    }),
  );

/** How many changes did not come to a console that may see them. */
async function unseen(app: Running, consoles: readonly ImitatedConsole[]): Promise<number> {
  const visible = await Promise.all(consoles.slice(0, app.accounts).map((each) => each.teams()));
  const missed = consoles.map(
    (each, n) =>
      app.teams
        .slice(0, CHANGES)
        .filter(
          (team, change) =>
            visible[n % app.accounts]?.has(team) && !each.has(`bench-change-${change}`),
        ).length,
  );
  return missed.reduce((sum, count) => sum + count, 0);
}

async function one(
  name: string,
  count: number,
  database: () => Promise<string | null>,
  progress: (text: string) => void,
): Promise<{ report: CaseReport; targets: TargetReport[] }> {
  const load = loadavg()[0] ?? Number.NaN;
  progress(`${name}: the way of commit addeb53`);
  const peer = await start(await database(), false);
  const others = await gather(peer, PEER_CONSOLES, newTally(), new Map());
  await reloadAll(others);
  const before = await idle(peer, others);
  others.forEach((each) => each.close());
  await peer.stop();

  const app = await start(await database(), true);
  const [tally, changes] = [newTally(), new Map<string, number>()];
  const consoles = await gather(app, count, tally, changes);
  progress(`${name}: ${count} consoles load`);
  const first = await reloadAll(consoles);
  progress(`${name}: idle`);
  const now = await idle(app, consoles);
  progress(`${name}: changes and saves`);
  const [saver] = await gather(app, 1, tally, changes);
  if (!saver) throw new Error('nobody saves');
  const stop = goOn(consoles);
  const saves: Promise<number>[] = [];
  // It happens once a day, and may happen now.
  const backedUp = app.backUp();
  for (let n = 0; n < BUSY / SAVE_EVERY; n += 1) {
    // What the consoles are asked for has records of its own: another save would take its mark away again.
    const change = n % CHANGE_EVERY === 0 ? n / CHANGE_EVERY : null;
    const team = app.teams[change ?? CHANGES + (n % (app.teams.length - CHANGES))] ?? '';
    const mark = change === null ? `bench-save-${n}` : `bench-change-${change}`;
    const saved = saver.save(team, mark);
    if (change !== null) void saved.then(() => changes.set(mark, performance.now()));
    saves.push(saved);
    await sleep(SAVE_EVERY);
  }
  const saved = await Promise.all(saves);
  await sleep(15_000);
  await stop();
  const missed = await unseen(app, consoles);
  progress(`${name}: all reload`);
  const again = await reloadAll(consoles);
  for (const each of [...consoles, saver]) each.close();
  await app.stop();

  for (const error of [...new Set(tally.errors)].slice(0, 5)) progress(`${name}: ${error}`);
  const [seen, saveP95, ready] = [
    percentile(tally.seen, 0.95),
    percentile(saved, 0.95),
    Math.max(...again),
  ];
  const report: CaseReport = {
    case: `${name}: ${count} consoles`,
    wrong: tally.errors.length + missed,
    figures: {
      requests: tally.requests,
      busy_answers: tally.busy,
      changes_received: tally.seen.length,
      changes_missed: missed,
      seen_p95_ms: seen,
      save_p50_ms: percentile(saved, 0.5),
      save_p95_ms: saveP95,
      save_max_ms: Math.max(...saved),
      backup_meanwhile_ms: await backedUp,
      first_load_max_ms: Math.max(...first),
      reload_max_ms: ready,
      idle_statements_per_console_minute: now.statements,
      idle_ms_per_console_minute: now.ms,
      addeb53_statements_per_console_minute: before.statements,
      addeb53_ms_per_console_minute: before.ms,
      idle_statements_a_round_for_all: now.aRound,
      // Of the whole machine: above its cores, others were at work on it too, or this was too much for it.
      load_before: load,
      load_after: loadavg()[0] ?? Number.NaN,
    },
    ratios: {
      'statements, every console for itself': before.statements / now.statements,
      'milliseconds, every console for itself': before.ms / now.ms,
    },
  };
  const what = report.case;
  return {
    report,
    targets: [
      atMost(`${what}: errors`, 0, tally.errors.length),
      atMost(`${what}: changes that did not come`, 0, missed),
      atMost(`${what}: changes seen, p95, seconds`, 15, seen / 1000),
      atMost(`${what}: saves done, p95, seconds`, 3, saveP95 / 1000),
      atMost(`${what}: ready after all reload, seconds`, 60, ready / 1000),
      atMost(`${what}: questions to the database a round when idle, all consoles`, 1, now.aRound),
      atLeast(`${what}: fewer statements when idle, times`, 10, before.statements / now.statements),
      atLeast(`${what}: fewer milliseconds when idle, times`, 10, before.ms / now.ms),
    ],
  };
}

export const bench: Bench = async (progress) => {
  const wanted = process.env.MUSTER_BENCH_CONSOLES?.split(',') ?? CASES;
  const report: { cases: CaseReport[]; targets: TargetReport[] } = { cases: [], targets: [] };
  const postgres =
    wanted.some((name) => name.startsWith('server')) && findPostgres()
      ? await startPostgres()
      : null;
  for (const name of wanted) {
    const [tier = '', count = '0'] = name.split(':');
    if (tier === 'server' && !postgres) {
      progress(`${name}: skipped, no PostgreSQL with PostGIS found`);
      continue;
    }
    const database = async () =>
      tier === 'server' ? ((await postgres?.createDatabase('prepared')) ?? null) : null;
    const { report: done, targets } = await one(tier, Number(count), database, progress);
    report.cases.push(done);
    report.targets.push(...targets);
  }
  await postgres?.stop();
  return report;
};
