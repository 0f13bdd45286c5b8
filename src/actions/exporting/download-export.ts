/** Records out of the console as a file: noted for the audit first, written in portions, handed to the browser. */
import { backend } from '../../backend/index.ts';
import { contactsOfRecords } from '../../core/export/contacts.ts';
import { exportRecords, isExported } from '../../core/export/export-records.ts';
import type { ExportCrs, ExportFormat, ExportKind } from '../../core/export/types.ts';
import type { RecordOf } from '../../core/model/index.ts';
import { t } from '../../messages/index.ts';
import type { MessageKey } from '../../messages/index.ts';
import { useRecords } from '../../state/records.ts';
import { handOver } from './hand-over.ts';

interface ExportAsked<K extends ExportKind> {
  kind: K;
  format: ExportFormat;
  crs: ExportCrs;
  /** With people to call, as far as this account sees them. */
  contacts: boolean;
  records: readonly RecordOf[K][];
  /** What part of the register this is, in words; null = all. */
  part: string | null;
  /** Zone in which times are written (IANA). */
  timezone: string;
  onProgress: (done: number, total: number) => void;
}

export type ExportOutcome =
  | { tag: 'done'; name: string; rows: number; leftOut: number }
  /** The server could not note the export, so nothing was handed out. */
  | { tag: 'not-noted'; reason: 'unreachable' | 'session-ended' | 'refused' | 'malformed' };

/** Milliseconds of work between two pauses: less than a frame, so that the page stays alive. */
const SLICE_MS = 8;

const nextTurn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

function pacer(): () => Promise<void> {
  let until = performance.now() + SLICE_MS;
  return async () => {
    if (performance.now() < until) return;
    await nextTurn();
    until = performance.now() + SLICE_MS;
  };
}

export async function downloadExport<K extends ExportKind>(
  asked: ExportAsked<K>,
): Promise<ExportOutcome> {
  const { kind, format, crs, contacts, part, timezone, onProgress } = asked;
  const records = asked.records.filter((record) => isExported(kind, record));
  const noted = await backend().auditExport(kind, format, records.length, part);
  if (noted.tag !== 'ok') return { tag: 'not-noted', reason: noted.tag };
  const { tables, lastSyncAt } = useRecords.getState();
  const parts: BlobPart[] = [];
  const file = await exportRecords<ExportKind>(
    {
      kind,
      format,
      crs,
      records,
      part,
      timezone,
      demo: [...tables.district.values()].some(({ isDemo }) => isDemo),
      asOf: lastSyncAt ?? new Date().toISOString(),
      say: (key, params) => t(key as MessageKey, params),
      nameOf: (table, key) => tables[table].get(key)?.name ?? null,
      contactsOf: contacts ? contactsOfRecords([...tables.contact.values()]) : null,
      onProgress,
    },
    (bytes) => void parts.push(bytes.slice()),
    pacer(),
  );
  handOver(new Blob(parts, { type: file.type }), file.name);
  return { tag: 'done', name: file.name, rows: file.rows, leftOut: file.leftOut };
}
