/**
 * The prepared database: initdb, PostGIS, the bootstrap, the sign-in tables and all migrations, dumped once and loaded
 * by every later empty start and by every test. Its name is a hash of everything it is made of.
 */
import { createHash, randomBytes } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { bootstrapSql } from './migrations.ts';
import type { Migration } from './migrations.ts';

/** Raise when the preparation itself changes (the order of its steps, a setting). */
const RECIPE = 1;
const PARTS = ['@electric-sql/pglite', '@electric-sql/pglite-postgis', '@supabase/lite'];

const MODULES = resolve(import.meta.dirname, '../../node_modules');

function versionOf(packageName: string): string {
  return (
    JSON.parse(readFileSync(join(MODULES, packageName, 'package.json'), 'utf8')) as {
      version: string;
    }
  ).version;
}

function folder(): string {
  return process.env.MUSTER_CACHE || join(MODULES, '.cache/muster');
}

/** Names everything a prepared database is made of; a folder opened with another recipe is brought up to this one. */
export function recipeOf(migrations: readonly Migration[]): string {
  const hash = createHash('sha256').update(`recipe ${RECIPE}\n${bootstrapSql()}\n`);
  for (const part of PARTS) hash.update(`${part} ${versionOf(part)}\n`);
  for (const { version, checksum } of migrations) hash.update(`${version} ${checksum}\n`);
  return hash.digest('hex').slice(0, 16);
}

const pathFor = (migrations: readonly Migration[]): string =>
  join(folder(), `prepared-${recipeOf(migrations)}.tar.gz`);

/** The snapshot for these migrations, or null when none has been made yet. */
export function readSnapshot(migrations: readonly Migration[]): Uint8Array<ArrayBuffer> | null {
  const path = pathFor(migrations);
  return existsSync(path) ? new Uint8Array(readFileSync(path)) : null;
}

/** Keeps a snapshot for later and drops those of other versions. A folder that cannot be written costs only time. */
export function keepSnapshot(migrations: readonly Migration[], bytes: Uint8Array): void {
  const path = pathFor(migrations);
  const partial = `${path}.${randomBytes(4).toString('hex')}.partial`;
  try {
    mkdirSync(folder(), { recursive: true });
    writeFileSync(partial, bytes);
    renameSync(partial, path);
    forgetOldest();
  } catch {
    rmSync(partial, { force: true });
  }
}

/** Several working copies may share the folder; the six used last are enough. */
function forgetOldest(): void {
  readdirSync(folder())
    .filter((name) => /^prepared-.*\.tar\.gz$/.test(name))
    .map((name) => ({ path: join(folder(), name), at: statSync(join(folder(), name)).mtimeMs }))
    .sort((one, other) => other.at - one.at)
    .slice(6)
    .forEach(({ path }) => rmSync(path, { force: true }));
}
