/** What a person may set by environment variables; everything has a safe default. */
import { resolve } from 'node:path';
import { Refusal } from './text.ts';

export interface Settings {
  /** Absolute path of the folder that holds database, secrets, backups and base maps. */
  dataDir: string;
  host: string;
  port: number;
  /** Names under which the app may be addressed, besides this machine's own addresses. */
  hosts: readonly string[];
  /** Set = server tier. */
  databaseUrl: string | null;
  /** null = not said: the embedded tier shows the demo district in an empty folder, the server tier never. */
  demo: boolean | null;
  jwtSecret: string | null;
  /** Seconds an access token lives before the page must refresh it. */
  tokenLife: number;
  /** Believe the last address of X-Forwarded-For (only behind an own reverse proxy). */
  trustProxy: boolean;
  /** JSON text or path of base maps; null = basemaps.json in the data folder. */
  baseMaps: string | null;
  /** Folder of a built page to serve as it is; null = the project's own, built when it is stale. */
  page: string | null;
}

const ON = new Set(['1', 'true', 'yes', 'on']);
const OFF = new Set(['0', 'false', 'no', 'off']);

/** @throws Refusal when a value is not valid. */
export function readSettings(env: NodeJS.ProcessEnv = process.env): Settings {
  return {
    dataDir: dataFolder(env),
    host: env.HOST || '127.0.0.1',
    port: wholeNumber('PORT', env.PORT, 8790, 0, 65535),
    hosts: (env.MUSTER_HOSTS ?? '')
      .split(',')
      .map((name) => name.trim().toLowerCase())
      .filter((name) => name !== ''),
    databaseUrl: env.DATABASE_URL || null,
    demo: yesOrNo('MUSTER_DEMO', env.MUSTER_DEMO),
    jwtSecret: env.MUSTER_JWT_SECRET || null,
    tokenLife: wholeNumber('MUSTER_TOKEN_LIFE', env.MUSTER_TOKEN_LIFE, 900, 5, 3600),
    trustProxy: yesOrNo('MUSTER_TRUST_PROXY', env.MUSTER_TRUST_PROXY) ?? false,
    baseMaps: env.MUSTER_BASEMAPS || null,
    page: env.MUSTER_PAGE ? resolve(env.MUSTER_PAGE) : null,
  };
}

export function dataFolder(env: NodeJS.ProcessEnv = process.env): string {
  return resolve(env.MUSTER_DATA || 'data');
}

function yesOrNo(name: string, text: string | undefined): boolean | null {
  if (!text) return null;
  if (ON.has(text.toLowerCase())) return true;
  if (OFF.has(text.toLowerCase())) return false;
  throw new Refusal('gateway.settingUnknown', { name, value: text });
}

function wholeNumber(
  name: string,
  text: string | undefined,
  otherwise: number,
  least: number,
  most: number,
): number {
  if (!text) return otherwise;
  const value = Number(text);
  if (Number.isInteger(value) && value >= least && value <= most) return value;
  throw new Refusal('gateway.settingUnknown', { name, value: text });
}
