import { useSession } from '../state/session.ts';
import type { Theme } from '../state/session.ts';
import { remember } from './preferences.ts';

export function setTheme(theme: Theme): void {
  useSession.setState({ theme });
  remember('theme', theme);
}
