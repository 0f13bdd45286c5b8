import { useDeferredValue, useMemo } from 'react';
import { FIRST_COLUMNS, nameColumn, tableColumns } from '../../../core/register/index.ts';
import type { RegisterKind } from '../../../core/schema/index.ts';
import { createSearch, filterRows, sortRows } from '../../../core/table/index.ts';
import { useRecordMap } from '../../../state/records.ts';
import { useRegister } from '../../../state/register.ts';
import type { ArchivedRecords } from '../../../state/register.ts';
import { useSession } from '../../../state/session.ts';
import { useWords } from '../use-words.ts';
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

const archivedRows = (archived: ArchivedRecords, kind: RegisterKind): ReadonlyMap<string, AnyRecord> =>
  archived.tag === 'loaded' && archived.kind === kind ? archived.rows : NONE;

/** The rows of the open table as it is looked at now. Typing stays quick: what is found may follow a moment later. */
export function useTableRows(kind: RegisterKind): TableRows {
  const view = useRegister((state) => state.views[kind]);
  const archived = useRegister((state) => state.archived);
  const language = useSession((state) => state.language);
  const current = useRecordMap(kind) as ReadonlyMap<string, AnyRecord>;
  const table = view.archived ? archivedRows(archived, kind) : current;
  const words = useWords();
  const all = useMemo(() => columnsFor(kind, tableColumns(kind), words), [kind, words]);
  const search = useMemo(() => createSearch(all), [all]);
  const text = useDeferredValue(view.text);
  const filters = useDeferredValue(view.filters);
  const sorted = useMemo(() => {
    const { column, down } = view.sort ?? { column: nameColumn(kind), down: false };
    const by = all.find(({ name }) => name === column);
    const rows = [...table.values()];
    return by === undefined ? rows : sortRows(rows, by, down, language);
  }, [table, all, view.sort, kind, language]);
  const rows = useMemo(() => filterRows(sorted, all, filters, text, search), [sorted, all, filters, text, search]);
  const names = view.columns ?? FIRST_COLUMNS[kind];
  const shown = useMemo(() => names.flatMap((name) => all.find((column) => column.name === name) ?? []), [names, all]);
  return { all, shown, rows, total: table.size };
}
