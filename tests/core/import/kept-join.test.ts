/** A joined table as it is kept with a reading, and found again in another month's file. */
import { describe, expect, it } from 'vitest';
import { fitJoin, readKeptJoin } from '../../../src/core/import/join/kept-join.ts';

const kept = {
  file: '电话.csv',
  key: '场所',
  columns: [
    { title: '联系电话', field: 'contactPhone' },
    { title: '备注', field: null },
  ],
};

describe('a kept join', () => {
  it('comes back as it went through the register', () => {
    expect(readKeptJoin(JSON.parse(JSON.stringify(kept)))).toEqual(kept);
  });

  it.each([null, undefined, 'x', {}, { file: 1, key: '场所' }, { file: 'a.csv', columns: [] }])(
    'is none where none was kept: %j',
    (value) => expect(readKeptJoin(value)).toBeNull(),
  );

  it('leaves aside columns another version wrote otherwise', () => {
    expect(
      readKeptJoin({ ...kept, columns: [null, { field: 'note' }, { title: '人', field: 7 }] }),
    ).toEqual({
      ...kept,
      columns: [{ title: '人', field: null }],
    });
  });

  it('places the columns behind those of the first file, without the key, in whatever order they come', () => {
    expect(fitJoin(kept, 4, ['场所', '联系电话', '备注'])).toEqual({
      key: '场所',
      columns: { 4: 'contactPhone', 5: null },
    });
    expect(fitJoin(kept, 4, ['备注', '新列', '场所', '联系电话'])).toEqual({
      key: '场所',
      columns: { 4: null, 6: 'contactPhone' },
    });
  });

  it('takes what is there of the columns, and each of two with one title once', () => {
    expect(fitJoin(kept, 4, ['场所', '备注'])).toEqual({ key: '场所', columns: { 4: null } });
    const twice = { ...kept, columns: [kept.columns[0]!, { title: '联系电话', field: 'note' }] };
    expect(fitJoin(twice, 2, ['联系电话', '场所', '联系电话'])?.columns).toEqual({
      2: 'contactPhone',
      3: 'note',
    });
  });

  it('is not for a table without the key', () => {
    expect(fitJoin(kept, 4, ['名称', '联系电话'])).toBeNull();
  });
});
