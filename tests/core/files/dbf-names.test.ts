/** Names that dBASE cut to ten bytes, and a .cpg that says something else than the bytes. */
import { describe, expect, it } from 'vitest';
import type { Geometry } from 'geojson';
import { encode, plan, warned } from '../import/support.ts';
import { dbfOf, shpOf } from './writers/shapes.ts';

const PLACES: Geometry[] = [
  { type: 'Point', coordinates: [113.1, 29.4] },
  { type: 'Point', coordinates: [113.2, 29.5] },
];
const ENCODINGS = {
  'utf-8': 'UTF-8',
  gb18030: 'GBK',
  big5: 'BIG5',
  shift_jis: 'SHIFT_JIS',
} as const;
type Encoding = keyof typeof ENCODINGS;

const read = (
  titles: [string, string],
  rows: [string, string][],
  encoding: Encoding,
  cpg: string | null,
) => {
  const columns = [
    { name: titles[0], type: 'C', length: 40 },
    { name: titles[1], type: 'N', length: 8 },
  ] as const;
  const dbf = dbfOf(columns, rows, (text) => encode(text, encoding));
  const companions = [{ name: 'x.dbf', bytes: dbf }];
  if (cpg !== null) companions.push({ name: 'x.cpg', bytes: new TextEncoder().encode(cpg) });
  return plan('shelter', shpOf(PLACES), { fileName: 'x.shp', companions });
};

describe('titles of ten bytes', () => {
  it.each<[Encoding, [string, string], [string, string]]>([
    ['utf-8', ['避难场所名称', '可容纳人数'], ['镇中学避难场所', '村小学文化广场']],
    ['gb18030', ['避难场所名称', '可容纳人数'], ['镇中学避难场所', '村小学文化广场']],
    ['big5', ['避難場所名稱', '容納人數'], ['鎮中學避難場所', '村小學文化廣場']],
    ['shift_jis', ['避難場所名称', '収容可能人数'], ['中央小学校の体育館', '市民会館の大広間']],
    ['utf-8', ['避難場所名称', '想定収容人数'], ['中央小学校の体育館', '市民会館の大広間']],
  ])('in %s are understood by how they begin: %j', async (encoding, titles, names) => {
    const made = await read(
      titles,
      [
        [names[0], '300'],
        [names[1], '120'],
      ],
      encoding,
      ENCODINGS[encoding],
    );
    expect(made.records.map(({ name, fields }) => [name, fields.capacity])).toEqual([
      [names[0], 300],
      [names[1], 120],
    ]);
    expect(warned(made)).toContain('titles_cut');
    expect(JSON.stringify(made.understanding)).not.toContain('\uFFFD');
  });

  it('that begin several things are said, not guessed: a column of few words is no name', async () => {
    const made = await read(
      ['避难场所名称', '可容纳人数'],
      [
        ['学校', '300'],
        ['学校', '120'],
      ],
      'utf-8',
      null,
    );
    expect(made.records.map(({ name }) => name)).toEqual(['未命名', '未命名']);
    expect(warned(made)).toEqual(expect.arrayContaining(['titles_cut_unclear', 'name_missing']));
  });

  it('that are whole are taken as they are', async () => {
    const made = await read(
      ['名称', 'capacity'],
      [
        ['甲', '300'],
        ['乙', '120'],
      ],
      'utf-8',
      null,
    );
    expect(warned(made)).not.toContain('titles_cut');
  });
});

describe('a .cpg that is wrong', () => {
  const rows: [string, string][] = [
    ['镇中学避难场所', '300'],
    ['村小学文化广场', '120'],
  ];

  it.each<[Encoding, string]>([
    ['utf-8', 'GBK'],
    ['utf-8', 'BIG5'],
    ['utf-8', 'SHIFT_JIS'],
    ['gb18030', 'UTF-8'],
  ])('(%s under %s) is told, and the bytes count', async (encoding, cpg) => {
    const made = await read(['名称', '容纳人数'], rows, encoding, cpg);
    expect(made.records.map(({ name, fields }) => [name, fields.capacity])).toEqual([
      ['镇中学避难场所', 300],
      ['村小学文化广场', 120],
    ]);
    expect(made.understanding.encoding).toBe(encoding);
    expect(warned(made).filter((code) => code === 'encoding_file_wrong')).toHaveLength(1);
  });

  it.each<Encoding>(['utf-8', 'gb18030'])(
    'is not said of one that is right (%s)',
    async (encoding) => {
      const made = await read(['名称', '容纳人数'], rows, encoding, ENCODINGS[encoding]);
      expect([made.understanding.encoding, warned(made).includes('encoding_file_wrong')]).toEqual([
        encoding,
        false,
      ]);
    },
  );
});
