/** What a kind of incident asks for is offered in any words registers use, and what nobody can do is said. */
import { describe, expect, it } from 'vitest';
import { ALL_EVENT_KINDS } from '../../../src/core/model/index.ts';
import { CAPABILITY_IDS, capabilitiesIn, covers } from '../../../src/core/ranking/capabilities.ts';
import { NEEDS, meets, needsOf } from '../../../src/core/ranking/needs.ts';
import { rankCandidates } from '../../../src/core/ranking/rank-candidates.ts';
import { translate } from '../../../src/messages/index.ts';
import { question, tables, team } from './register.ts';

describe('what a register’s words mean', () => {
  it.each([
    ['灭火救援', ['firefighting']],
    ['森林灭火', ['wildfire']],
    ['森林消防', ['wildfire']],
    ['滅火', ['firefighting']],
    ['水難救助', ['water_rescue']],
    ['水域救援、潜水打捞', ['water_rescue', 'diving']],
    ['医療救護', ['medical']],
    ['危化品处置', ['hazmat']],
    ['伤员转运', ['casualty_transport']],
    ['动物防疫', ['animal_disease']],
    ['卫生防疫', ['epidemic_control']],
    ['道路抢险', ['road_clearing']],
    ['抗洪抢险', ['flood_defence']],
    ['EMS', ['medical']],
    ['Water rescue', ['water_rescue']],
    ['Wildland fire suppression', ['wildfire']],
    ['information systems', []],
    ['心理援助', []],
  ])('%s', (text, ids) => expect(capabilitiesIn(text)).toEqual(ids));

  it('knows its own words in both languages, so that what is offered can be asked', () => {
    for (const id of CAPABILITY_IDS)
      for (const language of ['zh-CN', 'en'] as const) {
        const word = translate(language, `kinds.capability.${id}`);
        expect(capabilitiesIn(word), word).toContain(id);
      }
  });

  it('asks in the words of one register and finds those of another', () => {
    expect(covers(['水上救援'], '水域救援')).toBe(true);
    expect(covers(['water rescue'], '水域救援')).toBe(true);
    expect(covers(['森林灭火'], '灭火救援')).toBe(false);
    expect(covers(['心理援助'], '心理援助')).toBe(true);
    expect(covers(['心理援助'], '心理')).toBe(false);
  });
});

describe('what an incident asks for', () => {
  const fire = team('fire', { capabilities: ['灭火救援', '破拆救援'] });
  const gas = team('gas', { capabilities: ['燃气抢修'] });
  const old = team('old', { capabilities: ['潜水打捞'], archivedAt: '2026-01-01T00:00:00Z' });
  const blank = team('blank');

  it('is known for every kind, without a repetition', () => {
    for (const kind of ALL_EVENT_KINDS) {
      expect(NEEDS[kind].length, kind).toBeGreaterThan(0);
      expect(new Set(NEEDS[kind]).size, kind).toBe(NEEDS[kind].length);
    }
  });

  it('is counted over the register, with 0 for what nobody in use can do', () => {
    expect(needsOf('drowning', [fire, gas, old])).toEqual([
      { id: 'water_rescue', teams: 0 },
      { id: 'diving', teams: 0 },
      { id: 'medical', teams: 0 },
    ]);
    expect(needsOf('fire', [fire, gas])[0]).toEqual({ id: 'firefighting', teams: 1 });
    expect(meets('fire', fire)).toEqual(['firefighting', 'extrication']);
    expect(meets('fire', gas)).toEqual([]);
  });

  it('filters only when it is chosen, and keeps those of whom nothing is recorded', () => {
    const register = tables({ team: [fire, gas, blank] });
    const ids = (capability: string | null) =>
      rankCandidates(question('team', { capability }, { eventKind: 'fire' }), register)
        .ranked.map(({ id }) => id)
        .sort();
    expect(ids(null)).toEqual(['blank', 'fire', 'gas']);
    expect(ids('firefighting')).toEqual(['blank', 'fire']);
  });
});
