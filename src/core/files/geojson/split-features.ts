/**
 * Cuts streamed GeoJSON text into the texts of its features, without parsing them.
 *
 * Why not a streaming JSON parser: those give up on the whole file at the first wrong byte, and real files hold NaN or
 * one broken feature; here every feature is parsed on its own by JSON.parse, so that only the broken one is refused
 * (and native parsing is several times faster). Accepts a FeatureCollection, a single feature or geometry, an array,
 * and newline-delimited features (RFC 8142).
 */

const QUOTE = 34;
const BACKSLASH = 92;
const OPEN_BRACE = 123;
const CLOSE_BRACE = 125;
const OPEN_BRACKET = 91;
const CLOSE_BRACKET = 93;
const COMMA = 44;
const COLON = 58;

const isSpace = (code: number): boolean => code <= 32 || code === 0x1e;

interface FeatureTexts {
  /** Texts of whole array elements (or top-level values) completed by this chunk. */
  push(chunk: string): string[];
  /** At the file's end: the text of an unfinished element or object, if any, and whether closing brackets are missing. */
  end(): { rest: string | null; truncated: boolean };
  /** The file's text around its features, as a list of JSON objects. */
  readonly heads: readonly string[];
}

/** Where the text stands: between top-level values, in the object around the features, in a list of them, or in one. */
type Mode = 'top' | 'head' | 'list' | 'element';

const isOpening = (code: number): boolean => code === OPEN_BRACE || code === OPEN_BRACKET;
const isClosing = (code: number): boolean => code === CLOSE_BRACE || code === CLOSE_BRACKET;

/** A splitter for one file; push chunks of text, collect feature texts. */
export function splitFeatures(): FeatureTexts {
  const heads: string[] = [];
  let mode: Mode = 'top';
  /** What `element` returns to. */
  let home: 'top' | 'list' = 'top';
  let depth = 0;
  let inString = false;
  let escaped = false;
  /** What the chunk being read has completed so far, and from where on its text is still to be kept. */
  let found: string[] = [];
  let start = 0;
  /** Text of the element being read, from earlier chunks. */
  let carry = '';
  let head = '';
  /** Where in the head the last string at depth 1 began, and that string once a colon followed it. */
  let stringStart = -1;
  let lastString = '';
  let key = '';
  let topIsList = false;

  /** Every reader of a mode goes on in it, and returns where the next mode begins or the chunk ends. */
  function push(chunk: string): string[] {
    found = [];
    start = 0;
    let i = 0;
    while (i < chunk.length) {
      if (inString) i = readString(chunk, i);
      else if (mode === 'element') i = readElement(chunk, i);
      else if (mode === 'list') i = readList(chunk, i);
      else if (mode === 'head') i = readHead(chunk, i);
      else i = readTop(chunk, i);
    }
    if (mode === 'element') carry += chunk.slice(start);
    else if (mode === 'head') head += chunk.slice(start);
    return found;
  }

  /** The rest of a string, in whatever mode it stands. */
  function readString(chunk: string, from: number): number {
    for (let i = from; i < chunk.length; i++) {
      const code = chunk.charCodeAt(i);
      if (escaped) escaped = false;
      else if (code === BACKSLASH) escaped = true;
      else if (code === QUOTE) {
        inString = false;
        if (mode === 'head' && depth === 1 && stringStart >= 0)
          lastString = head.slice(stringStart) + chunk.slice(start, i);
        return i + 1;
      }
    }
    return chunk.length;
  }

  function readTop(chunk: string, from: number): number {
    for (let i = from; i < chunk.length; i++) {
      const code = chunk.charCodeAt(i);
      if (code === OPEN_BRACE) {
        mode = 'head';
        depth = 1;
        head = '';
        key = '';
        start = i;
        return i + 1;
      }
      if (code === OPEN_BRACKET) {
        topIsList = true;
        mode = 'list';
        return i + 1;
      }
      if (!isSpace(code) && code !== COMMA) return beginElement('top', i);
    }
    return chunk.length;
  }

  /** Inside the top-level object, outside its features. */
  function readHead(chunk: string, from: number): number {
    for (let i = from; i < chunk.length; i++) {
      const code = chunk.charCodeAt(i);
      if (code === QUOTE) {
        beginHeadString(chunk, i);
        return i + 1;
      }
      if (code === COLON && depth === 1) key = lastString;
      else if (code === OPEN_BRACKET && depth === 1 && key === 'features') {
        head += chunk.slice(start, i + 1);
        mode = 'list';
        return i + 1;
      } else if (isOpening(code)) depth++;
      else if (isClosing(code) && --depth === 0) {
        heads.push(head + chunk.slice(start, i + 1));
        head = '';
        mode = 'top';
        start = i + 1;
        return i + 1;
      }
    }
    return chunk.length;
  }

  /** Remembers where a string at depth 1 begins, because it may be the key of the features. */
  function beginHeadString(chunk: string, quote: number): void {
    inString = true;
    stringStart = -1;
    if (depth !== 1) return;
    head += chunk.slice(start, quote + 1);
    start = quote + 1;
    stringStart = head.length;
  }

  /** Between the elements of a list. */
  function readList(chunk: string, from: number): number {
    for (let i = from; i < chunk.length; i++) {
      const code = chunk.charCodeAt(i);
      if (code === CLOSE_BRACKET) {
        endList();
        start = i + 1;
        return i + 1;
      }
      if (!isSpace(code) && code !== COMMA) return beginElement('list', i);
    }
    return chunk.length;
  }

  function endList(): void {
    if (topIsList) {
      topIsList = false;
      mode = 'top';
    } else {
      mode = 'head';
      depth = 1;
      head += ']';
    }
  }

  function readElement(chunk: string, from: number): number {
    for (let i = from; i < chunk.length; i++) {
      const code = chunk.charCodeAt(i);
      if (code === QUOTE) {
        inString = true;
        return i + 1;
      }
      if (isOpening(code)) depth++;
      else if (depth > 0) {
        if (isClosing(code) && --depth === 0) return endElement(chunk.slice(start, i + 1), i + 1);
      } else if (code === COMMA) return endElement(chunk.slice(start, i), i + 1);
      // The list ends right after a bare value (null, a number). Any other bracket that closes nothing belongs to the
      // broken element.
      else if (code === CLOSE_BRACKET && home === 'list')
        return endElement(chunk.slice(start, i), i);
    }
    return chunk.length;
  }

  function beginElement(within: 'top' | 'list', at: number): number {
    mode = 'element';
    home = within;
    depth = 0;
    start = at;
    carry = '';
    return at;
  }

  /** @param last what this chunk has of the element. @param next where reading goes on */
  function endElement(last: string, next: number): number {
    const text = (carry + last).trim();
    if (text !== '') found.push(text);
    mode = home;
    depth = 0;
    carry = '';
    start = next;
    return next;
  }

  /** Text of what the file's end cuts off. */
  function unfinished(): string {
    if (mode === 'element') return carry.trim();
    return mode === 'head' ? head.trim() : '';
  }

  function end(): { rest: string | null; truncated: boolean } {
    const rest = unfinished();
    const truncated = mode !== 'top' && !(mode === 'element' && home === 'top');
    if (mode === 'list') heads.push(`${head}]}`);
    return {
      rest: rest === '' || (mode === 'head' && key === 'features') ? null : rest,
      truncated,
    };
  }

  return { push, end, heads };
}
