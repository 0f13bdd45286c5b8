/** What a row of the answer says, in both languages. */
import { afterEach, describe, expect, it } from 'vitest';
import { rankCandidates } from '../../../src/core/ranking/rank-candidates.ts';
import type { Term } from '../../../src/core/ranking/types.ts';
import { speak } from '../../../src/messages/index.ts';
import { becauseText, leftOutGroups } from '../../../src/panels/answer/left-out-view.ts';
import { itemCounts, rowViews } from '../../../src/panels/answer/row-view.ts';
import type { RowView } from '../../../src/panels/answer/row-view.ts';
import {
  basisText,
  factText,
  pacesText,
  sumText,
  termText,
  totalText,
  unknownText,
} from '../../../src/panels/answer/row-text.ts';
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
    expect(termText({ tag: 'straight-line', meters: 1234, inside: false })).toEqual({
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
    expect(factText({ tag: 'availability', value: 'off_duty', at: null }, now)).toEqual({
      tone: 'bad',
      text: '休整',
    });
    expect(
      factText(
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
