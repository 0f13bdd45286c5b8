import { describe, expect, it } from 'vitest';
import { rankCandidates } from '../../../src/core/ranking/rank-candidates.ts';
import { markerFor, symbolOf } from '../../../src/core/symbols/index.ts';
import {
  ago,
  DAY,
  depot,
  hazard,
  lot,
  NOW,
  question as ask,
  shelter,
  tables as register,
  team,
} from './register.ts';

const disputed = { disputedAt: ago(DAY), disputedBy: 'x', disputeReason: '已搬迁' };
const why = { why: 'disputed', reason: '已搬迁', at: disputed.disputedAt };

describe('a disputed record', () => {
  it('is ranked as unknown, with the reason, also where it says closed', () => {
    const closed = shelter('s', {
      state: 'closed',
      capacity: 10,
      occupancy: 10,
      occupancyAt: ago(60),
      ...disputed,
    });
    const { ranked, leftOut } = rankCandidates(ask('shelter'), register({ shelter: [closed] }));
    expect(leftOut).toEqual([]);
    expect(ranked[0]?.unknowns).toEqual(
      expect.arrayContaining([
        { fact: 'record', ...why },
        { fact: 'shelter-state', ...why },
        { fact: 'capacity', ...why },
        { fact: 'occupancy', ...why },
      ]),
    );
    expect(ranked[0]?.facts).toEqual([]);
  });

  it('says nothing sure about a team, a depot or its lots either', () => {
    const t = team('t', { availability: 'busy', capabilities: ['潜水'], ...disputed });
    const teams = rankCandidates(
      ask('team', { onlyAvailable: true, capability: '救援' }),
      register({ team: [t] }),
    );
    expect(teams.ranked.map(({ id }) => id)).toEqual(['t']);
    const stock = { item: '帐篷', itemQuantity: 5 };
    const own = lot('l', 'd', { item: '帐篷', quantity: 1, quantityAt: ago(60) });
    const sure = register({ depot: [depot('d')], stock_lot: [own] });
    expect(rankCandidates(ask('depot', stock), sure).leftOut).toHaveLength(1);
    for (const doubted of [
      register({ depot: [depot('d', disputed)], stock_lot: [own] }),
      register({ depot: [depot('d')], stock_lot: [{ ...own, ...disputed }] }),
    ]) {
      const { ranked } = rankCandidates(ask('depot', stock), doubted);
      expect(ranked[0]?.unknowns).toContainEqual({ fact: 'stock', ...why });
    }
  });

  it('is drawn as unknown and carries its mark', () => {
    const context = { now: Date.parse(NOW), maxAge: 1e9 };
    const open = shelter('s', { state: 'open', ...disputed });
    expect(symbolOf('shelter', open, context).state).toBe('unknown');
    const tables = register({ shelter: [open] });
    expect(markerFor(tables, context.now)('shelter', open)).toEqual(['disputed']);
  });
});

describe('marks on the map', () => {
  it('ring an overdue hazard and give a depot the most pressing state of its stock', () => {
    const late = hazard('h', {
      rectificationState: 'rectifying',
      rectificationDeadline: '2026-11-21',
    });
    const lots = [
      lot('a', 'd', { quantity: 1, minimum: 5 }),
      lot('b', 'd', { quantity: 1, expiresOn: '2026-01-01' }),
    ];
    const tables = register({ hazard: [late], depot: [depot('d'), depot('e')], stock_lot: lots });
    const marksOf = markerFor(tables, Date.parse(NOW));
    expect(marksOf('hazard', late)).toEqual(['overdue']);
    expect(marksOf('hazard', { ...late, rectificationState: 'closed' })).toEqual([]);
    expect(marksOf('depot', depot('d'))).toEqual(['expired']);
    expect(marksOf('depot', depot('e'))).toEqual([]);
    expect(markerFor(tables, Date.parse(NOW) + 1000)).toBe(marksOf);
  });
});
