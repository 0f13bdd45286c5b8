import { describe, expect, it } from 'vitest';
import type { Contact, EvacuationRoute } from '../../../src/core/model/index.ts';
import { cardFacts } from '../../../src/panels/card/card-facts.ts';
import type { CardContext, CardFact } from '../../../src/panels/card/card-facts.ts';
import { contactsOf, telsOf } from '../../../src/panels/parts/contacts/contacts-of.ts';
import { lotViews } from '../../../src/panels/stock/lot-view.ts';
import { suitabilityRows } from '../../../src/panels/card/suitability-view.ts';
import { layerCounts } from '../../../src/panels/legend/layer-counts.ts';
import { ago, DAY, hazard, lot, NOW, shelter, team, YEAR } from '../../core/ranking/register.ts';

const now = Date.parse(NOW);
const context: CardContext = {
  now,
  zone: 'Asia/Shanghai',
  factMaxAge: YEAR,
  positionMaxAge: 1800,
  settlement: new Map(),
  shelter: new Map([['s', shelter('s', { name: '操场' })]]),
};
const byLabel = (facts: readonly CardFact[]): Record<string, CardFact> =>
  Object.fromEntries(facts.map((fact) => [fact.label, fact]));

describe('the facts of a card', () => {
  it('are null, never 0 or a state, where nothing is recorded', () => {
    for (const facts of [
      cardFacts('team', team('t'), context),
      cardFacts('shelter', shelter('s'), context),
    ])
      expect(facts.filter((fact) => fact.value !== null)).toEqual([]);
  });

  it('say their own time and are marked when too old', () => {
    const facts = byLabel(
      cardFacts(
        'team',
        team('t', {
          availability: 'available',
          availabilityAt: ago(3 * YEAR),
          positionLng: 113,
          positionLat: 29,
          positionAt: ago(7200),
          mobilisationDayS: 600,
          equipment: [
            { item: '冲锋舟', quantity: 5, unit: '艘' },
            { item: '绳索', quantity: null, unit: null },
          ],
        }),
        context,
      ),
    );
    expect(facts['状态']).toMatchObject({ value: '待命（2 年前）', tone: 'old' });
    expect(facts['最近位置']).toMatchObject({
      value: '113.000000, 29.000000（2 小时前）',
      tone: 'old',
    });
    expect(facts['出动时间']?.value).toBe('白天 10 分钟，夜间 未知');
    expect(facts['装备']?.value).toBe('冲锋舟 5 艘、绳索');
  });

  it('of a shelter keep a real 0 apart from unknown', () => {
    const facts = byLabel(
      cardFacts(
        'shelter',
        shelter('s', { capacity: 100, occupancy: 0, occupancyAt: ago(DAY), capacityIndoor: 0 }),
        context,
      ),
    );
    expect(facts['在住']?.value).toBe('0 人（1 天前）');
    expect(facts['空余']?.value).toBe('100 人');
    expect(facts['室内 / 室外']?.value).toBe('0 / 未知');
    const uncounted = byLabel(cardFacts('shelter', shelter('s', { capacity: 100 }), context));
    expect(uncounted['空余']?.value).toBeNull();
    expect(uncounted['在住']?.value).toBeNull();
  });

  it('of a place of temporary refuge say in words that it is no rated shelter', () => {
    const said = (refuge: boolean | null) =>
      byLabel(cardFacts('shelter', shelter('s', { refuge }), context))['临时避险点']?.value;
    expect(said(true)).toBe('是（临时避险，不是定级的避难场所）');
    expect(said(false)).toBe('否');
    expect(said(null)).toBeUndefined();
  });

  it('of a hazard say that a deadline has passed, unless it is rectified', () => {
    const late = { rectificationDeadline: '2026-11-01', rectificationState: 'rectifying' as const };
    const facts = byLabel(cardFacts('hazard', hazard('h', late), context));
    expect(facts['整改期限']).toMatchObject({ value: '2026-11-01（已逾期）', tone: 'bad' });
    const done = byLabel(
      cardFacts('hazard', hazard('h', { ...late, rectificationState: 'closed' }), context),
    );
    expect(done['整改期限']?.tone).toBeUndefined();
    const today = byLabel(
      cardFacts('hazard', hazard('h', { ...late, rectificationDeadline: '2026-11-22' }), context),
    );
    expect(today['整改期限']?.tone).toBeUndefined();
  });

  it('of a route name where it leads', () => {
    const route = {
      ...shelter('r'),
      settlementId: 'gone',
      shelterId: 's',
      widthM: 3.5,
      state: 'unknown',
    };
    const facts = byLabel(
      cardFacts('evacuation_route', route as unknown as EvacuationRoute, context),
    );
    expect(facts['终点']?.value).toBe('操场');
    expect(facts['起点']?.value).toBeNull();
    expect(facts['通行']?.value).toBeNull();
    expect(facts['路宽']?.value).toBe('3.5 米');
  });
});

describe('lots', () => {
  it('are in the order they expire, the expired marked, the uncounted unknown', () => {
    const views = lotViews(
      [
        lot('1', 'd', { expiresOn: null, quantity: null, quantityAt: null }),
        lot('2', 'd', { expiresOn: '2026-11-21', quantity: 30, minimum: 50 }),
        lot('3', 'd', { expiresOn: '2026-11-22' }),
        lot('4', 'other'),
      ],
      'd',
      '2026-11-22',
      now,
    );
    expect(views.map(({ id, quantity, expiry }) => [id, quantity, expiry.expired])).toEqual([
      ['2', '30 件', true],
      ['3', '50 件', false],
      ['1', null, false],
    ]);
    expect(views[0]).toMatchObject({
      belowMinimum: '低于最低 50',
      expiry: { text: '2026-11-21 已过期' },
    });
    expect(views[2]?.details).toContain('未清点');
  });
});

describe('a lot counted at a time nobody knows', () => {
  it('says so, and is not called uncounted', () => {
    const [view] = lotViews(
      [lot('1', 'd', { quantity: 200, quantityAt: null })],
      'd',
      '2026-11-22',
      now,
    );
    expect(view?.quantity).toBe('200 件');
    expect(view?.details).toEqual(['清点时间不详']);
  });
});

describe('suitability', () => {
  it('puts a recorded no first and keeps unknown a value', () => {
    expect(
      suitabilityRows({
        suitability: { earthquake: 'yes', flood: 'no', typhoon: 'unknown', landslide: 'yes' },
      }),
    ).toEqual([
      { value: 'no', events: ['flood'] },
      { value: 'yes', events: ['landslide', 'earthquake'] },
      { value: 'unknown', events: ['typhoon'] },
    ]);
    expect(suitabilityRows({ suitability: {} })).toEqual([]);
  });
});

describe('contacts', () => {
  const contact = (id: string, given: Partial<Contact> = {}): Contact => ({
    id,
    version: 1,
    createdAt: NOW,
    updatedAt: NOW,
    updatedBy: null,
    archivedAt: null,
    districtCode: '430611',
    resourceKind: 'team',
    resourceId: 't',
    name: id,
    duty: null,
    phone: '0000-5550000',
    lastAnsweredAt: null,
    ...given,
  });
  it('are those of the record, with a number and lately answered first', () => {
    const table = new Map(
      [
        contact('silent'),
        contact('numberless', { phone: null, lastAnsweredAt: ago(1) }),
        contact('answered', { lastAnsweredAt: ago(DAY) }),
        contact('other', { resourceId: 'x' }),
      ].map((one) => [one.id, one]),
    );
    expect(contactsOf(table, 'team', 't').map(({ id }) => id)).toEqual([
      'answered',
      'silent',
      'numberless',
    ]);
    expect(contactsOf(table, 'shelter', 't')).toEqual([]);
  });
  it.each([
    ['0000-5551234', ['tel:00005551234']],
    ['＋86 138 0000 0000', ['tel:+8613800000000']],
    ['0000-5551234、0000-5555678', ['tel:00005551234', 'tel:00005555678']],
    ['0000-5551234转8', ['tel:00005551234']],
    ['值班室', []],
    ['javascript:alert(1)', []],
  ])('%s is dialled as %s', (phone, tels) => {
    expect(telsOf(phone).map(({ href }) => href)).toEqual(tels);
  });
});

describe('the legend', () => {
  it('counts every record and those the map cannot show', () => {
    const none = new Map<string, never>();
    const counts = layerCounts({
      hazard: none,
      shelter: none,
      depot: none,
      team: new Map([team('a'), team('b', { lng: null, lat: null })].map((one) => [one.id, one])),
      evacuation_route: none,
      settlement: none,
      incident: none,
      closure: none,
    });
    expect(counts.find(({ layer }) => layer === 'team')).toEqual({
      layer: 'team',
      count: 2,
      withoutPlace: 1,
    });
    expect(counts).toHaveLength(8);
  });
});
