/** The import command's line, read strictly. */
import { existsSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { fieldsOf } from '../../../src/core/import/columns/fields.ts';
import { IMPORT_KINDS } from '../../../src/core/import/types.ts';
import type { ImportKind } from '../../../src/core/import/types.ts';
import { fieldOf } from '../../../src/core/model/index.ts';
import { Refusal, say } from '../../local/text.ts';
import { readArguments } from '../arguments.ts';
import type { Alike } from './resembling.ts';

export interface ImportCommand {
  kind: ImportKind;
  /** Absolute path. */
  file: string;
  district: string | null;
  map: (readonly [string, string])[];
  set: Record<string, string>;
  crs: string | undefined;
  encoding: string | undefined;
  delimiter: string | undefined;
  header: boolean | undefined;
  /** Sheet or layer, by name or 1-based number. */
  layer: string | undefined;
  join: { file: string; key: string } | null;
  /** Metres; null = anywhere; undefined = the importer's own. */
  radius: number | null | undefined;
  timezone: string | undefined;
  source: string | undefined;
  /** Where rejects go; null = in the current folder, or nowhere on a dry run. */
  rejects: string | null;
  /** What names of depots in a stock list stand for: a name, an id, or `new`. */
  depots: Record<string, string>;
  /** Rows without coordinates come in without a place. */
  withoutPlaces: boolean;
  /** Rows whose coordinates are exchanged are turned. */
  turnSwapped: boolean;
  /** A place of both lists of designated sites comes in once. */
  pairsAsOne: boolean;
  /** Areas or lines of one id become one record. */
  joinParts: boolean;
  /** What rows are that resemble a record under another key; null = they are left out and told. */
  alike: Alike | null;
  dryRun: boolean;
  json: boolean;
}

const OPTIONS = {
  district: { type: 'string' },
  map: { type: 'string', multiple: true },
  set: { type: 'string', multiple: true },
  crs: { type: 'string' },
  encoding: { type: 'string' },
  delimiter: { type: 'string' },
  header: { type: 'boolean' },
  'no-header': { type: 'boolean' },
  sheet: { type: 'string' },
  layer: { type: 'string' },
  join: { type: 'string' },
  radius: { type: 'string' },
  timezone: { type: 'string' },
  source: { type: 'string' },
  rejects: { type: 'string' },
  depot: { type: 'string', multiple: true },
  'without-places': { type: 'boolean' },
  'turn-swapped': { type: 'boolean' },
  'pairs-as-one': { type: 'boolean' },
  'join-parts': { type: 'boolean' },
  alike: { type: 'string' },
  'dry-run': { type: 'boolean' },
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

/** npm runs scripts in the project's folder; the person's own is in INIT_CWD. */
export const personFolder = (env: NodeJS.ProcessEnv = process.env): string =>
  env.INIT_CWD ?? process.cwd();

const isKind = (word: string | undefined): word is ImportKind =>
  IMPORT_KINDS.some((kind) => kind === word);

/** The usage text, with the fields of one kind. */
export function usage(kind: ImportKind = 'shelter'): string {
  const fields = fieldsOf(kind).map(({ name }) => name);
  return say('importer.usage', { kinds: IMPORT_KINDS.join(', '), kind, fields: fields.join(', ') });
}

/** The kind that a command line speaks about; its fields are the ones to be told. */
export const kindAsked = (args: readonly string[]): ImportKind | undefined =>
  args.map((arg) => arg.replaceAll('-', '_')).find(isKind);

/** @returns null when help was asked for @throws Refusal */
export function readCommand(args: readonly string[]): ImportCommand | null {
  const { values, positionals } = readArguments(spreadPairs(args), OPTIONS);
  const [word, path, ...more] = positionals;
  if (values.help === true || word === undefined) return null;
  const kind = word.replaceAll('-', '_');
  if (!isKind(kind))
    throw new Refusal('importer.kindUnknown', { kind: word, kinds: IMPORT_KINDS.join(', ') });
  if (path === undefined || more.length > 0)
    throw new Refusal('importer.usage', {
      kinds: IMPORT_KINDS.join(', '),
      kind,
      fields: fieldsOf(kind)
        .map(({ name }) => name)
        .join(', '),
    });
  return {
    kind,
    file: existingFile(path),
    district: values.district ?? null,
    map: (values.map ?? [])
      .flatMap((text) => pairsOf('--map', text))
      .map(([column, field]) => [column, fieldNamed(kind, field)]),
    set: Object.fromEntries(
      (values.set ?? [])
        .map((text) => pairOf('--set', text))
        .map(([field, value]) => [fieldNamed(kind, field), value]),
    ),
    crs: values.crs,
    encoding: values.encoding,
    delimiter: delimiterOf(values.delimiter),
    header: values['no-header'] === true ? false : values.header,
    layer: values.sheet ?? values.layer,
    join: joinOf(values.join),
    radius: radiusOf(values.radius),
    timezone: timezoneOf(values.timezone),
    source: values.source,
    rejects: values.rejects === undefined ? null : resolve(personFolder(), values.rejects),
    depots: Object.fromEntries((values.depot ?? []).map((text) => pairOf('--depot', text))),
    withoutPlaces: values['without-places'] === true,
    turnSwapped: values['turn-swapped'] === true,
    pairsAsOne: values['pairs-as-one'] === true,
    alike: alikeOf(values.alike),
    joinParts: values['join-parts'] === true,
    dryRun: values['dry-run'] === true,
    json: values.json === true,
  };
}

/** `--map a=b c=d` is `--map a=b --map c=d`; the same for `--set`. */
function spreadPairs(args: readonly string[]): string[] {
  const spread: string[] = [];
  let option: string | null = null;
  for (const [i, arg] of args.entries()) {
    const previous = args[i - 1] ?? '';
    if (arg.startsWith('--')) option = arg === '--map' || arg === '--set' ? arg : null;
    else if (option !== null && previous !== option) {
      if (/^[^=]+=/.test(arg)) spread.push(option);
      else option = null;
    }
    spread.push(arg);
  }
  return spread;
}

/** A field by its own name or by its column's (`parent_code`). */
function fieldNamed(kind: ImportKind, name: string): string {
  const known = new Set<string>(fieldsOf(kind).map((field) => field.name));
  if (known.has(name)) return name;
  const field = fieldOf(name);
  return known.has(field) ? field : name;
}

function existingFile(path: string): string {
  const found = [resolve(personFolder(), path), resolve(path)].find(
    (one) => existsSync(one) && statSync(one).isFile(),
  );
  if (found === undefined) throw new Refusal('importer.fileMissing', { path });
  return found;
}

const wrong = (option: string, value: string): Refusal =>
  new Refusal('importer.optionWrong', { option, value });

function pairOf(option: string, text: string): readonly [string, string] {
  const at = text.indexOf('=');
  if (at < 1) throw wrong(option, text);
  return [text.slice(0, at).trim(), text.slice(at + 1).trim()];
}

/** `--map a=b,c=d` as well as one pair each; a comma inside a title stays when the rest is no pair. */
function pairsOf(option: string, text: string): (readonly [string, string])[] {
  const parts = text.split(',');
  if (parts.length > 1 && parts.every((part) => /^[^=]+=[^=]+$/.test(part)))
    return parts.map((part) => pairOf(option, part));
  return [pairOf(option, text)];
}

function delimiterOf(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const known: Record<string, string> = {
    tab: '\t',
    '\\t': '\t',
    comma: ',',
    semicolon: ';',
    pipe: '|',
  };
  const delimiter = known[text.toLowerCase()] ?? text;
  if (delimiter.length !== 1 || /["\r\n]/.test(delimiter)) throw wrong('--delimiter', text);
  return delimiter;
}

function alikeOf(text: string | undefined): Alike | null {
  if (text === undefined || text === 'same' || text === 'new') return text ?? null;
  throw wrong('--alike', text);
}

/** The key comes after the last colon, so that `C:\table.csv:name` works. */
function joinOf(text: string | undefined): ImportCommand['join'] {
  if (text === undefined) return null;
  const at = text.lastIndexOf(':');
  if (at < 1 || at === text.length - 1) throw wrong('--join', text);
  return { file: existingFile(text.slice(0, at)), key: text.slice(at + 1) };
}

function radiusOf(text: string | undefined): number | null | undefined {
  if (text === undefined) return undefined;
  if (/^(none|no|off)$/i.test(text)) return null;
  const km = Number(text.replace(/\s*km$/i, ''));
  if (!Number.isFinite(km) || km <= 0) throw wrong('--radius', text);
  return km * 1000;
}

function timezoneOf(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  try {
    new Intl.DateTimeFormat('en', { timeZone: text });
    return text;
  } catch {
    throw wrong('--timezone', text);
  }
}
