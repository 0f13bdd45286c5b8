/**
 * The built page from memory. Only files found when the server started are served, by their exact path, so that no
 * path a browser invents leads anywhere.
 */
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

interface SiteAnswer {
  status: 200 | 304;
  headers: Record<string, string>;
  body: Buffer | null;
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.geojson': 'application/geo+json; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  '.txt': 'text/plain; charset=utf-8',
};
const COMPRESSED = /^(text|application\/(json|geo\+json|manifest|wasm)|image\/svg)/;
const compressBrotli = promisify(brotliCompress);
const compressGzip = promisify(gzip);

interface SiteFile {
  bytes: Buffer;
  type: string;
  etag: string;
  /** Its name holds a hash of its content, so it never changes. */
  hashed: boolean;
  packed: Map<string, Promise<Buffer>>;
}

export class StaticSite {
  readonly #files = new Map<string, SiteFile>();

  constructor(folder: string) {
    for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue;
      const file = join(entry.parentPath, entry.name);
      const path = `/${relative(folder, file).split(sep).join('/')}`;
      const bytes = readFileSync(file);
      this.#files.set(path, {
        bytes,
        type: TYPES[extname(file)] ?? 'application/octet-stream',
        etag: `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`,
        hashed: /^\/assets\/.+-[\w-]{8}\.\w+$/.test(path),
        packed: new Map(),
      });
    }
  }

  /** @returns null when there is no such file */
  async answer(
    path: string,
    accepts: string,
    knownEtag: string | undefined,
  ): Promise<SiteAnswer | null> {
    const file = this.#files.get(path.endsWith('/') ? `${path}index.html` : path);
    if (!file) return null;
    const headers: Record<string, string> = {
      'Content-Type': file.type,
      'Cache-Control': file.hashed ? 'public, max-age=31536000, immutable' : 'no-cache',
      ETag: file.etag,
      Vary: 'Accept-Encoding',
    };
    if (knownEtag === file.etag) return { status: 304, headers, body: null };
    const encoding =
      COMPRESSED.test(file.type) && file.bytes.length > 1024 ? bestEncoding(accepts) : null;
    if (!encoding) return { status: 200, headers, body: file.bytes };
    let packed = file.packed.get(encoding);
    if (!packed) file.packed.set(encoding, (packed = pack(file.bytes, encoding)));
    return {
      status: 200,
      headers: { ...headers, 'Content-Encoding': encoding },
      body: await packed,
    };
  }
}

type Encoding = 'br' | 'gzip';

/** The better encoding that the browser takes; `null` = as it is. */
export function bestEncoding(accepts: string): Encoding | null {
  const taken = accepts
    .split(',')
    .map((part) => part.trim())
    .filter((part) => !/;\s*q=0(\.0*)?$/.test(part))
    .map((part) => part.split(';')[0]);
  if (taken.includes('br')) return 'br';
  return taken.includes('gzip') ? 'gzip' : null;
}

/** @param effort 1 for an answer made now … 9 for a file that is kept */
function pack(bytes: Uint8Array, encoding: Encoding, effort = 9): Promise<Buffer> {
  return encoding === 'br'
    ? compressBrotli(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: effort } })
    : compressGzip(bytes, { level: effort });
}

const packed = new WeakMap<Uint8Array, Map<Encoding, Promise<Buffer>>>();

/** As `pack`, once for all who are sent the very same bytes. */
export function packOnce(bytes: Uint8Array, encoding: Encoding, effort: number): Promise<Buffer> {
  const done = packed.get(bytes) ?? new Map<Encoding, Promise<Buffer>>();
  packed.set(bytes, done);
  const there = done.get(encoding) ?? pack(bytes, encoding, effort);
  done.set(encoding, there);
  return there;
}
