/** A stranger's SQLite file, opened read-only in memory by sql.js (SQLite compiled to WebAssembly). */
import type { Database, SqlJsStatic } from 'sql.js';
import { FileFailure } from '../failure.ts';

export interface Sqlite {
  /** All rows of a short query. */
  all: (sql: string) => unknown[][];
  /** Rows one by one. */
  each: (sql: string) => Generator<unknown[]>;
  close: () => void;
}

let engine: Promise<SqlJsStatic> | undefined;

/** The engine is started once; the bytes come from whoever runs this (a file, or the page's own server). */
async function started(wasm: () => Promise<Uint8Array>): Promise<SqlJsStatic> {
  engine ??= (async () => {
    const { default: start } = await import('sql.js');
    const bytes = await wasm();
    return start({ wasmBinary: bytes.slice().buffer });
  })();
  try {
    return await engine;
  } catch (error) {
    engine = undefined;
    throw error;
  }
}

const damaged = (): FileFailure => new FileFailure('geopackage_damaged');

/** @throws FileFailure sqlite_missing, geopackage_damaged */
export async function openSqlite(
  bytes: Uint8Array,
  wasm: (() => Promise<Uint8Array>) | undefined,
): Promise<Sqlite> {
  if (wasm === undefined) throw new FileFailure('sqlite_missing');
  const sql = await started(wasm);
  let db: Database;
  try {
    db = new sql.Database(bytes);
    // Nothing in the file's own schema is trusted; sizes of cells are checked before they are read.
    db.run(
      'PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON; PRAGMA query_only = ON; PRAGMA temp_store = MEMORY;',
    );
  } catch {
    throw damaged();
  }
  let open = true;
  const close = (): void => {
    if (!open) return;
    open = false;
    try {
      db.close();
    } catch {
      // A module that gave up over a damaged file is started anew.
      engine = undefined;
    }
  };
  function* each(text: string): Generator<unknown[]> {
    let statement: ReturnType<Database['prepare']> | undefined;
    try {
      statement = db.prepare(text);
      while (statement.step()) yield statement.get();
    } catch (error) {
      if (error instanceof FileFailure) throw error;
      if (error instanceof WebAssembly.RuntimeError) engine = undefined;
      throw damaged();
    } finally {
      try {
        statement?.free();
      } catch {
        engine = undefined;
      }
    }
  }
  return { all: (text) => [...each(text)], each, close };
}
