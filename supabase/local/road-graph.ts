/**
 * A road network's bytes as they are. PostgREST answers a function of `bytea` raw when asked with
 * `Accept: application/octet-stream`; the gateway's library knows JSON alone, so the question goes on to it as several for
 * parts in base64, with the caller's rights, and the answers become bytes here. In parts, because a large network as one text
 * would be held several times over.
 */
import type { PlainRequest, PlainResponse } from './plain-http.ts';

const PATH = '/rest/v1/rpc/road_graph';
const PART_PATH = '/rest/v1/rpc/road_graph_part';
const BINARY = 'application/octet-stream';
const PART = 6_000_000;

/** The network a request wants in bytes; null when it is another request. */
export function askedGraph({ method, path, headers }: PlainRequest): string | null {
  const url = new URL(path, 'http://gateway.invalid');
  if (method !== 'GET' || url.pathname !== PATH) return null;
  const accept = headers.find(([name]) => name.toLowerCase() === 'accept')?.[1] ?? '';
  return accept.includes(BINARY) ? (url.searchParams.get('p_network') ?? '') : null;
}

/** The question for some of it, in JSON. */
function partQuestion(
  request: PlainRequest,
  network: string,
  from: number,
  bytes: number,
): PlainRequest {
  const replaced = /^(accept|content-type|content-length|if-none-match)$/i;
  return {
    method: 'POST',
    path: PART_PATH,
    headers: [
      ...request.headers.filter(([name]) => !replaced.test(name)),
      ['accept', 'application/json'],
      ['content-type', 'application/json'],
    ],
    body: Buffer.from(JSON.stringify({ p_network: network, p_from: from, p_bytes: bytes })),
  };
}

const plain = (status: number): PlainResponse => ({ status, headers: [], body: new Uint8Array(0) });

interface Part {
  checksum: string;
  bytes: number;
  part: string;
}

/**
 * The bytes with their checksum as ETag; 304 when the asker has them; 404 for a network that is not there for the caller.
 * @param pass how one question is answered
 */
export async function answerGraph(
  request: PlainRequest,
  network: string,
  pass: (question: PlainRequest) => Promise<PlainResponse>,
): Promise<PlainResponse> {
  const known =
    request.headers.find(([name]) => name.toLowerCase() === 'if-none-match')?.[1] ?? null;
  let graph: Buffer | null = null;
  let tag = '';
  for (let from = 0; graph === null || from < graph.length;) {
    // A console that states the version it has is mostly up to date, so no bytes are asked for at first.
    const asked = graph === null && known !== null ? 0 : PART;
    const answer = await pass(partQuestion(request, network, from, asked));
    if (answer.status !== 200) return answer;
    const said = JSON.parse(Buffer.from(answer.body).toString('utf8')) as Part | null;
    if (said === null) return plain(404);
    if (graph === null) {
      tag = `"${said.checksum}"`;
      if ((known ?? '').split(',').some((one) => one.trim().replace(/^W\//, '') === tag))
        return { ...plain(304), headers: headersOf(tag) };
      graph = Buffer.allocUnsafe(said.bytes);
    }
    const written = graph.write(said.part.replaceAll('\n', ''), from, 'base64');
    if (written === 0 && asked > 0) return plain(502);
    from += written;
  }
  return { status: 200, headers: [...headersOf(tag), ['content-type', BINARY]], body: graph };
}

const headersOf = (tag: string): PlainResponse['headers'] => [
  ['etag', tag],
  ['cache-control', 'private, no-cache'],
];
