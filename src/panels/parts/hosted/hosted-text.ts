import { t } from '../../../messages/index.ts';
import type { AppConfig } from '../../../state/session.ts';

/** What is otherwise where hosted Supabase holds the register (docs/hosted.md has the whole list; a test compares). */
export type HostedMatter = 'gis' | 'failedSignIns' | 'throttle' | 'sessions' | 'asleep' | 'backups';

/** What to say of it; null where the page's own server holds the register. */
export const hostedText = (
  config: Pick<AppConfig, 'hosted'> | null,
  matter: HostedMatter,
): string | null => (config?.hosted === true ? t(`hosted.${matter}`) : null);
