import { ROLES } from '../core/model/index.ts';
import type { BaseMapConfig, Role } from '../core/model/index.ts';
import type { Result } from './results.ts';

/** What `GET /muster-config.json` says: where the register is and what this installation allows. */
export interface Config {
  /** Base of the API; the page's own origin on the embedded and server tiers. */
  url: string;
  publishableKey: string;
  /** Somebody else than the page's own server holds the register: hosted Supabase, which has not all that Muster's server has. */
  hosted: boolean;
  demo: boolean;
  baseMaps: readonly BaseMapConfig[];
  demoAccounts: readonly { email: string; password: string; role: Role }[];
}

/** Beside the page, which may lie in a folder of somebody's site. */
const CONFIG_PATH = 'muster-config.json';
const TIME_LIMIT_MS = 10_000;

type Fields = Record<string, unknown>;
const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null;
const isText = (value: unknown): value is string => typeof value === 'string';

const isBaseMap = (value: unknown): value is BaseMapConfig =>
  isFields(value) &&
  isText(value.id) &&
  isText(value.name) &&
  isText(value.url) &&
  isText(value.attribution) &&
  (value.kind === 'raster' || value.kind === 'style' || value.kind === 'pmtiles');

const isDemoAccount = (value: unknown): value is Config['demoAccounts'][number] =>
  isFields(value) &&
  isText(value.email) &&
  isText(value.password) &&
  ROLES.includes(value.role as Role);

/** Checks a configuration; null when it cannot be used. Unusable base maps are left out, the rest still works. */
export function readConfig(value: unknown, page: string): Config | null {
  if (!isFields(value) || !isText(value.publishableKey) || !isText(value.url)) return null;
  const demo = value.demo === true;
  const list = (items: unknown): unknown[] => (Array.isArray(items) ? items : []);
  const url = new URL(value.url, page);
  return {
    url: url.href.replace(/\/$/, ''),
    publishableKey: value.publishableKey,
    // By name and port: a proxy may speak https where the server behind it says http.
    hosted: url.host !== new URL(page).host,
    demo,
    baseMaps: list(value.baseMaps).filter(isBaseMap),
    demoAccounts: demo ? list(value.demoAccounts).filter(isDemoAccount) : [],
  };
}

/**
 * Asks the page's own server how this installation is set up.
 * @param page address of the page, in whichever folder it lies
 */
export async function loadConfig(
  page: string,
  doFetch: typeof fetch = fetch,
): Promise<Result<Config>> {
  let response: Response;
  try {
    const signal = AbortSignal.timeout(TIME_LIMIT_MS);
    response = await doFetch(new URL(CONFIG_PATH, page), { cache: 'no-store', signal });
  } catch {
    return { tag: 'unreachable' };
  }
  if (response.status >= 500) return { tag: 'unreachable' };
  if (!response.ok) return { tag: 'malformed' };
  const body: unknown = await response.json().catch(() => null);
  const config = readConfig(body, page);
  return config === null ? { tag: 'malformed' } : { tag: 'ok', value: config };
}
