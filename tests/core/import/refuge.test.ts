/** Whether a shelter is only a place of temporary refuge (临时避险点), as files say it. */
import { describe, expect, it } from 'vitest';
import { plan, warned } from './support.ts';

const read = async (title: string, cell: string) =>
  plan('shelter', `名称,经度,纬度,${title}\n甲,113.1,29.1,${cell}\n`);

describe('a column that says whether a shelter is only a refuge', () => {
  it.each(['临时避险点', '是否临时避险点', '臨時避險點', '是否為臨時避險點', 'Temporary refuge'])(
    'is known as %s',
    async (title) => {
      expect((await read(title, '是')).records[0]?.fields).toMatchObject({ refuge: true });
      expect((await read(title, 'No')).records[0]?.fields).toMatchObject({ refuge: false });
      expect((await read(title, '')).records[0]?.fields).toMatchObject({ refuge: null });
    },
  );

  it('leaves unknown, and says so, what is neither yes nor no', async () => {
    const understood = await read('临时避险点', '拟定');
    expect(understood.records[0]?.fields).toMatchObject({ refuge: null });
    expect(warned(understood)).toContain('unreadable_values');
  });

  it('says nothing of shelters where the file has no such column', async () => {
    expect((await read('容纳人数', '50')).records[0]?.fields).not.toHaveProperty('refuge');
  });
});
