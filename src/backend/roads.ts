/** Road networks: which there are, and the bytes of one. */
import type { SupabaseClient } from '@supabase/supabase-js';
import type { RoadNetworkInfo } from '../core/model/index.ts';
import { guarded } from './guarded.ts';
import type { Answer } from './guarded.ts';
import type { Result } from './results.ts';
import { instant, number, text } from './row-fields.ts';
import type { RowShape } from './row-shapes.ts';
import { callForList } from './shaped.ts';

export interface RoadCalls {
  /** Those of the account's districts, above and below. */
  roadNetworks(): Promise<Result<RoadNetworkInfo[]>>;
  /** The graph as `core/roads` lays it out, in one request. */
  roadGraph(id: string): Promise<Result<ArrayBuffer>>;
}

interface NetworkRow extends Omit<RoadNetworkInfo, 'bbox' | 'length'> {
  west: number;
  south: number;
  east: number;
  north: number;
  lengthM: number;
}

const NETWORK: RowShape<NetworkRow> = {
  id: text,
  districtCode: text,
  version: number,
  checksum: text,
  source: text,
  importedAt: instant,
  west: number,
  south: number,
  east: number,
  north: number,
  lengthM: number,
};

const infoOf = ({ west, south, east, north, lengthM, ...row }: NetworkRow): RoadNetworkInfo => ({
  ...row,
  bbox: [west, south, east, north],
  length: lengthM,
});

/** `send` must be patient: a large network is many megabytes. */
export const roadCalls = (
  client: SupabaseClient,
  url: string,
  key: string,
  send: typeof fetch,
): RoadCalls => ({
  async roadNetworks() {
    const listed = await callForList(client, 'road_networks', {}, NETWORK);
    return listed.tag === 'ok' ? { tag: 'ok', value: listed.value.map(infoOf) } : listed;
  },
  async roadGraph(id) {
    // PostgREST answers a function of bytea raw when asked so; supabase-js knows JSON and text only.
    const result = await guarded(client, async (as): Promise<Answer> => {
      const { data } = await as.auth.getSession();
      const response = await send(
        `${url}/rest/v1/rpc/road_graph?p_network=${encodeURIComponent(id)}`,
        {
          headers: {
            accept: 'application/octet-stream',
            apikey: key,
            authorization: `Bearer ${data.session?.access_token ?? ''}`,
          },
        },
      );
      const { status } = response;
      if (!response.ok) return { data: null, error: { message: response.statusText }, status };
      return { data: await response.arrayBuffer(), error: null, status };
    });
    if (result.tag !== 'ok') return result;
    return result.value instanceof ArrayBuffer
      ? { tag: 'ok', value: result.value }
      : { tag: 'malformed' };
  },
});
