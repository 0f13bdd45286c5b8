import { createClient } from '@supabase/supabase-js';
import type { SupabaseClientOptions } from '@supabase/supabase-js';
import { currentAccount, signIn } from './accounts.ts';
import { auditCalls } from './audit.ts';
import type { Backend } from './backend.ts';
import type { Config } from './config.ts';
import { fetchCalmly, fetchWithLimit } from './guarded.ts';
import { historyCalls } from './history.ts';
import { importCalls } from './imports.ts';
import { movementCalls } from './movements.ts';
import { districtCalls } from './districts.ts';
import { peopleCalls } from './people.ts';
import { recordsPage, syncState } from './records-pages.ts';
import { rectificationCalls } from './rectification.ts';
import { registerCalls } from './register.ts';
import type { AccountResult } from './results.ts';
import { roadNetworkCalls } from './road-networks.ts';
import { roadCalls } from './roads.ts';
import { thresholdCalls } from './thresholds.ts';
import { byOwnClock, saysWithdrawn } from './session-life.ts';
import { tokenStorage } from './session-storage.ts';
import type { TokenStorage } from './session-storage.ts';

interface OpenOptions {
  fetch?: typeof fetch;
  storage?: TokenStorage;
  /** Only for Node, which has no WebSocket of its own before version 22; nothing here opens one. */
  realtime?: SupabaseClientOptions<'public'>['realtime'];
}

const STORAGE_KEY = 'muster.session';
/** HTTP 507, with which the gateway says it. */
const DISK_FULL = 507;
/** A road network of some ten megabytes over a slow line. */
const LARGE_LIMIT_MS = 180_000;

/** Opens the register that the configuration names. No request is made before the first call. */
export function openBackend(
  config: Pick<Config, 'url' | 'publishableKey'>,
  options: OpenOptions = {},
): Backend {
  const storage = options.storage ?? tokenStorage(sessionStorage, localStorage);
  const doFetch: typeof fetch = options.fetch ?? ((input, init) => fetch(input, init));
  const send = fetchCalmly(fetchWithLimit(doFetch));
  let retryAfter: number | null = null;
  let leaving = false;
  let wasWithdrawn = false;
  let reportDiskFull = (): void => {};

  const client = createClient(config.url, config.publishableKey, {
    auth: {
      storage,
      storageKey: STORAGE_KEY,
      persistSession: true,
      autoRefreshToken: true,
      detectSessionInUrl: false,
    },
    global: {
      fetch: async (input, init) => {
        const asked = input instanceof Request ? input.url : String(input);
        const response = await byOwnClock(asked, await send(input, init));
        const seconds = Number(response.headers.get('retry-after') ?? Number.NaN);
        if (response.status === DISK_FULL) reportDiskFull();
        if (response.status === 401) wasWithdrawn ||= await saysWithdrawn(response.clone());
        if (response.status === 429) retryAfter = Number.isFinite(seconds) ? seconds : null;
        return response;
      },
    },
    ...(options.realtime ? { realtime: options.realtime } : {}),
  });

  async function askAccount(): Promise<AccountResult> {
    const result = await currentAccount(client);
    return result.tag === 'nobody' && storage.wasTaken(STORAGE_KEY)
      ? { tag: 'session-ended' }
      : result;
  }

  const patient = fetchWithLimit(doFetch, LARGE_LIMIT_MS);

  return {
    signIn(email, password, keep) {
      storage.keepOnComputer(keep);
      return signIn(client, email, password, () => retryAfter).catch(() => ({
        tag: 'unreachable',
      }));
    },
    async signOut() {
      leaving = true;
      try {
        await client.auth.signOut({ scope: 'local' });
      } catch {
        // The server may be away; what matters is that this computer forgets.
      }
      storage.forget(STORAGE_KEY);
      leaving = false;
    },
    currentAccount: () => askAccount().catch(() => ({ tag: 'unreachable' })),
    onSessionEnd(ended) {
      const { data } = client.auth.onAuthStateChange((event) => {
        if (event === 'SIGNED_IN') wasWithdrawn = false;
        if (event === 'SIGNED_OUT' && !leaving) ended(wasWithdrawn);
      });
      return () => data.subscription.unsubscribe();
    },
    onDiskFull(full) {
      reportDiskFull = full;
    },
    syncState: (since, patience) => syncState(client, since, patience),
    recordsPage: (kind, since, after, limit) => recordsPage(client, kind, since, after, limit),
    ...registerCalls(client),
    ...historyCalls(client),
    ...movementCalls(client),
    ...rectificationCalls(client),
    ...thresholdCalls(client),
    ...importCalls(client),
    ...auditCalls(client),
    ...peopleCalls(client),
    ...districtCalls(client),
    ...roadCalls(client, config.url, config.publishableKey, patient),
    ...roadNetworkCalls(client, config.url, config.publishableKey, patient),
  };
}
