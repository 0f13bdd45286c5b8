import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { WORD_LIST_PATH, wordList } from '../../supabase/tools/describe/word-list.ts';

it('the list of words for people is what the code understands (npm run words)', () => {
  expect(readFileSync(resolve(import.meta.dirname, '../..', WORD_LIST_PATH), 'utf8')).toBe(
    wordList(),
  );
});
