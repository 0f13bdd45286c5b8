/** The whole app as one thing that is started and stopped: data folder, database, gateway, tools' door. */
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { startRotation } from './backup/rotation.ts';
import { readBaseMaps } from './base-maps.ts';
import { troubleOpening } from './database-trouble.ts';
import { openDoor } from './door.ts';
import type { Door } from './door.ts';
import { openEmbeddedEngine } from './embedded-engine.ts';
import type { EmbeddedEngine } from './embedded-engine.ts';
import type { Progress } from './embedded-protocol.ts';
import type { Engine } from './engine.ts';
import { backupFolder, readyMark } from './data-folder.ts';
import { lockFolder } from './folder-lock.ts';
import { createGateway } from './gateway.ts';
import type { GatewayOptions } from './gateway.ts';
import { folderSecrets, statedSecrets } from './secrets.ts';
import type { Secrets } from './secrets.ts';
import type { Settings } from './settings.ts';
import { shareAnswers } from './sharing/shared-answers.ts';
import { signInLog } from './sign-in-log.ts';
import { Refusal } from './text.ts';
import { WORK_LIMIT } from './work-limits.ts';

/** An account that anyone at the sign-in screen of a demonstration may use. */
interface DemoAccount {
  email: string;
  password: string;
  role: string;
}

/** What the demonstration is made of; handed in, because it is built on this folder. */
export interface Demonstration {
  /** Fills an empty database, wholly or not at all. */
  load(engine: Engine, progress: (share: number) => void): Promise<void>;
  /** Demo mode is on: its accounts exist. */
  ensureAccounts(engine: Engine): Promise<void>;
  /** Demo mode is off: none may exist. @returns how many were removed */
  removeAccounts(engine: Engine): Promise<number>;
  isLoaded(engine: Engine): Promise<boolean>;
  /** What the sign-in screen of a demonstration offers. */
  accounts(engine: Engine): Promise<readonly DemoAccount[]>;
}

export type AppProgress =
  | Progress
  | { step: 'demo'; share: number }
  | { step: 'migrated'; files: readonly string[] }
  | { step: 'demo-accounts-removed'; count: number };

export interface RunningApp {
  readonly engine: Engine;
  readonly server: Server;
  readonly demo: boolean;
  /** http://127.0.0.1:8790 */
  readonly address: string;
  readonly publishableKey: string;
  /** Resolves when the database ends by itself: nothing can be served any more. */
  readonly broken: Promise<Error>;
  /** Finishes what was asked, closes the database, gives the folder back. Calling it again waits for the same end. */
  stop(): Promise<void>;
}

interface Parts {
  page: GatewayOptions['page'];
  demonstration: Demonstration;
  onProgress?: (progress: AppProgress) => void;
  throttle?: GatewayOptions['throttle'];
  patience?: number;
  /** Milliseconds that the database may work on a request of a person; tests shorten it. */
  workLimit?: number;
  /** Milliseconds until the first daily backup; tests shorten it. */
  firstBackup?: number;
  /** false: every console asks the database for itself, as a benchmark's peer does. */
  share?: boolean;
}

/** @throws Refusal with a line for people when something they can change stands in the way */
export async function startApp(settings: Settings, parts: Parts): Promise<RunningApp> {
  const onProgress = parts.onProgress ?? (() => undefined);
  const undo: (() => Promise<void> | void)[] = [];
  const stop = async (): Promise<void> => {
    for (const step of undo.splice(0).reverse()) await step();
  };
  try {
    const lock = await lockFolder(settings.dataDir);
    undo.push(() => lock.release());
    const baseMaps = readBaseMaps(settings);
    const secrets = secretsFor(settings);
    const promise = demoPromise(settings);
    const engine = await openEngine(settings, secrets, onProgress, parts.workLimit ?? WORK_LIMIT);
    undo.push(() => engine.close());
    const demo = await settleDemo(settings, engine, promise, parts.demonstration, onProgress);
    let door: Door | null = null;
    if (engine.tier === 'embedded') {
      door = await openDoor(engine, settings.dataDir);
      undo.push(() => door?.close());
    }
    const rotation = startRotation(engine, {
      folder: backupFolder(settings.dataDir),
      firstLook: parts.firstBackup,
    });
    undo.push(() => rotation.stop());
    const server = createGateway({
      engine: parts.share === false ? engine : shareAnswers(engine, secrets),
      // Asked anew each time: a tool may have removed the demonstration or restored a backup meanwhile.
      pageConfig: async () => {
        const demoAccounts = demo ? await parts.demonstration.accounts(engine) : [];
        const shown = demo && (await parts.demonstration.isLoaded(engine));
        return {
          publishableKey: secrets.publishableKey,
          demo: shown,
          baseMaps: baseMaps.maps,
          demoAccounts,
        };
      },
      baseMapSources: baseMaps.sources,
      page: parts.page,
      hosts: settings.hosts,
      trustProxy: settings.trustProxy,
      publishableKey: secrets.publishableKey,
      signIns: signInLog(engine),
      machineSecret: secrets.jwtSecret,
      ...(parts.throttle ? { throttle: parts.throttle } : {}),
      ...(parts.patience ? { patience: parts.patience } : {}),
    });
    await listen(server, settings);
    undo.push(() => closeServer(server));
    if (door) lock.announce({ path: door.path, token: door.token });
    let stopping: Promise<void> | null = null;
    return {
      engine,
      server,
      demo,
      address: addressOf(server),
      publishableKey: secrets.publishableKey,
      broken: 'broken' in engine ? engine.broken : new Promise<Error>(() => undefined),
      stop: () => (stopping ??= stop()),
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

function secretsFor({ databaseUrl, jwtSecret, demo, dataDir }: Settings): Secrets {
  if (jwtSecret) return statedSecrets(jwtSecret);
  if (databaseUrl && demo !== true)
    throw new Refusal('gateway.secretMissing', { name: 'MUSTER_JWT_SECRET' });
  return folderSecrets(dataDir);
}

async function openEngine(
  { databaseUrl, dataDir, tokenLife }: Settings,
  secrets: Secrets,
  onProgress: (progress: AppProgress) => void,
  limit: number,
): Promise<Engine | EmbeddedEngine> {
  const engine = databaseUrl
    ? // The embedded tier starts without the drivers of the other one.
      await (
        await import('./server-engine.ts')
      ).openServerEngine(databaseUrl, secrets, tokenLife, limit)
    : await openEmbeddedEngine({ dataDir, secrets, tokenLife }, { onProgress, limit }).catch(
        (error: unknown) => {
          throw troubleOpening(dataDir, error);
        },
      );
  if (engine.migrated.length > 0) onProgress({ step: 'migrated', files: engine.migrated });
  return engine;
}

/** A demonstration promised to a new folder is remembered until it is loaded whole, even when the first start is cut off. */
interface DemoPromise {
  readonly given: boolean;
  keep(): void;
}

function demoPromise({ dataDir, databaseUrl, demo }: Settings): DemoPromise {
  const path = join(dataDir, 'demo-promised');
  if (!databaseUrl && demo !== false && !existsSync(readyMark(dataDir)))
    writeFileSync(path, '', { flush: true });
  return { given: existsSync(path), keep: () => rmSync(path, { force: true }) };
}

/** @returns whether the app runs in demo mode */
async function settleDemo(
  { demo, databaseUrl }: Settings,
  engine: Engine,
  promise: DemoPromise,
  demonstration: Demonstration,
  onProgress: (progress: AppProgress) => void,
): Promise<boolean> {
  const wanted = demo ?? !databaseUrl;
  let loaded = await demonstration.isLoaded(engine);
  if (wanted && !loaded && (promise.given || (demo === true && (await isEmpty(engine))))) {
    await demonstration.load(engine, (share) => onProgress({ step: 'demo', share }));
    loaded = true;
  }
  if (wanted && loaded) {
    await demonstration.ensureAccounts(engine);
    promise.keep();
    return true;
  }
  const removed = await demonstration.removeAccounts(engine);
  if (removed > 0) onProgress({ step: 'demo-accounts-removed', count: removed });
  return false;
}

async function isEmpty(engine: Engine): Promise<boolean> {
  const [row] = await engine.query(
    `select 1 as there from public.district where parent_code is not null limit 1`,
  );
  return row === undefined;
}

function listen(server: Server, { host, port }: Settings): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE')
        reject(new Refusal('gateway.portTaken', { port, other: port + 1 }));
      else reject(new Refusal('gateway.addressWrong', { host, reason: error.message }));
    });
    server.listen({ host, port, exclusive: true }, resolve);
  });
}

function addressOf(server: Server): string {
  const { address, family, port } = server.address() as AddressInfo;
  const anywhere = address === '0.0.0.0' || address === '::';
  if (anywhere) return `http://127.0.0.1:${port}`;
  return `http://${family === 'IPv6' ? `[${address}]` : address}:${port}`;
}

/** Lets running requests end; idle connections are closed at once, stubborn ones after two seconds. */
function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const impatience = setTimeout(() => server.closeAllConnections(), 2_000);
    server.close(() => {
      clearTimeout(impatience);
      resolve();
    });
    server.closeIdleConnections();
  });
}
