/**
 * A road network's bytes as they are. PostgREST answers a function of `bytea` raw when asked with
 * `Accept: application/octet-stream`; the gateway's library knows JSON alone, so the question goes on to it as the one for
 * base64, with the caller's rights, and the answer is turned into bytes here.
 */
import { createHash } from 'node:crypto';
import type { PlainRequest, PlainResponse } from './plain-http.ts';

const PATH = '/rest/v1/rpc/road_graph';
const TEXT_PATH = '/rest/v1/rpc/road_graph_base64';
const BINARY = 'application/octet-stream';

/** The network a request wants in bytes; null when it is another request. */
export function askedGraph({ method, path, headers }: PlainRequest): string | null {
  const url = new URL(path, 'http://gateway.invalid');
  if (method !== 'GET' || url.pathname !== PATH) return null;
  const accept = headers.find(([name]) => name.toLowerCase() === 'accept')?.[1] ?? '';
  return accept.includes(BINARY) ? (url.searchParams.get('p_network') ?? '') : null;
}

/** The same question in JSON. */
export function asJsonQuestion(request: PlainRequest, network: string): PlainRequest {
  const replaced = /^(accept|content-type|content-length|if-none-match)$/i;
  return {
    method: 'POST',
    path: TEXT_PATH,
    headers: [
      ...request.headers.filter(([name]) => !replaced.test(name)),
      ['accept', 'application/json'],
      ['content-type', 'application/json'],
    ],
    body: Buffer.from(JSON.stringify({ p_network: network })),
  };
}

const plain = (status: number): PlainResponse => ({ status, headers: [], body: new Uint8Array(0) });

/** Bytes with their checksum as ETag; 304 when the asker has them; 404 for a network that is not there for the caller. */
export function asBytes(request: PlainRequest, answer: PlainResponse): PlainResponse {
  if (answer.status !== 200) return answer;
  const said: unknown = JSON.parse(Buffer.from(answer.body).toString('utf8'));
  if (typeof said !== 'string') return plain(404);
  const bytes = Buffer.from(said, 'base64');
  const tag = `"${createHash('sha256').update(bytes).digest('hex')}"`;
  const headers: PlainResponse['headers'] = [
    ['etag', tag],
    ['cache-control', 'private, no-cache'],
  ];
  const known = request.headers.find(([name]) => name.toLowerCase() === 'if-none-match')?.[1] ?? '';
  if (known.split(',').some((one) => one.trim().replace(/^W\//, '') === tag))
    return { status: 304, headers, body: new Uint8Array(0) };
  return { status: 200, headers: [...headers, ['content-type', BINARY]], body: bytes };
}
