/** Where the one backend of this tab is kept. The composition root puts it here, actions take it from here. */
import type { Backend } from './backend.ts';

let current: Backend | null = null;

export function setBackend(backend: Backend | null): void {
  current = backend;
}

/** The backend of this tab. Throws when asked before the configuration was read: that is a mistake in the program. */
export function backend(): Backend {
  if (current === null) throw new Error('backend used before it was opened');
  return current;
}
