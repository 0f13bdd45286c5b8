/** One run of the export command: records out of the register into a file. */
import { closeSync, existsSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { resolve } from 'node:path';
import { contactsOfRecords } from '../../../src/core/export/contacts.ts';
import { exportRecords, fileNameOf, isExported } from '../../../src/core/export/export-records.ts';
import type { ExportRequest, ExportedFile } from '../../../src/core/export/export-records.ts';
import type { ExportKind, ReadContext } from '../../../src/core/export/types.ts';
import { translate } from '../../../src/messages/index.ts';
import type { MessageKey } from '../../../src/messages/index.ts';
import type { Queryable, ToolDatabase } from '../../local/queryable.ts';
import { consoleLanguage, Refusal } from '../../local/text.ts';
import { personFolder } from '../importing/options.ts';
import type { ExportCommand } from './options.ts';
import { readNames, readRecords } from './records.ts';

interface ExportResult extends ExportedFile {
  path: string;
}

interface Ground {
  now: string;
  timezone: string;
  name: string | null;
  demo: boolean;
}

/** The server's clock, and the district whose records are meant. @throws Refusal when there is no such district */
async function groundOf(db: Queryable, district: string | null): Promise<Ground> {
  const [row] = await db.query<{ at: string; name: string; timezone: string; demo: boolean }>(
    `select to_json(now()) #>> '{}' as at, d.name, d.timezone,
       (select bool_and(below.is_demo) from public.district below
        where below.parent_code is not null and below.path like replace(d.path, '_', '\\_') || '%') is true as demo
     from public.district d where case when $1::text is null then d.parent_code is null else d.code = $1 end`,
    [district],
  );
  if (row === undefined) throw new Refusal('tools.districtUnknown', { code: district ?? '' });
  return {
    now: row.at,
    timezone: row.timezone,
    name: district === null ? null : row.name,
    demo: row.demo,
  };
}

/** @throws Refusal when nothing can be written; then no file is left behind */
export async function runExport(command: ExportCommand, db: ToolDatabase): Promise<ExportResult> {
  const { kind, district, format, crs } = command;
  const language = consoleLanguage();
  const { now, timezone, name, demo } = await groundOf(db, district);
  const names = await readNames(db);
  const context: ReadContext = {
    say: (key, params) => translate(language, key as MessageKey, params),
    timezone,
    crs,
    asOf: now,
    nameOf: names,
    contactsOf: command.contacts
      ? contactsOfRecords(await readRecords(db, 'contact', null, false))
      : null,
  };
  const records = (await readRecords(db, kind, district, command.archived)).filter((one) =>
    isExported(kind, one),
  );
  const request: ExportRequest<ExportKind> = {
    ...context,
    kind,
    format,
    records,
    part: name,
    demo,
  };
  const path = command.out ?? resolve(personFolder(), fileNameOf(kind, format, context, demo));
  if (existsSync(path)) throw new Refusal('exporter.tool.fileThere', { path });
  await db.query(`select muster.note_event('export', null, $1, $2, $3::jsonb)`, [
    district,
    kind,
    JSON.stringify({ format, rows: records.length, filter: district, origin: 'tool' }),
  ]);
  // Whole or not at all: the name appears when the file is complete.
  const part = `${path}.part`;
  const file = openPart(part);
  try {
    const written = await exportRecords(request, (bytes) => void writeSync(file, bytes));
    closeSync(file);
    renameSync(part, path);
    return { ...written, path };
  } catch (error) {
    rmSync(part, { force: true });
    throw error;
  }
}

function openPart(path: string): number {
  try {
    return openSync(path, 'w');
  } catch (error) {
    throw new Refusal('exporter.tool.notWritten', {
      path,
      reason: error instanceof Error ? error.message : String(error),
    });
  }
}
