/** People to call: from the cells of a file into the register, and through the register's own export back. */
import { describe, expect, it } from 'vitest';
import { contactWrites } from '../../../src/core/import/difference/contacts.ts';
import type { PlannedContact } from '../../../src/core/import/types.ts';
import type { Contact } from '../../../src/core/model/index.ts';
import { REGISTER } from '../export/register.ts';
import { importBytes, exportToBytes } from '../export/there-and-back.ts';
import { plan, warned } from './support.ts';

const said = ({ name, duty, phone }: PlannedContact): string =>
  [name ?? '–', duty, phone ?? '–'].filter(Boolean).join(' ');

async function contactsOf(
  header: string,
  ...cells: string[]
): Promise<{ contacts: string[][]; warned: string[] }> {
  const rows = cells.map((cell, i) => `S${i},113.2${i},29.35,${cell}`);
  const made = await plan('shelter', [`名称,经度,纬度,${header}`, ...rows].join('\n'));
  return { contacts: made.records.map(({ contacts }) => contacts.map(said)), warned: warned(made) };
}

describe('the contacts of a row', () => {
  it('are everybody a cell names, with every number', async () => {
    const { contacts } = await contactsOf(
      '负责人及电话',
      '"张三 13800138000、李四 0730-8888888"',
      '"张三（13800138000）"',
      '"0730 8888888 转 8001"',
      '13800138000;13900139000',
    );
    expect(contacts).toEqual([
      ['张三 13800138000', '李四 0730-8888888'],
      ['张三 13800138000'],
      ['– 0730-8888888转8001'],
      ['– 13800138000、13900139000'],
    ]);
  });

  it('are found in a column of names as well', async () => {
    const { contacts } = await contactsOf('负责人', '张三 13800138000', '"李四、王五"', '赵六');
    expect(contacts).toEqual([['张三 13800138000'], ['李四、王五 –'], ['赵六 –']]);
  });

  it('pair names and numbers that stand in two columns in the same order', async () => {
    const { contacts } = await contactsOf(
      '联系人,联系电话,职务',
      '"张三、李四","13800138000、13900139000","所长、副所长"',
      '张三,"13800138000、13900139000",所长',
      '张三,13800138000（李四）,所长',
      '张三,13800138000（张三）,',
      '张三；李四,；13900139000,；副所长',
    );
    expect(contacts).toEqual([
      ['张三 所长 13800138000', '李四 副所长 13900139000'],
      ['张三 所长 13800138000、13900139000'],
      ['张三 所长 –', '李四 13800138000'],
      ['张三 13800138000'],
      ['张三 –', '李四 副所长 13900139000'],
    ]);
  });

  it('say which cells hold no number to call, and which hold more than was kept', async () => {
    const lost = await contactsOf('联系电话', '1.38E+10', '张三13800138000');
    expect(lost.contacts).toEqual([[], ['张三 13800138000']]);
    expect(lost.warned).toContain('unreadable_values');
    const partly = await contactsOf('联系电话', '电话0730-8888888 传真0730-8888889', '13800138000');
    expect(partly.contacts).toEqual([['– 0730-8888888'], ['– 13800138000']]);
    expect(partly.warned).toContain('kept_in_part');
    expect(partly.warned).not.toContain('unreadable_values');
  });
});

const contact = (over: Partial<Contact>): Contact => ({
  id: crypto.randomUUID(),
  districtCode: '430611',
  resourceKind: 'shelter',
  resourceId: REGISTER.shelter[0]?.id ?? '',
  name: '张三',
  duty: null,
  phone: null,
  lastAnsweredAt: null,
  createdAt: '2026-11-22T07:00:00Z',
  updatedAt: '2026-11-22T07:00:00Z',
  updatedBy: null,
  archivedAt: null,
  version: 1,
  ...over,
});

describe('an export with contacts', () => {
  const stored = [
    contact({ name: '张三', duty: '所长', phone: '0730-8888888转8001、13800138000' }),
    contact({ name: '李四', duty: null, phone: null }),
    contact({ name: '王五、赵六', duty: '值班', phone: '+86 138 0013 8001' }),
  ];

  it.each(['csv', 'xlsx', 'geojson', 'kml', 'shapefile'] as const)(
    'in %s comes back as the same people',
    async (format) => {
      const [shelter] = REGISTER.shelter;
      if (shelter === undefined) throw new Error('no shelter');
      const { file, bytes } = await exportToBytes('shelter', format, [shelter], {
        contactsOf: () => stored,
      });
      const back = await importBytes('shelter', { file, bytes });
      const [record] = back.records;
      expect(record?.contacts.map(said).sort()).toEqual(stored.map(said).sort());
      if (record === undefined) throw new Error('no record');
      const placed = {
        record,
        district: '430611',
        id: shelter.id,
        stored: null,
        changes: null,
        moved: false,
      };
      expect(contactWrites('shelter', [placed], stored)).toEqual({
        inserts: [],
        updates: [],
        touched: new Set(),
      });
      const others = stored.map((one) => ({ ...one, phone: one.phone === null ? null : '110' }));
      expect(contactWrites('shelter', [placed], others).updates).toHaveLength(2);
    },
  );
});
