/** Fields of records and columns of the database, each named by the other. */
import { describe, expect, it } from 'vitest';
import { columnNameOf, fieldOf } from '../../../src/core/model/index.ts';
import { REGISTER_KINDS, SCHEMA } from '../../../src/core/schema/index.ts';

const PAIRS = [
  ['mobilisation_day_s', 'mobilisationDayS'],
  ['effective_area_m2', 'effectiveAreaM2'],
  ['people_need_help', 'peopleNeedHelp'],
  ['lng', 'lng'],
] as const;

describe('a column and its field', () => {
  it.each(PAIRS)('%s is held by %s', (column, field) => {
    expect(fieldOf(column)).toBe(field);
    expect(columnNameOf(field)).toBe(column);
  });

  it('lead to one another for every column of the register', () => {
    const columns = REGISTER_KINDS.flatMap((kind) => SCHEMA[kind].columns.map(({ name }) => name));
    expect(columns.length).toBeGreaterThan(50);
    expect(columns.filter((name) => columnNameOf(fieldOf(name)) !== name)).toEqual([]);
  });
});
