/** Reads what a browser sends, up to a limit, and never more of all of them together than the machine bears. */
import type { IncomingMessage } from 'node:http';

/** Bytes of all bodies that are held at one time. */
const ALL_BODIES = 96 * 1024 * 1024;

let held = 0;

type BodyRead =
  /** `release` when it is no longer needed. */
  | { tag: 'read'; body: Uint8Array; release: () => void }
  /** Larger than the limit; what follows is not read. */
  | { tag: 'too-large' }
  /** Too much of others is being held. */
  | { tag: 'busy' };

/** @param limit bytes this request may send */
export async function readBody(
  request: IncomingMessage,
  limit: number,
  all = ALL_BODIES,
): Promise<BodyRead> {
  if (Number(request.headers['content-length'] ?? 0) > limit) return { tag: 'too-large' };
  const parts: Buffer[] = [];
  let size = 0;
  const release = (): void => {
    held -= size;
    size = 0;
  };
  try {
    for await (const part of request as AsyncIterable<Buffer>) {
      size += part.length;
      held += part.length;
      if (size > limit || held > all) {
        const tag = size > limit ? 'too-large' : 'busy';
        release();
        return { tag };
      }
      parts.push(part);
    }
  } catch (error) {
    release();
    throw error;
  }
  return { tag: 'read', body: Buffer.concat(parts), release };
}
