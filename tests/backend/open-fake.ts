import WebSocket from 'ws';
import { openBackend } from '../../src/backend/open.ts';
import { tokenStorage } from '../../src/backend/session-storage.ts';
import type { Backend } from '../../src/backend/index.ts';
import { FakeServer } from './fake-server.ts';

/** A `Storage` as far as tokens need one. */
export class MemoryStorage {
  readonly kept = new Map<string, string>();
  getItem(key: string): string | null {
    return this.kept.get(key) ?? null;
  }
  setItem(key: string, value: string): void {
    this.kept.set(key, value);
  }
  removeItem(key: string): void {
    this.kept.delete(key);
  }
}

export interface Opened {
  server: FakeServer;
  backend: Backend;
  tab: MemoryStorage;
  computer: MemoryStorage;
}

/** The real backend door over a fake server; `kept` opens it a second time, as a reload of the page does. */
export function openFake(kept?: Opened): Opened {
  const { server, tab, computer } = kept ?? {
    server: new FakeServer(),
    tab: new MemoryStorage(),
    computer: new MemoryStorage(),
  };
  const backend = openBackend(
    { url: 'http://register.test', publishableKey: 'pk' },
    {
      fetch: server.fetch,
      storage: tokenStorage(tab, computer),
      // Node 20 has no WebSocket of its own and supabase-js asks for one; none is ever opened.
      realtime: { transport: WebSocket as unknown as typeof globalThis.WebSocket },
    },
  );
  return { server, backend, tab, computer };
}
