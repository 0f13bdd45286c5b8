/** Longest wait for a quiet moment, in milliseconds. */
const PATIENCE_MS = 3_000;

/** Do something when the screen has nothing better to do, soon in any case. Returns what stops it. */
export function whenIdle(work: () => void): () => void {
  // Safari has no idle callbacks.
  if (!('requestIdleCallback' in window)) {
    const timer = setTimeout(work, PATIENCE_MS / 2);
    return () => clearTimeout(timer);
  }
  const handle = requestIdleCallback(work, { timeout: PATIENCE_MS });
  return () => cancelIdleCallback(handle);
}
