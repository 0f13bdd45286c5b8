import type { Language } from '../../messages/index.ts';

/**
 * A source as the screen's language has it. What the product itself brings says the same in Chinese and in English, with
 * " / " between; whatever a person wrote stays as it is.
 */
export function formatSource(source: string, language: Language): string {
  const [chinese = '', english = '', ...more] = source.split(' / ');
  const isBoth =
    more.length === 0 && /\p{Script=Han}/u.test(chinese) && /^[a-z][ -~]*$/.test(english);
  if (!isBoth) return source;
  return language === 'en' ? english : chinese;
}
