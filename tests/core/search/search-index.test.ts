import { describe, expect, it } from 'vitest';
import type { RecordOf, Team } from '../../../src/core/model/index.ts';
import { createReadings } from '../../../src/core/search/pinyin-readings.ts';
import { createSearchIndex } from '../../../src/core/search/search-index.ts';
import type { SearchIndex } from '../../../src/core/search/search-index.ts';
import { districtNamed, tablesOf, teamNamed } from './records.ts';

const readings = createReadings();

function indexOf(
  teams: readonly Team[],
  districts: readonly RecordOf['district'][] = [],
): SearchIndex {
  const index = createSearchIndex(readings);
  index.update(tablesOf({ team: teams, district: districts }));
  index.prepare(() => false);
  return index;
}
const names = (index: SearchIndex, query: string): string[] =>
  index.find(query).hits.map((hit) => hit.name);

describe('finding records', () => {
  it('ranks whole names, starts, insides, pinyin, initials, addresses in this order', () => {
    const index = indexOf([
      teamNamed('1', '远方队', { address: '城中路 3 号' }),
      teamNamed('2', '老城中队'),
      teamNamed('3', '城中分队'),
      teamNamed('4', '城中'),
    ]);
    expect(names(index, '城中')).toEqual(['城中', '城中分队', '老城中队', '远方队']);
    expect(names(index, 'chengzhong')).toEqual(['城中', '城中分队', '老城中队']);
    expect(names(index, 'czfd')).toEqual(['城中分队']);
  });

  it('marks the part of the name that matched, in the name as written', () => {
    const index = indexOf([teamNamed('1', '（老）城中 分队')]);
    expect(index.find('城中分队').hits[0]?.mark).toEqual([3, 8]);
    expect(index.find('czf').hits[0]?.mark).toEqual([3, 7]);
    expect(index.find('FENDUI').hits[0]?.mark).toEqual([6, 8]);
  });

  it('does not mind width, case, spaces and punctuation', () => {
    const index = indexOf([teamNamed('1', 'Ａ区-消防队')]);
    for (const query of ['a区消防', 'A区 消防队', 'ａ区－消防', 'AQXFD', 'a qu xiao fang']) {
      expect(names(index, query), query).toEqual(['Ａ区-消防队']);
    }
  });

  it('does not mind accents, composed or not', () => {
    const index = indexOf([
      teamNamed('1', 'Ginásio São João'),
      teamNamed('2', 'Sporthalle Groß Łódź'),
      teamNamed('3', 'Großmünster'),
      teamNamed('4', 'Trạm y tế Điện Biên'),
      teamNamed('5', 'ガス会館'),
    ]);
    for (const query of ['ginasio', 'Ginásio', 'GINA\u0301SIO', 'sao joao'])
      expect(names(index, query), query).toEqual(['Ginásio São João']);
    for (const query of ['gross lodz', 'groß łódź'])
      expect(names(index, query), query).toEqual(['Sporthalle Groß Łódź']);
    for (const query of ['munster', 'münster'])
      expect(names(index, query), query).toEqual(['Großmünster']);
    for (const query of ['tram y te', 'dien bien'])
      expect(names(index, query), query).toEqual(['Trạm y tế Điện Biên']);
    // A voiced kana is another letter.
    expect(names(index, 'カス')).toEqual([]);
    expect(names(index, 'ガス')).toEqual(['ガス会館']);
  });

  it('finds traditional, simplified and Japanese characters by each other', () => {
    const index = indexOf([
      teamNamed('1', '臺北市體育館'),
      teamNamed('2', '抚顺广场'),
      teamNamed('3', '広島駅前広場'),
      teamNamed('4', '裏龍溝村'),
    ]);
    for (const query of ['台北市体育馆', '臺北', '台北', '體育館', '体育館'])
      expect(names(index, query), query).toEqual(['臺北市體育館']);
    for (const query of ['撫順廣場', '抚顺', '撫順広場'])
      expect(names(index, query), query).toEqual(['抚顺广场']);
    for (const query of ['广岛', '廣島', '驛前', '驿前广场'])
      expect(names(index, query), query).toEqual(['広島駅前広場']);
    for (const query of ['里龙沟', '裡龍溝', '竜溝'])
      expect(names(index, query), query).toEqual(['裏龍溝村']);
    expect(index.find('体育馆').hits[0]?.mark).toEqual([3, 6]);
  });

  it('needs every word of a query, wherever it stands', () => {
    const index = indexOf([
      teamNamed('1', '黎明小学消防队', { address: '城北' }),
      teamNamed('2', '黎明中学消防队', { address: '城南' }),
    ]);
    expect(names(index, '消防 城南')).toEqual(['黎明中学消防队']);
    expect(names(index, '消防 liming xiaoxue')).toEqual(['黎明小学消防队']);
    expect(names(index, '消防 城西')).toEqual([]);
  });

  it('finds by district code and by the id the source gave', () => {
    const index = indexOf(
      [teamNamed('1', '城中分队', { externalId: 'XF-0730/12' }), teamNamed('2', '城北分队')],
      [districtNamed('430611', '君山区'), districtNamed('430611101', '许市镇')],
    );
    expect(names(index, 'xf073012')).toEqual(['城中分队']);
    expect(names(index, 'XF-0730')).toEqual(['城中分队']);
    expect(names(index, '430611')).toEqual(['君山区', '许市镇']);
    expect(index.find('430611').hits[0]).toMatchObject({
      way: 'code-exact',
      kind: 'district',
      id: '430611',
    });
  });

  it('falls back to homophones only when nothing else is found', () => {
    const index = indexOf([teamNamed('1', '梅子湾分队'), teamNamed('2', '梅子弯道班')]);
    expect(names(index, '梅子弯')).toEqual(['梅子弯道班']);
    expect(names(index, '煤子湾').sort()).toEqual(['梅子弯道班', '梅子湾分队']);
    expect(index.find('煤子湾').hits[0]?.way).toBe('sounds-alike');
  });

  it('puts the nearer first among equals and says how far', () => {
    const index = indexOf([
      teamNamed('1', '消防队', { lng: 113.5, lat: 29.4 }),
      teamNamed('2', '消防队', { lng: 113.1, lat: 29.4 }),
      teamNamed('3', '消防队'),
    ]);
    const { hits } = index.find('消防队', { near: [113.0, 29.4] });
    expect(hits.map((hit) => hit.id)).toEqual(['2', '1', '3']);
    expect(hits[0]?.distance).toBeCloseTo(9687, -2);
    expect(hits[2]?.distance).toBeNull();
    expect(index.find('消防队').hits[0]?.distance).toBeNull();
  });

  it('says how many there are beyond the limit', () => {
    const index = indexOf(Array.from({ length: 80 }, (_, i) => teamNamed(`${i}`, `分队${i}`)));
    const result = index.find('分队', { limit: 10 });
    expect(result.hits).toHaveLength(10);
    expect(result.found).toBe(80);
  });

  it('answers an empty question with nothing', () => {
    expect(indexOf([teamNamed('1', '城中')]).find('  ，').found).toBe(0);
  });
});

describe('building the index', () => {
  it('can be interrupted, says it is not complete, and goes on', () => {
    const index = createSearchIndex(readings);
    index.update(
      tablesOf({ team: Array.from({ length: 1000 }, (_, i) => teamNamed(`${i}`, `分队${i}`)) }),
    );
    expect(index.prepare(() => true)).toBe(false);
    const early = index.find('fendui');
    expect(early.complete).toBe(false);
    // The clock is looked at after every 50 names: no piece is longer than that.
    expect(early.found).toBe(50);
    expect(index.prepare(() => false)).toBe(true);
    expect(index.find('fendui')).toMatchObject({ complete: true, found: 1000 });
  });

  it('reads each record once, and only changed records again', () => {
    let asked = 0;
    const index = createSearchIndex((character) => {
      asked++;
      return readings(character);
    });
    const teams = Array.from({ length: 100 }, (_, i) => teamNamed(`${i}`, `分队${i}`));
    const before = tablesOf({ team: teams });
    index.update(before);
    index.prepare(() => false);
    asked = 0;
    index.update(before);
    index.prepare(() => false);
    expect(asked).toBe(0);
    index.update(tablesOf({ team: [...teams.slice(1), teamNamed('0', '新队')] }));
    index.prepare(() => false);
    expect(asked).toBe(2);
    expect(names(index, '新队')).toEqual(['新队']);
    expect(names(index, '分队0')).toEqual([]);
  });

  it('takes 20,000 names in short pieces and answers without freezing the screen', () => {
    const characters =
      '城中北南东西湖山水路桥村镇乡街小大学校医院消防应急救援分队仓库避难所广场重长行';
    const pick = (i: number, k: number): string =>
      characters[(i * 7919 + k * 104729) % characters.length] ?? '';
    const teams = Array.from({ length: 20_000 }, (_, i) =>
      teamNamed(`${i}`, Array.from({ length: 8 }, (_, k) => pick(i, k)).join('') + i, {
        address: `某路${i}号`,
      }),
    );
    const index = createSearchIndex(createReadings());
    index.update(tablesOf({ team: teams }));
    // Milliseconds that the processor worked: the machine that runs the tests may be busy with something else.
    const worked = (): number => {
      const { user, system } = process.cpuUsage();
      return (user + system) / 1000;
    };
    let longest = 0;
    let started = worked();
    const whole = started;
    while (!index.prepare(() => worked() - started > 8)) {
      longest = Math.max(longest, worked() - started);
      started = worked();
    }
    const built = worked() - whole;
    const asks = ['czfd', 'chengzhong', '消防', 'zxq', '某路77号', '成钟'].map((query) => {
      const from = worked();
      index.find(query, { near: [113, 29] });
      return worked() - from;
    });
    console.log(
      `20,000 names: built in ${built.toFixed(0)} ms, longest piece ${longest.toFixed(1)} ms, asks ${asks.map((ms) => ms.toFixed(1)).join(' ')} ms`,
    );
    // Only a gross slip fails here. The printed figures are what to read.
    expect(Math.max(longest, ...asks)).toBeLessThan(2000);
  });
});
