/**
 * The two spellings of one name: a column of the database (snake_case) and the field of a record that holds it
 * (camelCase). Each is read back from the other unchanged, as long as no part of a name begins with a digit.
 */

/** `effective_area_m2` → `effectiveAreaM2`: the field of a record that holds a column. */
export const fieldOf = (column: string): string =>
  column.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());

/** `effectiveAreaM2` → `effective_area_m2`: the column that a field of a record holds. */
export const columnNameOf = (field: string): string =>
  field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
