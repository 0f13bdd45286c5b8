/** Text to rows, whatever the format: the one place that chooses the parser. Further formats join here. */
import { FileFailure } from './failure.ts';
import { openDelimited } from './delimited/delimited.ts';
import type { DelimitedOptions } from './delimited/delimited.ts';
import { openGeoJson } from './geojson/geojson.ts';
import type { RowSource } from './row-source.ts';

/** Decide what a text is by how it begins, and read it. @throws FileFailure */
export async function openRows(
  text: AsyncIterable<string>,
  options: DelimitedOptions,
): Promise<RowSource> {
  const source = text[Symbol.asyncIterator]();
  let begin = '';
  while (begin.trim() === '') {
    const next = await source.next();
    if (next.done === true) throw new FileFailure('empty_file');
    begin += next.value;
  }
  const whole = continued(begin, source);
  const isJson =
    options.delimiter === undefined &&
    /^\s*(\{\s*(["}]|$)|\[\s*([[{\]"]|$))/.test(begin.slice(0, 1000));
  return isJson ? openGeoJson(whole) : openDelimited(whole, options);
}

async function* continued(begin: string, rest: AsyncIterator<string>): AsyncGenerator<string> {
  yield begin;
  for (;;) {
    const next = await rest.next();
    if (next.done === true) return;
    yield next.value;
  }
}
