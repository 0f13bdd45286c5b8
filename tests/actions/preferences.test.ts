import { afterEach, expect, it, vi } from 'vitest';
import { recallPreferences } from '../../src/actions/preferences.ts';
import { setLanguage } from '../../src/actions/set-language.ts';
import { useSession } from '../../src/state/session.ts';
import { FakeTab } from './fake-tab.ts';

afterEach(() => {
  setLanguage('zh-CN');
  vi.unstubAllGlobals();
});

const visit = (...languages: string[]) => {
  new FakeTab();
  vi.stubGlobal('navigator', { languages });
  recallPreferences();
  return useSession.getState().language;
};

it.each([
  [['zh-CN', 'en'], 'zh-CN'],
  [['zh-Hant-TW'], 'zh-CN'],
  [['zh'], 'zh-CN'],
  [['en-GB', 'zh-CN'], 'en'],
  [['fr'], 'en'],
  [['zha'], 'en'],
  [[], 'zh-CN'],
])('first speaks what the browser asks for: %j', (languages, expected) => {
  expect(visit(...languages)).toBe(expected);
});

it('keeps what somebody chose', () => {
  visit('en');
  setLanguage('zh-CN');
  recallPreferences();
  expect(useSession.getState().language).toBe('zh-CN');
});
