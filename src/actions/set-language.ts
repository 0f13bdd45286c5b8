import { speak } from '../messages/index.ts';
import { useSession } from '../state/session.ts';
import type { Language } from '../state/session.ts';
import { remember } from './preferences.ts';

export function setLanguage(language: Language): void {
  speak(language);
  useSession.setState({ language });
  remember('language', language);
}
