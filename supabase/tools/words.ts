/** `npm run words`: writes the list of words that the importer understands, docs/import-words.md, anew from the code. */
import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { WORD_LIST_PATH, wordList } from './describe/word-list.ts';

writeFileSync(resolve(import.meta.dirname, '../..', WORD_LIST_PATH), wordList());
