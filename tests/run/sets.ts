/** Which test files belong to which run; what no list names is fast and runs everywhere. */

/** What boots a database, a server or another process, and is tried on the newest Node too. */
const ON_BOTH = [
  // PGlite's WebAssembly, the gateway's library and the driver of PostgreSQL over the new Node's fetch, streams and sockets.
  'tests/**/*-on-the-gateway.test.ts',
  'tests/backend/*-on-{pglite,postgres}.test.ts',
  // The commands as processes of the new Node through tsx, against the imitation of a hosted project.
  'tests/hosted/**',
];

/**
 * What is tried on the oldest Node alone, beside the end-to-end tests: it asks what the schema, the server and the page do,
 * through the same modules as above, and takes four times as long.
 */
const ON_OLDEST = ['tests/database/**', 'tests/local/**', 'tests/tools/**', 'tests/demo/**'];

export type TestRun = 'all' | 'fast' | 'newest-node';

/** What a run leaves out. */
export const LEFT_OUT: Record<TestRun, readonly string[]> = {
  all: [],
  fast: [...ON_BOTH, ...ON_OLDEST],
  'newest-node': ON_OLDEST,
};
