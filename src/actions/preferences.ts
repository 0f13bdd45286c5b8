/** Language and theme, kept on this computer. Nothing about the person or the register is kept here. */
import { speak } from '../messages/index.ts';
import { useSession } from '../state/session.ts';

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

/** Take up what was chosen on this computer. Chinese and day unless someone chose otherwise. */
export function recallPreferences(): void {
  const language = recall('language') === 'en' ? 'en' : 'zh-CN';
  const theme = recall('theme') === 'night' ? 'night' : 'day';
  speak(language);
  useSession.setState({ language, theme });
}
