/** Ways of looking at a table, kept under a name for the person who made them. */
import { useRegister } from '../../state/register.ts';
import type { SavedView, TableView } from '../../state/register.ts';
import { useSession } from '../../state/session.ts';
import { lookAtTable } from './look-at-table.ts';
import { plainView } from '../../state/register.ts';
import type { RegisterKind } from '../../core/schema/index.ts';

const keyOf = (userId: string): string => `muster.views.${userId}`;

const userId = (): string | null => {
  const { auth } = useSession.getState();
  return auth.tag === 'signed-in' ? auth.account.userId : null;
};

function keep(views: readonly SavedView[]): void {
  useRegister.setState({ savedViews: views });
  const user = userId();
  if (user === null) return;
  try {
    localStorage.setItem(keyOf(user), JSON.stringify(views));
  } catch {
    // Without storage a view lasts as long as the page.
  }
}

/** Bring back the views this person has kept on this computer. */
export function recallViews(): void {
  const user = userId();
  if (user === null) return;
  try {
    const kept = JSON.parse(localStorage.getItem(keyOf(user)) ?? '[]') as unknown;
    if (Array.isArray(kept)) useRegister.setState({ savedViews: kept as SavedView[] });
  } catch {
    useRegister.setState({ savedViews: [] });
  }
}

/** Keep how a table is looked at now; a name used before means the new look. */
export function saveView(kind: RegisterKind, name: string, view: TableView): void {
  const others = useRegister.getState().savedViews.filter((saved) => saved.kind !== kind || saved.name !== name);
  keep([...others, { kind, name, view: { ...view, archived: false } }]);
}

export function removeView(kind: RegisterKind, name: string): void {
  keep(useRegister.getState().savedViews.filter((saved) => saved.kind !== kind || saved.name !== name));
}

/** Look at a table as a saved view says; null = as it is looked at by default. */
export const showView = (kind: RegisterKind, view: TableView | null): void =>
  lookAtTable(kind, { ...plainView, ...view });
