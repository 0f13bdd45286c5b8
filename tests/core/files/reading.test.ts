/** Bytes to rows: encodings, delimiters, headers, quotes, broken files. */
import { JSONParser } from '@streamparser/json';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FileFailure } from '../../../src/core/files/failure.ts';
import { splitFeatures } from '../../../src/core/files/geojson/split-features.ts';
import { collection, encode, feature, plan, point, reasons, warned } from '../import/support.ts';

const table =
  '名称,地址,经度,纬度\n第一小学操场,人民路一号,113.10,29.10\n文化廣場,解放路二號,113.20,29.20\n';
const japanese =
  '名称,住所,経度,緯度\nもみじが丘中央公園,佐世保市もみじが丘町2,129.77,33.15\n日宇地区コミュニティセンター,長崎県佐世保市日宇町,129.78,33.16\n';
const taiwanese =
  '名稱,地址,經度,緯度\n螢橋國中,臺北市中正區汀州路,121.52,25.01\n北市大附小,臺北市中正區公園路,121.51,25.03\n';

describe('encodings', () => {
  const cases: [string, string][] = [
    ['utf-8', table],
    ['gb18030', table],
    ['big5', taiwanese],
    ['shift_jis', japanese],
    ['utf-16le', japanese],
    ['utf-16be', taiwanese],
  ];
  it.each(cases)('finds %s', async (encoding, text) => {
    const read = await plan('shelter', encode(text, encoding), { chunk: 7 });
    expect(read.understanding.encoding).toBe(encoding);
    expect(read.records.map(({ name }) => name)).toEqual(
      text
        .trim()
        .split('\n')
        .slice(1)
        .map((line) => line.split(',')[0]),
    );
  });

  it.each([
    ['utf-8', '\uFEFF'],
    ['utf-16le', '\uFEFF\uFEFF'],
    ['utf-16be', '\uFEFF'],
  ])('takes the byte order mark of %s off, even twice', async (encoding, mark) => {
    const read = await plan('shelter', encode(mark + table, encoding));
    expect(read.understanding).toMatchObject({
      encoding,
      columns: ['名称', '地址', '经度', '纬度'],
    });
    expect(read.records).toHaveLength(2);
  });

  it('waits for telling bytes behind a long plain beginning', async () => {
    const plain = Array.from({ length: 4000 }, (_, i) => `Shelter ${i},Road ${i},113.1,29.1`).join(
      '\n',
    );
    const read = await plan(
      'shelter',
      encode(`name,address,lng,lat\n${plain}\n第一小学操场,人民路,113.1,29.1\n`, 'gb18030'),
      { chunk: 1000 },
    );
    expect(read.understanding.encoding).toBe('gb18030');
    expect(read.records.at(-1)?.name).toBe('第一小学操场');
  });

  it('refuses row by row what a wrong encoding lost', async () => {
    const read = await plan('shelter', encode(table, 'gb18030'), {
      encoding: 'utf-8',
      map: [
        ['1', 'name'],
        ['3', 'lng'],
        ['4', 'lat'],
      ],
      header: true,
    });
    expect(reasons(read)).toEqual([
      [1, 'replacement_character'],
      [2, 'replacement_character'],
    ]);
  });

  it('refuses the one row that holds U+FFFD', async () => {
    expect(reasons(await plan('shelter', table.replace('解放路', '解\uFFFD路')))).toEqual([
      [2, 'replacement_character'],
    ]);
  });

  it.each(['latin-9-nonsense', 'gb99'])('says that it does not know %s', async (encoding) => {
    await expect(plan('shelter', table, { encoding })).rejects.toMatchObject({
      code: 'unknown_encoding',
    });
  });

  it.each(['cp932', 'cp950', 'gbk', 'utf8'])('knows the name %s', async (encoding) => {
    await expect(plan('shelter', table, { encoding })).resolves.toBeDefined();
  });
});

describe('tables', () => {
  it.each([
    ['comma', ','],
    ['tab', '\t'],
    ['semicolon', ';'],
    ['pipe', '|'],
    ['full-width comma', '，'],
  ])('finds the %s', async (_, delimiter) => {
    const read = await plan('shelter', table.replaceAll(',', delimiter));
    expect(read.understanding.delimiter).toBe(delimiter);
    expect(read.records).toHaveLength(2);
  });

  it('reads CRLF, CR and quoted line ends alike, wherever a chunk ends', async () => {
    const quoted = table.replace('人民路一号', '"人民路\n一号, ""旁"""');
    for (const text of [quoted, quoted.replaceAll('\n', '\r\n'), quoted.replaceAll('\n', '\r')])
      for (const chunk of [1, 2, 3, 5, 64]) {
        const read = await plan('shelter', text, { chunk });
        expect(read.records.map(({ fields }) => fields.address)).toEqual([
          '人民路 一号, "旁"',
          '解放路二號',
        ]);
      }
  });

  it('reads columns by number when there is no header', async () => {
    const body = table
      .replace(/(\d\.\d\d)/g, '$1123')
      .split('\n')
      .slice(1)
      .join('\n');
    const guessed = await plan('shelter', body);
    expect(warned(guessed)).toEqual(expect.arrayContaining(['no_header', 'guessed_columns']));
    const stated = await plan('shelter', body, {
      map: [
        ['2', 'name'],
        ['3', 'lng'],
        ['4', 'lat'],
      ],
    });
    expect(stated.records.map(({ name }) => name)).toEqual(['人民路一号', '解放路二號']);
    expect(guessed.records.map(({ geometry }) => geometry)).toEqual(
      stated.records.map(({ geometry }) => geometry),
    );
  });

  it('skips title lines above the header and blank lines anywhere', async () => {
    const read = await plan('shelter', `某县避难场所一览表,,,\n\n${table}\n,,,\n`);
    expect(read.read).toBe(2);
    expect(warned(read)).toContain('title_lines_skipped');
  });

  it('refuses a row with too many cells and reads one with another delimiter', async () => {
    const read = await plan(
      'shelter',
      `${table}多余,人民路,东侧,113.1,29.1\n分号,人民路;113.1;29.1\n制表\t人民路\t113.3\t29.3\n`,
    );
    expect(reasons(read)).toEqual([
      [3, 'too_many_cells'],
      [4, 'no_place'],
    ]);
    expect(read.records.map(({ row }) => row)).toEqual([1, 2, 5]);
    expect(warned(read)).toContain('mixed_delimiters');
  });

  it('refuses only the line whose quote never closes', async () => {
    const read = await plan(
      'shelter',
      table.replace('解放路二號', '"解放路二號') +
        '三中,路,113.3,29.3\n四中,"好,"路,113.4,29.4\n五中,路,113.5,29.5\n',
    );
    expect(reasons(read)).toEqual([
      [2, 'unbalanced_quotes'],
      [4, 'unbalanced_quotes'],
    ]);
    expect(read.records.map(({ name }) => name)).toEqual(['第一小学操场', '三中', '五中']);
  });

  it('refuses a huge cell, keeps formulas as text, and reads NaN as unknown', async () => {
    const read = await plan(
      'shelter',
      `名称,经度,纬度,容纳人数\n${'长'.repeat(1_000_001)},113.1,29.1,5\n=1+1,113.1,29.1,NaN\n丙,NaN,29.1,7\n`,
    );
    expect(reasons(read)).toEqual([
      [1, 'cell_too_large'],
      [3, 'no_place'],
    ]);
    expect(read.records).toMatchObject([{ name: '=1+1', fields: { capacity: null } }]);
    expect(warned(read)).toContain('formula_cells');
  });

  it.each([
    ['', 'empty_file'],
    ['   \n \n', 'empty_file'],
    ['PK\u0003\u0004xxxx', 'archive_damaged'],
    ['%PDF-1.7 xxxx', 'binary_file'],
    ['%PDF-1.7 xxxx', 'binary_file'],
    ['const disasters = {\n  "a": 1\n}\n', 'not_a_table'],
  ])('says why %j is no table', async (text, code) => {
    await expect(plan('shelter', text)).rejects.toMatchObject({ code });
  });

  it('lists the columns of a file without coordinates', async () => {
    const read = await plan('shelter', '名称,人口\n甲,1\n乙,2\n');
    expect(reasons(read)).toEqual([
      [1, 'no_place'],
      [2, 'no_place'],
    ]);
    expect(read.warnings.find(({ code }) => code === 'no_coordinates')?.params.columns).toBe(
      '名称、人口',
    );
  });
});

describe('GeoJSON', () => {
  const text = collection(
    feature({ 名称: '甲{"]' }, point(113.1, 29.1)),
    feature({ 名称: '乙\\"' }, point(113.2, 29.2)),
    feature(null, null),
  );

  it('gives the same rows as a whole parse, wherever chunks end', () => {
    fc.assert(
      fc.property(
        fc.array(fc.json({ maxDepth: 3 }), { maxLength: 6 }),
        fc.integer({ min: 1, max: 9 }),
        fc.boolean(),
        (parts, size, headFirst) => {
          const head = '"name":"features \\" [","crs":{"features":[1,2]}';
          const file = headFirst
            ? `{${head},"features":[${parts.join(',')}]}`
            : `{"features":[ ${parts.join(' , ')} ],${head}}`;
          const splitter = splitFeatures();
          const found: string[] = [];
          for (let at = 0; at < file.length; at += size)
            found.push(...splitter.push(file.slice(at, at + size)));
          expect(splitter.end()).toEqual({ rest: null, truncated: false });
          expect(found.map((part) => JSON.parse(part) as unknown)).toEqual(
            parts.map((part) => JSON.parse(part) as unknown),
          );
          expect(splitter.heads.map((part) => JSON.parse(part) as unknown)).toEqual([
            { name: 'features " [', crs: { features: [1, 2] }, features: [] },
          ]);
        },
      ),
    );
  });

  it('finds what a streaming parser finds', () => {
    const expected: unknown[] = [];
    const parser = new JSONParser({ paths: ['$.features.*'], keepStack: false });
    parser.onValue = ({ value }) => expected.push(value);
    parser.write(text);
    expect(
      splitFeatures()
        .push(text)
        .map((part) => JSON.parse(part) as unknown),
    ).toEqual(expected);
  });

  it.each([
    ['a collection', text],
    [
      'lines of features',
      '{"type":"Feature","properties":{"name":"a"},"geometry":null}\n{"type":"Feature","properties":{"name":"b"},"geometry":null}\n{"type":"Feature","properties":{},"geometry":null}\n',
    ],
    [
      'a list of objects',
      '[{"name":"甲","lng":113.1,"lat":29.1},{"name":"乙","lng":113.2,"lat":29.2},{"name":"丙"}]',
    ],
  ])('reads %s', async (_, content) => {
    expect((await plan('shelter', content, { chunk: 5 })).read).toBe(3);
  });

  it('reads a single feature and a bare geometry', async () => {
    expect(
      (await plan('shelter', JSON.stringify(feature({ name: 'a' }, point(113, 29))))).records,
    ).toHaveLength(1);
    expect(
      (await plan('shelter', JSON.stringify(point(113, 29)), { set: { name: '点' } })).records,
    ).toMatchObject([{ name: '点' }]);
  });

  it('refuses only the broken feature', async () => {
    const broken =
      '{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"name":"a","depth":NaN},"geometry":{"type":"Point","coordinates":[113.1,29.1]}},{"type":"Feature","properties":{"name":},"geometry":null},7,{"type":"Feature","properties":{"name":"c"},"geometry":{"type":"Point","coordinates":{}}}';
    const read = await plan('shelter', broken);
    expect(read.records).toMatchObject([{ row: 1, name: 'a' }]);
    expect(reasons(read)).toEqual([
      [2, 'invalid_json'],
      [3, 'not_a_feature'],
      [4, 'no_place'],
    ]);
    expect(warned(read)).toEqual(expect.arrayContaining(['nan_values', 'truncated']));
  });

  it.each(['{"type":"Topology","objects":{}}', '{"a":'])(
    'says that %s is no GeoJSON',
    async (content) => {
      const outcome = await plan('shelter', content).then(
        (read) => reasons(read)[0]?.[1],
        (error: unknown) => (error as FileFailure).code,
      );
      expect(['not_geojson', 'invalid_json']).toContain(outcome);
    },
  );
});

describe('any bytes at all', () => {
  it('end in an account of every row or in one clear reason', async () => {
    const nasty = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.stringMatching(/^[{}[\],:"'a-c1\n\r\t;=.\\-]{0,80}$/),
      fc.constantFrom(table, text10),
    );
    await fc.assert(
      fc.asyncProperty(
        nasty,
        fc.nat(200),
        fc.constantFrom('shelter' as const, 'hazard' as const, 'district' as const),
        async (content, at, kind) => {
          const cut = content.slice(0, at) + content.slice(at + 1);
          try {
            await plan(kind, cut, { chunk: 16 });
          } catch (error) {
            expect(error).toBeInstanceOf(FileFailure);
          }
        },
      ),
      { numRuns: 400 },
    );
  });
});

const text10 = collection(
  ...Array.from({ length: 10 }, (_, i) =>
    feature({ name: `n${i}`, code: `4306${i}` }, point(113 + i / 10, 29)),
  ),
);
