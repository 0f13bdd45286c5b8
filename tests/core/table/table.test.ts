import { describe, expect, it } from 'vitest';
import {
  createNarrowing,
  createSearch,
  filterRows,
  sortRows,
} from '../../../src/core/table/index.ts';
import type { TableColumn } from '../../../src/core/table/index.ts';
import { readRange } from '../../../src/core/table/filter-rows.ts';

interface Row {
  id: number;
  name: string;
  people: number | null;
  state: string | null;
}

const columns: TableColumn<Row>[] = [
  { name: 'name', text: ({ name }) => name, filter: 'text' },
  {
    name: 'people',
    text: ({ people }) => (people === null ? '' : String(people)),
    value: ({ people }) => people,
    filter: 'number',
  },
  { name: 'state', text: ({ state }) => state ?? '', value: ({ state }) => state, filter: 'words' },
];
const [byName, byPeople] = columns as [TableColumn<Row>, TableColumn<Row>, TableColumn<Row>];
const rows: Row[] = [
  { id: 1, name: '张家村10组', people: 30, state: 'open' },
  { id: 2, name: '白鹤镇', people: null, state: null },
  { id: 3, name: '张家村9组', people: 0, state: 'closed' },
  { id: 4, name: '安化', people: 200, state: 'open' },
];
const ids = (found: readonly Row[]) => found.map(({ id }) => id);
const found = (filters: Record<string, string>, text = '') =>
  ids(filterRows(rows, columns, filters, text, createSearch(columns)));

describe('ordering a table', () => {
  it('orders Chinese by pinyin and numbers within names by their size', () => {
    expect(ids(sortRows(rows, byName, false, 'zh-CN'))).toEqual([4, 2, 3, 1]);
    expect(ids(sortRows(rows, byName, true, 'zh-CN'))).toEqual([1, 3, 2, 4]);
  });

  it('puts what is unknown last either way up, and 0 is not unknown', () => {
    expect(ids(sortRows(rows, byPeople, false, 'zh-CN'))).toEqual([3, 1, 4, 2]);
    expect(ids(sortRows(rows, byPeople, true, 'zh-CN'))).toEqual([4, 1, 3, 2]);
  });

  it('agrees with the dictionary for single characters', () => {
    const names = [...'重庆北京上海长沙岳阳阿坝'].map((name, id): Row => ({
      id,
      name,
      people: null,
      state: null,
    }));
    const { compare } = new Intl.Collator('zh-CN', { sensitivity: 'base' });
    const expected = [...names].sort((a, b) => compare(a.name, b.name)).map(({ name }) => name);
    expect(sortRows(names, byName, false, 'zh-CN').map(({ name }) => name)).toEqual(expected);
  });
});

describe('finding in a table', () => {
  it('takes ranges of numbers, and leaves out what is unknown', () => {
    expect(found({ people: '>=30' })).toEqual([1, 4]);
    expect(found({ people: '0-30' })).toEqual([1, 3]);
    expect(found({ people: '？' })).toEqual([2]);
    expect(found({ state: 'open', people: '＞１００' })).toEqual([4]);
    expect(found({ state: '?' })).toEqual([2]);
  });

  it('finds every word of a search, whatever its width and case', () => {
    expect(found({}, '张家 １０')).toEqual([1]);
    expect(found({}, '  ')).toEqual([1, 2, 3, 4]);
  });

  it('refuses to read as a range what is none', () => {
    expect(['abc', '', '1-', '>'].map(readRange)).toEqual([null, null, null, null]);
  });

  it('narrows what it found last to the same rows as a search from the beginning', () => {
    const narrow = createNarrowing<Row>();
    const search = createSearch(columns);
    for (const text of ['', '张', '张家', '张家 9', '9', '白', '']) {
      const plain = filterRows(rows, columns, {}, text, search);
      expect(ids(narrow(rows, columns, {}, text, search))).toEqual(ids(plain));
    }
  });
});
