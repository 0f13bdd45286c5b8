/** Rows without coordinates, rows with exchanged ones, rows that are sums, and what stands around a table. */
import { describe, expect, it } from 'vitest';
import { assignDistricts } from '../../../src/core/import/plan/assign-districts.ts';
import { statedDate } from '../../../src/core/import/values/stated-date.ts';
import { saysTotal } from '../../../src/core/import/values/totals.ts';
import { plan, reasons, warned } from './support.ts';

const HEAD = '名称,地址,乡镇,经度,纬度,容纳人数\n';

describe('rows without coordinates', () => {
  const text = `${HEAD}一中操场,人民路1号,双汊镇,113.10,29.10,300\n二中,人民路2号,双汊镇,,,200\n三中,河边,,0,0,100\n,,双汊镇,,,80\n`;

  it('are refused unless the import says otherwise', async () => {
    const made = await plan('shelter', text);
    expect(reasons(made)).toEqual([
      [2, 'no_place'],
      [3, 'zero_zero'],
      [4, 'no_place'],
    ]);
  });

  it('come in without a place and are counted; what nobody could ever find stays out', async () => {
    const made = await plan('shelter', text, { withoutPlaces: true });
    expect(
      made.records.map(({ name, geometry, districtName }) => [
        name,
        geometry?.type ?? null,
        districtName,
      ]),
    ).toEqual([
      ['一中操场', 'Point', null],
      ['二中', null, '双汊镇'],
      ['三中', null, null],
    ]);
    expect(reasons(made)).toEqual([[4, 'no_place']]);
    expect(made.warnings.find(({ code }) => code === 'placeless')).toMatchObject({
      params: { count: 3 },
      rows: [2, 3, 4],
    });
  });

  it.each(['closure', 'incident', 'base_feature'] as const)(
    'never for a %s, whose place is what it says',
    async (kind) => {
      const made = await plan(
        kind,
        '名称,地址,开始时间,发生时间,图层,灾种\n桥断,河边,2026-01-01,2026-01-01,road,洪水\n',
        {
          withoutPlaces: true,
        },
      );
      expect(reasons(made)).toEqual([[1, 'no_place']]);
    },
  );

  it('keep a wrong coordinate out: it is a mistake, not a gap', async () => {
    const made = await plan(
      'shelter',
      `${HEAD}甲,a,,113.1,29.1,1\n乙,b,,113.2,29.2,1\n丙,c,,1e9,29,1\n`,
      {
        withoutPlaces: true,
      },
    );
    expect(made.records).toHaveLength(2);
    expect(made.rejected).toHaveLength(1);
  });

  it('belong to the district they name, by its whole name or without its suffix; unknown and double names do not guess', () => {
    const district = (code: string, name: string) => ({
      code,
      path: `/0/${code}/`,
      name,
      geometry: null,
    });
    const districts = [
      district('1', '双汊镇'),
      district('2', '临江街道'),
      district('3', '城关镇'),
      district('4', '城关乡'),
      district('5', '双汊'),
    ];
    const at = (districtName: string | null) => {
      const record = { geometry: null, districtCode: null, districtName } as never;
      return assignDistricts([record], districts, '0')[0];
    };
    expect(['双汊镇', '临江', '临江街道办', '某县/城关乡', '城关', '无名镇', null].map(at)).toEqual(
      ['1', '2', '2', '4', '0', '0', '0'],
    );
  });
});

describe('rows whose coordinates are exchanged', () => {
  const text = `${HEAD}甲,a,,113.10,29.10,1\n乙,b,,113.11,29.12,1\n丙,c,,113.12,29.11,1\n丁,d,,29.11,113.13,1\n戊,e,,12.5,40.2,1\n`;

  it('are refused with that reason, and taken when the import says so', async () => {
    expect(reasons(await plan('shelter', text))).toEqual([
      [4, 'swapped'],
      [5, 'too_far'],
    ]);
    const made = await plan('shelter', text, { turnSwapped: true });
    expect(made.records.find(({ row }) => row === 4)?.geometry).toEqual({
      type: 'Point',
      coordinates: [113.13, 29.11],
    });
    expect(made.repaired).toEqual([
      { row: 4, code: 'coordinates_exchanged', params: { x: 29.11, y: 113.13 } },
    ]);
    expect(reasons(made)).toEqual([[5, 'too_far']]);
  });
});

describe('rows that add others up', () => {
  it.each([
    '合计',
    '小 计',
    '总计：',
    '合計',
    '小計',
    '全县合计',
    '合计（12处）',
    '计',
    'Total',
    'Subtotal:',
    'GRAND TOTAL',
  ])('%s is one', (cell) => expect(saysTotal(cell)).toBe(true));
  it.each(['统计局', '会计学校', '设计院', '计生站', '合计划村', 'Totally Safe', '双汊站', ''])(
    '%s is none',
    (cell) => expect(saysTotal(cell)).toBe(false),
  );

  it('are told as such wherever the word stands, with places expected or not', async () => {
    const text = `序号,${HEAD}1,甲,a,,113.10,29.10,300\n2,乙,b,,,,200\n合计,,,,,,500\n,合  计,,,,,500\n`;
    for (const withoutPlaces of [true, false]) {
      const made = await plan('shelter', text, { withoutPlaces });
      expect(reasons(made).filter(([, reason]) => reason === 'total_row')).toEqual([
        [3, 'total_row'],
        [4, 'total_row'],
      ]);
    }
  });
});

describe('lines around a table', () => {
  it('are told and are no rows: titles, who filled it in, sections, repeated column names, notes', async () => {
    const text =
      `双汊县应急避难场所统计表,,,,,\n填报单位：应急局,,,,填报时间：2026年5月1日,\n${HEAD}` +
      `一、城区,,,,,\n甲,a,,113.10,29.10,1\n${HEAD}乙,b,,113.11,29.12,1\n备注：室内场所另报,,,,,\n制表人：张三,,审核：李四,,2026.5.1,\n`;
    const made = await plan('shelter', text);
    expect(made.records.map(({ name }) => name)).toEqual(['甲', '乙']);
    expect(made.read).toBe(2);
    expect(warned(made)).toContain('note_lines_skipped');
    expect(made.warnings.find(({ code }) => code === 'note_lines_skipped')?.params.count).toBe(4);
    expect(made.warnings.find(({ code }) => code === 'title_lines_skipped')?.params.text).toContain(
      '填报单位：应急局',
    );
    expect(made.warnings.find(({ code }) => code === 'date_stated')?.params.date).toBe(
      '2026-05-01',
    );
  });

  it('do not swallow a record that is called by such a word', async () => {
    const made = await plan(
      'shelter',
      `${HEAD}备注村小学,a,,113.10,29.10,1\n统计局大院,b,,113.11,29.12,1\n`,
    );
    expect(made.records).toHaveLength(2);
  });

  it.each([
    [['物资台账（截至2023.5.1）'], '2023-05-01'],
    [['填报时间：2023年5月1日', '2022年度统计表'], '2023-05-01'],
    [['制表日期: 2023/05/01'], '2023-05-01'],
    [['資料日期：民國112年5月1日'], '2023-05-01'],
    [['令和5年5月1日現在'], '2023-05-01'],
    [['表一 20230501'], '2023-05-01'],
    [['2023年5月1日至2023年6月1日'], null],
    [['填报时间：2023年5月'], null],
    [['共 113.25 公里'], null],
    [[], null],
  ])('%j state the date %s', (lines, date) => {
    expect(statedDate(lines)?.date ?? null).toBe(date);
  });

  it('offer no date where rows have their own', async () => {
    const made = await plan(
      'shelter',
      '填报时间：2026年5月1日,,,\n名称,经度,纬度,更新时间\n甲,113.1,29.1,2026-04-01\n乙,113.2,29.1,2026-04-01\n',
    );
    expect(warned(made)).not.toContain('date_stated');
  });
});
