/** Reads what a browser sends, up to a limit. */
import type { IncomingMessage } from 'node:http';

/** @returns the body, or null when it is larger than `limit` bytes (what follows is not read) */
export async function readBody(request: IncomingMessage, limit: number): Promise<Uint8Array | null> {
  if (Number(request.headers['content-length'] ?? 0) > limit) return null;
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > limit) return null;
    parts.push(part);
  }
  return Buffer.concat(parts);
}
