/** The export command's line, read strictly. */
import { existsSync } from 'node:fs';
import { extname, resolve } from 'node:path';
import {
  EXPORT_FORMATS,
  EXPORT_KINDS,
  FORMATS,
  formatsOf,
} from '../../../src/core/export/types.ts';
import type { ExportCrs, ExportFormat, ExportKind } from '../../../src/core/export/types.ts';
import { Refusal, say } from '../../local/text.ts';
import { readArguments } from '../arguments.ts';
import { personFolder } from '../importing/options.ts';

export interface ExportCommand {
  kind: ExportKind;
  /** With everything below it; null = the whole register. */
  district: string | null;
  format: ExportFormat;
  /** Absolute path; null = a name that says what it is, in the person's folder. */
  out: string | null;
  crs: ExportCrs;
  archived: boolean;
  contacts: boolean;
  json: boolean;
}

const OPTIONS = {
  district: { type: 'string' },
  format: { type: 'string' },
  out: { type: 'string' },
  crs: { type: 'string' },
  archived: { type: 'boolean' },
  contacts: { type: 'boolean' },
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

export const usage = (): string =>
  say('exporter.tool.usage', {
    kinds: EXPORT_KINDS.join(', '),
    formats: EXPORT_FORMATS.join(', '),
  });

const wrong = (option: string, value: string): Refusal =>
  new Refusal('importer.optionWrong', { option, value });

/** @returns null when help was asked for @throws Refusal */
export function readCommand(args: readonly string[]): ExportCommand | null {
  const { values, positionals } = readArguments(args, OPTIONS);
  const [word, ...more] = positionals;
  if (values.help === true || word === undefined) return null;
  const kind = EXPORT_KINDS.find((one) => one === word.replaceAll('-', '_'));
  if (kind === undefined || more.length > 0)
    throw new Refusal('importer.kindUnknown', {
      kind: positionals.join(' '),
      kinds: EXPORT_KINDS.join(', '),
    });
  const out = values.out === undefined ? null : resolve(personFolder(), values.out);
  if (out !== null && existsSync(out)) throw new Refusal('exporter.tool.fileThere', { path: out });
  return {
    kind,
    district: values.district ?? null,
    format: formatOf(kind, values.format, out),
    out,
    crs: crsOf(values.crs),
    archived: values.archived === true,
    contacts: values.contacts === true,
    json: values.json === true,
  };
}

/** Stated, or told by the ending of the file, or a workbook. */
function formatOf(kind: ExportKind, stated: string | undefined, out: string | null): ExportFormat {
  const word = stated?.toLowerCase().replace(/^(shp|zip)$/, 'shapefile');
  const ending = out === null ? '' : extname(out).slice(1).toLowerCase();
  const format =
    word === undefined
      ? (EXPORT_FORMATS.find((one) => FORMATS[one].extension === ending) ??
        (ending === '' ? 'xlsx' : undefined))
      : EXPORT_FORMATS.find((one) => one === word);
  if (format === undefined) throw wrong('--format', stated ?? ending);
  if (!formatsOf(kind).includes(format))
    throw new Refusal('exporter.tool.tableOnly', { kind, formats: formatsOf(kind).join(', ') });
  return format;
}

function crsOf(text: string | undefined): ExportCrs {
  const plain = (text ?? 'wgs84').toLowerCase().replace(/[-_]/g, '');
  if (plain === 'gcj02') return 'gcj02';
  if (plain === 'wgs84' || plain === 'epsg:4326' || plain === '4326') return 'wgs84';
  throw wrong('--crs', text ?? '');
}
