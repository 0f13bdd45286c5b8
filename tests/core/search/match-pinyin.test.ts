import { describe, expect, it } from 'vitest';
import { initialsMask, matchPinyin, matchSound } from '../../../src/core/search/match-pinyin.ts';
import { createReadings } from '../../../src/core/search/pinyin-readings.ts';

const readings = createReadings();
const range = (text: string, query: string): [number, number] | null => {
  const match = matchPinyin(text, query, readings);
  return match === null ? null : [match.start, match.end];
};

describe('pinyin', () => {
  it.each([
    ['城中分队', 'chengzhongfendui', [0, 4]],
    ['城中分队', 'czfd', [0, 4]],
    ['城中分队', 'chengzfd', [0, 4]],
    ['城中分队', 'chengzhongfend', [0, 4]],
    ['城中分队', 'chzhfd', [0, 4]],
    ['城中分队', 'zhong', [1, 2]],
    ['城中分队', 'fd', [2, 4]],
    ['城中分队', 'c', [0, 1]],
    ['西安', 'xian', [0, 2]],
    ['先锋队', 'xian', [0, 1]],
    ['第3分队', 'di3fendui', [0, 4]],
    ['第3分队', '3fd', [1, 4]],
    ['避难所a区', 'bnsaq', [0, 5]],
    ['绿岛', 'lvdao', [0, 2]],
  ])('%s is found by %s', (text, query, expected) => {
    expect(range(text, query)).toEqual(expected);
  });

  it.each([
    ['重庆路小学', 'chongqing'],
    ['重型机械队', 'zhongxing'],
    ['长沙站', 'changsha'],
    ['校长室', 'xiaozhang'],
    ['银行', 'yinhang'],
    ['行人桥', 'xingren'],
    ['六安', 'luan'],
    ['乐山', 'leshan'],
    ['音乐厅', 'yinyue'],
    ['都江堰', 'dujiangyan'],
    ['厦门', 'xiamen'],
    ['大厦', 'dasha'],
    ['阿房宫', 'efanggong'],
    ['蚌埠', 'bengbu'],
  ])('knows every reading of a polyphone: %s by %s', (text, query) => {
    expect(range(text, query)).not.toBeNull();
  });

  it.each([
    ['城中分队', 'chengx'],
    ['城中分队', 'fdc'],
    ['城中分队', 'czz'],
    ['城中分队', 'chengzhongfenduis'],
    ['ABC', 'abd'],
    ['', 'a'],
  ])('%s is not found by %s', (text, query) => {
    expect(range(text, query)).toBeNull();
  });

  it('tells initials from syllables', () => {
    expect(matchPinyin('城中分队', 'czfd', readings)?.initials).toBe(true);
    expect(matchPinyin('城中分队', 'chengzfd', readings)?.initials).toBe(false);
  });

  it('never wrongly skips a name by its letter mask', () => {
    for (const [text, query] of [
      ['重庆路', 'cql'],
      ['重庆路', 'zql'],
      ['3号库', 'hk'],
    ] as const) {
      const bit = 1 << (query.charCodeAt(0) - 97);
      expect(initialsMask(text, readings) & bit).not.toBe(0);
    }
  });

  it('ends quickly on names made to be slow', () => {
    const started = performance.now();
    expect(matchPinyin('啊'.repeat(60), `${'a'.repeat(59)}b`, readings)).toBeNull();
    expect(performance.now() - started).toBeLessThan(200);
  });
});

describe('homophones', () => {
  it('find a name typed with the wrong characters', () => {
    expect(matchSound('梅子湾村', '梅子弯', readings)).toMatchObject({ start: 0, end: 3 });
    expect(matchSound('城中分队', '成中', readings)).toMatchObject({ start: 0, end: 2 });
    expect(matchSound('城中分队', '北中', readings)).toBeNull();
  });
});
