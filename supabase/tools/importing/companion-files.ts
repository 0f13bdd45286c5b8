/** The files that belong to another one by name, and what the formats need from this machine. */
import { readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, extname, join } from 'node:path';
import { companionNames } from '../../../src/core/files/companions.ts';
import type { Companion } from '../../../src/core/files/source-row.ts';

/** The other parts of a shapefile, whatever the case of their endings. */
export function companionsOf(file: string): Companion[] {
  if (!/^\.(shp|dbf)$/i.test(extname(file))) return [];
  const folder = dirname(file);
  return companionNames(basename(file), readdirSync(folder)).map((name) => ({
    name,
    bytes: readFileSync(join(folder, name)),
  }));
}

/** SQLite in WebAssembly, as the package brings it. */
export const sqliteWasm = (): Promise<Uint8Array> =>
  Promise.resolve(
    readFileSync(createRequire(import.meta.url).resolve('sql.js/dist/sql-wasm.wasm')),
  );
