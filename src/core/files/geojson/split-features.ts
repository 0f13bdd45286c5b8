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

export interface FeatureTexts {
  /** Texts of whole array elements (or top-level values) completed by this chunk. */
  push(chunk: string): string[];
  /** At the file's end: the text of an unfinished element or object, if any, and whether closing brackets are missing. */
  end(): { rest: string | null; truncated: boolean };
  /** The file's text around its features, as a list of JSON objects. */
  readonly heads: readonly string[];
}

type Mode = 'top' | 'head' | 'list' | 'element';

/** A splitter for one file; push chunks of text, collect feature texts. */
export function splitFeatures(): FeatureTexts {
  const heads: string[] = [];
  let mode: Mode = 'top';
  /** What `element` returns to. */
  let home: 'top' | 'list' = 'top';
  let depth = 0;
  let inString = false;
  let escaped = false;
  /** Text of the element being read, from earlier chunks. */
  let carry = '';
  let head = '';
  /** Where in the head the last string at depth 1 began, and that string once a colon followed it. */
  let stringStart = -1;
  let lastString = '';
  let key = '';
  let topIsList = false;

  function push(chunk: string): string[] {
    const found: string[] = [];
    let start = 0;
    let i = 0;
    const n = chunk.length;
    while (i < n) {
      const code = chunk.charCodeAt(i);
      if (inString) {
        if (escaped) escaped = false;
        else if (code === BACKSLASH) escaped = true;
        else if (code === QUOTE) {
          inString = false;
          if (mode === 'head' && depth === 1 && stringStart >= 0)
            lastString = head.slice(stringStart) + chunk.slice(start, i);
        }
        i++;
        continue;
      }
      if (mode === 'element') {
        if (code === QUOTE) inString = true;
        else if (code === OPEN_BRACE || code === OPEN_BRACKET) depth++;
        else if (code === CLOSE_BRACE || code === CLOSE_BRACKET) {
          if (depth === 0 && home === 'list' && code === CLOSE_BRACKET) {
            // The list ends right after a bare value (null, a number).
            finish(found, carry + chunk.slice(start, i));
            start = i;
            continue;
          }
          if (depth === 0) {
            // A bracket that closes nothing belongs to the broken element.
            i++;
            continue;
          }
          if (--depth === 0) {
            finish(found, carry + chunk.slice(start, i + 1));
            start = i + 1;
          }
        } else if (code === COMMA && depth === 0) {
          finish(found, carry + chunk.slice(start, i));
          start = i + 1;
        }
        i++;
        continue;
      }
      if (mode === 'list') {
        if (code === CLOSE_BRACKET) {
          if (topIsList) {
            topIsList = false;
            mode = 'top';
          } else {
            mode = 'head';
            depth = 1;
            head += ']';
          }
          start = i + 1;
        } else if (!isSpace(code) && code !== COMMA) {
          mode = 'element';
          home = 'list';
          depth = 0;
          start = i;
          carry = '';
          continue;
        }
        i++;
        continue;
      }
      if (mode === 'top') {
        if (code === OPEN_BRACE) {
          mode = 'head';
          depth = 1;
          head = '';
          key = '';
          start = i;
        } else if (code === OPEN_BRACKET) {
          topIsList = true;
          mode = 'list';
        } else if (!isSpace(code) && code !== COMMA) {
          mode = 'element';
          home = 'top';
          depth = 0;
          start = i;
          carry = '';
          continue;
        }
        i++;
        continue;
      }
      // mode === 'head': inside the top-level object, outside its features.
      if (code === QUOTE) {
        inString = true;
        if (depth === 1) {
          head += chunk.slice(start, i + 1);
          start = i + 1;
          stringStart = head.length;
        } else stringStart = -1;
      } else if (code === COLON && depth === 1) key = lastString;
      else if (code === OPEN_BRACKET && depth === 1 && key === 'features') {
        head += chunk.slice(start, i + 1);
        mode = 'list';
      } else if (code === OPEN_BRACE || code === OPEN_BRACKET) depth++;
      else if (code === CLOSE_BRACE || code === CLOSE_BRACKET) {
        if (--depth === 0) {
          heads.push(head + chunk.slice(start, i + 1));
          head = '';
          mode = 'top';
          start = i + 1;
        }
      }
      i++;
    }
    if (mode === 'element') carry += chunk.slice(start);
    else if (mode === 'head') head += chunk.slice(start);
    return found;
  }

  function finish(found: string[], text: string): void {
    const clean = text.trim();
    if (clean !== '') found.push(clean);
    mode = home === 'list' ? 'list' : 'top';
    depth = 0;
    carry = '';
  }

  function end(): { rest: string | null; truncated: boolean } {
    const rest = (mode === 'element' ? carry : mode === 'head' ? head : '').trim();
    const truncated = mode !== 'top' && !(mode === 'element' && home === 'top');
    if (mode === 'list') heads.push(`${head}]}`);
    return {
      rest: rest === '' || (mode === 'head' && key === 'features') ? null : rest,
      truncated,
    };
  }

  return { push, end, heads };
}
