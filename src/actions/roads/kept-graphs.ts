/**
 * Graphs kept on this computer, so that they are not fetched again with every visit and are there when the server is not.
 * In IndexedDB, which unlike the Cache API is there on a plain http address of the local network. A copy is good for the
 * checksum it was fetched under; whether its bytes still are what they were, the graph's own checksum says when it is
 * opened. Only what the signed-in account may see stays: with every list of networks from the server the rest goes.
 */
import { createStore, del, get, keys, set } from 'idb-keyval';
import type { RoadNetworkInfo } from '../../core/model/index.ts';

/** Where values stay; every call may fail (storage full or forbidden) and then nothing is kept. */
export interface KeyStore {
  get(key: string): Promise<unknown>;
  set(key: string, value: unknown): Promise<void>;
  del(key: string): Promise<void>;
  keys(): Promise<string[]>;
}

interface KeptGraph {
  checksum: string;
  graph: ArrayBuffer;
}

const GRAPH = 'graph ';
const LIST = 'list ';

/** The store in the browser's IndexedDB. */
function browserStore(): KeyStore {
  let opened: ReturnType<typeof createStore> | null = null;
  const store = (): ReturnType<typeof createStore> =>
    (opened ??= createStore('muster-roads', 'kept'));
  return {
    get: async (key) => get<unknown>(key, store()),
    set: async (key, value) => set(key, value, store()),
    del: async (key) => del(key, store()),
    keys: async () => (await keys(store())).map(String),
  };
}

async function orElse<Value, Other>(
  work: () => Promise<Value>,
  other: Other,
): Promise<Value | Other> {
  try {
    return await work();
  } catch {
    return other;
  }
}

export class KeptGraphs {
  constructor(private readonly store: KeyStore = browserStore()) {}

  /** The copy of a network; null when there is none of this very graph. */
  async graph({ id, checksum }: RoadNetworkInfo): Promise<ArrayBuffer | null> {
    const kept = (await orElse(() => this.store.get(GRAPH + id), null)) as
      Partial<KeptGraph> | null | undefined;
    return kept?.checksum === checksum && kept.graph instanceof ArrayBuffer ? kept.graph : null;
  }

  keep({ id, checksum }: RoadNetworkInfo, graph: ArrayBuffer): Promise<void> {
    return orElse(
      () => this.store.set(GRAPH + id, { checksum, graph } satisfies KeptGraph),
      undefined,
    );
  }

  /** A copy that turned out to be damaged. */
  drop({ id }: RoadNetworkInfo): Promise<void> {
    return orElse(() => this.store.del(GRAPH + id), undefined);
  }

  /** What the server says there is for an account; everything else goes, and so do the lists of other accounts. */
  async heard(userId: string, networks: readonly RoadNetworkInfo[]): Promise<void> {
    await orElse(async () => {
      const stays = new Set([LIST + userId, ...networks.map(({ id }) => GRAPH + id)]);
      for (const key of await this.store.keys()) if (!stays.has(key)) await this.store.del(key);
      await this.store.set(LIST + userId, networks);
    }, undefined);
  }

  /** What the server said last for this account; null when it never did. */
  async list(userId: string): Promise<RoadNetworkInfo[] | null> {
    const kept = await orElse(() => this.store.get(LIST + userId), null);
    return Array.isArray(kept) ? (kept as RoadNetworkInfo[]) : null;
  }
}
