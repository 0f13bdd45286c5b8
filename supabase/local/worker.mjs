// A worker thread starts without the loader of its parent (a test runner has none): load TypeScript here as well.
import { register } from 'tsx/esm/api';

register();
await import('./embedded-worker.ts');
