import { useDeferredValue, useEffect, useMemo } from 'react';
import { nameColumnOf } from '../../../core/model/index.ts';
import { FIRST_COLUMNS, tableColumns } from '../../../core/register/index.ts';
import type { RegisterKind } from '../../../core/schema/index.ts';
import { createNarrowing, createSearch, sortRows } from '../../../core/table/index.ts';
import { useRecordMap } from '../../../state/records.ts';
import { useRegister } from '../../../state/register.ts';
import type { ArchivedRecords } from '../../../state/register.ts';
import { useSession } from '../../../state/session.ts';
import { useTextContext } from '../../parts/register/use-text-context.ts';
import { columnsFor } from './columns.ts';
import type { AnyRecord, RegisterColumn } from './columns.ts';

export interface TableRows {
  /** Every column the kind has, and those that are shown, in order. */
  all: readonly RegisterColumn[];
  shown: readonly RegisterColumn[];
  /** What is found, in order; and how many there are without search and filters. */
  rows: readonly AnyRecord[];
  total: number;
}

const NONE: ReadonlyMap<string, AnyRecord> = new Map();

const archivedRows = (
  archived: ArchivedRecords,
  kind: RegisterKind,
): ReadonlyMap<string, AnyRecord> =>
  archived.tag === 'loaded' && archived.kind === kind ? archived.rows : NONE;

const SLICE_MS = 6;

/** Reads a long table for the search while nobody waits, in slices too short to be felt. */
function useReadAhead(
  rows: readonly AnyRecord[],
  search: (row: AnyRecord, words: readonly string[]) => boolean,
): void {
  useEffect(() => {
    let at = 0;
    let timer: ReturnType<typeof setTimeout>;
    const read = (): void => {
      const end = performance.now() + SLICE_MS;
      while (at < rows.length && performance.now() < end) {
        for (const stop = Math.min(at + 100, rows.length); at < stop; at++) {
          const row = rows[at];
          if (row !== undefined) search(row, []);
        }
      }
      if (at < rows.length) timer = setTimeout(read, 16);
    };
    timer = setTimeout(read, 300);
    return () => clearTimeout(timer);
  }, [rows, search]);
}

/** The rows of the open table as it is looked at now. Typing stays quick: what is found may follow a moment later. */
export function useTableRows(kind: RegisterKind): TableRows {
  const view = useRegister((state) => state.views[kind]);
  const archived = useRegister((state) => state.archived);
  const language = useSession((state) => state.language);
  const current = useRecordMap(kind) as ReadonlyMap<string, AnyRecord>;
  const table = view.archived ? archivedRows(archived, kind) : current;
  const words = useTextContext();
  const all = useMemo(() => columnsFor(kind, tableColumns(kind), words), [kind, words]);
  const search = useMemo(() => createSearch(all), [all]);
  const text = useDeferredValue(view.text);
  const filters = useDeferredValue(view.filters);
  const sorted = useMemo(() => {
    const { column, down } = view.sort ?? { column: nameColumnOf(kind), down: false };
    const by = all.find(({ name }) => name === column);
    const rows = [...table.values()];
    return by === undefined ? rows : sortRows(rows, by, down, language);
  }, [table, all, view.sort, kind, language]);
  useReadAhead(sorted, search);
  const narrow = useMemo(() => createNarrowing<AnyRecord>(), []);
  const rows = useMemo(
    () => narrow(sorted, all, filters, text, search),
    [narrow, sorted, all, filters, text, search],
  );
  const names = view.columns ?? FIRST_COLUMNS[kind];
  const shown = useMemo(
    () => names.flatMap((name) => all.find((column) => column.name === name) ?? []),
    [names, all],
  );
  return { all, shown, rows, total: table.size };
}
