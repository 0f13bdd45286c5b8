/** The reach command's line, read strictly. */
import { existsSync } from 'node:fs';
import { extname, resolve } from 'node:path';
import type { Vehicle } from '../../../src/core/ranking/types.ts';
import { PROFILES } from '../../../src/core/roads/index.ts';
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
  const by =
    values.by === undefined
      ? (USUALLY[nearest] ?? 'emergency-car')
      : PROFILES.find(({ id }) => id === values.by)?.id;
  if (by === undefined) throw wrong('--by', values.by ?? '');
  const width = values.width === undefined ? null : Number(values.width);
  if (width !== null && !(width > 0 && width < 10)) throw wrong('--width', values.width ?? '');
  if (width !== null && by !== 'heavy-truck') throw wrong('--width', `${width} (--by ${by})`);
  const out = values.out === undefined ? null : resolve(personFolder(), values.out);
  if (out !== null && !['.md', '.csv'].includes(extname(out))) throw wrong('--out', out);
  if (out !== null && existsSync(out)) throw new Refusal('exporter.tool.fileThere', { path: out });
  return {
    of: kindOf('--of', values.of ?? 'shelter'),
    nearest,
    by: by as Vehicle,
    district: values.district,
    width,
    out,
    differing: values.differing === true,
    json: values.json === true,
  };
}

function kindOf(option: string, text: string): ReachKind {
  const kind = REACH_KINDS.find((one) => one === text);
  if (kind === undefined) throw wrong(option, text);
  return kind;
}
