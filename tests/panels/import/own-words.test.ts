/** The screen never speaks of a command's options. */
import { describe, expect, it } from 'vitest';
import { en } from '../../../src/messages/en/index.ts';
import { zhCN } from '../../../src/messages/zh-CN/index.ts';
import { REASONS, WARNINGS } from '../../../src/panels/import/own-words.ts';
import { FAILURES } from '../../../src/panels/parts/files/file-text.ts';

/** Said by the command alone: it has no database to look at. */
const ONLY_ON_THE_LINE = new Set(['fence_not_checked']);

const speaksOfOptions = (words: Readonly<Record<string, string>>): string[] =>
  Object.entries(words).flatMap(([code, text]) =>
    / --[a-z]|^--[a-z]|加 --|用 --/.test(text) && !ONLY_ON_THE_LINE.has(code) ? [code] : [],
  );

describe.each([
  ['zh-CN', zhCN],
  ['en', en],
] as const)('the words of the import screen in %s', (_, { importer, importing }) => {
  it.each([
    ['warning', WARNINGS as ReadonlySet<string>],
    ['reason', REASONS as ReadonlySet<string>],
    ['failure', FAILURES as ReadonlySet<string>],
  ] as const)('has its own for every %s that names an option', (family, own) => {
    expect(speaksOfOptions(importer[family]).filter((code) => !own.has(code))).toEqual([]);
    expect(speaksOfOptions(importing[family])).toEqual([]);
  });
});
