/**
 * Every word a person reads, in Chinese and English, as plain data. `translate` serves command-line tools and the
 * server; screens use `t`, which follows the language chosen with `speak`.
 *
 * A message may hold `{{name}}` slots (i18next syntax; values are not escaped: React and text nodes do that), and words
 * that go with the number of a slot: `{{count}} {{count, plural(one: row; many: rows)}}`, for any slot, as often as a
 * sentence counts things. The words hold no comma, semicolon or bracket.
 */
import { createInstance } from 'i18next';
import { en } from './en/index.ts';
import { zhCN } from './zh-CN/index.ts';
import type { PathOf } from './shape.ts';

export type Language = 'zh-CN' | 'en';
export type MessageKey = PathOf<typeof zhCN>;
export type MessageParams = Readonly<Record<string, string | number>>;

const i18n = createInstance();
void i18n.init({
  lng: 'zh-CN',
  fallbackLng: false,
  initAsync: false,
  resources: { 'zh-CN': { translation: zhCN }, en: { translation: en } },
  interpolation: { escapeValue: false },
  returnNull: false,
});

/** Numbers come as such or as they are shown (`1,200`); only 1 is one. */
i18n.services.formatter?.add(
  'plural',
  (value: unknown, _, { one, many }: Record<string, unknown>) =>
    String(String(value) === '1' ? one : many),
);

/** The message in a stated language. */
export function translate(language: Language, key: MessageKey, params: MessageParams = {}): string {
  return i18n.t(key, { ...params, lng: language });
}

/** The message in the language last set with `speak`. */
export function t(key: MessageKey, params: MessageParams = {}): string {
  return i18n.t(key, { ...params });
}

/** Choose the language `t` answers in. Screens re-render because they read the language from the session. */
export function speak(language: Language): void {
  void i18n.changeLanguage(language);
}
