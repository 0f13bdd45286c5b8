/** Going back to a version while somebody else changes the record: what is compared, and what is left alone. */
import { describe, expect, it } from 'vitest';
import type { RecordChange } from '../../../src/core/model/index.ts';
import { compareVersions, goingBackAsDraft } from '../../../src/core/register/index.ts';
import { shelter } from '../ranking/register.ts';

const change = (version: number, before: object, after: object): RecordChange =>
  ({ version, before, after }) as unknown as RecordChange;

describe('going back as a draft', () => {
  // Version 2 made 300 into 77; version 3, which the history read does not have yet, made it 78 and wrote a note.
  const theirs = shelter('a', { capacity: 78, capacityText: '约八十', note: '乙写的', version: 3 });
  const read = [
    change(
      2,
      { capacity: 300, capacity_text: null, rectification_state: 'x' },
      { capacity: 77, capacity_text: '约八十' },
    ),
    change(1, {}, { capacity: 300 }),
  ];
  const { base, inputs } = goingBackAsDraft('shelter', theirs, read, 1);

  it('writes what the version said, as typed, and only columns of the form', () => {
    expect(inputs).toEqual({ capacity: '300', capacity_text: '' });
    expect(base).toMatchObject({ version: 2, capacity: 77, capacityText: '约八十' });
  });

  it('sets both sides of a field that both changed beside each other, and leaves the rest', () => {
    const differences = compareVersions('shelter', inputs, base, theirs);
    expect(differences).toEqual([
      { column: 'capacity', mine: '300', theirs: '78', changedBy: 'both', suggested: 'mine' },
      { column: 'capacity_text', mine: '', theirs: '约八十', changedBy: 'mine', suggested: 'mine' },
    ]);
  });
});
