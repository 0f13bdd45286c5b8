/**
 * XML of strangers as a stream of elements, by saxes (strict, no DTD processing, no external entities). A document type
 * is refused outright: it is what entity bombs and file reads are made of, and none of these formats needs one.
 */
import { SaxesParser } from 'saxes';
import { FileFailure } from '../failure.ts';
import { LIMITS } from '../limits.ts';
import { encodingLabel } from '../encoding/decode.ts';
import { byteOrderMark, decodesStrictly, detectEncoding } from '../encoding/detect-encoding.ts';

export interface XmlHandler {
  /** @param name local name, without its prefix. @param attributes by their whole name. */
  open: (name: string, attributes: Readonly<Record<string, string>>) => void;
  close: (name: string) => void;
  /** Text and CDATA, in pieces. */
  text: (text: string) => void;
}

export interface XmlEncoding {
  encoding: string;
  sure: boolean;
}

/** Bytes handed to the parser at a time. */
const STEP = 1 << 17;

/** The encoding of an XML file: its mark, its declaration if it holds, else what the bytes say. */
export function xmlEncoding(bytes: Uint8Array, stated?: string): XmlEncoding {
  const marked = byteOrderMark(bytes);
  if (marked !== null) return { encoding: marked, sure: true };
  if (stated !== undefined) return { encoding: encodingLabel(stated), sure: true };
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 200));
  const declared = /^\s*<\?xml[^>]*?encoding\s*=\s*["']([-\w.:]+)["']/.exec(start)?.[1] ?? 'utf-8';
  let label: string;
  try {
    label = encodingLabel(declared);
  } catch {
    label = 'utf-8';
  }
  const sample = bytes.subarray(0, 1 << 20);
  if (/^utf-16/.test(label) || decodesStrictly(sample, label))
    return { encoding: label, sure: true };
  return { encoding: detectEncoding(sample, () => 0).encoding, sure: false };
}

/** Local part of a name. */
const localOf = (name: string): string => {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
};

/**
 * Read XML piece by piece; after each piece the caller may collect what the handler has gathered.
 * @throws FileFailure xml_dtd, xml_damaged, xml_too_deep
 */
export function* readXml(
  bytes: Uint8Array,
  encoding: string,
  handler: XmlHandler,
): Generator<void> {
  const parser = new SaxesParser({ xmlns: false, position: true });
  const names = new Map<string, string>();
  let depth = 0;
  const nameOf = (name: string): string => {
    let local = names.get(name);
    if (local === undefined) {
      local = localOf(name);
      if (names.size < 10_000) names.set(name, local);
    }
    return local;
  };
  // Its own complaints; what a handler throws is the handler's matter.
  parser.on('error', (error) => {
    throw new FileFailure('xml_damaged', { line: parser.line }, error);
  });
  parser.on('doctype', () => {
    throw new FileFailure('xml_dtd');
  });
  parser.on('opentag', ({ name, attributes }) => {
    if (++depth > LIMITS.xmlDepth)
      throw new FileFailure('xml_too_deep', { limit: LIMITS.xmlDepth });
    handler.open(nameOf(name), attributes);
  });
  parser.on('closetag', ({ name }) => {
    depth--;
    handler.close(nameOf(name));
  });
  parser.on('text', handler.text);
  parser.on('cdata', handler.text);
  const decoder = new TextDecoder(encoding);
  for (let at = 0; at < bytes.length; at += STEP) {
    const last = at + STEP >= bytes.length;
    parser.write(forgiven(decoder.decode(bytes.subarray(at, at + STEP), { stream: !last })));
    yield;
  }
  parser.close();
  yield;
}

/** Control characters that XML does not allow and some programs write; tab and line ends stay. */
const FORBIDDEN = new RegExp('[\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\ufffe\\uffff]', 'g');

const forgiven = (text: string): string => text.replace(FORBIDDEN, '');
