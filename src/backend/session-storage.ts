/**
 * Where the session token lives. A duty computer is shared by shifts: unless the person asks to stay signed in, the
 * session belongs to the tab and ends with it (it survives a reload). Asked for, it is kept on the computer instead.
 * A token is never in both places.
 */
export interface TokenStorage {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
  /** Choose the place for tokens written from now on. */
  keepOnComputer(keep: boolean): void;
}

type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

export function tokenStorage(tab: Store, computer: Store): TokenStorage {
  let keep: boolean | null = null;
  const placeFor = (key: string): [Store, Store] => {
    const onComputer = keep ?? (tab.getItem(key) === null && computer.getItem(key) !== null);
    return onComputer ? [computer, tab] : [tab, computer];
  };
  return {
    getItem: (key) => tab.getItem(key) ?? computer.getItem(key),
    setItem(key, value) {
      const [place, other] = placeFor(key);
      other.removeItem(key);
      place.setItem(key, value);
    },
    removeItem(key) {
      tab.removeItem(key);
      computer.removeItem(key);
    },
    keepOnComputer(chosen) {
      keep = chosen;
    },
  };
}
