/** `effective_area_m2` → `effectiveAreaM2`: the field of a record that holds a column. */
export const fieldOf = (column: string): string =>
  column.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
