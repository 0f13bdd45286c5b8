export * from './backend.ts';
export * from './results.ts';
export { backend, setBackend } from './door.ts';
export { loadConfig } from './config.ts';
export { openBackend } from './open.ts';
