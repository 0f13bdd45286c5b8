/** Language and theme, kept on this computer. Nothing about the person or the register is kept here. */
import { speak } from '../messages/index.ts';
import { useSession } from '../state/session.ts';
import type { Language } from '../state/session.ts';

const PREFIX = 'muster.';

export function remember(name: 'theme' | 'language', value: string): void {
  try {
    localStorage.setItem(PREFIX + name, value);
  } catch {
    // Storage may be full or forbidden; the choice then lasts as long as the tab.
  }
}

function recall(name: 'theme' | 'language'): string | null {
  try {
    return localStorage.getItem(PREFIX + name);
  } catch {
    return null;
  }
}

/** The first visit speaks the browser's language: Chinese of any kind, otherwise English. */
const languageOf = (languages: readonly string[]): Language =>
  /^zh\b/i.test(languages[0] ?? 'zh') ? 'zh-CN' : 'en';

/** Take up what was chosen on this computer; before anybody chose, the browser's language, and day. */
export function recallPreferences(): void {
  const kept = recall('language');
  const language = kept === 'en' || kept === 'zh-CN' ? kept : languageOf(navigator.languages);
  const theme = recall('theme') === 'night' ? 'night' : 'day';
  speak(language);
  useSession.setState({ language, theme });
}
