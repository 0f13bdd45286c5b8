/** Text becomes structure where it safely can. */
import { describe, expect, it } from 'vitest';
import { foldTitle } from '../../../src/core/text/fold.ts';
import { fieldsOf } from '../../../src/core/import/columns/fields.ts';
import { IMPORT_KINDS } from '../../../src/core/import/types.ts';
import { readCapacity } from '../../../src/core/import/values/capacity.ts';
import { readDate, readInstant } from '../../../src/core/import/values/dates.ts';
import {
  readFlag,
  readLevel,
  readSuitability,
} from '../../../src/core/import/values/enum-words.ts';
import { readEventKind } from '../../../src/core/import/values/event-words.ts';
import { readInventory } from '../../../src/core/import/values/inventory.ts';
import { readQuantity } from '../../../src/core/import/values/quantity.ts';
import {
  readArea,
  readCount,
  readDuration,
  readLengthRange,
  readLength,
  readNumber,
} from '../../../src/core/import/values/numbers.ts';

describe('column titles', () => {
  it('are all written folded, so that each can match', () => {
    const words = IMPORT_KINDS.flatMap((kind) => fieldsOf(kind).flatMap((field) => field.words));
    const bare = words.map((word) => word.replaceAll('*', ''));
    expect(bare.filter((word) => foldTitle(word) !== word)).toEqual([]);
  });

  it.each([
    ['容 納 人 數', '容纳人数'],
    ['施設・場所名', '施设场所名'],
    ['ＮＡＭＥ', 'name'],
    ['大規模な火事', '大规模な火事'],
    ['district_code', 'districtcode'],
  ])('fold %s to %s', (title, folded) => {
    expect(foldTitle(title)).toBe(folded);
  });
});

describe('numbers', () => {
  it.each([
    ['１，２００人', 1200],
    ['1,089人', 1089],
    ['约500人', 500],
    ['1.2万', 12000],
    ['-3.5', -3.5],
    ['1e3', 1000],
    ['300～500', null],
    ['三百', 300],
    ['两千零五', 2005],
    ['一万二千人', 12_000],
    ['三百五', null],
    ['一般', null],
    ['三角', null],
    ['百', null],
    ['12 345', 12_345],
    ['12\u2009345人', 12_345],
    ['12\u202f345', 12_345],
    ['12 34', null],
    ['3千5百', 3500],
    ['5千克', 5],
    ['500人（停用）', null],
    ['拟容纳500人', null],
    ['500人待定', null],
    ['500?', null],
    ['', null],
    ['=1+1', null],
    ['NaN', null],
    ['1,2', null],
  ])('reads %s', (text, value) => {
    expect(readNumber(text)).toBe(value);
  });

  it('reads counts, areas, lengths and durations in their units', () => {
    expect([readCount('-5'), readCount('2.6')]).toEqual([null, 3]);
    expect([readArea('3亩'), readArea('1.5公顷'), readArea('11.4', '面积(坪)')]).toEqual([
      2000,
      15000,
      (11.4 * 400) / 121,
    ]);
    expect([readLength('6米'), readLength('350cm'), readLength('1.2公里')]).toEqual([6, 3.5, 1200]);
    expect([
      readDuration('15'),
      readDuration('15分钟'),
      readDuration('1小时30分'),
      readDuration('90秒'),
      readDuration('很快'),
    ]).toEqual([900, 900, 5400, 90, null]);
  });
});

describe('quantities', () => {
  it.each([
    ['200把', 200, '把', 'exact', null],
    ['5000㎡', 5000, 'm²', 'exact', null],
    ['5000m2', 5000, 'm²', 'exact', null],
    ['7.5亩', 7.5, '亩', 'exact', null],
    ['1.2万人', 12_000, '人', 'exact', null],
    ['约12人', 12, '人', 'about', null],
    ['12人左右', 12, '人', 'about', null],
    ['300余人', 300, '人', 'about', null],
    ['300+', 300, null, 'at_least', null],
    ['≥50顶', 50, '顶', 'at_least', null],
    ['50顶以上', 50, '顶', 'at_least', null],
    ['不足100人', 100, '人', 'at_most', null],
    ['200把（旧）', 200, '把', 'exact', '旧'],
    ['三十顶', 30, '顶', 'exact', null],
    ['十二', 12, null, 'exact', null],
    ['2 boxes', 2, 'boxes', 'exact', null],
    ['about 12', 12, null, 'about', null],
    ['１２０　件', 120, '件', 'exact', null],
    ['2.5千瓦', 2.5, '千瓦', 'exact', null],
  ])('reads %s', (text, value, unit, exactness, remark) => {
    expect(readQuantity(text)).toEqual({ value, unit, exactness, remark });
  });

  it.each([
    '',
    '若干',
    '200把、3顶',
    '10-20把',
    '200把待购',
    '拟购200把',
    '200把（已损坏）',
    '数百',
    '两三个',
    '缺200把',
  ])('reads no number from %s', (text) => {
    expect(readQuantity(text)).toBeNull();
  });

  it('knows the units of areas and lengths, and none that it does not know', () => {
    expect(
      ['5000㎡', '5000平方米', '0.5公顷', '7.5亩', '5000m2', '300'].map((text) => readArea(text)),
    ).toEqual([5000, 5000, 5000, 5000, 5000, 300]);
    expect([
      readArea('3层'),
      readLength('2千米'),
      readLength('10ft'),
      readLength('双车道'),
      readLength('6车道'),
    ]).toEqual([null, 2000, 3.048, null, null]);
    expect([readCount('50%'), readCount('3吨'), readCount('120 people')]).toEqual([
      null,
      null,
      120,
    ]);
    expect([
      readDuration('约15分钟'),
      readDuration('半小时'),
      readDuration('15分钟无法到达'),
    ]).toEqual([900, 1800, null]);
  });
});

describe('dates', () => {
  it.each([
    ['2021-03-05', '2021-03-04T16:00:00.000Z'],
    ['2021年3月5日 14时20分', '2021-03-05T06:20:00.000Z'],
    ['2022-01-01T00:34:53', '2021-12-31T16:34:53.000Z'],
    ['2023-06-01T16:11:00Z', '2023-06-01T16:11:00.000Z'],
    ['2021/3/5 2:05 +09:00', '2021-03-04T17:05:00.000Z'],
    ['113/01/08', '2024-01-07T16:00:00.000Z'],
    ['民國113年1月8日', '2024-01-07T16:00:00.000Z'],
    ['令和元年5月1日', '2019-04-30T16:00:00.000Z'],
    ['20210305', '2021-03-04T16:00:00.000Z'],
    ['2019/9/9_8:00', '2019-09-09T00:00:00.000Z'],
    ['1517966773840', '2018-02-07T01:26:13.840Z'],
    ['2023.5.1', '2023-04-30T16:00:00.000Z'],
    ['2023年5月1日', '2023-04-30T16:00:00.000Z'],
    ['2023/5/1', '2023-04-30T16:00:00.000Z'],
    ['20230501', '2023-04-30T16:00:00.000Z'],
    ['45047', '2023-04-30T16:00:00.000Z'],
    ['45047.5', '2023-05-01T04:00:00.000Z'],
    ['令和5年5月1日', '2023-04-30T16:00:00.000Z'],
    ['R5.5.1', '2023-04-30T16:00:00.000Z'],
    ['2023-05', '2023-04-30T16:00:00.000Z'],
    ['2023年', '2022-12-31T16:00:00.000Z'],
    ['民國112年', '2022-12-31T16:00:00.000Z'],
    ['２０２３年５月１日（月）', '2023-04-30T16:00:00.000Z'],
    ['2023年5月1日 星期一 8:00', '2023-05-01T00:00:00.000Z'],
    ['2023-05-01 下午3点半', '2023-05-01T07:30:00.000Z'],
    ['2023-05-01 8:30 PM', '2023-05-01T12:30:00.000Z'],
    ['2023-05-01 12:10 am', '2023-04-30T16:10:00.000Z'],
    ['2023-05-01 08:00 UTC+9', '2023-04-30T23:00:00.000Z'],
    ['2023-05-01 08:00 JST', '2023-04-30T23:00:00.000Z'],
    ['1 May 2023', '2023-04-30T16:00:00.000Z'],
    ['May 1, 2023', '2023-04-30T16:00:00.000Z'],
    ['31/12/2023', '2023-12-30T16:00:00.000Z'],
    ['12/31/2023', '2023-12-30T16:00:00.000Z'],
    ['5/1/2023', null],
    ['5月1日', null],
    ['预计2023年5月1日', null],
    ['2023年5月1日前', null],
    ['2023年5月上旬', null],
    ['不早于2023-05-01', null],
    ['1 Maybe 2023', null],
    ['12345', null],
    ['2021-13-05', null],
    ['2021-02-30', null],
    ['昨天', null],
  ])('reads %s', (text, at) => {
    expect(readInstant(text, 'Asia/Shanghai')).toBe(at);
  });

  it('uses the zone of the district, with its change of clocks', () => {
    expect(readInstant('2021-07-01 12:00', 'Europe/Berlin')).toBe('2021-07-01T10:00:00.000Z');
    expect(readInstant('2021-12-01 12:00', 'Europe/Berlin')).toBe('2021-12-01T11:00:00.000Z');
    expect(readDate('2021.3.5')).toBe('2021-03-05');
  });
});

describe('flags and words', () => {
  it('takes △ and blanks as unknown, never as no', () => {
    expect(['○', '◯', '1', '有', '×', '0', '否', '△', ''].map(readFlag)).toEqual([
      true,
      true,
      true,
      true,
      false,
      false,
      false,
      null,
      null,
    ]);
    expect(['○', '×', '△', '', '拟建'].map(readSuitability)).toEqual([
      'yes',
      'no',
      'unknown',
      null,
      null,
    ]);
  });

  it('reads kinds of events in Chinese, Japanese and English', () => {
    expect(
      [
        '淹水',
        '土石流',
        '津波',
        'Earthquake',
        '森林火灾',
        '火災',
        '燃气管道泄漏',
        '大規模な火事',
        'debris_flow',
        '其他災情',
      ].map(readEventKind),
    ).toEqual([
      'waterlogging',
      'debris_flow',
      'tsunami',
      'earthquake',
      'wildfire',
      'fire',
      'pipeline',
      'fire',
      'debris_flow',
      null,
    ]);
    expect(['Ⅰ级', 'II', '较大', '4', '低'].map(readLevel)).toEqual([1, 2, 3, 4, null]);
  });
});

describe('capacities', () => {
  it.each([
    ['屋内480人／屋外3,350人', { total: 3830, indoor: 480, outdoor: 3350 }],
    ['室內200人、室外300人，共500人', { total: 500, indoor: 200, outdoor: 300 }],
    ['屋外3,350人', { total: null, indoor: null, outdoor: 3350 }],
    ['1,089人', { total: 1089, indoor: null, outdoor: null }],
    ['300～500人', { total: null, indoor: null, outdoor: null }],
  ])('reads %s', (text, capacity) => {
    expect(readCapacity(text)).toEqual(capacity);
  });
});

describe('inventories', () => {
  const items = (text: string): string[] =>
    readInventory(text).map(({ item, quantity, unit, spec }) =>
      [item, quantity ?? '?', unit ?? '-', spec ?? '-'].join(' '),
    );

  it.each([
    [
      '挖土機1輛(PC-300)、傾卸貨車1輛(總重15~15.9噸)',
      ['挖土機 1 輛 PC-300', '傾卸貨車 1 輛 總重15~15.9噸'],
    ],
    [
      '柴油式引擎發電機(300KW、220V)1台、吊卡車(15米-噸)1輛',
      ['柴油式引擎發電機 1 台 300KW、220V', '吊卡車 1 輛 15米-噸'],
    ],
    ['7人座以上客貨車，2000CC以上，1台（含駕駛）', ['客貨車 1 台 7人座以上，2000CC以上，含駕駛']],
    [
      '引擎式抽水機5台(4"口徑)貨車(總重3.5噸)1輛',
      ['引擎式抽水機 5 台 4"口徑', '貨車 1 輛 總重3.5噸'],
    ],
    ['6"沉水式抽水機2台、貨車6噸1台', ['沉水式抽水機 2 台 6"', '貨車 1 台 6噸']],
    [
      '捞刀 200, 扑火拖把 60；化纤袋40,000条',
      ['捞刀 200 - -', '扑火拖把 60 - -', '化纤袋 40000 条 -'],
    ],
    ['冲锋舟3艘 橡皮艇2艘', ['冲锋舟 3 艘 -', '橡皮艇 2 艘 -']],
    ['帐篷×20，雨衣若干', ['帐篷 20 - -', '雨衣若干 ? - -']],
  ])('reads %s', (text, expected) => {
    expect(items(text)).toEqual(expected);
  });
});

describe('a class of depths', () => {
  it.each([
    ['0.30 m ~ 1.0 m', 0.3, 1],
    ['0.3～0.5', 0.3, 0.5],
    ['0.5-1米', 0.5, 1],
    ['30–50 cm', 0.3, 0.5],
    ['0.5m至1.0m', 0.5, 1],
    ['0.15 to 0.30 m', 0.15, 0.3],
    ['<0.3', null, 0.3],
    ['0.5m未満', null, 0.5],
    ['2米以上', 2, null],
    ['>1.0 m', 1, null],
    ['0.4', 0.4, 0.4],
  ])('%s', (text, min, max) => expect(readLengthRange(text)).toEqual({ min, max }));

  it.each(['', '深', '1-2-3', '1.0 ~ 0.3', '-0.5'])('%s is none', (text) =>
    expect(readLengthRange(text)).toBeNull(),
  );
});
