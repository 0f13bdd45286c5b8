/** The roads command's line, read strictly. */
import { existsSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { LINE_FIELDS } from '../../../src/core/roads/lines/options.ts';
import type { LineOptions } from '../../../src/core/roads/lines/options.ts';
import type { NarrowColumns } from '../../../src/core/roads/narrow/read-narrow-places.ts';
import { ROAD_CLASSES } from '../../../src/core/roads/types.ts';
import type { RoadClass } from '../../../src/core/roads/types.ts';
import { Refusal } from '../../local/text.ts';
import { readArguments } from '../arguments.ts';
import { personFolder } from '../importing/options.ts';

export interface RoadsImport {
  verb: 'import';
  /** Absolute paths. */
  files: string[];
  district: string | null;
  source: string | null;
  gapMeters: number | undefined;
  lines: LineOptions;
  narrow: NarrowOptions | null;
  dryRun: boolean;
  json: boolean;
}

export interface NarrowOptions {
  /** Absolute. */
  file: string;
  columns: NarrowColumns;
  within: number | undefined;
  /** Where to write the places whose road was not found. */
  missed: string | null;
}

type RoadsCommand =
  | RoadsImport
  | { verb: 'list'; json: boolean }
  | { verb: 'remove'; district: string; dryRun: boolean };

const OPTIONS = {
  district: { type: 'string' },
  source: { type: 'string' },
  layer: { type: 'string' },
  name: { type: 'string' },
  class: { type: 'string' },
  width: { type: 'string' },
  oneway: { type: 'string' },
  speed: { type: 'string' },
  'class-is': { type: 'string', multiple: true },
  crs: { type: 'string' },
  encoding: { type: 'string' },
  tolerance: { type: 'string' },
  'split-crossings': { type: 'boolean' },
  narrow: { type: 'string' },
  'narrow-name': { type: 'string' },
  'narrow-width': { type: 'string' },
  'narrow-within': { type: 'string' },
  'narrow-missed': { type: 'string' },
  gap: { type: 'string' },
  'dry-run': { type: 'boolean' },
  json: { type: 'boolean' },
} as const;

const NARROW_OPTIONS = ['narrow-name', 'narrow-width', 'narrow-within', 'narrow-missed'] as const;

const wrong = (option: string, value: string): Refusal =>
  new Refusal('importer.optionWrong', { option, value });

/** @throws Refusal, HelpRequested */
export function readRoadsCommand(args: readonly string[]): RoadsCommand {
  const { values, positionals } = readArguments(args, OPTIONS, 'roads.usage');
  const [verb, ...rest] = positionals;
  const dryRun = values['dry-run'] === true;
  const json = values.json === true;
  if (verb === 'list' && rest.length === 0) return { verb, json };
  if (verb === 'remove' && rest.length === 0 && values.district !== undefined)
    return { verb, district: values.district, dryRun };
  if (verb !== 'import' || rest.length === 0) throw new Refusal('roads.usage');
  if (values.district === undefined && !dryRun) throw new Refusal('roads.districtRequired');
  return {
    verb,
    files: rest.map(existingFile),
    district: values.district ?? null,
    source: values.source ?? null,
    gapMeters: values.gap === undefined ? undefined : numberOf('--gap', values.gap),
    lines: {
      layer: values.layer,
      columns: Object.fromEntries(
        LINE_FIELDS.flatMap((field) =>
          values[field] === undefined ? [] : [[field, values[field]]],
        ),
      ),
      classes: Object.fromEntries((values['class-is'] ?? []).map(classPair)),
      crs: values.crs,
      encoding: values.encoding,
      ...(values.tolerance === undefined
        ? {}
        : { tolerance: numberOf('--tolerance', values.tolerance) }),
      splitCrossings: values['split-crossings'] === true,
    },
    narrow: narrowOptions(values),
    dryRun,
    json,
  };
}

function narrowOptions(values: {
  narrow?: string;
  'narrow-name'?: string;
  'narrow-width'?: string;
  'narrow-within'?: string;
  'narrow-missed'?: string;
}): NarrowOptions | null {
  if (values.narrow === undefined) {
    const other = NARROW_OPTIONS.find((name) => values[name] !== undefined);
    if (other !== undefined) throw wrong(`--${other}`, values[other] ?? '');
    return null;
  }
  const within = values['narrow-within'];
  const missed = values['narrow-missed'];
  return {
    file: existingFile(values.narrow),
    columns: { name: values['narrow-name'], width: values['narrow-width'] },
    within: within === undefined ? undefined : numberOf('--narrow-within', within),
    missed: missed === undefined ? null : resolve(personFolder(), missed),
  };
}

function existingFile(path: string): string {
  const found = [resolve(personFolder(), path), resolve(path)].find(
    (one) => existsSync(one) && statSync(one).isFile(),
  );
  if (found === undefined) throw new Refusal('importer.fileMissing', { path });
  return found;
}

function numberOf(option: string, text: string): number {
  const value = Number(text);
  if (text.trim() === '' || !Number.isFinite(value) || value <= 0) throw wrong(option, text);
  return value;
}

/** `--class-is 7=track`. */
function classPair(text: string): [string, RoadClass] {
  const at = text.lastIndexOf('=');
  const known = ROAD_CLASSES.find((one) => one === text.slice(at + 1).trim());
  if (at < 1 || known === undefined) throw wrong('--class-is', text);
  return [text.slice(0, at).trim(), known];
}
