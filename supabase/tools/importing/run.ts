/** One run of the import command, from the line to the report. */
import { createReadStream, existsSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { importFile } from '../../../src/core/import/import-file.ts';
import { makeReport } from '../../../src/core/import/report.ts';
import type { ImportReport } from '../../../src/core/import/report.ts';
import type { ImportOptions, ImportPlan, Warning } from '../../../src/core/import/types.ts';
import { databaseFolder } from '../../local/data-folder.ts';
import type { ToolDatabase } from '../../local/queryable.ts';
import { dataFolder } from '../../local/settings.ts';
import { Refusal, say } from '../../local/text.ts';
import { companionsOf, sqliteWasm } from './companion-files.ts';
import { fenceOf, readDistricts } from './districts.ts';
import type { KnownDistrict } from './districts.ts';
import type { ImportCommand } from './options.ts';
import { ProgressBar } from './progress.ts';
import { writeRejects } from './rejects-file.ts';
import { asRefusal, registerWords, importTexts } from './text.ts';
import { writeDistricts } from './write-districts.ts';
import { writeRecords } from './write-records.ts';
import type { Written } from './write-records.ts';

interface DatabaseAccess {
  open: () => Promise<ToolDatabase>;
  /** Whether a dry run may look at a database: only one that is surely there. */
  databaseIsThere?: () => boolean;
}

interface ImportResult {
  report: ImportReport;
  plan: ImportPlan;
}

const isDatabaseThere = (): boolean =>
  Boolean(process.env.DATABASE_URL) || existsSync(databaseFolder(dataFolder()));

/** @throws Refusal (one line for people) when nothing can be imported; then nothing was written */
export async function runImport(
  command: ImportCommand,
  access: DatabaseAccess,
): Promise<ImportResult> {
  const { open, databaseIsThere = isDatabaseThere } = access;
  if (!command.dryRun) {
    const db = await open();
    try {
      return await importInto(db, command);
    } finally {
      await db.close();
    }
  }
  let districts: KnownDistrict[] = [];
  const warnings: Warning[] = [];
  if (command.district !== null) {
    const seen = databaseIsThere() ? await lookAtDistricts(open, command.district) : null;
    districts = seen ?? [];
    if (seen === null)
      warnings.push({ code: 'fence_not_checked', params: { code: command.district } });
  }
  const plan = await planFile(command, districts);
  if (command.district !== null && districts.length > 0)
    warnings.push(...boundaryWarnings(command.district, districts));
  return { plan, report: conclude(plan, command, { unchanged: 0, warnings }) };
}

/** The districts of a database that may be in use; null when it cannot be asked. */
async function lookAtDistricts(
  open: DatabaseAccess['open'],
  code: string,
): Promise<KnownDistrict[] | null> {
  let db: ToolDatabase;
  try {
    db = await open();
  } catch {
    return null;
  }
  try {
    return await readDistricts(db, code);
  } finally {
    await db.close();
  }
}

async function importInto(db: ToolDatabase, command: ImportCommand): Promise<ImportResult> {
  const { district, kind } = command;
  const districts = await readDistricts(db, district);
  const plan = await planFile(command, districts);
  const [blocker] = plan.blockers;
  if (blocker !== undefined)
    throw new Refusal('importer.stopped', {
      reason: importTexts.warning(blocker.code, blocker.params),
    });
  if (
    kind !== 'district' &&
    kind !== 'stock_lot' &&
    district === null &&
    districts.every(({ geometry }) => geometry === null)
  )
    throw new Refusal('importer.districtRequired');
  const bar = new ProgressBar(0);
  const onRows = (done: number, total: number): void => bar.show({ phase: 'write', done, total });
  let written: Written;
  try {
    written =
      kind === 'district'
        ? await db.transaction((tx) => writeDistricts(tx, plan, district))
        : await writeRecords(db, {
            plan,
            kind,
            fileName: basename(command.file),
            depots: command.depots,
            alike: command.alike,
            district,
            districts,
            onRows,
          });
  } catch (error) {
    throw error instanceof Refusal
      ? error
      : new Refusal('importer.refusedByDatabase', {
          reason: error instanceof Error ? error.message : String(error),
        });
  } finally {
    bar.end();
  }
  if (district !== null) written.warnings.push(...boundaryWarnings(district, districts));
  return { plan, report: conclude(plan, command, written) };
}

const boundaryWarnings = (code: string, districts: readonly KnownDistrict[]): Warning[] =>
  fenceOf(districts, code) === undefined
    ? [{ code: 'district_has_no_boundary', params: { code } }]
    : [];

async function planFile(
  command: ImportCommand,
  districts: readonly KnownDistrict[],
): Promise<ImportPlan> {
  const bar = new ProgressBar(statSync(command.file).size);
  const own = districts.find(({ code }) => code === command.district);
  const options: ImportOptions = {
    kind: command.kind,
    fileName: basename(command.file),
    map: command.map,
    set: command.set,
    crs: command.crs,
    encoding: command.encoding,
    delimiter: command.delimiter,
    header: command.header,
    layer: command.layer,
    companions: companionsOf(command.file),
    sqliteWasm,
    source: command.source,
    withoutPlaces: command.withoutPlaces,
    turnSwapped: command.turnSwapped,
    pairsAsOne: command.pairsAsOne,
    joinParts: command.joinParts,
    words: registerWords,
    fence: command.district === null ? undefined : fenceOf(districts, command.district),
    onProgress: (progress) => bar.show(progress),
    ...(command.radius === undefined ? {} : { radius: command.radius }),
    ...(command.join === null
      ? {}
      : {
          join: {
            input: createReadStream(command.join.file),
            fileName: basename(command.join.file),
            key: command.join.key,
          },
        }),
  };
  const timezone = command.timezone ?? own?.timezone;
  if (timezone !== undefined) options.timezone = timezone;
  try {
    return await importFile(createReadStream(command.file), options);
  } catch (error) {
    throw asRefusal(error);
  } finally {
    bar.end();
  }
}

function conclude(
  plan: ImportPlan,
  command: ImportCommand,
  { unchanged, warnings }: Written,
): ImportReport {
  // A dry run writes nothing that nobody asked for: the rows hold people's telephone numbers.
  const isWanted = !command.dryRun || command.rejects !== null;
  const rejectsFile = isWanted ? writeRejects(plan, command.file, command.rejects) : null;
  return makeReport(plan, { unchanged, warnings, rejectsFile }, importTexts);
}

const SHOWN = 20;

/** The report as lines for people. */
export function reportLines({ report, plan }: ImportResult, dryRun: boolean): string[] {
  const lines: string[] = [];
  const columns = plan.understanding.mapping.map(
    ({ field, name, column }) => `${name === '' ? column : name} → ${field}`,
  );
  lines.push(
    say('importer.understood', {
      encoding: report.encoding,
      crs: report.crs,
      columns: columns.join('、') || '—',
    }),
  );
  for (const { message, rows = [] } of report.warnings) {
    lines.push(`! ${message}`);
    if (rows.length > 0)
      lines.push(
        say(rows.length > SHOWN ? 'importer.warningRowsMore' : 'importer.warningRows', {
          rows: rows.slice(0, SHOWN).join('、'),
        }),
      );
  }
  const listed = (rows: readonly { row: number; text: string }[]): void => {
    for (const row of rows.slice(0, SHOWN)) lines.push(say('importer.row', row));
    if (rows.length > SHOWN) lines.push(say('importer.rowsMore', { count: rows.length - SHOWN }));
  };
  if (report.repaired.length > 0) {
    lines.push(say('importer.repairedCount', { count: report.repaired.length }));
    listed(report.repaired.map(({ row, what }) => ({ row, text: what })));
  }
  if (report.rejected.length > 0) {
    lines.push(say('importer.rejectedCount', { count: report.rejected.length }));
    listed(report.rejected.map(({ row, message }) => ({ row, text: message })));
  }
  if (report.rejectsFile !== null)
    lines.push(say('importer.rejectsWritten', { path: report.rejectsFile }));
  const { read, accepted, unchanged, duplicates, rejected } = report;
  lines.push(
    say('importer.summary', {
      kind: say(`kinds.record.${report.kind}`),
      read,
      accepted,
      unchanged,
      duplicates,
      rejected: rejected.length,
    }),
  );
  if (dryRun) {
    const isLeft = report.rejectsFile === null && duplicates + rejected.length > 0;
    lines.push(say(report.rejectsFile === null ? 'importer.dryRun' : 'importer.dryRunRejects'));
    if (isLeft) lines.push(say('importer.dryRunAsk'));
  }
  return lines;
}
