/** English counts one thing as one: no message says "1 rows" or "2 row", whatever it counts. */
import { describe, expect, it } from 'vitest';
import { en } from '../../src/messages/en/index.ts';
import { translate } from '../../src/messages/index.ts';
import type { MessageKey } from '../../src/messages/index.ts';

type Tree = { readonly [key: string]: string | Tree };

function flatten(tree: Tree, prefix = ''): [MessageKey, string][] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [[`${prefix}${key}` as MessageKey, value]]
      : flatten(value, `${prefix}${key}.`),
  );
}

/** What a limit of the product is called: never one. */
const NEVER_ONE = new Set(['limit', 'length', 'tolerance', 'ratio']);
/** Told only where there are more than a limit allows. */
const BEYOND = new Set<MessageKey>([
  'importer.failure.too_many_layers',
  'importer.failure.too_many_columns',
]);
const slotsOf = (text: string): string[] =>
  [...text.matchAll(/\{\{\s*(\w+)/g)].map(([, slot]) => slot ?? '');
const counted = flatten(en as Tree).filter(
  ([key, text]) => slotsOf(text).some((slot) => !NEVER_ONE.has(slot)) && !BEYOND.has(key),
);

const said = ([key, text]: readonly [MessageKey, string], value: string | number): string =>
  translate(
    'en',
    key,
    Object.fromEntries(slotsOf(text).map((slot) => [slot, NEVER_ONE.has(slot) ? 20 : value])),
  );

/** Words that end like many things and are none, and those that begin something else. */
const NOT_MANY = new Set(
  'is was has does its as this across always besides lies needs goes holds gives ends mixes says uses allows exists'.split(
    ' ',
  ),
);
const BETWEEN = new Set('and but in of on rights with against changes'.split(' '));

/** What a text says of one as if it were several: "1 rows", "1 more are". */
function severalOfOne(text: string): string[] {
  return [...text.matchAll(/(?<![\d.,–:/-])\b1((?: [a-z-]+){1,3})/g)].flatMap(([, tail = '']) => {
    const words = tail.trim().split(' ');
    const end = words.findIndex((word) => NOT_MANY.has(word) || BETWEEN.has(word));
    const near = end < 0 ? words : words.slice(0, end);
    const several = /^([a-z-]{2,}[^s]s|people|are|were|have|do)$/;
    return near.some((word) => several.test(word) && !/(?:ss|us)$/.test(word)) ? [`1${tail}`] : [];
  });
}

describe('English counts', () => {
  it('one thing as one, given as a number or as text', () => {
    const wrong = counted.flatMap((message) =>
      [...severalOfOne(said(message, 1)), ...severalOfOne(said(message, '1'))].map(
        (words) => `${message[0]}: ${words}`,
      ),
    );
    expect(wrong).toEqual([]);
  });

  it('finds what is wrong when it is there', () => {
    expect(severalOfOne('Write 1 rows')).toEqual(['1 rows']);
    expect(severalOfOne('Show 1 more past incidents')).toEqual(['1 more past incidents']);
    expect(severalOfOne('1 row is read, 1 was not, 11 rows')).toEqual([]);
  });

  it('none and several as several, and leaves no slot open', () => {
    expect(translate('en', 'importing.commit', { count: 0 })).toBe('Write 0 rows');
    expect(translate('en', 'importing.commit', { count: '1,200' })).toBe('Write 1,200 rows');
    expect(translate('en', 'importing.commit', { count: '1' })).toBe('Write 1 row');
    expect(translate('zh-CN', 'importing.commit', { count: 1 })).not.toMatch(/row|plural/);
    const left = counted.filter((message) => /\{\{|plural\(|undefined/.test(said(message, 3)));
    expect(left.map(([key]) => key)).toEqual([]);
  });
});
