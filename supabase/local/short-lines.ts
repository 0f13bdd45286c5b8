/** What is logged of an error: enough to find it, never a whole query or what people wrote. */

/** Characters of one message. */
const LONGEST = 500;
/** Lines of the way it took. */
const FRAMES = 8;

const cut = (text: string): string =>
  text.length > LONGEST ? `${text.slice(0, LONGEST)}… (${text.length} characters)` : text;

/** An error's name, code, message and the beginning of its way; a text's beginning. Fields that drivers add are left out. */
export function shortly(value: unknown): string {
  if (typeof value === 'string') return cut(value);
  if (!(value instanceof Error)) return cut(JSON.stringify(value) ?? String(value));
  const { code } = value as { code?: unknown };
  const frames = (value.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  const head = `${value.name}${typeof code === 'string' ? ` ${code}` : ''}: ${value.message}`;
  return [cut(head), ...frames.slice(0, FRAMES).map(cut)].join('\n');
}
