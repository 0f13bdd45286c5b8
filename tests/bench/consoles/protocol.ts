/** What the benchmark and the server that it starts as a process of its own say to each other. */
import type { Work } from '../../../supabase/local/engine.ts';

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
  | { tag: 'work'; work: Work };

export type ToServer = { tag: 'work' } | { tag: 'stop' };
