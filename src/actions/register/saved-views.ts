/** Ways of looking at a table, kept under a name in the register for the person who made them. */
import { backend } from '../../backend/index.ts';
import { TABLE_KINDS } from '../../core/schema/index.ts';
import type { RegisterKind } from '../../core/schema/index.ts';
import { plainView, useRegister } from '../../state/register.ts';
import type { TableView } from '../../state/register.ts';
import { notKept } from '../not-kept.ts';
import { notify } from '../notify.ts';
import { lookAtTable } from './look-at-table.ts';

const texts = (value: unknown): readonly string[] | null =>
  Array.isArray(value) && value.every((one) => typeof one === 'string') ? value : null;

/** A view as it was kept; what cannot be read of it is as in a plain one. */
function readView(kept: Readonly<Record<string, unknown>>): TableView {
  const { columns, sort, text, filters } = kept;
  const sorted = sort as { column?: unknown; down?: unknown } | null | undefined;
  const pairs = Object.entries((filters ?? {}) as Record<string, unknown>);
  return {
    ...plainView,
    columns: texts(columns),
    sort:
      typeof sorted?.column === 'string'
        ? { column: sorted.column, down: sorted.down === true }
        : null,
    text: typeof text === 'string' ? text : '',
    filters: Object.fromEntries(
      pairs.filter((pair): pair is [string, string] => typeof pair[1] === 'string'),
    ),
  };
}

/** Fetch the views this person has kept. Without them the tables are as they are by default. */
export async function recallViews(): Promise<void> {
  const result = await backend().savedViews(null);
  if (result.tag !== 'ok') return;
  const savedViews = result.value.flatMap(({ id, kind, name, view }) => {
    const known = TABLE_KINDS.find((one) => one === kind);
    return known === undefined ? [] : [{ id, kind: known, name, view: readView(view) }];
  });
  useRegister.setState({ savedViews });
}

/** Keep how a table is looked at now; a name used before means the new look. */
export async function saveView(kind: RegisterKind, name: string, view: TableView): Promise<void> {
  const { columns, sort, text, filters } = view;
  const result = await backend().saveView(kind, name, { columns, sort, text, filters });
  if (result.tag === 'ok') await recallViews();
  else notify({ tag: 'not-done', reason: notKept(result) });
}

export async function removeView(id: string): Promise<void> {
  const result = await backend().dropView(id);
  if (result.tag === 'ok') await recallViews();
  else notify({ tag: 'not-done', reason: result.tag });
}

/** Look at a table as a saved view says; null = as it is looked at by default. */
export const showView = (kind: RegisterKind, view: TableView | null): void =>
  lookAtTable(kind, { ...plainView, ...view });
