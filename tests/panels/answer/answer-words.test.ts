import { afterEach, describe, expect, it } from 'vitest';
import type { ByRoad, RoadRemark, Term } from '../../../src/core/ranking/index.ts';
import { rankCandidates } from '../../../src/core/ranking/index.ts';
import { speak } from '../../../src/messages/index.ts';
import { becauseText, leftOutGroups } from '../../../src/panels/answer/left-out-view.ts';
import { itemCounts, rowViews } from '../../../src/panels/answer/row-view.ts';
import type { RowView } from '../../../src/panels/answer/row-view.ts';
import {
  basisText,
  factWords,
  groundTexts,
  pacesText,
  sumText,
  termWords,
  totalText,
  unknownText,
} from '../../../src/panels/answer/words.ts';
import {
  ago,
  DAY,
  depot,
  hazard,
  lot,
  NOW,
  question,
  shelter,
  tables,
  team,
  YEAR,
} from '../../core/ranking/register.ts';
import type { Register } from '../../core/ranking/register.ts';

const now = Date.parse(NOW);
afterEach(() => speak('zh-CN'));

function rows(
  kind: 'team' | 'depot' | 'shelter' | 'hazard',
  register: Register,
  filters = {},
  given = {},
): RowView[] {
  const all = tables(register);
  const answer = rankCandidates(question(kind, filters, given), all);
  return rowViews(answer, { tables: all, items: itemCounts(all.stock_lot), now });
}

describe('a candidate that comes through water on the road', () => {
  it('is told with it, in both languages', () => {
    const all = tables({ team: [team('a'), team('b', { lng: 113.01 })] });
    const way = { tag: 'reached', seconds: 60, meters: 900, offRoad: 0 } as const;
    const times = new Map<string, ByRoad>([
      ['a', { ...way, remarks: [{ tag: 'ford' }, { tag: 'flood-prone' }] }],
      ['b', { ...way, seconds: 90 }],
    ]);
    const answer = rankCandidates(question('team'), all, { by: 'emergency-car', times });
    const told = (): string[][] =>
      rowViews(answer, { tables: all, items: new Map(), now }).map(({ facts }) =>
        facts.map(({ text }) => text),
      );
    const ofWater = (pattern: RegExp): string[][] =>
      told().map((texts) => texts.filter((text) => pattern.test(text)));
    expect(ofWater(/涉水|易淹/)).toEqual([
      ['途经过水路段（涉水），能否通过须核实', '途经易淹路段，能否通过须核实'],
      [],
    ]);
    speak('en');
    expect(ofWater(/ford|flood/)).toEqual([
      [
        'the way goes through a ford: verify that it can be passed',
        'the way goes over a road that is prone to flooding: verify that it can be passed',
      ],
      [],
    ]);
  });
});

describe('a walk across something', () => {
  const all = tables({ team: [team('a')] });
  const across: RoadRemark[] = [
    { tag: 'across', at: 'incident', what: ['water', 'railway'], meters: 60 },
    { tag: 'across', at: 'candidate', what: ['wall'], meters: 20 },
    { tag: 'passed-over', at: 'incident', what: ['tunnel', 'cliff'] },
    {
      tag: 'barred',
      by: [
        { by: 'barrier', road: '门前路' },
        { by: 'one-way', road: null },
      ],
    },
  ];
  const times = new Map<string, ByRoad>([
    ['a', { tag: 'reached', seconds: 60, meters: 900, offRoad: 60, remarks: across }],
  ]);
  const answer = rankCandidates(question('team'), all, {
    by: 'emergency-car',
    times,
    ground: { inWater: true, unchecked: ['railway', 'wall'] },
  });
  const told = (): string =>
    [
      ...groundTexts(answer),
      ...rowViews(answer, { tables: all, items: new Map(), now })[0]!.facts.map((f) => f.text),
    ].join('\n');

  it('is told in the row, and what is known of the ground above all rows', () => {
    const zh = told();
    expect(zh).toContain('事发地位于水域内');
    expect(zh).toContain('路网数据里没有铁路、围墙，步行段未对照是否隔着这些');
    expect(zh).toContain('事发地与路之间直线 60 米，途中有水域、铁路，能否步行到达待核实');
    expect(zh).toContain('其位置与路之间直线 20 米，途中有围墙或围栏，待核实');
    expect(zh).toContain('离事发地最近的路不用：隔着或本身是隧道、陡崖，按旁边的另一条路算');
    expect(zh).toContain('按地图只有闸门、隔离桩等路障（门前路）、逆行单行道相通');
    speak('en');
    const en = told();
    expect(en).toContain(
      'joined only by a gate, bollard or other barrier (门前路), a one-way street the wrong way',
    );
    expect(en).toContain('The incident lies in water');
    expect(en).toContain('The road data hold no railways, walls');
    expect(en).toContain(
      '60 m in a straight line between the incident and the road, across water, a railway: verify',
    );
    expect(en).toContain('because it is or lies beyond a tunnel, a cliff');
  });
});

describe('a candidate whose nearest road leads nowhere', () => {
  it('is told with the other road it was reckoned by, to be verified', () => {
    const all = tables({ team: [team('a'), team('b', { lng: 113.01 })] });
    const way = { tag: 'reached', seconds: 60, meters: 900, offRoad: 0 } as const;
    const times = new Map<string, ByRoad>([
      ['a', { ...way, otherRoad: 20 }],
      ['b', way],
    ]);
    const answer = rankCandidates(question('team'), all, { by: 'emergency-car', times });
    const [first, second] = rowViews(answer, { tables: all, items: new Map(), now });
    const told = { tone: 'waiting', text: '最近的路走不通，按再远 20 米的另一条路算，须核实' };
    expect(first?.facts).toContainEqual(told);
    expect(second?.facts).not.toContainEqual(told);
  });
});

describe('a way that ends at the edge of an area', () => {
  const road: Term = { tag: 'road', by: 'emergency-car', seconds: 240, meters: 1800, factor: 1 };
  const terms: Term[] = [road, { tag: 'closed-road', meters: 380 }];

  it('is told with the closed road beyond, and its time is said to be up to there', () => {
    expect(totalText({ score: 240, terms })).toBe('到边缘 4 分钟');
    expect(sumText(terms)).toBe('道路 4 分钟（1.8 公里） + 封闭路段 380 米（不计时间）');
    speak('en');
    expect(totalText({ score: 240, terms })).toBe('4 min to the edge');
    expect(sumText(terms)).toBe('road 4 min (1.8 km) + closed road 380 m (time not counted)');
  });
});

describe('a row in words', () => {
  it('says the straight line, the facts, the unknowns, the age and the source', () => {
    const [row] = rows('team', {
      team: [
        team('a', {
          name: '城中分队',
          lng: 113.01,
          people: 52,
          kind: '消防救援',
          source: '县局台账',
        }),
      ],
    });
    expect(row).toMatchObject({
      rank: 1,
      name: '城中分队',
      sort: '消防救援',
      total: '970 米',
      sum: '直线距离',
      isSum: false,
      unknowns: ['待命状态未知'],
      basis: null,
      age: { text: '资料 1 天前', source: '县局台账', tone: 'fresh' },
    });
    expect(row?.facts.map((fact) => fact.text)).toContain('52 人');
  });

  it('says it in English too', () => {
    speak('en');
    const [row] = rows('team', { team: [team('a', { lng: 113.01 })] });
    expect(row).toMatchObject({
      total: '970 m',
      sum: 'straight line',
      unknowns: ['availability unknown'],
    });
  });

  it('says that nobody knows when stock was counted, also when another lot was counted yesterday', () => {
    const undated = lot('u', 'd', { quantity: 200, quantityAt: null, observedAt: null });
    const one = rows('depot', { depot: [depot('d')], stock_lot: [undated] }, { item: '救生衣' });
    const two = rows(
      'depot',
      { depot: [depot('d')], stock_lot: [undated, lot('v', 'd')] },
      { item: '救生衣' },
    );
    expect(one[0]?.facts[0]?.text).toBe('救生衣 200 件（清点时间不详）');
    expect(two[0]?.facts[0]?.text).toBe('救生衣 250 件（清点时间不详）');
  });

  it('gives a team that is out no distance, and says what is known', () => {
    const position = { positionLng: 113.2, positionLat: 29.2, positionAt: ago(7200) };
    const [row] = rows('team', {
      team: [
        team('a', { lng: 113.01, availability: 'busy', availabilityAt: ago(60), ...position }),
      ],
    });
    expect(row).toMatchObject({
      total: '位置未知',
      sum: '距驻地 970 米',
      basis: '已出动，现在位置未知（最后位置 2 小时前）',
    });
  });

  it('says that an old record is old and counts as unknown', () => {
    const [row] = rows('team', {
      team: [
        team('a', {
          observedAt: ago(3 * YEAR),
          availability: 'available',
          availabilityAt: ago(3 * YEAR),
        }),
      ],
    });
    expect(row?.age).toMatchObject({ tone: 'old', text: expect.stringContaining('过时') });
    expect(row?.unknowns).toEqual(['待命状态未知（2 年前的记录已过时）']);
    expect(row?.facts.map((fact) => fact.text).join()).not.toContain('待命');
  });

  it('says from which position a team was ranked', () => {
    const [row] = rows('team', {
      team: [team('a', { positionLng: 113, positionLat: 29, positionAt: ago(300) })],
    });
    expect(row?.basis).toBe('按 5 分钟前的位置');
    const [base] = rows('team', {
      team: [team('a', { positionLng: 113, positionLat: 29, positionAt: ago(7200) })],
    });
    expect(base?.basis).toBe('位置已过时（2 小时前），按驻地算');
  });

  it('says what a depot has of the item asked for, and what is past its date', () => {
    const register = {
      depot: [depot('d')],
      stock_lot: [
        lot('1', 'd', { quantity: 200, expiresOn: '2030-01-01' }),
        lot('2', 'd', { quantity: 30, expiresOn: '2020-01-01' }),
      ],
    };
    const texts = rows('depot', register, { item: '救生衣' })[0]?.facts.map((fact) => fact.text);
    expect(texts).toEqual(['救生衣 200 件（1 天前）', '另有 1 批救生衣已过期（30 件）']);
    expect(rows('depot', register)[0]?.facts.map((fact) => fact.text)).toEqual(['物资 1 种']);
  });

  it('says free places and suitability of a shelter', () => {
    const register = {
      shelter: [
        shelter('s', {
          capacity: 500,
          occupancy: 180,
          occupancyAt: ago(DAY),
          suitability: { flood: 'yes' },
          state: 'open',
        }),
      ],
    };
    const [row] = rows('shelter', register, {}, { eventKind: 'flood' });
    const facts = row?.facts ?? [];
    expect(facts.map((fact) => fact.text)).toEqual(
      expect.arrayContaining(['余 320 / 共 500 人（1 天前）', '适用于洪水', '已启用']),
    );
    expect(facts.find((fact) => fact.text === '适用于洪水')?.tone).toBe('good');
  });

  it('says that the incident lies inside an area instead of leaving a bare 0', () => {
    const square = [
      [
        [112.99, 28.99],
        [113.01, 28.99],
        [113.01, 29.01],
        [112.99, 29.01],
        [112.99, 28.99],
      ],
    ];
    const [row] = rows('hazard', {
      hazard: [
        hazard('h', { geometry: { type: 'Polygon', coordinates: square }, peopleAtRisk: 1200 }),
      ],
    });
    expect(row).toMatchObject({ total: '0 米', sum: '直线距离', sort: '洪水' });
    expect(row?.facts.map((fact) => fact.text)).toEqual(['事发地在其范围内', '受威胁 1,200 人']);
  });
});

describe('terms', () => {
  const terms: Term[] = [
    {
      tag: 'mobilisation',
      seconds: 180,
      assumed: { fast: 60, from: { by: 'rule', source: null } },
    },
    { tag: 'road', by: 'emergency-car', seconds: 480, meters: 5200, factor: 1 },
  ];

  it('are all said when there are several, so that road arrival needs no new panel', () => {
    expect(sumText(terms)).toBe(
      '出动 60 秒至 3 分钟（未登记，没有规则） + 道路 8 分钟（5.2 公里）',
    );
    expect(totalText({ score: 660, terms })).toBe('11 分钟');
    expect(totalText({ score: 660, fastest: 540, terms })).toBe('9–11 分钟');
    expect(termWords({ tag: 'straight-line', meters: 1234, inside: false })).toEqual({
      label: '直线距离',
      value: '1.2 公里',
    });
  });
});

describe('a walk to a shelter', () => {
  it('says the slow pace it is ranked by once, and the time at the ordinary one', () => {
    const walk = (ordinary: number) => ({ slowKmh: 1.96, ordinaryKmh: 2.65, ordinary });
    const terms: Term[] = [
      { tag: 'road', by: 'foot', seconds: 1380, meters: 740, factor: 1, walk: walk(1020) },
      { tag: 'off-road', seconds: 77, meters: 42, walk: walk(57) },
    ];
    expect(sumText(terms)).toBe('步行 23 分钟（740 米） + 离路步行 77 秒（直线 42 米）');
    expect(pacesText({ terms })).toBe('按老幼步速（1.96 公里/时）；普通步速 18 分钟');
    expect(
      pacesText({
        terms: [{ tag: 'road', by: 'emergency-car', seconds: 1, meters: 1, factor: 1 }],
      }),
    ).toBeNull();
  });
});

describe('unknowns and bases', () => {
  it('say why', () => {
    expect(unknownText({ fact: 'stock', why: 'units-differ' }, now)).toBe(
      '库存未知（单位不一，不能相加）',
    );
    expect(unknownText({ fact: 'stock', why: 'only-in-text' }, now)).toBe(
      '库存未知（仅文字清单提到）',
    );
    expect(basisText({ tag: 'position-undated' }, now)).toBe('按时间不详的位置算');
    expect(basisText({ tag: 'recorded' }, now)).toBeNull();
  });

  it('mark recorded negatives by shape as well', () => {
    expect(factWords({ tag: 'availability', value: 'off_duty', at: null }, now)).toEqual({
      tone: 'bad',
      text: '休整',
    });
    expect(
      factWords(
        { tag: 'stock', item: '帐篷', items: [], quantity: 0, unit: null, sums: [], at: null },
        now,
      ).text,
    ).toBe('帐篷 无可用');
  });
});

describe('left out', () => {
  it('groups by the closed reasons in their order, and says the details', () => {
    const all = tables({
      team: [
        team('busy', { availability: 'busy', availabilityAt: ago(3600) }),
        team('off', { availability: 'off_duty' }),
        team('far', { lng: 120 }),
        team('nowhere', { lng: null, lat: null }),
        team('unknown'),
      ],
    });
    const answer = rankCandidates(question('team', { onlyAvailable: true }), all);
    expect(answer.ranked.map((row) => row.id)).toEqual(['unknown']);
    const groups = leftOutGroups(answer.leftOut);
    expect(groups.map(({ reason, rows }) => [reason, rows.length])).toEqual([
      ['unavailable', 2],
      ['outside-radius', 1],
      ['no-place', 1],
    ]);
    const texts = groups.flatMap((group) => group.rows.map((row) => becauseText(row.because, now)));
    expect(texts).toEqual([
      '出动中（1 小时前的记录）',
      '休整（1 天前的记录）',
      '半径 50 公里',
      '登记册里没有坐标',
    ]);
  });

  it.each([
    [
      { reason: 'stock-short', item: '帐篷', asked: 100, has: 40, unit: '顶', expired: 0 },
      '现有 40 顶，需要 100 顶',
    ],
    [
      { reason: 'stock-short', item: '帐篷', asked: null, has: 0, unit: null, expired: 0 },
      '没有帐篷',
    ],
    [
      { reason: 'stock-short', item: '帐篷', asked: 100, has: 40, unit: '顶', expired: 80 },
      '现有 40 顶，需要 100 顶；另有 80 顶 已过期',
    ],
    [
      { reason: 'full', asked: 50, free: 20, capacity: 500, occupancy: 480 },
      '余 20 人，需要 50 人',
    ],
    [
      { reason: 'full', asked: null, free: 0, capacity: 500, occupancy: 500 },
      '已住满（共 500 人）',
    ],
    [
      { reason: 'full', asked: 600, free: 500, capacity: 500, occupancy: null },
      '总容量只有 500 人，需要 600 人',
    ],
    [{ reason: 'lacks-capability', capability: '潜水', has: ['灭火', '破拆'] }, '只有 灭火、破拆'],
    [{ reason: 'unsuitable', eventKind: 'flood' }, '记录为不适用于洪水'],
    [
      { reason: 'position-too-old', at: ago(7200), seconds: 7200, limit: 1800 },
      '位置是 2 小时前的，上限 30 分钟',
    ],
  ] as const)('%o', (because, text) => {
    expect(becauseText(because, now)).toBe(text);
  });
});
