/** The saving state of a form that keeps what is typed to itself. */
import { useState } from 'react';

type Once = (work: () => Promise<void>) => Promise<void>;

/**
 * Runs one piece of work at a time; what is asked for meanwhile is left out, so that a second press sends nothing twice.
 * @param onBusy hears when it begins and when it ends, also when it failed
 */
export function oneAtATime(onBusy: (busy: boolean) => void): Once {
  let busy = false;
  const set = (now: boolean): void => {
    busy = now;
    onBusy(now);
  };
  return async (work) => {
    if (busy) return;
    set(true);
    try {
      await work();
    } finally {
      set(false);
    }
  };
}

/** `saving`: something is on its way. `once` sends, unless something is. */
export function useSaving(): { saving: boolean; once: Once } {
  const [saving, setSaving] = useState(false);
  const [once] = useState(() => oneAtATime(setSaving));
  return { saving, once };
}
