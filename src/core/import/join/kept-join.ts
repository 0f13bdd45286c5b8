/**
 * A join as it is kept with a reading: by the titles of the second table, because next month's may have another name
 * and another order.
 */
import { findColumn } from '../columns/map-columns.ts';

/** A column of the second table and the field it fills; null = it is not to be used. */
interface KeptColumn {
  title: string;
  field: string | null;
}

export interface KeptJoin {
  /** Name the second file had. */
  file: string;
  /** Title of its column that names the record. */
  key: string;
  /** What was said or guessed of its other columns. */
  columns: readonly KeptColumn[];
}

const isText = (value: unknown): value is string => typeof value === 'string';

/** What was kept, read back with care: it may have been written by another version. @returns null = no join */
export function readKeptJoin(value: unknown): KeptJoin | null {
  if (typeof value !== 'object' || value === null) return null;
  const { file, key, columns } = value as Record<string, unknown>;
  if (!isText(file) || !isText(key)) return null;
  const listed: unknown[] = Array.isArray(columns) ? columns : [];
  return {
    file,
    key,
    columns: listed.flatMap((one) => {
      const { title, field } = (one ?? {}) as Record<string, unknown>;
      return isText(title) ? [{ title, field: isText(field) ? field : null }] : [];
    }),
  };
}

/** How a kept join applies to a table that is there. */
interface FittedJoin {
  key: string;
  /** 0-based place behind the columns of the first file → field, as the settings of a reading take it. */
  columns: Readonly<Record<number, string | null>>;
}

/**
 * Find the key and the columns of a kept join among the titles of a second table.
 * @param width how many columns the first file has; those of the second stand behind them, without the key
 * @returns null when the key is not there: it is another table
 */
export function fitJoin(
  kept: KeptJoin,
  width: number,
  titles: readonly string[],
): FittedJoin | null {
  const key = findColumn(titles, kept.key);
  const title = titles[key];
  if (title === undefined) return null;
  const others = titles.filter((_, i) => i !== key);
  const columns: Record<number, string | null> = {};
  for (const { title: wanted, field } of kept.columns) {
    const at = others.findIndex((one, i) => one === wanted && !(width + i in columns));
    if (at >= 0) columns[width + at] = field;
  }
  return { key: title, columns };
}
