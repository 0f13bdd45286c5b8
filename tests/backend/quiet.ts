import { afterEach, beforeEach, vi } from 'vitest';

/** auth-js writes every failed fetch to the console; the tests that cut the line know. */
export function quietFetchErrors(): void {
  beforeEach(() => void vi.spyOn(console, 'error').mockImplementation(() => undefined));
  afterEach(() => void vi.restoreAllMocks());
}
