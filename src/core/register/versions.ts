/** Two versions of one record, field by field, and who changed what since the version both began with. */
import type { RecordOf } from '../model/index.ts';
import { columnOf } from '../schema/index.ts';
import type { RegisterKind } from '../schema/index.ts';
import { formColumns } from './fields.ts';
import { inputOf, sameInput } from './inputs.ts';
import type { Input, Inputs } from './inputs.ts';

export type Side = 'mine' | 'theirs';

export interface FieldDifference {
  column: string;
  mine: Input;
  theirs: Input;
  changedBy: Side | 'both';
  /** What is kept unless the person chooses otherwise: a change nobody contradicts, else mine. */
  suggested: Side;
}

/** Who changed a field in which both differ, since the version both began with, and which of the two is suggested. */
export function changedSince(
  byMe: boolean,
  byThem: boolean,
): Pick<FieldDifference, 'changedBy' | 'suggested'> {
  const onlyBy = byMe ? 'mine' : 'theirs';
  const changedBy = byMe && byThem ? 'both' : onlyBy;
  return { changedBy, suggested: changedBy === 'theirs' ? 'theirs' : 'mine' };
}

/** The fields in which a draft and the stored record differ. `base` null = unknown: then every difference is by both. */
export function compareVersions<K extends RegisterKind>(
  kind: K,
  inputs: Inputs,
  base: RecordOf[K] | null,
  theirs: RecordOf[K],
): FieldDifference[] {
  return formColumns(kind).flatMap((name): FieldDifference[] => {
    const column = columnOf(kind, name);
    if (column === null) return [];
    const began = inputOf(base, column);
    const mine = name in inputs ? (inputs[name] ?? null) : began;
    const stored = inputOf(theirs, column);
    if (sameInput(mine, stored)) return [];
    const byMe = base === null || !sameInput(mine, began);
    const byThem = base === null || !sameInput(stored, began);
    return [{ column: name, mine, theirs: stored, ...changedSince(byMe, byThem) }];
  });
}

/** The inputs that make the chosen version out of theirs. */
export const chosenInputs = (
  differences: readonly FieldDifference[],
  choices: Readonly<Record<string, Side>>,
): Inputs =>
  Object.fromEntries(
    differences
      .filter(({ column, suggested }) => (choices[column] ?? suggested) === 'mine')
      .map((d) => [d.column, d.mine]),
  );
