/** The register asked and changed directly by somebody else, while a person works on the screen. */
import { toEwkt } from '../../../src/core/geo/ewkt.ts';
import type { RecordKind, RecordOf } from '../../../src/core/model/index.ts';
import { DEMO_PASSWORD } from './console.ts';
import type { DemoRole } from './console.ts';
import { recordsOf } from './register.ts';

/** Calls a function of the database as a demo person. */
export const askAs = (
  address: string,
  role: DemoRole,
  name: string,
  body: object,
): Promise<unknown> => sendAs(address, role, `/rest/v1/rpc/${name}`, body);

/** Makes a record as a demo person. */
export const insertAs = (
  address: string,
  role: DemoRole,
  kind: RecordKind,
  row: object,
): Promise<unknown> =>
  askAs(address, role, 'save_record', {
    p_kind: kind,
    p_id: crypto.randomUUID(),
    p_version: null,
    p_change: row,
  });

async function sendAs(
  address: string,
  role: DemoRole,
  where: string,
  body: object,
): Promise<unknown> {
  const config = (await (await fetch(`${address}/muster-config.json`)).json()) as {
    publishableKey: string;
  };
  const headers = { apikey: config.publishableKey, 'content-type': 'application/json' };
  const send = async (path: string, sent: object, token = ''): Promise<unknown> => {
    const answer = await fetch(`${address}${path}`, {
      method: 'POST',
      headers: token ? { ...headers, authorization: `Bearer ${token}` } : headers,
      body: JSON.stringify(sent),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${text}`);
    return text === '' ? null : (JSON.parse(text) as unknown);
  };
  const email = `${role}@demo.muster.local`;
  const session = await send('/auth/v1/token?grant_type=password', {
    email,
    password: DEMO_PASSWORD,
  });
  return send(where, body, (session as { access_token: string }).access_token);
}

/**
 * The square around a place as a column of the database takes it.
 * @param half half of a side, in degrees
 */
export const squareAround = (lng: number, lat: number, half: number): string =>
  toEwkt({
    type: 'Polygon',
    coordinates: [
      [
        [lng - half, lat - half],
        [lng + half, lat - half],
        [lng + half, lat + half],
        [lng - half, lat + half],
        [lng - half, lat - half],
      ],
    ],
  });

/** A record of the demonstration by its name. @throws when there is none */
export async function recordNamed<K extends Exclude<RecordKind, 'stock_lot'>>(
  address: string,
  kind: K,
  name: string,
): Promise<RecordOf[K]> {
  const found = (await recordsOf(address, kind)).find(
    (record) => 'name' in record && record.name === name,
  );
  if (found === undefined) throw new Error(`no ${kind} is called ${name}`);
  return found;
}
