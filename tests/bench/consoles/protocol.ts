/** What the benchmark and the server that it starts as a process of its own say to each other. */
import type { Work } from '../../../supabase/local/engine.ts';

/** Files of a page, loaded next to each other as a browser does over up to six lines. */
export const PAGE_FILES = ['index.html', 'a.js', 'b.js', 'c.js', 'd.js', 'e.css'] as const;

export interface ServerOptions {
  dataDir: string;
  databaseUrl: string | null;
  jwtSecret: string;
  /** false: every console asks the database for itself, as up to commit addeb53. */
  share: boolean;
}

export interface Account {
  email: string;
  password: string;
}

export type FromServer =
  | { tag: 'ready'; address: string; publishableKey: string; accounts: Account[]; teams: string[] }
  | { tag: 'work'; work: Work }
  | { tag: 'backed-up'; ms: number };

export type ToServer = { tag: 'work' } | { tag: 'back-up' } | { tag: 'stop' };
