import { describe, expect, it } from 'vitest';
import { evacuationNeeds, freePlaces, sumPeople } from '../../../src/core/evacuation/index.ts';
import type { Contact, EvacuationRoute, Settlement } from '../../../src/core/model/index.ts';
import { shelter } from '../ranking/register.ts';

const plain = shelter('x');
const settlement = (
  id: string,
  people: number | null,
  peopleNeedHelp: number | null,
): Settlement => ({
  ...(plain as unknown as Settlement),
  id,
  people,
  peopleNeedHelp,
  households: null,
  door: null,
});
const route = (
  id: string,
  settlementId: string | null,
  shelterId: string | null,
): EvacuationRoute => ({
  ...(plain as unknown as EvacuationRoute),
  id,
  settlementId,
  shelterId,
  widthM: null,
  state: 'open',
});
const contact = (id: string, resourceId: string, duty: string): Contact =>
  ({
    id,
    resourceKind: 'evacuation_route',
    resourceId,
    name: id,
    duty,
    phone: null,
  }) as unknown as Contact;

const byId = <T extends { id: string }>(...rows: T[]) => new Map(rows.map((row) => [row.id, row]));
const tables = {
  settlement: byId(
    settlement('none', 10, 0),
    settlement('many', 500, 60),
    settlement('unknown', null, null),
  ),
  shelter: byId(shelter('s', { capacity: 300, occupancy: 40 })),
  evacuation_route: byId(
    route('r1', 'many', 's'),
    route('r2', 'unknown', 'gone'),
    route('r3', null, 's'),
  ),
  contact: byId(contact('a', 'r1', '值班'), contact('b', 'r1', '疏散责任人')),
};

describe('who has to be brought where', () => {
  const needs = evacuationNeeds(tables, '疏散责任人', true);

  it('puts most people in need first, and unknown before none', () => {
    expect(needs.map((need) => need.settlement.id)).toEqual(['many', 'unknown', 'none']);
  });

  it('knows the shelter and the person responsible for the evacuation, not just anybody', () => {
    expect(needs[0]?.routes[0]).toMatchObject({ shelter: { id: 's' }, responsible: { id: 'b' } });
    expect(needs[1]?.routes[0]).toMatchObject({ shelter: null, responsible: null });
  });

  it('names the gaps: no route, or nobody responsible', () => {
    expect(needs.map(({ hasGap }) => hasGap)).toEqual([false, true, true]);
  });

  it('calls nobody missing where the role may not see who there is', () => {
    expect(evacuationNeeds(tables, '疏散责任人', false).map(({ hasGap }) => hasGap)).toEqual([
      false,
      false,
      true,
    ]);
  });

  it('sums what is known and says how much is not', () => {
    expect(sumPeople(tables.settlement.values())).toEqual({
      people: 510,
      needHelp: 60,
      unknown: 1,
    });
    expect(freePlaces({ capacity: 300, occupancy: null })).toBeNull();
  });
});
