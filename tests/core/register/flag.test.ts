/** A column that says yes, no or nothing, as a form has it: `refuge` of a shelter. */
import { describe, expect, it } from 'vitest';
import { inputOf, readDraft, readInput } from '../../../src/core/register/index.ts';
import { columnOf } from '../../../src/core/schema/index.ts';
import type { ColumnSpec } from '../../../src/core/schema/index.ts';
import { shelter } from '../ranking/register.ts';

const column = columnOf('shelter', 'refuge') as ColumnSpec;
const now = Date.parse('2026-11-30T00:00:00Z');

describe('a flag in a form', () => {
  it.each([
    [true, 'true'],
    [false, 'false'],
    [null, ''],
  ])('%s stands there as "%s", and is read back', (refuge, typed) => {
    expect(inputOf(shelter('s', { refuge }), column)).toBe(typed);
    expect(readInput(typed, column, now)).toEqual({ ok: true, value: refuge });
  });

  it('is unknown of a record that does not exist yet', () => {
    expect(inputOf(null, column)).toBe('');
  });

  it('takes no other word', () => {
    for (const word of ['yes', '是', '1'])
      expect(readInput(word, column, now)).toEqual({ ok: false, fault: { tag: 'not-a-word' } });
  });

  it('is a change only where it differs, also from yes to unknown', () => {
    const base = shelter('s', { refuge: true });
    const changesOf = (refuge: string) => readDraft('shelter', base, { refuge }, now).changes;
    expect(changesOf('true')).toEqual({});
    expect(changesOf('false')).toEqual({ refuge: false });
    expect(changesOf('')).toEqual({ refuge: null });
  });
});
