/**
 * Rows into the register in portions, as the import screen sends them: staged, then written for less than a second at a
 * time, each portion a transaction of its own. Consoles get their turn in between, the history knows the import, and it
 * can be taken back under Records → Past imports.
 */
import { randomUUID } from 'node:crypto';
import { asRefusedRow } from '../../../src/core/import/session/refused.ts';
import type { Refusal as RegisterRefusal } from '../../../src/core/import/session/refused.ts';
import type { RefusedRow, Totals, Write } from '../../../src/core/import/session/types.ts';
import type { Queryable } from '../../local/queryable.ts';
import { Refusal, say } from '../../local/text.ts';
import { jsonChunks } from './bulk.ts';

interface Batch {
  kind: string;
  /** Code of the district whose planners see this import and may take it back. */
  district: string;
  fileName: string;
  totals: Totals;
  /** Rows written of all. */
  onRows: (done: number, total: number) => void;
}

/** Milliseconds after which a portion ends: a console waits for one of them, and nobody waits for this command. */
const PORTION = 250;

interface Answer {
  state: 'writing' | 'committed' | 'gone';
  done?: number;
  refused?: { row: number; reason: RegisterRefusal; what: string | null }[];
}

const reasonOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error);

/** @returns the rows that the register did not take @throws Refusal when it stopped; what was written stays written */
export async function sendWrites(
  db: Queryable,
  batch: Batch,
  writes: readonly Write[],
): Promise<RefusedRow[]> {
  if (writes.length === 0) return [];
  const id = await stage(db, batch, writes);
  const { onRows } = batch;
  let done = 0;
  for (;;) {
    let answer: Answer | undefined;
    try {
      const rows = await db.query<{ answer: Answer }>(
        'select public.import_write($1::uuid, $2) as answer',
        [id, PORTION],
      );
      answer = rows[0]?.answer;
    } catch (error) {
      throw new Refusal('importer.stoppedHalf', {
        done,
        total: writes.length,
        reason: reasonOf(error),
      });
    }
    if (answer?.state === 'committed') {
      onRows(writes.length, writes.length);
      return (answer.refused ?? []).filter(({ row }) => row > 0).map(asRefusedRow);
    }
    if (answer?.state !== 'writing')
      throw new Refusal('importer.stoppedHalf', {
        done,
        total: writes.length,
        reason: answer?.state ?? '',
      });
    done = answer.done ?? done;
    onRows(done, writes.length);
  }
}

/** Nothing is in the register before all of it is staged; a staging that fails is thrown away. */
async function stage(db: Queryable, batch: Batch, writes: readonly Write[]): Promise<string> {
  const id = randomUUID();
  try {
    await db.query(
      `insert into public.import_batch (id, kind, district_code, file_name, totals, by_name)
       values ($1::uuid, $2, $3, left($4, 500), $5::jsonb, $6)`,
      [
        id,
        batch.kind,
        batch.district,
        batch.fileName,
        JSON.stringify({ ...batch.totals, writes: writes.length }),
        say('importer.byCommand'),
      ],
    );
    // Line 0 stands for a record that is not in the file.
    for (const { json } of jsonChunks(
      writes.map(({ row, ...write }) => ({ ...write, row: row ?? 0 })),
    ))
      await db.query('select public.import_stage($1::uuid, $2::jsonb)', [id, json]);
    return id;
  } catch (error) {
    await db.query('select public.import_discard($1::uuid)', [id]).catch(() => undefined);
    throw new Refusal('importer.refusedByDatabase', { reason: reasonOf(error) });
  }
}
