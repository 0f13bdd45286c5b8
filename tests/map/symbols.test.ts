import { describe, expect, it } from 'vitest';
import {
  closureIsOver,
  KIND_INKS,
  KIND_SHAPES,
  LEVEL_INKS,
  PAPER,
  SYMBOL_KINDS,
  SYMBOL_STATES,
  ownMarks,
  symbolOf,
  symbolsSeen,
} from '../../src/core/symbols/index.ts';
import { iconName, iconPrefix, parseIcon } from '../../src/map/symbols/icon-name.ts';
import { glyphOf } from '../../src/map/symbols/paint-symbol.ts';
import { at, closure, HOUR, incident, NOW, shelter, team } from './records.ts';
import { contrast, hueOf, saturationOf } from './colour.ts';

const YEAR = 365 * 86_400;
const now = { now: NOW, maxAge: YEAR };

describe('what a symbol says', () => {
  it('draws what nobody recorded as unknown, never as open or available', () => {
    expect(symbolOf('shelter', shelter({ state: 'unknown' }), now).state).toBe('unknown');
    expect(symbolOf('team', team({ availability: 'unknown' }), now).state).toBe('unknown');
  });

  it('tells in use, ready and not usable apart', () => {
    expect(symbolOf('team', team({ availability: 'available' }), now).state).toBe('plain');
    expect(symbolOf('team', team({ availability: 'busy' }), now).state).toBe('ringed');
    expect(symbolOf('team', team({ availability: 'off_duty' }), now).state).toBe('barred');
    expect(symbolOf('shelter', shelter({ state: 'closed' }), now).state).toBe('barred');
  });

  it('counts what is too old as unknown, and says until when it holds', () => {
    const fresh = team({ availability: 'available', availabilityAt: at(NOW - HOUR) });
    const limit = { now: NOW, maxAge: 2 * 3600 };
    expect(symbolOf('team', fresh, limit)).toMatchObject({
      state: 'plain',
      age: 'fresh',
      holdsUntil: NOW + HOUR,
    });
    expect(symbolOf('team', fresh, { ...limit, now: NOW + HOUR + 1 })).toMatchObject({
      state: 'unknown',
      age: 'old',
    });
  });

  it('takes the later of observed and verified, and tells undated from old', () => {
    const seen = shelter({
      state: 'open',
      observedAt: at(NOW - 3 * HOUR),
      verifiedAt: at(NOW - HOUR),
    });
    expect(symbolOf('shelter', seen, { now: NOW, maxAge: 2 * 3600 }).age).toBe('fresh');
    const undated = shelter({ state: 'open', observedAt: null });
    expect(symbolOf('shelter', undated, now)).toMatchObject({ state: 'ringed', age: 'undated' });
  });

  it('hollows out an incident that is over and shows the level of each', () => {
    expect(symbolOf('incident', incident({ level: 1 }), now)).toMatchObject({
      state: 'plain',
      level: 1,
    });
    expect(symbolOf('incident', incident({ state: 'closed' }), now).state).toBe('hollow');
  });

  it('draws a closure only while it stands, and knows when it ends', () => {
    const until = closure({ untilAt: at(NOW + HOUR) });
    expect(symbolOf('closure', until, now)).toMatchObject({
      state: 'plain',
      holdsUntil: NOW + HOUR,
    });
    expect(symbolOf('closure', closure({ fromAt: at(NOW + HOUR) }), now)).toMatchObject({
      state: 'hollow',
    });
    expect(closureIsOver(until, NOW)).toBe(false);
    expect(closureIsOver(until, NOW + HOUR)).toBe(true);
    expect(closureIsOver(closure({ liftedAt: at(NOW - 1) }), NOW)).toBe(true);
  });
});

describe('images of symbols', () => {
  it('names every symbol so that it can be read back', () => {
    for (const kind of SYMBOL_KINDS)
      for (const state of SYMBOL_STATES)
        for (const age of ['fresh', 'undated'] as const)
          for (const level of kind === 'incident' ? ([null, 1, 2, 3, 4] as const) : [null]) {
            const name = `${iconPrefix('night', 'en')}${iconName({ kind, state, age, level, marks: [] })}`;
            expect(parseIcon(name)).toEqual({
              tag: 'symbol',
              theme: 'night',
              language: 'en',
              kind,
              state,
              age,
              level,
              marks: [],
            });
          }
  });

  it('shares one image between old and fresh: age fades, it does not redraw', () => {
    const facts = { kind: 'team', state: 'unknown', level: null, marks: [] } as const;
    expect(iconName({ ...facts, age: 'old' })).toBe(iconName({ ...facts, age: 'fresh' }));
  });

  it('names the marks of a symbol too, in one order, and takes no other word for a mark', () => {
    const facts = { kind: 'hazard', state: 'ringed', age: 'fresh', level: null } as const;
    const name = iconName({ ...facts, marks: ['disputed', 'overdue'] });
    expect(name).toBe('hazard/ringed/dated/disputed+overdue');
    expect(parseIcon(`day/en/${name}`)).toMatchObject({
      kind: 'hazard',
      marks: ['disputed', 'overdue'],
    });
    expect(parseIcon('day/en/hazard/ringed/dated/late')).toBeNull();
  });

  it.each([
    'day/zh-CN/bridge/plain/dated',
    'dusk/en/team/plain/dated',
    'day/en/incident-9/plain/dated',
    'water',
  ])('does not take %s for one of ours', (name) => {
    expect(parseIcon(name)).toBeNull();
  });

  it('gives each of the four resource symbols a letter of its own in both languages', () => {
    for (const language of ['zh-CN', 'en'] as const) {
      const letters = (['hazard', 'shelter', 'depot', 'team'] as const).map((kind) =>
        glyphOf(kind, null, language),
      );
      expect(new Set(letters).size).toBe(4);
      expect(letters.every((letter) => letter?.length === 1)).toBe(true);
    }
    expect([1, 2, 3, 4].map((level) => glyphOf('incident', level as 1, 'en')).join('')).toBe(
      'ⅠⅡⅢⅣ',
    );
    expect(glyphOf('incident', null, 'zh-CN')).toBe('?');
  });
});

describe('shapes and colours', () => {
  it('gives every kind its own outline, so that black and white is enough', () => {
    const drawn = SYMBOL_KINDS.map(
      (kind) => KIND_SHAPES[kind].body + (KIND_SHAPES[kind].mark ?? ''),
    );
    expect(new Set(drawn).size).toBe(SYMBOL_KINDS.length);
  });

  it('writes letters, and sets bodies off from their paper, at 4.5 : 1, by day and by night', () => {
    for (const theme of ['day', 'night'] as const) {
      for (const ink of [...Object.values(KIND_INKS), ...Object.values(LEVEL_INKS)]) {
        expect(contrast(ink[theme].fill, ink[theme].onFill)).toBeGreaterThanOrEqual(4.5);
      }
      for (const ink of Object.values(KIND_INKS)) {
        expect(contrast(ink[theme].fill, PAPER[theme])).toBeGreaterThanOrEqual(4.5);
      }
    }
  });

  it('keeps the hues of the four levels for levels alone', () => {
    const levels = [1, 2, 3, 4].map((level) => hueOf(LEVEL_INKS[level as 1].day.fill));
    for (const kind of SYMBOL_KINDS) {
      for (const theme of ['day', 'night'] as const) {
        const { fill } = KIND_INKS[kind][theme];
        if (saturationOf(fill) < 0.45) continue;
        for (const hue of levels) {
          const apart = Math.abs(((hueOf(fill) - hue + 540) % 360) - 180);
          expect(apart, `${kind} ${fill} is near the hue of a level`).toBeGreaterThan(20);
        }
      }
    }
  });
});

describe('what a legend has to explain', () => {
  it('is what the symbols show, and nothing else', () => {
    const teams = [
      team({ availability: 'busy' }),
      team({ availability: 'unknown', disputedAt: at(NOW) }),
    ];
    const seen = symbolsSeen(
      [
        { kind: 'team', records: teams },
        { kind: 'incident', records: [incident({ level: 3, state: 'open' })] },
      ],
      NOW,
      () => YEAR,
      ownMarks,
    );
    expect([...seen.states].sort()).toEqual(['plain', 'ringed', 'unknown']);
    expect([...seen.marks]).toEqual(['disputed']);
    expect([...seen.levels]).toEqual([3]);
  });
});
