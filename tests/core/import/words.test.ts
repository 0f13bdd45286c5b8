/** Words that negate, plan, except, limit or ask never become the value they speak of. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isDoubtful } from '../../../src/core/import/values/doubt.ts';
import {
  WORD_READERS,
  readAvailability,
  readBaseLayer,
  readDistrictLevel,
  readFlag,
  readIncidentState,
  readLevel,
  readPassable,
  readRectification,
  readShelterState,
} from '../../../src/core/import/values/enum-words.ts';
import {
  eventKindInName,
  readEventClass,
  readEventKind,
} from '../../../src/core/import/values/event-words.ts';
import { ALL_EVENT_KINDS, EVENT_CLASSES } from '../../../src/core/model/index.ts';
import { kinds as english } from '../../../src/messages/en/kinds.ts';
import { kinds as chinese } from '../../../src/messages/zh-CN/kinds.ts';
import { plan } from './support.ts';

/** `%` is the word. Simplified, traditional, Japanese, English. */
const NEGATED = (
  '不%|未%|非%|无%|無%|没有%|没%|沒有%|勿%|请勿%|莫%|否%|不能%|不可%|不再%|尚未%|暂未%|暂不%|暫不%|并未%|从未%|无法%|無法%|停止%|暂停%|暫停%|中止%|禁止%|严禁%|取消%|撤销%|' +
  '%不可|%不能|%禁止|%なし|%ではない|%しない|%していない|%せず|%できない|%できません|%されていない|%停止|' +
  'not %|no %|non %|non-%|never %|un%|un-%|in%|im%|dis%|without %|cannot %|cannot be %|%less|%-free|is not %|hardly %|' +
  'out of %|no longer %|not yet %|not currently %|%: no|%, not'
).split('|');
const INTENDED =
  '拟% 擬% 待% 尚待% 计划% 計劃% 计划于5月% 规划% 规划中% 筹备% 预计% 預計% 预定% 即将% 将% 將% 将于% 可% 可能% 疑似% 申请% 准备% 争取% %予定 %預定 %计划 %待定 %未定 %见込み %見込み %予定あり %待批 %?';
const IN_ENGLISH = [
  'planned %',
  'to be %',
  '% planned',
  '% (planned)',
  'will be %',
  'expected %',
  'pending %',
  'proposed %',
  '% soon',
  '% from May',
  'probably %',
  'maybe %',
  '%?',
  'is it %',
  'except %',
  '% except at night',
  '% unless it rains',
  'partly %',
  'half %',
  'formerly %',
  'semi%',
  'pre%',
  'ex-%',
];
const LIMITED =
  '除%外 除%以外 %以外 %除外 %を除く %之外 部分% 半% 一部% 仅%部分 不完全% 未全部% 是否% %吗 %か 原% 曾% %？ %? %（拟） %（计划） %（部分） %（？） %(not) %·否 %/未%';
const DOUBTS = [
  ...new Set([...NEGATED, ...INTENDED.split(' '), ...IN_ENGLISH, ...LIMITED.split(' ')]),
].filter((one) => one.includes('%'));

/** Where Latin prefixes make no sense of a Han word and the other way round, the text is still nobody's. */
const doubted = (word: string, doubt: string): string => doubt.replaceAll('%', () => word);

/** Words made of a doubt and another word of the same value, each judged: 待复查 waits for the re-check and is in it. */
const JUDGED = new Set('准备就绪|待复查|待复核|待复检|待验收|pending recheck|部分整改'.split('|'));
const permits = (doubt: string): boolean => doubt === '可%';

describe('every word × every negation, intention, exception and question', () => {
  it('has enough of both', () => {
    expect(DOUBTS.length).toBeGreaterThan(100);
    expect(
      Object.values(WORD_READERS).reduce((sum, reader) => sum + reader.words().length, 0),
    ).toBeGreaterThan(600);
  });

  it.each(Object.entries(WORD_READERS))('%s: never the value of the word itself', (_, reader) => {
    const wrong: string[] = [];
    for (const [word, value] of reader.words())
      for (const doubt of DOUBTS) {
        const text = doubted(word, doubt);
        // "no: no" is no all the same.
        if (permits(doubt) || JUDGED.has(text) || value === 'no' || value === 'conditional')
          continue;
        if (reader.read(text) === value) wrong.push(text);
      }
    expect(wrong).toEqual([]);
  });

  const POSITIVE = {
    shelterState: 'open',
    availability: 'available',
    passable: 'open',
    rectification: 'closed',
    incidentState: 'closed',
    flag: 'yes',
  } as const;
  it.each(Object.entries(POSITIVE))(
    '%s: never %s, whatever word is taken back',
    (name, positive) => {
      const reader = WORD_READERS[name as keyof typeof POSITIVE];
      const wrong: string[] = [];
      for (const [word, value] of reader.words())
        if (value === positive)
          for (const doubt of DOUBTS)
            for (const more of DOUBTS.slice(0, 30)) {
              const text = doubted(doubted(word, doubt), more);
              if (!/可/.test(doubt + more) && (reader.read(text) as string) === positive)
                wrong.push(text);
            }
      expect(wrong).toEqual([]);
    },
  );

  it('a word inside any other text is not taken out of it', () => {
    const readers = Object.entries(WORD_READERS);
    fc.assert(
      fc.property(
        fc.constantFrom(...readers),
        fc.nat(),
        fc.string({ minLength: 1, maxLength: 4 }),
        fc.boolean(),
        ([, reader], at, more, before) => {
          const words = reader.words();
          const [word = ''] = words[at % words.length] ?? [];
          const text = before ? `${more}${word}` : `${word}${more}`;
          const found = reader.read(text);
          // Only blanks, marks that end a sentence and separators may stand beside a word, or words that are accepted as well.
          return (
            found === null ||
            /^[\s"'.!_,;/|()[\]:-]*$/.test(more) ||
            words.some(([other]) => text.toLowerCase().includes(other) && other !== word)
          );
        },
      ),
      { numRuns: 3000, seed: 20261129 },
    );
  });

  it('holds for kinds and classes of events', () => {
    const wrong: string[] = [];
    const kinds = ALL_EVENT_KINDS;
    for (const words of [chinese, english])
      for (const kind of kinds)
        for (const doubt of DOUBTS) {
          const text = doubted(words.event[kind], doubt);
          // Latin prefixes (dis…, pre…) do not negate a Chinese word, and 可 and 原 do not negate a kind of event.
          if (/^[a-z]+-?%$|%-?[a-z]+$/.test(doubt) || /^[可原]%|% from|is it/.test(doubt)) continue;
          if (readEventKind(text) === kind) wrong.push(text);
        }
    expect(wrong).toEqual([]);
    expect(EVENT_CLASSES.map((one) => readEventClass(`非${chinese.eventClass[one]}`))).toEqual([
      null,
      null,
      null,
      null,
    ]);
  });
});

describe('every word that the screens and exports use', () => {
  it.each([chinese, english])('comes back as what it was', (words) => {
    const back = <T extends string>(
      said: Readonly<Record<T, string>>,
      read: (text: string) => unknown,
    ): void => {
      for (const [value, word] of Object.entries<string>(said))
        if (value !== 'unknown') expect([word, String(read(word))]).toEqual([word, value]);
    };
    back(words.shelterState, readShelterState);
    back(words.availability, readAvailability);
    back(words.passable, readPassable);
    back(words.rectification, readRectification);
    back(words.level, readLevel);
    back(words.event, readEventKind);
    back(words.eventClass, readEventClass);
  });
});

describe('words as registers write them', () => {
  it.each([
    ['未开放', 'closed'],
    ['暂不开放', 'closed'],
    ['停止开放', 'closed'],
    ['暫停開放', 'closed'],
    ['not open', 'closed'],
    ['Not-Open', 'closed'],
    ['已关闭', 'closed'],
    ['開設中', 'open'],
    ['reopened', 'open'],
    ['已启用。', 'open'],
    ['状态：开放', 'open'],
    ['未启用', 'standby'],
    ['disclosed', null],
    ['FULL', null],
    ['已满', null],
    ['半开放', null],
    ['部分开放', null],
    ['開設予定', null],
    ['开放/关闭', null],
    ['开放（2027年起）', null],
    ['open?', null],
  ])('shelter %s is %s', (text, state) => {
    expect(readShelterState(text)).toBe(state);
  });

  it.each([
    ['不可用', 'off_duty'],
    ['unavailable', 'off_duty'],
    ['Not available', 'off_duty'],
    ['不在岗', 'off_duty'],
    ['未待命', 'off_duty'],
    ['Out of service', 'off_duty'],
    ['停用', 'off_duty'],
    ['可用', 'available'],
    ['AVAILABLE', 'available'],
    ['待命中', 'available'],
    ['在岗待命', 'available'],
    ['休憩中?', null],
    ['office', null],
    ['忙不过来', null],
  ])('team %s is %s', (text, state) => {
    expect(readAvailability(text)).toBe(state);
  });

  it.each([
    ['不能通行', 'blocked'],
    ['禁止通行', 'blocked'],
    ['暂停通行', 'blocked'],
    ['无法通行', 'blocked'],
    ['無法通行', 'blocked'],
    ['不可通行', 'blocked'],
    ['通行止め', 'blocked'],
    ['not passable', 'blocked'],
    ['Impassable', 'blocked'],
    ['可通行', 'open'],
    ['路面正常', 'open'],
    ['暢通', 'open'],
    ['不畅通', null],
    ['除货车外通行', null],
    ['可通行（仅行人）', null],
    ['open to pedestrians only', null],
  ])('route %s is %s', (text, state) => {
    expect(readPassable(text)).toBe(state);
  });

  it.each([
    ['未完成', 'rectifying'],
    ['整改未完成', 'rectifying'],
    ['尚未完成整改', 'rectifying'],
    ['not done', 'rectifying'],
    ['已销号', 'closed'],
    ['已銷號', 'closed'],
    ['整改中', 'rectifying'],
    ['未销号', null],
    ['待销号', null],
    ['销号中', null],
    ['拟于5月完成', null],
  ])('rectification %s is %s', (text, state) => {
    expect(readRectification(text)).toBe(state);
  });

  it('reads levels, districts, flags and incidents whole', () => {
    expect(
      [
        'Ⅰ级（特别重大）',
        '红色预警',
        '一般',
        '非重大',
        '不一般',
        '红庙',
        '重大/一般',
        '重大风险',
        '低风险',
        '一般风险（黄色）',
      ].map(readLevel),
    ).toEqual([1, 1, 4, null, null, null, null, 1, 4, 3]);
    expect(['县级市', '省直辖', '市级', '镇区', '非县级'].map(readDistrictLevel)).toEqual([
      'county',
      null,
      'prefecture',
      null,
      null,
    ]);
    expect(['有', 'あり', 'なし', 'No', '拟有', '有?', '是否', '△', '未设'].map(readFlag)).toEqual([
      true,
      true,
      false,
      false,
      null,
      null,
      null,
      null,
      false,
    ]);
    expect(
      ['已办结', '未办结', '尚未结束', 'unfinished', '拟结束', '处置中'].map(readIncidentState),
    ).toEqual(['closed', 'open', 'open', 'open', null, 'open']);
    expect(['roads', 'broadcast', 'island', '非道路', '道路', 'road'].map(readBaseLayer)).toEqual([
      'road',
      null,
      null,
      null,
      'road',
      'road',
    ]);
  });

  it('reads kinds of events as words of their own', () => {
    expect(
      [
        '非洪水',
        '洪水以外',
        '除地震外',
        'non-flood',
        'no flood',
        'flood?',
        'determine',
        'mineral water',
        'firearms',
        '洪湖市',
      ].map(readEventKind),
    ).toEqual(Array(10).fill(null));
    expect(
      ['不稳定斜坡', '非煤矿山', '液化气泄漏', '煤气泄漏', 'Floodplain', 'flood_area'].map(
        readEventKind,
      ),
    ).toEqual(['landslide', 'mine', 'pipeline', 'pipeline', 'flood', 'flood']);
    expect(
      ['无名沟泥石流', '洪湖市隐患点', '非洪水隐患', 'patrol_debrisarea'].map(eventKindInName),
    ).toEqual(['debris_flow', null, null, 'debris_flow']);
    expect(
      ['无人机', '无障碍厕所', '停车场', '不锈钢水箱', '消防栓', '待命室'].filter(isDoubtful),
    ).toEqual([]);
    expect(
      ['无厕所', '拟建厕所', '停车场（停用）', '除厕所外', 'no water', '厕所?'].every(isDoubtful),
    ).toBe(true);
  });
});

describe('in a file', () => {
  const shelters = (title: string, ...cells: string[]): string =>
    [`名称,经度,纬度,${title}`, ...cells.map((text, i) => `S${i},113.2${i},29.3${i},${text}`)].join(
      '\n',
    );

  it('what is not understood is unknown and said with its rows', async () => {
    const read = await plan('shelter', shelters('开放状态', '未开放', '开放', 'disclosed', '已满'));
    expect(read.records.map(({ fields }) => fields.state)).toEqual([
      'closed',
      'open',
      'unknown',
      'unknown',
    ]);
    expect(read.warnings.find(({ code }) => code === 'unreadable_values')).toMatchObject({
      params: { field: 'state', count: 2, example: 'disclosed · 已满' },
      rows: [3, 4],
    });
  });

  it('suitability, lists and facilities take nothing that is excepted, planned or missing', async () => {
    const flags = await plan('shelter', shelters('洪水', '○', '拟', '△', '不适用', ''));
    expect(
      flags.records.map(({ fields }) => (fields.suitability as { flood: string }).flood),
    ).toEqual(['yes', 'unknown', 'unknown', 'no', 'unknown']);
    expect(flags.warnings.find(({ code }) => code === 'unreadable_values')?.rows).toEqual([2]);
    const lists = await plan(
      'shelter',
      shelters('适用灾害', '洪水、地震', '洪水、地震以外', '不适用洪水'),
    );
    expect(lists.records.map(({ fields }) => fields.suitability)).toEqual([
      { flood: 'yes', earthquake: 'yes' },
      {},
      {},
    ]);
    const held = await plan(
      'shelter',
      shelters('配套设施', '厕所、供水', '无厕所、供水', '拟建厕所', '停车场、无障碍厕所'),
    );
    expect(held.records.map(({ fields }) => fields.facilities)).toEqual([
      ['厕所', '供水'],
      ['供水'],
      [],
      ['停车场', '无障碍厕所'],
    ]);
    expect(held.warnings.find(({ code }) => code === 'unreadable_values')?.rows).toEqual([2, 3]);
  });

  it('abilities that a team lacks are none, and an incident is not over by a word nobody knows', async () => {
    const team = await plan(
      'team',
      '队伍名称,经度,纬度,专长\nA,113.2,29.3,无人机侦察、不具备潜水、拟建水域救援\n',
    );
    expect(team.records[0]?.fields.capabilities).toEqual(['无人机侦察']);
    const incident = await plan(
      'incident',
      '事件名称,经度,纬度,发生时间,灾害类型,状态\nA,113.2,29.3,2026-05-01,洪水,未办结\nB,113.2,29.3,2026-05-01,洪水,拟结束\nC,113.2,29.3,2026-05-01,洪水,\nD,113.2,29.3,2026-05-01,洪水,已办结\n',
    );
    expect(incident.records.map(({ fields }) => fields.state)).toEqual([
      'open',
      'open',
      'closed',
      'closed',
    ]);
  });

  it('a date that states only a month, or is the number of a day, is read and said; one without a year is unknown and said', async () => {
    const read = await plan(
      'hazard',
      '隐患点名称,经度,纬度,灾害类型,整改期限\nA,113.2,29.3,滑坡,2027-05\nB,113.2,29.4,滑坡,46508\nC,113.2,29.5,滑坡,5月1日\nD,113.2,29.6,滑坡,2027.5.1\n',
    );
    expect(read.records.map(({ fields }) => fields.rectificationDeadline)).toEqual([
      '2027-05-01',
      '2027-05-01',
      null,
      '2027-05-01',
    ]);
    expect(read.warnings.find(({ code }) => code === 'dates_assumed')).toMatchObject({
      params: { count: 2, example: '2027-05 = 2027-05-01 · 46508 = 2027-05-01' },
      rows: [1, 2],
    });
    expect(read.warnings.find(({ code }) => code === 'unreadable_values')).toMatchObject({
      params: { example: '5月1日' },
      rows: [3],
    });
  });

  it('a number that is only about right is kept, said and written into the note of the record', async () => {
    const read = await plan(
      'settlement',
      '居民点,经度,纬度,人口,备注\nA,113.21,29.3,约12人,近河\nB,113.22,29.3,12人左右,\nC,113.23,29.3,12人,\nD,113.24,29.3,12,\n',
    );
    expect(read.records.map(({ fields }) => [fields.people, fields.note])).toEqual([
      [12, '近河\n人口：约12人'],
      [12, '人口：12人左右'],
      [12, null],
      [12, null],
    ]);
    expect(read.warnings.find(({ code }) => code === 'inexact_values')).toMatchObject({
      params: { field: 'people', count: 2 },
      rows: [1, 2],
    });
    const without = await plan('settlement', '居民点,经度,纬度,人口\nA,113.21,29.3,约12人\n');
    expect(without.records[0]?.fields.note).toBe('人口：约12人');
    expect(without.records[0]?.madeUp).toContain('note');
  });
});
