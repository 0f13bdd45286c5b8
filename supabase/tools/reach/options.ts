/** The reach command's line, read strictly. */
import { existsSync } from 'node:fs';
import { extname, resolve } from 'node:path';
import type { Vehicle } from '../../../src/core/ranking/types.ts';
import { PROFILES } from '../../../src/core/roads/profiles.ts';
import { Refusal } from '../../local/text.ts';
import { readArguments } from '../arguments.ts';
import { personFolder } from '../importing/options.ts';

/** Kinds with a place that people, trucks or cars set out from or go to. */
const REACH_KINDS = ['settlement', 'shelter', 'depot', 'team', 'hazard', 'incident'] as const;
export type ReachKind = (typeof REACH_KINDS)[number];

export interface ReachCommand {
  /** A row for each of these. */
  of: ReachKind;
  /** Who is looked for. */
  nearest: ReachKind;
  by: Vehicle;
  /** With everything below it. */
  district: string;
  /** Width of the truck in metres; null = the profile's. */
  width: number | null;
  /** Absolute path of a table in Markdown or CSV, by its ending; null = none. */
  out: string | null;
  /** Only rows where the road names another one than the straight line, where what is closed changes it, or nobody comes. */
  differing: boolean;
  json: boolean;
}

const OPTIONS = {
  of: { type: 'string' },
  nearest: { type: 'string' },
  by: { type: 'string' },
  district: { type: 'string' },
  width: { type: 'string' },
  out: { type: 'string' },
  differing: { type: 'boolean' },
  json: { type: 'boolean' },
} as const;

/** Who sets out, when nothing is said: from a team a car, from a depot a truck; to a shelter people walk. */
const USUALLY: Partial<Record<ReachKind, Vehicle>> = { depot: 'heavy-truck', shelter: 'foot' };

const wrong = (option: string, value: string): Refusal =>
  new Refusal('importer.optionWrong', { option, value });

/** @throws Refusal, HelpRequested */
export function readReachCommand(args: readonly string[]): ReachCommand {
  const { values, positionals } = readArguments(args, OPTIONS, 'reach.usage');
  if (positionals.length > 0 || values.district === undefined) throw new Refusal('reach.usage');
  const nearest = kindOf('--nearest', values.nearest ?? 'team');
  const by = values.by === undefined ? (USUALLY[nearest] ?? 'emergency-car') : vehicleOf(values.by);
  const width = values.width === undefined ? null : widthOf(values.width, by);
  const out = values.out === undefined ? null : newTable(values.out);
  return {
    of: kindOf('--of', values.of ?? 'shelter'),
    nearest,
    by,
    district: values.district,
    width,
    out,
    differing: values.differing === true,
    json: values.json === true,
  };
}

function vehicleOf(text: string): Vehicle {
  const found = PROFILES.find(({ id }) => id === text)?.id;
  if (found === undefined) throw wrong('--by', text);
  return found as Vehicle;
}

/** Metres; only a truck is kept off a road by its width. */
function widthOf(text: string, by: Vehicle): number {
  const width = Number(text);
  if (!(width > 0 && width < 10)) throw wrong('--width', text);
  if (by !== 'heavy-truck') throw wrong('--width', `${width} (--by ${by})`);
  return width;
}

/** The absolute path of a table that is not there yet. */
function newTable(path: string): string {
  const out = resolve(personFolder(), path);
  if (!['.md', '.csv'].includes(extname(out))) throw wrong('--out', out);
  if (existsSync(out)) throw new Refusal('exporter.tool.fileThere', { path: out });
  return out;
}

function kindOf(option: string, text: string): ReachKind {
  const kind = REACH_KINDS.find((one) => one === text);
  if (kind === undefined) throw wrong(option, text);
  return kind;
}
