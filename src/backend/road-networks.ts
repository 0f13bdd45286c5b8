/** Looking after road networks: which there are, sending one in portions, taking one out of use. For admins. */
import type { SupabaseClient } from '@supabase/supabase-js';
import { ROAD_NETWORK_STATES } from '../core/model/index.ts';
import type { KeptRoadNetwork, LngLat } from '../core/model/index.ts';
import type { RoadReport } from '../core/roads/report.ts';
import type { NetworkFacts } from '../core/roads/storing/rows.ts';
import { guarded } from './guarded.ts';
import type { Answer } from './guarded.ts';
import { instant, maybe, number, oneOf, text } from './row-fields.ts';
import type { Result } from './results.ts';
import type { RowShape } from './row-shapes.ts';
import { call, callForList, members } from './shaped.ts';

export interface RoadNetworkCalls {
  /** Of the districts the caller is admin of. */
  keptRoadNetworks(): Promise<Result<KeptRoadNetwork[]>>;
  /** What its import said; null when it said nothing that can be read. */
  roadReport(id: string): Promise<Result<RoadReport | null>>;
  /** Lines of a network in use that touch a box (west, south, east, north), the first 400, for looking at a place. */
  roadLines(
    id: string,
    box: readonly [number, number, number, number],
  ): Promise<Result<LngLat[][]>>;
  /** Every step of sending may be repeated after a lost answer. Nobody sees the network before the last one. */
  openRoadUpload(id: string, facts: NetworkFacts): Promise<Result<null>>;
  /** @param bytes base64 */
  sendRoadGraph(id: string, part: number, bytes: string): Promise<Result<null>>;
  /** @param rows a JSON array, as `edgePortion` makes it */
  sendRoadEdges(id: string, rows: string): Promise<Result<null>>;
  /** The server puts the pieces together and holds them to the checksum. */
  assembleRoads(id: string): Promise<Result<null>>;
  /** It takes the place of the district's network; null when it is not there any more. */
  finishRoads(id: string): Promise<Result<{ edition: number } | null>>;
  /** Takes one out of use, or gives up one on its way. */
  removeRoads(id: string): Promise<Result<null>>;
  /** Frees the room of one that is archived, in portions. */
  clearRoads(id: string): Promise<Result<null>>;
}

interface KeptRow extends Omit<KeptRoadNetwork, 'length'> {
  lengthM: number;
}

const KEPT: RowShape<KeptRow> = {
  id: text,
  districtCode: text,
  edition: number,
  source: text,
  dataTime: maybe(instant),
  importedAt: instant,
  byName: maybe(text),
  lengthM: number,
  bytes: number,
  state: oneOf(ROAD_NETWORK_STATES),
};

function readReport(value: unknown): RoadReport | null {
  const { kilometres, gaps, islands, leftOut, notes } = members(value);
  const readable =
    typeof kilometres === 'number' &&
    Array.isArray(members(gaps).listed) &&
    Array.isArray(members(islands).listed) &&
    Array.isArray(leftOut) &&
    Array.isArray(notes);
  return readable ? (value as RoadReport) : null;
}

/** `send` must be patient: a portion is megabytes over a line of any speed. */
export function roadNetworkCalls(
  client: SupabaseClient,
  url: string,
  key: string,
  send: typeof fetch,
): RoadNetworkCalls {
  const patiently = (name: string, params: object): Promise<Result<unknown>> =>
    guarded(client, async (as): Promise<Answer> => {
      const { data } = await as.auth.getSession();
      const response = await send(`${url}/rest/v1/rpc/${name}`, {
        method: 'POST',
        headers: {
          apikey: key,
          authorization: `Bearer ${data.session?.access_token ?? ''}`,
          'content-type': 'application/json',
        },
        body: JSON.stringify(params),
      });
      const { status } = response;
      const said = await response.text();
      const body: unknown = said === '' ? null : JSON.parse(said);
      if (response.ok) return { data: body, error: null, status };
      const { code } = members(body);
      return {
        data: null,
        error: { code: typeof code === 'string' ? code : '', message: said },
        status,
      };
    });
  const forNothing = async (name: string, params: object): Promise<Result<null>> => {
    const result = await patiently(name, params);
    return result.tag === 'ok' ? { tag: 'ok', value: null } : result;
  };
  return {
    async keptRoadNetworks() {
      const listed = await callForList(client, 'road_network_list', {}, KEPT);
      if (listed.tag !== 'ok') return listed;
      return {
        tag: 'ok',
        value: listed.value.map(({ lengthM, ...row }) => ({ ...row, length: lengthM })),
      };
    },
    async roadReport(id) {
      const result = await call(client, 'road_report', { p_network: id });
      return result.tag === 'ok' ? { tag: 'ok', value: readReport(result.value) } : result;
    },
    async roadLines(id, [west, south, east, north]) {
      const result = await call(client, 'road_lines', {
        p_network: id,
        p_west: west,
        p_south: south,
        p_east: east,
        p_north: north,
      });
      if (result.tag !== 'ok') return result;
      return Array.isArray(result.value)
        ? { tag: 'ok', value: result.value as LngLat[][] }
        : { tag: 'malformed' };
    },
    openRoadUpload: (id, facts) =>
      forNothing('road_upload_open', { p_network: id, p_facts: facts }),
    sendRoadGraph: (id, part, bytes) =>
      forNothing('road_upload_graph', { p_network: id, p_part: part, p_bytes: bytes }),
    sendRoadEdges: (id, rows) =>
      forNothing('road_upload_edges', { p_network: id, p_edges: JSON.parse(rows) as unknown }),
    assembleRoads: (id) => forNothing('road_upload_assemble', { p_network: id }),
    async finishRoads(id) {
      const result = await patiently('road_upload_finish', { p_network: id });
      if (result.tag !== 'ok') return result;
      const { edition } = members(result.value);
      return { tag: 'ok', value: typeof edition === 'number' ? { edition } : null };
    },
    removeRoads: (id) => forNothing('road_network_remove', { p_network: id }),
    async clearRoads(id) {
      for (;;) {
        const result = await patiently('road_network_clear', { p_network: id });
        if (result.tag !== 'ok') return result;
        if (result.value !== false) return { tag: 'ok', value: null };
      }
    },
  };
}
