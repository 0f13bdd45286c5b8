/** A county's register behind the real gateway, in memory: an admin, a planner and somebody in the field may sign in. */
import WebSocket from 'ws';
import { expect } from 'vitest';
import { openBackend } from '../../src/backend/open.ts';
import { tokenStorage } from '../../src/backend/session-storage.ts';
import type { Backend } from '../../src/backend/index.ts';
import { gatewayApp } from '../../supabase/local/gateway-app.ts';
import type { GatewayApp } from '../../supabase/local/gateway-app.ts';
import {
  inTransaction,
  openConnection,
  ownerSession,
  preparedImage,
} from '../../supabase/local/pglite.ts';
import type { Session, ToolDatabase } from '../../supabase/local/queryable.ts';
import { ConnectionQueue } from '../../supabase/local/connection-queue.ts';
import { addAccount } from '../../supabase/local/accounts.ts';
import { MemoryStorage } from './open-fake.ts';

export const PASSWORD = 'Langes-Wort-2026';

export interface Office {
  owner: Session;
  /** The console's door, signed in as `<name>@muster.test`. */
  signedIn(name: string, password?: string): Promise<Backend>;
  close(): Promise<void>;
}

export async function openOffice(): Promise<Office> {
  const connection = await openConnection(null, await preparedImage());
  const owner = ownerSession(connection);
  const fetch = through(
    gatewayApp(connection, { jwtSecret: 'x'.repeat(40), publishableKey: 'sb_publishable_x' }, 900),
  );
  await settle(owner);
  return {
    owner,
    async signedIn(name, password = PASSWORD) {
      const backend = openBackend(
        { url: 'http://register.test', publishableKey: 'sb_publishable_x' },
        {
          fetch,
          storage: tokenStorage(new MemoryStorage(), new MemoryStorage()),
          realtime: { transport: WebSocket as unknown as typeof globalThis.WebSocket },
        },
      );
      const answer = await backend.signIn(`${name}@muster.test`, password, false);
      expect(answer).toMatchObject({ tag: 'ok' });
      return backend;
    },
    close: () => connection.close(),
  };
}

async function settle(owner: Session): Promise<void> {
  const db: ToolDatabase = {
    tier: 'embedded',
    query: (sql, params) => owner.query(sql, params),
    transaction: (work) => inTransaction(owner, work),
    close: () => Promise.resolve(),
  };
  await owner.query(
    `insert into public.district (code, parent_code, name, level) values ('c1', '0', '某县', 'county')`,
  );
  for (const role of ['admin', 'planner', 'field'] as const)
    await addAccount(db, {
      email: `${role}@muster.test`,
      password: PASSWORD,
      role,
      districtCode: 'c1',
      displayName: role,
    });
}

/** One request after the other, as the server lets them through. */
function through(app: GatewayApp): typeof fetch {
  const queue = new ConnectionQueue();
  return async (input, init) => {
    const request = new Request(input, init);
    const { pathname, search } = new URL(request.url);
    const body = new Uint8Array(await request.arrayBuffer());
    const answer = await queue.run(() =>
      app.answer({
        method: request.method,
        path: `${pathname}${search}`,
        headers: [...request.headers],
        body: body.length > 0 ? body : null,
      }),
    );
    return new Response(answer.status === 204 ? null : Buffer.from(answer.body), {
      status: answer.status,
      headers: answer.headers,
    });
  };
}
