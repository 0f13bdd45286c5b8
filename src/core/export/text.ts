/** Text into bytes, a few hundred kilobytes at a time. */
import type { Sink } from './types.ts';

const FLUSH = 256 * 1024;

export class TextOut {
  private held = '';
  private readonly encoder = new TextEncoder();

  constructor(private readonly sink: Sink) {}

  write(text: string): void {
    this.held += text;
    if (this.held.length > FLUSH) this.flush();
  }

  flush(): void {
    if (this.held === '') return;
    this.sink(this.encoder.encode(this.held));
    this.held = '';
  }
}

/** What XML 1.0 cannot hold: control characters but tab and line ends, half surrogate pairs, two non-characters. */
const NOT_XML =
  // Named by what is allowed, because a class that lists control characters is refused by the linter.
  /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;
const NEEDS = /[&<>"]|[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u;

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

/** Text for an element or a quoted attribute. */
export function xmlText(text: string): string {
  if (!NEEDS.test(text)) return text;
  return text
    .replace(NOT_XML, '')
    .replace(/[&<>"]/g, (character) => ENTITIES[character] ?? character);
}
