/** Folders of KML are layers: listed, chosen by name, path or number, never mixed without a word. */
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { importFile } from '../../../src/core/import/import-file.ts';
import type { ImportKind, ImportPlan } from '../../../src/core/import/types.ts';
import { WORDS, inChunks, warned } from '../import/support.ts';

const mark = (name: string, place = '113.1,29.4'): string =>
  `<Placemark><name>${name}</name><Point><coordinates>${place}</coordinates></Point></Placemark>`;
const area = (name: string): string =>
  `<Placemark><name>${name}</name><Polygon><outerBoundaryIs><LinearRing><coordinates>113,29 113.1,29 113.1,29.1 113,29</coordinates></LinearRing></outerBoundaryIs></Polygon></Placemark>`;
const folder = (name: string | null, ...inside: string[]): string =>
  `<Folder>${name === null ? '' : `<name>${name}</name>`}${inside.join('')}</Folder>`;
const kml = (...inside: string[]): Uint8Array =>
  new TextEncoder().encode(
    `<?xml version="1.0"?><kml xmlns="http://www.opengis.net/kml/2.2"><Document><name>防汛图</name>${inside.join('')}</Document></kml>`,
  );

const COUNTY = kml(
  folder(
    '泵站',
    mark('泵一', '113.11,29.41'),
    mark('泵二', '113.12,29.42'),
    mark('泵三', '113.13,29.43'),
  ),
  folder('避难场所', mark('一中', '113.21,29.41'), mark('二中', '113.22,29.42')),
  folder('易涝区', area('低洼地')),
  folder(
    '设施',
    folder('城区', mark('甲', '113.31,29.41')),
    folder('乡镇', mark('乙', '113.32,29.42')),
  ),
  mark('县政府', '113.41,29.41'),
);

const read = (
  kind: ImportKind,
  bytes: Uint8Array,
  layer?: string,
  fileName = 'x.kml',
): Promise<ImportPlan> =>
  importFile(inChunks(bytes), {
    kind,
    fileName,
    words: WORDS,
    layer,
    radius: null,
    set: kind === 'hazard' ? { kind: 'flood' } : {},
  });
const names = ({ records }: ImportPlan): string[] => records.map(({ name }) => name);

describe('folders of KML', () => {
  it('are layers, listed with what they hold', async () => {
    const { understanding } = await read('shelter', COUNTY);
    expect(understanding.layers).toEqual([
      { name: '泵站', rows: 3, geometry: 'Point' },
      { name: '避难场所', rows: 2, geometry: 'Point' },
      { name: '易涝区', rows: 1, geometry: 'Polygon' },
      { name: '设施 / 城区', rows: 1, geometry: 'Point' },
      { name: '设施 / 乡镇', rows: 1, geometry: 'Point' },
      { name: '防汛图', rows: 1, geometry: 'Point' },
      { name: '*', rows: 9 },
    ]);
  });

  it.each([
    ['避难场所', ['一中', '二中'], 'layer_used'],
    ['1', ['泵一', '泵二', '泵三'], 'layer_used'],
    ['设施 / 城区', ['甲'], 'layer_used'],
    ['设施/城区', ['甲'], 'layer_used'],
    ['乡镇', ['乙'], 'layer_used'],
    ['设施', ['甲', '乙'], 'layers_joined'],
    ['防汛图', ['县政府'], 'layer_used'],
    [
      '*',
      ['泵一', '泵二', '泵三', '一中', '二中', '低洼地', '甲', '乙', '县政府'],
      'layers_joined',
    ],
  ])('%s is asked for: %j, and that is said', async (layer, expected, said) => {
    for (const [bytes, name] of [
      [COUNTY, 'x.kml'],
      [zipSync({ 'doc.kml': COUNTY }), 'x.kmz'],
    ] as const) {
      const plan = await read('hazard', bytes, layer, name);
      expect(names(plan)).toEqual(expected);
      expect(warned(plan)).toContain(said);
    }
  });

  it('are never mixed unasked: the one whose name fits the kind is read, else the largest', async () => {
    for (const [kind, expected] of [
      ['shelter', ['一中', '二中']],
      ['hazard', ['低洼地']],
      ['team', ['泵一', '泵二', '泵三']],
    ] as const) {
      const plan = await read(kind, COUNTY);
      expect(names(plan)).toEqual(expected);
      expect(plan.warnings.find(({ code }) => code === 'folder_chosen')?.params.layers).toContain(
        '设施 / 乡镇',
      );
    }
  });

  it('that are not there are refused with the list of those that are', async () => {
    await expect(read('shelter', COUNTY, '没有的')).rejects.toMatchObject({
      code: 'unknown_layer',
      params: { layers: expect.stringContaining('避难场所') as string },
    });
    await expect(read('shelter', kml(mark('甲')), '没有的')).rejects.toMatchObject({
      code: 'unknown_layer',
    });
  });

  it('may lack a name, share one, or be one alone; without folders the file is one layer', async () => {
    const unnamed = await read(
      'shelter',
      kml(folder(null, mark('甲')), folder(null, mark('乙'))),
      '#2',
    );
    expect(names(unnamed)).toEqual(['乙']);
    const twice = await read(
      'shelter',
      kml(folder('点', mark('甲')), folder('点', mark('乙', '113.2,29.4'))),
    );
    expect([names(twice), warned(twice).includes('folder_chosen')]).toEqual([['甲', '乙'], false]);
    const same = await read('shelter', kml(folder('防汛图', mark('甲')), mark('乙')), '防汛图 #0');
    expect(names(same)).toEqual(['乙']);
    const flat = await read('shelter', kml(mark('甲')));
    expect([flat.understanding.layers, flat.understanding.layer]).toEqual([
      [{ name: '防汛图', rows: 1, geometry: 'Point' }],
      '防汛图',
    ]);
  });

  it('of several documents in one KMZ are chosen by file, or by file and folder', async () => {
    const kmz = zipSync({
      'doc.kml': COUNTY,
      'town.kml': kml(folder('避难场所', mark('镇中学')), folder('仓库', mark('镇仓库'))),
    });
    expect(names(await read('shelter', kmz, '避难场所', 'x.kmz'))).toEqual(['一中', '二中']);
    expect(names(await read('depot', kmz, 'town.kml', 'x.kmz'))).toEqual(['镇仓库']);
    expect(names(await read('shelter', kmz, 'town.kml / 仓库', 'x.kmz'))).toEqual(['镇仓库']);
  });
});

it('data of KML are called by the title a person sees (displayName), of a schema or of their own', async () => {
  const schema =
    '<Schema name="s" id="s"><SimpleField type="int" name="c1"><displayName>容纳人数</displayName></SimpleField><SimpleField type="string" name="c2"><displayName><![CDATA[<i>联系电话</i>]]></displayName></SimpleField></Schema>';
  const data = (name: string, inside: string): string =>
    mark(name).replace('<Point>', `<ExtendedData>${inside}</ExtendedData><Point>`);
  const { records } = await read(
    'shelter',
    kml(
      schema,
      data(
        '甲',
        '<SchemaData schemaUrl="#s"><SimpleData name="c1">300</SimpleData><SimpleData name="c2">07308880001</SimpleData></SchemaData>',
      ),
      data('乙', '<Data name="c1"><displayName>容纳人数</displayName><value>120</value></Data>'),
      data('丙', '<Data name="容纳人数"><value>90</value></Data>'),
    ),
  );
  expect(
    records.map(({ fields, contacts }) => [fields.capacity, contacts[0]?.phone ?? null]),
  ).toEqual([
    [300, '07308880001'],
    [120, null],
    [90, null],
  ]);
});
