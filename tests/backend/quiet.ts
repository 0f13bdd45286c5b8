import { afterEach, beforeEach, vi } from 'vitest';

/**
 * auth-js writes every failed fetch to the console and warns of a second client in one tab; the tests that cut the line
 * and open a client each know.
 */
export function quietAuthLibrary(): void {
  beforeEach(() => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  });
  afterEach(() => void vi.restoreAllMocks());
}
