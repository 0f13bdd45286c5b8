/** A whole form → the columns to send, or the faults to show, checked by the same rules as the database's. */
import { classOf, isEventKind } from '../model/index.ts';
import type { RecordOf } from '../model/index.ts';
import { columnOf, SCHEMA } from '../schema/index.ts';
import type { RegisterKind, RowRule } from '../schema/index.ts';
import { formColumns } from './fields.ts';
import { inputOf, sameInput } from './inputs.ts';
import type { Inputs } from './inputs.ts';
import { readInput } from './read-input.ts';
import type { InputFault } from './read-input.ts';

export type Faults = Readonly<Record<string, InputFault>>;

export interface DraftReading {
  /** Columns that differ from the record the draft began with (all that are said, for a new record). */
  changes: Readonly<Record<string, unknown>>;
  /** By column; a draft with a fault is not sent. */
  faults: Faults;
}

function number(value: unknown): number {
  if (typeof value === 'number') return value;
  return typeof value === 'string' ? Date.parse(value) : Number.NaN;
}

function faultOf(
  rule: RowRule,
  values: Readonly<Record<string, unknown>>,
): [string, InputFault] | null {
  if (rule.tag === 'not-more-than')
    return number(values[rule.column]) > number(values[rule.than])
      ? [rule.column, { tag: 'more-than-other', limit: rule.than }]
      : null;
  if (rule.tag === 'after') {
    const [at, than] = [number(values[rule.column]), number(values[rule.than])];
    const broken = rule.orSame ? at < than : at <= than;
    return broken ? [rule.column, { tag: 'not-after-other', limit: rule.than }] : null;
  }
  return null;
}

interface Filled {
  /** Every column that could be read, touched or not. */
  values: Record<string, unknown>;
  changes: Record<string, unknown>;
  faults: Record<string, InputFault>;
}

function readColumns<K extends RegisterKind>(
  kind: K,
  base: RecordOf[K] | null,
  inputs: Inputs,
  now: number,
): Filled {
  const filled: Filled = { values: {}, changes: {}, faults: {} };
  for (const name of formColumns(kind)) {
    const column = columnOf(kind, name);
    if (column === null) continue;
    const before = inputOf(base, column);
    const input = name in inputs ? (inputs[name] ?? null) : before;
    const changed = name in inputs && !sameInput(inputs[name] ?? before, before);
    const reading = readInput(input, column, now);
    if (!reading.ok) {
      if (changed || base === null) filled.faults[name] = reading.fault;
      continue;
    }
    filled.values[name] = reading.value;
    if (changed || (base === null && reading.value !== null)) filled.changes[name] = reading.value;
  }
  return filled;
}

/** A rule between columns is checked where one of them changes; the class follows the kind. */
function checkRule(rule: RowRule, { values, changes, faults }: Filled): void {
  if (rule.tag === 'kind-of-class' && 'kind' in changes)
    changes.class = isEventKind(changes.kind) ? classOf(changes.kind) : null;
  const broken = faultOf(rule, values);
  if (broken === null) return;
  const [column, fault] = broken;
  if (column in changes || String(fault.limit) in changes) faults[column] ??= fault;
}

/**
 * Reads the inputs of a form over the record it began with (null = a new one). Columns nobody touched are not checked
 * again, so that an old record with a gap can still be corrected elsewhere.
 */
export function readDraft<K extends RegisterKind>(
  kind: K,
  base: RecordOf[K] | null,
  inputs: Inputs,
  now: number,
): DraftReading {
  const filled = readColumns(kind, base, inputs, now);
  for (const rule of SCHEMA[kind].rules) checkRule(rule, filled);
  return { changes: filled.changes, faults: filled.faults };
}

/** A column that is never null and was emptied falls back to what the database puts by itself. */
export function withDefaults(
  kind: RegisterKind,
  changes: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(changes).map(([name, value]) => {
      const column = columnOf(kind, name);
      const fallback = value === null && column?.required === true ? column.default : undefined;
      return [name, fallback ?? value];
    }),
  );
}
