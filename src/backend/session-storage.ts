/**
 * Where the session token lives. A duty computer is shared by shifts: unless the person asks to stay signed in, the
 * session belongs to the tab and ends with it (it survives a reload). Asked for, it is kept on the computer instead.
 * A token is never in both places.
 *
 * A token that is removed without the person having left was taken: the server no longer took it. The tab remembers that,
 * so that a reload does not look as if there had never been a session.
 */
export interface TokenStorage {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  /** The token is no longer good. */
  removeItem(key: string): void;
  /** The person leaves: nothing is remembered. */
  forget(key: string): void;
  /** Whether the last token ended without the person having left. */
  wasTaken(key: string): boolean;
  /** Choose the place for tokens written from now on. */
  keepOnComputer(keep: boolean): void;
}

const markOf = (key: string): string => `${key}.taken`;

type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

export function tokenStorage(tab: Store, computer: Store): TokenStorage {
  let keep: boolean | null = null;
  const placeFor = (key: string): [Store, Store] => {
    const onComputer = keep ?? (tab.getItem(key) === null && computer.getItem(key) !== null);
    return onComputer ? [computer, tab] : [tab, computer];
  };
  const remove = (key: string): void => {
    tab.removeItem(key);
    computer.removeItem(key);
  };
  return {
    getItem: (key) => tab.getItem(key) ?? computer.getItem(key),
    setItem(key, value) {
      const [place, other] = placeFor(key);
      other.removeItem(key);
      place.setItem(key, value);
      tab.removeItem(markOf(key));
    },
    removeItem(key) {
      if (tab.getItem(key) !== null || computer.getItem(key) !== null)
        tab.setItem(markOf(key), 'yes');
      remove(key);
    },
    forget(key) {
      remove(key);
      tab.removeItem(markOf(key));
    },
    wasTaken: (key) => tab.getItem(markOf(key)) !== null,
    keepOnComputer(chosen) {
      keep = chosen;
    },
  };
}
