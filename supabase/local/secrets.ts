/** Secrets of one data folder: random, made once, readable by the owner alone. */
import { createHash, randomBytes } from 'node:crypto';
import { chmodSync, existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Refusal } from './text.ts';

export interface Secrets {
  jwtSecret: string;
  /** Names the page to the gateway; not secret, but not guessable from another installation either. */
  publishableKey: string;
}

/** Reads or makes `secrets.json` in the data folder (mode 0600; wider rights are taken back). */
export function folderSecrets(dataDir: string): Secrets {
  const path = join(dataDir, 'secrets.json');
  if (!existsSync(path)) {
    const jwtSecret = randomBytes(48).toString('base64url');
    const made: Secrets = { jwtSecret, publishableKey: publishableKeyFrom(randomBytes(24)) };
    writeFileSync(path, `${JSON.stringify(made, null, 2)}\n`, { mode: 0o600, flag: 'wx' });
    return made;
  }
  if (process.platform !== 'win32' && (statSync(path).mode & 0o077) !== 0) chmodSync(path, 0o600);
  try {
    const kept = JSON.parse(readFileSync(path, 'utf8')) as Partial<Secrets>;
    if (kept.jwtSecret && kept.jwtSecret.length >= 32 && kept.publishableKey)
      return { jwtSecret: kept.jwtSecret, publishableKey: kept.publishableKey };
  } catch {
    // Falls through to the refusal: half a secret is none.
  }
  throw new Refusal('gateway.secretsBroken', { path });
}

/** The server tier's secrets, from the one secret its operator set; the page's key follows from it. */
export function statedSecrets(jwtSecret: string): Secrets {
  if (jwtSecret.length < 32)
    throw new Refusal('gateway.secretShort', { name: 'MUSTER_JWT_SECRET' });
  const seed = createHash('sha256').update(`publishable|${jwtSecret}`).digest().subarray(0, 24);
  return { jwtSecret, publishableKey: publishableKeyFrom(seed) };
}

function publishableKeyFrom(bytes: Uint8Array): string {
  return `sb_publishable_${Buffer.from(bytes).toString('base64url')}`;
}
