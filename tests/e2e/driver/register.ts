/** The register asked directly, as an oracle beside the screen. */
import { fieldOf } from '../../../src/core/model/index.ts';
import type { RecordKind, RecordOf } from '../../../src/core/model/index.ts';
import { DEMO_PASSWORD } from './console.ts';

interface Config {
  publishableKey: string;
}

/** Every current record of a kind, as the demo commander may read it. */
export async function recordsOf<K extends RecordKind>(
  address: string,
  kind: K,
): Promise<RecordOf[K][]> {
  const { publishableKey } = (await (
    await fetch(`${address}/muster-config.json`)
  ).json()) as Config;
  // With a wish of its own, so that the database answers and not what consoles share for some seconds.
  const headers = {
    apikey: publishableKey,
    'content-type': 'application/json',
    prefer: 'return=representation',
  };
  const ask = async (path: string, body: object, token = ''): Promise<unknown> => {
    const answer = await fetch(`${address}${path}`, {
      method: 'POST',
      headers: token ? { ...headers, authorization: `Bearer ${token}` } : headers,
      body: JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    return answer.json();
  };
  const session = await ask('/auth/v1/token?grant_type=password', {
    email: 'commander@demo.muster.local',
    password: DEMO_PASSWORD,
  });
  const { access_token: token } = session as { access_token: string };
  const rows = await ask(
    '/rest/v1/rpc/records_page',
    { p_kind: kind, p_since: null, p_after: null, p_limit: 10_000 },
    token,
  );
  return (rows as Record<string, unknown>[])
    .map((row) =>
      Object.fromEntries(Object.entries(row).map(([name, value]) => [fieldOf(name), value])),
    )
    .filter((row) => row.archivedAt == null) as unknown as RecordOf[K][];
}
